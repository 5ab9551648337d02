// What each frame from the server changes in a conversation. Returns the next conversation and, where the frame is
// about the connection itself, what to tell the link.
import type { Ack, Joined, Presence, Refusal, ServerFrame } from "../protocol/generated/nightlight/wire/v1/chat_pb";
import type { Event } from "../protocol/generated/nightlight/wire/v1/event_pb";
import { Phase } from "../protocol/generated/nightlight/wire/v1/room_pb";
import { isForTheTeam } from "../protocol/command";
import type { Conversation, Instant } from "./conversation";
import { beginsMeeting, emptyView, fold, placeOf, viewOf, withEarlier } from "./fold";
import * as holds from "./holds";
import type { LinkInput } from "./link";
import { withLine } from "./lines";
import { lobbyOf } from "./lobby";
import { noticed } from "./notices";
import * as box from "./outbox";
import * as sides from "./sides";
import { isStaff, lastNumber, messagesOf } from "./view";

interface Received {
  conversation: Conversation;
  tell: LinkInput | null;
}

const typing_ms = 6_000;
const knocking_ms_max = 300_000;

export function receive(before: Conversation, { body }: ServerFrame, at: Instant): Received {
  switch (body.case) {
    case "welcome": {
      const { name, role, serverTimeMs, limits } = body.value;
      const skewMs = serverTimeMs === 0n ? 0 : Number(serverTimeMs) - at.nowMs;
      const bodyMax = limits?.bodyCodePointsMax || before.bodyMax;
      const reasonMax = limits?.reasonCodePointsMax || before.reasonMax;
      const conversation = { ...before, name, role, skewMs, bodyMax, reasonMax, draining: null };
      return { conversation, tell: { is: "welcomed" } };
    }
    case "joined":
      return { conversation: joined(before, body.value), tell: { is: "joined" } };
    case "lobby":
      return { conversation: { ...before, lobby: lobbyOf(body.value), turnedAway: null }, tell: { is: "lobby" } };
    case "snapshot":
      return kept({ ...before, view: viewOf(body.value), lines: [], askingEarlier: false });
    case "event":
      return event(before, body.value);
    case "ack":
      return kept(acked(before, body.value));
    case "refusal":
      return refusal(before, body.value, at);
    case "notice": {
      // The socket stays open, since it may carry other rooms elsewhere; here it has carried its one.
      const tell: LinkInput | null = body.value.body.case === "youWereRemoved" ? { is: "removed" } : null;
      return { conversation: noticed(before, body.value), tell };
    }
    case "presence":
      return kept(settledIn({ ...before, here: presence(before.here, body.value) }));
    case "typing": {
      const members = body.value.members.filter((member) => member !== before.me);
      return kept({ ...before, typing: members.length === 0 ? null : { members, untilMs: at.nowMs + typing_ms } });
    }
    case "drain": {
      const { reconnectAfterMs, words } = body.value;
      return kept({ ...before, draining: { untilMs: at.nowMs + reconnectAfterMs, words } });
    }
    case "history":
      return kept({
        ...before,
        askingEarlier: false,
        view: before.view === null ? null : withEarlier(before.view, body.value),
      });
    default:
      return kept(before); // a pong, or something newer than this client
  }
}

function kept(conversation: Conversation): Received {
  return { conversation, tell: null };
}

function joined(before: Conversation, { room, epoch, member, resumed }: Joined): Conversation {
  // Without a resume a snapshot follows at once; until then what was on the screen stays there.
  const view = resumed ? (before.view ?? emptyView(room, epoch)) : before.view;
  return {
    ...before,
    me: member,
    lobby: null,
    view,
    muted: null,
    removed: null,
    turnedAway: null,
    here: new Set(),
    words: "",
    asked: null,
    visit: null,
    holds: holds.doubted(before.holds),
    sides: sides.doubted(before.sides),
    settling: true,
  };
}

// The first word of who is here ends the answer to a join: what stands for her has been told by then.
function settledIn(before: Conversation): Conversation {
  if (!before.settling) return before;
  const { view, me } = before;
  return {
    ...before,
    settling: false,
    holds: holds.settled(before.holds, view, me),
    sides: sides.settled(before.sides),
  };
}

function acked(before: Conversation, { id, number, hold }: Ack): Conversation {
  const entry = before.outbox.find((candidate) => candidate.id === id);
  if (entry === undefined) return before;
  const { command } = entry;
  if (command.is === "say" && hold !== 0) {
    const outbox = box.dropped(before.outbox, id);
    // A repeat of an answer that was lost: it may have been released meanwhile, and stands in the room.
    const stands = before.view !== null && messagesOf(before.view, before.me).some(({ text }) => text === command.text);
    return { ...before, outbox, holds: stands ? before.holds : holds.waits(before.holds, hold, command.text) };
  }
  const outbox = settle(box.acked(before.outbox, id, Number(number)), before);
  const movedTo = command.is === "answerOver" && command.going ? command.second : before.movedTo;
  return { ...before, outbox, movedTo, ...(isForTheTeam(command) ? { told: { id, words: "" } } : {}) };
}

function event(before: Conversation, received: Event): Received {
  const { view } = before;
  if (view === null) return kept(before);
  const staff = isStaff(before.role);
  const place = placeOf(received, staff);
  if (place <= view.through) return kept(before);
  if (place > view.through + 1) return { conversation: before, tell: { is: "gap" } };

  if (beginsMeeting(view, received)) {
    return { conversation: { ...before, view: null, lines: [], holds: [], sides: [] }, tell: { is: "gap" } };
  }

  const next = fold(view, received, staff);
  const conversation: Conversation = {
    ...before,
    view: next,
    lines: withLine(before.lines, received, { place, after: lastNumber(view), poll: view.poll }),
    outbox: outboxAfter(before, received),
    typing: quietened(before, received),
  };
  return kept({ ...conversation, outbox: settle(conversation.outbox, conversation) });
}

function outboxAfter({ outbox, me }: Conversation, { body }: Event): box.Outbox {
  if (body.case === "said" && body.value.author === me) {
    return box.echoed(outbox, body.value.text, Number(body.value.replyTo));
  }
  const opened = body.case === "phaseChanged" && body.value.phase === Phase.OPEN;
  return opened ? box.awakened(outbox) : outbox;
}

// Someone whose words have arrived is no longer writing them.
function quietened({ typing }: Conversation, { body }: Event): Conversation["typing"] {
  if (typing === null || body.case !== "said") return typing;
  const author = body.value.author;
  const members = typing.members.filter((member) => member !== author);
  return members.length === 0 ? null : { ...typing, members };
}

function settle(outbox: box.Outbox, { view }: Conversation): box.Outbox {
  return view === null ? outbox : box.settled(outbox, lastNumber(view));
}

function refusal(before: Conversation, { id, code, words, retryAfterMs, secondRoom }: Refusal, at: Instant): Received {
  const retryMs = Number(retryAfterMs);
  if (id === "") {
    if (before.link.at !== "joining" && before.link.at !== "lobby") return kept({ ...before, words, askingEarlier: false });
    // Nobody stands at a closed door for hours, nor at one beside which another is open to her.
    const passes = secondRoom === "" && (box.passesByItself(code) || (retryMs > 0 && retryMs <= knocking_ms_max));
    const turnedAway = { code, words, untilMs: retryMs > 0 ? at.nowMs + retryMs : 0, second: secondRoom };
    return {
      conversation: { ...before, ...(code === "code_wrong" ? { code: "" } : {}), turnedAway },
      tell: passes ? { is: "not_yet", retryMs: box.retryDelay(retryMs) } : { is: "turned_away" },
    };
  }
  const entry = before.outbox.find((candidate) => candidate.id === id);
  const outbox = box.refused(before.outbox, id, { code, words, retryAfterMs: retryMs }, at.nowMs);
  const gone = entry !== undefined && !outbox.some((candidate) => candidate.id === id);
  return kept(gone ? refusedTap({ ...before, outbox }, entry, code, words) : { ...before, outbox });
}

// A tap that was refused, and will not be tried again.
function refusedTap(before: Conversation, { id, command }: box.Entry, code: string, words: string): Conversation {
  if (command.is === "leaveSide") return before; // it was over already
  if (command.is === "editHeld") {
    const { hold, text } = command;
    const at = code === "held_unknown" ? "declined" : "rephrase";
    return { ...before, holds: text === "" ? before.holds : holds.told(before.holds, { hold, at, words, text }) };
  }
  return { ...before, words, ...(isForTheTeam(command) ? { told: { id, words } } : {}) };
}

function presence(here: ReadonlySet<number>, update: Presence): ReadonlySet<number> {
  const next = new Set(update.complete ? [] : here);
  for (const member of update.here) next.add(member);
  for (const member of update.gone) next.delete(member);
  return next;
}
