// One person's conversation with one room: the connection, the view and the words on their way, joined into a single
// pure step. The shell (driver.ts) brings frames, time and chance, and does what the step asks for.
import type { Verdict } from "../protocol/close_codes";
import { isForTheTeam, isFromTheLobby, type Command } from "../protocol/command";
import type { Outgoing } from "../protocol/frames";
import type { ServerFrame } from "../protocol/generated/nightlight/wire/v1/chat_pb";
import type { Role } from "../protocol/generated/nightlight/wire/v1/room_pb";
import * as holds from "./holds";
import { deadlineOf, memberPace, outsideOf, staffPace, stepLink, type Link, type LinkAction, type LinkInput } from "./link";
import type { Line } from "./lines";
import type { LobbyView } from "./lobby";
import * as box from "./outbox";
import { receive } from "./receive";
import * as sides from "./sides";
import { isStaff, type RoomView } from "./view";

export interface Conversation {
  readonly room: string;
  readonly role: Role;
  readonly name: string;
  readonly listening: boolean; // how she wishes to come in
  readonly code: string; // of the door, as she typed it; "" once it was wrong
  readonly atTheDoor: { id: string; command: Command } | null; // asked before she comes in, once
  readonly link: Link;
  readonly draining: { untilMs: number; words: string } | null;
  readonly faults: number;
  readonly me: number; // her number in the room; 0 before she is in
  readonly lobby: LobbyView | null; // what she sees while she is not let in yet
  readonly view: RoomView | null;
  readonly lines: readonly Line[];
  readonly outbox: box.Outbox;
  readonly muted: { untilMs: number; words: string; reason: string } | null;
  readonly removed: { untilMs: number; words: string; reason: string; mayReturn: boolean } | null;
  readonly turnedAway: { code: string; words: string; untilMs: number; second: string } | null; // why the door stayed shut
  readonly warned: { words: string; reason: string } | null; // a note from the team that she has not put away
  readonly holds: holds.Holds; // her words that a person reads first
  readonly sides: sides.Sides; // talks of two, apart from the group
  readonly answer: { poll: number; choice: number } | null; // what she chose, as the server knows it
  readonly asked: { second: string; words: string } | null; // into the second room
  readonly visit: { first: string; called: boolean; words: string } | null; // she is in the second room for a while
  readonly movedTo: string; // the room she has gone to; "": none
  readonly settling: boolean; // joined, and not yet told everything that stands
  readonly told: { id: string; words: string } | null; // what became of her newest word to the team; "": they have it
  readonly words: string; // the server's words about a tap that was refused; "" for none
  readonly here: ReadonlySet<number>;
  readonly typing: { members: readonly number[]; untilMs: number } | null;
  readonly askingEarlier: boolean;
  readonly bodyMax: number;
  readonly reasonMax: number;
  readonly skewMs: number; // the server's clock minus ours
}

export type Input =
  | { is: "start" | "opened" | "wake" | "again" | "greet_again" | "tick" | "stop" | "place_gone" | "earlier" | "typing" | "heeded" }
  | { is: "warning_heeded" | "side_left" }
  | { is: "hold_put_away"; hold: number }
  | { is: "closed"; verdict: Verdict }
  | { is: "frame"; frame: ServerFrame }
  | { is: "do"; id: string; command: Command }
  | { is: "code"; code: string } // then it tries to come in again
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
    code: "",
    atTheDoor: null,
    link: { at: "idle" },
    draining: null,
    faults: 0,
    me: 0,
    lobby: null,
    view: null,
    lines: [],
    outbox,
    muted: null,
    removed: null,
    turnedAway: null,
    warned: null,
    holds: [],
    sides: [],
    answer: null,
    asked: null,
    visit: null,
    movedTo: "",
    settling: false,
    told: null,
    words: "",
    here: new Set(),
    typing: null,
    askingEarlier: false,
    bodyMax: 2_000,
    reasonMax: 200,
    skewMs: 0,
  };
}

export function step(before: Conversation, input: Input, at: Instant): Step {
  switch (input.is) {
    case "start":
    case "opened":
    case "again":
    case "greet_again":
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
    case "code":
      return linked({ ...before, code: input.code }, { is: "again" }, at);
    case "at_the_door":
      return linked({ ...before, atTheDoor: { id: input.id, command: input.command } }, { is: "again" }, at);
    case "retry":
      return flush({ ...before, outbox: box.retried(before.outbox, input.id) }, at);
    case "drop":
      return flush({ ...before, outbox: box.dropped(before.outbox, input.id) }, at);
    case "heeded":
      return quiet({ ...before, words: "", told: null });
    case "warning_heeded":
      return quiet({ ...before, warned: null });
    case "hold_put_away":
      return quiet({ ...before, holds: holds.without(before.holds, input.hold) });
    case "side_left":
      return quiet(withoutOwnSide(before));
    case "typing":
      return before.link.at === "live" ? say(before, { is: "typing", room: before.room }) : quiet(before);
    case "earlier":
      return earlier(before);
  }
}

// The one moment at which a tick is wanted, if nothing happens before; null when never.
export function nextTickMs(conversation: Conversation): number | null {
  const { link, outbox, typing } = conversation;
  const retry = (link.at === "live" || link.at === "errand") && conversation.draining === null ? box.nextRetryMs(outbox) : null;
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

// A wish that must survive a reconnection is remembered here too, not only sent; and what is hers alone shows at once.
function remember(conversation: Conversation, command: Command): Conversation {
  switch (command.is) {
    case "setListening":
      return { ...conversation, listening: command.listening };
    case "editHeld":
      return { ...conversation, holds: holds.edited(conversation.holds, command.hold, command.text) };
    case "leaveSide":
      return withoutOwnSide(conversation);
    default:
      return isForTheTeam(command) ? { ...conversation, told: null } : conversation;
  }
}

// Her own talk of two, and what she had still to say in it. Staff may be in several: each is closed by name.
function withoutOwnSide(conversation: Conversation): Conversation {
  const { me, outbox } = conversation;
  return { ...conversation, sides: sides.left(conversation.sides, me), outbox: box.withoutAside(outbox) };
}

function linked(before: Conversation, input: LinkInput, at: Instant): Step {
  const pace = staffed(before) ? staffPace : memberPace;
  const { link, actions } = stepLink(before.link, input, { ...at, pace });
  if (link === before.link && actions.length === 0) return quiet(before);
  const carried = before.link.at === "live" || before.link.at === "errand" || before.link.at === "lobby";
  const left = carried && link.at !== before.link.at && link.at !== "live"; // let in, she stays on the same line
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
      const { room, listening, view, code } = conversation;
      const resume = view === null ? null : { epoch: view.epoch, after: view.through };
      return { do: "send", frame: { is: "join", room, listening, resume, ...(code === "" ? {} : { code }) } };
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
  if (outsideOf(before.link) !== null) return flushOutside(before, at);
  if (before.link.at === "lobby" && before.draining === null) {
    return sent(before, box.sendable(before.outbox.filter(({ command }) => isFromTheLobby(command)), at.nowMs));
  }
  if (before.link.at !== "live" || before.draining !== null) return quiet(before);
  return sent(before, box.sendable(before.outbox, at.nowMs));
}

// From outside the room she may still ask the team to look again.
function flushOutside(before: Conversation, at: Instant): Step {
  const appeals = before.outbox.filter((entry) => entry.command.is === "appeal" && box.isPending(entry));
  if (before.link.at !== "errand") return appeals.length === 0 ? quiet(before) : linked(before, { is: "errand" }, at);
  if (appeals.length === 0) return linked(before, { is: "errand_done" }, at);
  return before.draining === null ? sent(before, box.sendable(appeals, at.nowMs)) : quiet(before);
}

function sent(before: Conversation, ready: box.Entry[]): Step {
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
