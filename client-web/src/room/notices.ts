// What is said to one person alone: mutes and removals, a note from the team, words that are read first, a talk of
// two, what she chose, a second room.
import type { Notice } from "../protocol/generated/nightlight/wire/v1/notice_pb";
import type { Conversation } from "./conversation";
import * as holds from "./holds";
import { echoedAside } from "./outbox";
import * as sides from "./sides";

export function noticed(before: Conversation, { body }: Notice): Conversation {
  switch (body.case) {
    case "youAreMuted": {
      const { untilMs, words, reason } = body.value;
      return { ...before, muted: { untilMs: Number(untilMs), words, reason } };
    }
    case "youMaySpeak":
      return { ...before, muted: null, words: body.value.words };
    case "youWereRemoved": {
      const { untilMs, words, reason, mayReturn } = body.value;
      const removed = { untilMs: Number(untilMs), words, reason, mayReturn };
      return { ...before, removed, sides: [], holds: holds.ended(before.holds) }; // what waited goes with her
    }
    case "youWereWarned":
      return { ...before, warned: { words: body.value.words, reason: body.value.reason } };
    case "yourAnswer":
      return { ...before, answer: { poll: Number(body.value.poll), choice: body.value.choice } };
    case "youAreAskedOver": {
      const { second, words } = body.value;
      return { ...before, asked: second === "" ? null : { second, words } };
    }
    case "youAreVisiting": {
      const { first, called, words } = body.value;
      return { ...before, visit: { first, called, words } };
    }
    case "sideRoom":
    case "sideSaid":
    case "sideClosed":
      return { ...before, ...asideNoticed(before, body) };
    default:
      return { ...before, holds: heldNoticed(before.holds, body) };
  }
}

type Body = Notice["body"];
type Aside = Extract<Body, { case: "sideRoom" | "sideSaid" | "sideClosed" }>;

function asideNoticed({ sides: now, outbox, me }: Conversation, body: Aside): Partial<Conversation> {
  switch (body.case) {
    case "sideRoom":
      // She has gone back already; the server has not heard it yet.
      if (outbox.some((entry) => entry.command.is === "leaveSide")) return {};
      return { sides: sides.opened(now, body.value) };
    case "sideSaid": {
      const mine = body.value.author === me;
      return { sides: sides.said(now, body.value), outbox: mine ? echoedAside(outbox, body.value.text) : outbox };
    }
    case "sideClosed":
      return { sides: sides.closed(now, body.value.member) };
  }
}

function heldNoticed(now: holds.Holds, body: Body): holds.Holds {
  switch (body.case) {
    case "yourWordsAreRead": {
      const { hold, text, words } = body.value;
      return holds.told(now, { hold, at: "reading", text, words });
    }
    case "pleaseRephrase": {
      const { hold, text, reason, words } = body.value;
      return holds.told(now, { hold, at: "rephrase", text, reason, words });
    }
    case "yourWordsWereDeclined":
      return holds.declined(now, body.value.hold, body.value.words, body.value.reason);
    case "yourWordsWereReleased":
      return holds.without(now, body.value.hold);
    default:
      return now;
  }
}
