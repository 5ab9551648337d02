// What each frame from the server changes in a conversation. Returns the next conversation and, where the frame is
// about the connection itself, what to tell the link.
import type { Joined, Presence, Refusal, ServerFrame } from "../protocol/generated/nightlight/wire/v1/chat_pb";
import type { Event } from "../protocol/generated/nightlight/wire/v1/event_pb";
import type { Notice } from "../protocol/generated/nightlight/wire/v1/notice_pb";
import { Phase } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { Conversation, Instant } from "./conversation";
import { beginsMeeting, emptyView, fold, placeOf, viewOf, withEarlier } from "./fold";
import type { LinkInput } from "./link";
import { withLine } from "./lines";
import * as box from "./outbox";
import { isStaff, lastNumber } from "./view";

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
      return { conversation: { ...before, name, role, skewMs, bodyMax, draining: null }, tell: { is: "welcomed" } };
    }
    case "joined":
      return { conversation: joined(before, body.value), tell: { is: "joined" } };
    case "snapshot":
      return kept({ ...before, view: viewOf(body.value), lines: [], askingEarlier: false });
    case "event":
      return event(before, body.value);
    case "ack": {
      const { id, number } = body.value;
      return kept({ ...before, outbox: settle(box.acked(before.outbox, id, Number(number)), before) });
    }
    case "refusal":
      return refusal(before, body.value, at);
    case "notice": {
      // The socket stays open, since it may carry other rooms elsewhere; here it has carried its one.
      const tell: LinkInput | null = body.value.body.case === "youWereRemoved" ? { is: "removed" } : null;
      return { conversation: notice(before, body.value), tell };
    }
    case "presence":
      return kept({ ...before, here: presence(before.here, body.value) });
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
  return { ...before, me: member, view, muted: null, removed: null, turnedAway: null, here: new Set(), words: "" };
}

function event(before: Conversation, received: Event): Received {
  const { view } = before;
  if (view === null) return kept(before);
  const staff = isStaff(before.role);
  const place = placeOf(received, staff);
  if (place <= view.through) return kept(before);
  if (place > view.through + 1) return { conversation: before, tell: { is: "gap" } };

  if (beginsMeeting(view, received)) return { conversation: { ...before, view: null, lines: [] }, tell: { is: "gap" } };

  const next = fold(view, received, staff);
  const conversation: Conversation = {
    ...before,
    view: next,
    lines: withLine(before.lines, received, place, lastNumber(view)),
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

function refusal(before: Conversation, { id, code, words, retryAfterMs }: Refusal, at: Instant): Received {
  const retryMs = Number(retryAfterMs);
  if (id === "") {
    if (before.link.at !== "joining") return kept({ ...before, words, askingEarlier: false });
    // Nobody stands at a closed door for hours.
    const passes = box.passesByItself(code) || (retryMs > 0 && retryMs <= knocking_ms_max);
    return {
      conversation: { ...before, turnedAway: { code, words } },
      tell: passes ? { is: "not_yet", retryMs: box.retryDelay(retryMs) } : { is: "turned_away" },
    };
  }
  const entry = before.outbox.find((candidate) => candidate.id === id);
  const outbox = box.refused(before.outbox, id, { code, words, retryAfterMs: retryMs }, at.nowMs);
  const besideHerWords = entry === undefined || entry.command.is === "say";
  return kept({ ...before, outbox, words: besideHerWords ? before.words : words });
}

function notice(before: Conversation, { body }: Notice): Conversation {
  switch (body.case) {
    case "youAreMuted":
      return { ...before, muted: { untilMs: Number(body.value.untilMs), words: body.value.words } };
    case "youMaySpeak":
      return { ...before, muted: null, words: body.value.words };
    case "youWereRemoved":
      return { ...before, removed: { untilMs: Number(body.value.untilMs), words: body.value.words } };
    default:
      return before;
  }
}

function presence(here: ReadonlySet<number>, update: Presence): ReadonlySet<number> {
  const next = new Set(update.complete ? [] : here);
  for (const member of update.here) next.add(member);
  for (const member of update.gone) next.delete(member);
  return next;
}
