// One person's conversation with one room: the connection, the view and the words on their way, joined into a single
// pure step. The shell (driver.ts) brings frames, time and chance, and does what the step asks for.
import type { Verdict } from "../protocol/close_codes";
import type { Command } from "../protocol/command";
import type { Outgoing } from "../protocol/frames";
import type { ServerFrame } from "../protocol/generated/nightlight/wire/v1/chat_pb";
import type { Role } from "../protocol/generated/nightlight/wire/v1/room_pb";
import { deadlineOf, memberPace, staffPace, stepLink, type Link, type LinkAction, type LinkInput } from "./link";
import type { Line } from "./lines";
import * as box from "./outbox";
import { receive } from "./receive";
import { isStaff, type RoomView } from "./view";

export interface Conversation {
  readonly room: string;
  readonly role: Role;
  readonly name: string;
  readonly listening: boolean; // how she wishes to come in
  readonly atTheDoor: { id: string; command: Command } | null; // asked before she comes in, once
  readonly link: Link;
  readonly draining: { untilMs: number; words: string } | null;
  readonly faults: number;
  readonly me: number; // her number in the room; 0 before she is in
  readonly view: RoomView | null;
  readonly lines: readonly Line[];
  readonly outbox: box.Outbox;
  readonly muted: { untilMs: number; words: string } | null;
  readonly removed: { untilMs: number; words: string } | null;
  readonly turnedAway: { code: string; words: string } | null; // why the door stayed shut
  readonly words: string; // the server's words about a tap that was refused; "" for none
  readonly here: ReadonlySet<number>;
  readonly typing: { members: readonly number[]; untilMs: number } | null;
  readonly askingEarlier: boolean;
  readonly bodyMax: number;
  readonly skewMs: number; // the server's clock minus ours
}

export type Input =
  | { is: "start" | "opened" | "wake" | "again" | "tick" | "stop" | "place_gone" | "earlier" | "typing" | "heeded" }
  | { is: "closed"; verdict: Verdict }
  | { is: "frame"; frame: ServerFrame }
  | { is: "do"; id: string; command: Command }
  | { is: "at_the_door"; id: string; command: Command } // then it tries to come in again
  | { is: "retry" | "drop"; id: string };

export type Action =
  | { do: "open" | "shut" | "check_place" | "hello" }
  | { do: "send"; frame: Exclude<Outgoing, { is: "hello" }> };

export interface Instant {
  nowMs: number;
  chance: number;
}

export interface Step {
  conversation: Conversation;
  actions: Action[];
}

const earlier_first = Number.MAX_SAFE_INTEGER;

export function begin(room: string, role: Role, name: string, listening: boolean, outbox: box.Outbox): Conversation {
  return {
    room,
    role,
    name,
    listening,
    atTheDoor: null,
    link: { at: "idle" },
    draining: null,
    faults: 0,
    me: 0,
    view: null,
    lines: [],
    outbox,
    muted: null,
    removed: null,
    turnedAway: null,
    words: "",
    here: new Set(),
    typing: null,
    askingEarlier: false,
    bodyMax: 2_000,
    skewMs: 0,
  };
}

export function step(before: Conversation, input: Input, at: Instant): Step {
  switch (input.is) {
    case "start":
    case "opened":
    case "again":
    case "stop":
    case "place_gone":
    case "wake":
      return linked(before, { is: input.is }, at);
    case "tick":
      return tick(before, at);
    case "closed":
      return closed(before, input.verdict, at);
    case "frame":
      return frame(before, input.frame, at);
    case "do":
      return flush(remember({ ...before, outbox: box.added(before.outbox, input.id, input.command) }, input.command), at);
    case "at_the_door":
      return linked({ ...before, atTheDoor: { id: input.id, command: input.command } }, { is: "again" }, at);
    case "retry":
      return flush({ ...before, outbox: box.retried(before.outbox, input.id) }, at);
    case "drop":
      return flush({ ...before, outbox: box.dropped(before.outbox, input.id) }, at);
    case "heeded":
      return quiet({ ...before, words: "" });
    case "typing":
      return before.link.at === "live" ? say(before, { is: "typing", room: before.room }) : quiet(before);
    case "earlier":
      return earlier(before);
  }
}

// The one moment at which a tick is wanted, if nothing happens before; null when never.
export function nextTickMs(conversation: Conversation): number | null {
  const { link, outbox, typing } = conversation;
  const retry = link.at === "live" && conversation.draining === null ? box.nextRetryMs(outbox) : null;
  const moments = [deadlineOf(link), retry, typing?.untilMs ?? null, mutedUntilMs(conversation)].filter(
    (moment) => moment !== null,
  );
  return moments.length === 0 ? null : Math.min(...moments);
}

// On our clock; null when she is not muted, or muted until the meeting ends.
export function mutedUntilMs({ muted, skewMs }: Conversation): number | null {
  return muted === null || muted.untilMs === 0 ? null : muted.untilMs - skewMs;
}

export function staffed(conversation: Conversation): boolean {
  return isStaff(conversation.role);
}

function quiet(conversation: Conversation): Step {
  return { conversation, actions: [] };
}

function say(conversation: Conversation, outgoing: Exclude<Outgoing, { is: "hello" }>): Step {
  return { conversation, actions: [{ do: "send", frame: outgoing }] };
}

// A wish that must survive a reconnection is remembered here too, not only sent.
function remember(conversation: Conversation, command: Command): Conversation {
  return command.is === "setListening" ? { ...conversation, listening: command.listening } : conversation;
}

function linked(before: Conversation, input: LinkInput, at: Instant): Step {
  const pace = staffed(before) ? staffPace : memberPace;
  const { link, actions } = stepLink(before.link, input, { ...at, pace });
  if (link === before.link && actions.length === 0) return quiet(before);
  const left = before.link.at === "live" && link.at !== "live";
  const knocks = actions.includes("join");
  const conversation: Conversation = {
    ...before,
    link,
    ...(knocks ? { atTheDoor: null } : {}),
    ...(left ? { outbox: box.requeued(before.outbox), typing: null, askingEarlier: false } : {}),
    ...(input.is === "again" ? { turnedAway: null } : {}),
  };
  const first: Action[] = knocks ? atTheDoor(before) : [];
  return { conversation, actions: [...first, ...actions.map((action) => asked(conversation, action, at))] };
}

function atTheDoor({ atTheDoor: wish, room }: Conversation): Action[] {
  return wish === null ? [] : [{ do: "send", frame: { is: "submit", room, ...wish } }];
}

function asked(conversation: Conversation, action: LinkAction, at: Instant): Action {
  switch (action) {
    case "open":
    case "shut":
    case "check_place":
    case "hello":
      return { do: action };
    case "ping":
      return { do: "send", frame: { is: "ping", nonce: Math.floor(at.nowMs) } };
    case "join": {
      const { room, listening, view } = conversation;
      const resume = view === null ? null : { epoch: view.epoch, after: view.through };
      return { do: "send", frame: { is: "join", room, listening, resume } };
    }
  }
}

function then(first: Step, next: (conversation: Conversation) => Step): Step {
  const second = next(first.conversation);
  return { conversation: second.conversation, actions: [...first.actions, ...second.actions] };
}

function tick(before: Conversation, at: Instant): Step {
  const muteEnds = mutedUntilMs(before);
  const conversation: Conversation = {
    ...before,
    typing: before.typing !== null && before.typing.untilMs <= at.nowMs ? null : before.typing,
    muted: muteEnds !== null && muteEnds <= at.nowMs ? null : before.muted,
  };
  return then(linked(conversation, { is: "due" }, at), (next) => flush(next, at));
}

function closed(before: Conversation, verdict: Verdict, at: Instant): Step {
  const faulty = verdict === "once_more";
  const final = faulty && before.faults > 0 ? "never" : verdict;
  const input: LinkInput = { is: "closed", verdict: final, notBeforeMs: before.draining?.untilMs ?? 0 };
  return linked({ ...before, draining: null, faults: before.faults + (faulty ? 1 : 0) }, input, at);
}

function frame(before: Conversation, received: ServerFrame, at: Instant): Step {
  const heard = linked(before, { is: "heard" }, at);
  const { conversation, tell } = receive(heard.conversation, received, at);
  const told = tell === null ? quiet(conversation) : linked(conversation, tell, at);
  return then(told, (next) => flush(next, at));
}

// Sends what may go, in order, when there is a line to send it on.
function flush(before: Conversation, at: Instant): Step {
  if (before.link.at !== "live" || before.draining !== null) return quiet(before);
  const ready = box.sendable(before.outbox, at.nowMs);
  if (ready.length === 0) return quiet(before);
  const outbox = box.markedSent(before.outbox, new Set(ready.map((entry) => entry.id)));
  return {
    conversation: { ...before, outbox },
    actions: ready.map(({ id, command }) => ({ do: "send", frame: { is: "submit", room: before.room, id, command } })),
  };
}

function earlier(before: Conversation): Step {
  const { view, link, askingEarlier, room } = before;
  if (view === null || link.at !== "live" || askingEarlier || !view.hasEarlier) return quiet(before);
  return say(
    { ...before, askingEarlier: true },
    { is: "history", room, before: view.messages[0]?.number ?? earlier_first },
  );
}
