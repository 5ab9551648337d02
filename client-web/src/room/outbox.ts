// Words on their way. An entry stays until the server has acknowledged it, keeps its id through every new try, and
// says leave in the order they were written, one at a time. Pure: ids and the time come from outside.
import type { Command } from "../protocol/command";

export type EntryState =
  | { at: "queued" }
  | { at: "sent" }
  | { at: "waiting"; untilMs: number; code: string; words: string } // tries again by itself
  | { at: "refused"; code: string; words: string } // hers to decide: again, other words, or never mind
  | { at: "kept"; number: number }; // acknowledged; shown until its event has come

export interface Entry {
  readonly id: string;
  readonly command: Command;
  readonly state: EntryState;
  // Its event came before its acknowledgement: already on the screen as a message.
  readonly echoed: boolean;
}

export type Outbox = readonly Entry[];

// Refusals that pass by themselves: the server is pressed, or the room is.
const pressed = new Set(["busy", "too_fast", "store_unavailable"]);
const passing = new Set([...pressed, "waiting_for_staff", "room_paused", "room_not_open", "slow_mode_active"]);
const patience_ms = 5_000; // when a passing refusal names no time
const soonest_ms = 250;

export function passesByItself(code: string): boolean {
  return passing.has(code);
}

export function retryDelay(retryAfterMs: number): number {
  return retryAfterMs > 0 ? Math.max(retryAfterMs, soonest_ms) : patience_ms;
}

export function added(outbox: Outbox, id: string, command: Command): Outbox {
  return [...outbox, { id, command, state: { at: "queued" }, echoed: false }];
}

// What may go out now: every queued command that is not words, and the first words if nothing stands before them, for
// the group and for a talk of two each in their own order.
export function sendable(outbox: Outbox, nowMs: number): Entry[] {
  const out: Entry[] = [];
  const mayGo = { say: true, saySide: true };
  for (const entry of outbox) {
    const { state } = entry;
    const due = state.at === "queued" || (state.at === "waiting" && state.untilMs <= nowMs);
    const { is } = entry.command;
    if (is !== "say" && is !== "saySide") {
      if (due) out.push(entry);
      continue;
    }
    if (due && mayGo[is]) out.push(entry);
    if (due || state.at === "sent" || state.at === "waiting") mayGo[is] = false;
  }
  return out;
}

export function markedSent(outbox: Outbox, ids: ReadonlySet<string>): Outbox {
  return outbox.map((entry) => (ids.has(entry.id) ? { ...entry, state: { at: "sent" } } : entry));
}

// A new connection: whatever was sent on the old one may or may not have arrived, so it goes again under its id.
export function requeued(outbox: Outbox): Outbox {
  return outbox.map((entry) => (entry.state.at === "sent" ? { ...entry, state: { at: "queued" } } : entry));
}

// What waited for the room to open again need not wait for its clock.
export function awakened(outbox: Outbox): Outbox {
  return outbox.map((entry) =>
    entry.state.at === "waiting" && entry.state.code !== "slow_mode_active"
      ? { ...entry, state: { at: "queued" } }
      : entry,
  );
}

export function acked(outbox: Outbox, id: string, number: number): Outbox {
  return outbox.flatMap((entry): Entry[] => {
    if (entry.id !== id) return [entry];
    if (entry.command.is !== "say" || entry.echoed || number === 0) return [];
    return [{ ...entry, state: { at: "kept", number } }];
  });
}

export function refused(
  outbox: Outbox,
  id: string,
  refusal: { code: string; words: string; retryAfterMs: number },
  nowMs: number,
): Outbox {
  const { code, words, retryAfterMs } = refusal;
  return outbox.flatMap((entry): Entry[] => {
    if (entry.id !== id) return [entry];
    if (passes(entry.command, code)) {
      return [{ ...entry, state: { at: "waiting", untilMs: nowMs + retryDelay(retryAfterMs), code, words } }];
    }
    // Only words are worth keeping; a refused tap is forgotten once its words have been shown.
    return isWords(entry.command) ? [{ ...entry, state: { at: "refused", code, words } }] : [];
  });
}

function isWords({ is }: Command): boolean {
  return is === "say" || is === "saySide";
}

function passes(command: Command, code: string): boolean {
  return isWords(command) || command.is === "editHeld" ? passing.has(code) : pressed.has(code);
}

// This person's own words came round as an event.
export function echoed(outbox: Outbox, text: string, replyTo: number): Outbox {
  const first = outbox.findIndex(
    ({ command, state, echoed: already }) =>
      command.is === "say" &&
      !already &&
      (state.at === "sent" || state.at === "queued") &&
      command.text === text &&
      command.replyTo === replyTo,
  );
  return outbox.map((entry, index) => (index === first ? { ...entry, echoed: true } : entry));
}

// The same in a talk of two.
export function echoedAside(outbox: Outbox, text: string): Outbox {
  const first = outbox.find(
    ({ command, state, echoed: already }) =>
      command.is === "saySide" && !already && (state.at === "sent" || state.at === "queued") && command.text === text,
  );
  return outbox.map((entry) => (entry === first ? { ...entry, echoed: true } : entry));
}

// What was for a talk that is over for her.
export function withoutAside(outbox: Outbox): Outbox {
  return outbox.filter((entry) => entry.command.is !== "saySide");
}

// Still to be answered, whatever the room does.
export function isPending({ state }: Entry): boolean {
  return state.at === "queued" || state.at === "sent" || state.at === "waiting";
}

// Kept entries whose message stands in the view have done their work.
export function settled(outbox: Outbox, lastNumberSeen: number): Outbox {
  const next = outbox.filter((entry) => entry.state.at !== "kept" || entry.state.number > lastNumberSeen);
  return next.length === outbox.length ? outbox : next;
}

// Try again by hand. A new id when the words changed or the old id is spent.
export function retried(outbox: Outbox, id: string): Outbox {
  return outbox.map((entry) => (entry.id === id ? { ...entry, state: { at: "queued" } } : entry));
}

export function dropped(outbox: Outbox, id: string): Outbox {
  return outbox.filter((entry) => entry.id !== id);
}

export function nextRetryMs(outbox: Outbox): number | null {
  let next: number | null = null;
  for (const { state } of outbox) {
    if (state.at === "waiting" && (next === null || state.untilMs < next)) next = state.untilMs;
  }
  return next;
}

const kept_across_reload = new Set<Command["is"]>(["say", "saySide", "report", "appeal"]);

// What is worth keeping across a reload: words, with the state they will have on a new connection.
export function worthKeeping(outbox: Outbox): Outbox {
  return requeued(outbox.filter((entry) => kept_across_reload.has(entry.command.is) && entry.state.at !== "kept"));
}
