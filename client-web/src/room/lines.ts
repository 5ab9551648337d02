// The quiet lines between messages: who came in, what changed. They are only for those who were there when it
// happened, so they stand beside the view and not in it.
import { WordClass, type Event } from "../protocol/generated/nightlight/wire/v1/event_pb";
import type { Phase } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { Poll } from "./view";

export type LineBody =
  | { is: "joined"; member: number }
  | { is: "left"; member: number }
  | { is: "phase"; phase: Phase; cause: string }
  | { is: "slow"; seconds: number }
  | { is: "purged"; words: WordClass }
  | { is: "begins" }
  | { is: "longer"; untilMs: number }
  | { is: "ends"; untilMs: number } // the end has come, and the room stays until then
  | { is: "hands"; on: boolean }
  | { is: "floor"; member: number }
  | { is: "round"; on: boolean }
  | { is: "asked"; question: string }
  | { is: "answers"; question: string; answers: readonly string[]; counts: readonly number[] } // no counts: few answered
  | { is: "muted"; member: number; untilMs: number; by: number }
  | { is: "unmuted"; member: number; by: number }
  | { is: "removed"; member: number; by: number }
  | { is: "door"; locked: boolean; by: number };

export interface Line {
  readonly key: string;
  readonly atMs: number;
  // It stands after the message with this number.
  readonly after: number;
  readonly body: LineBody;
}

const lines_max = 60;

// `poll` is what was open before the event.
export function withLine(
  lines: readonly Line[],
  event: Event,
  { place, after, poll }: { place: number; after: number; poll: Poll | null },
): readonly Line[] {
  const body = bodyOf(event, poll);
  if (body === null) return lines;
  const line: Line = { key: `line-${place}`, atMs: Number(event.atMs), after, body };
  return [...(takesWords(body) ? lines.filter(isWordless) : lines), line].slice(-lines_max);
}

// What was typed goes with the talk, here too.
function takesWords(body: LineBody): boolean {
  return body.is === "purged" && body.words !== WordClass.SET_ASIDE && body.words !== WordClass.REPORT;
}

function isWordless({ body }: Line): boolean {
  return body.is !== "asked" && body.is !== "answers";
}

function bodyOf({ body }: Event, poll: Poll | null): LineBody | null {
  switch (body.case) {
    case "memberJoined":
      return body.value.person === undefined ? null : { is: "joined", member: body.value.person.member };
    case "memberLeft":
      return { is: "left", member: body.value.member };
    case "phaseChanged":
      return { is: "phase", phase: body.value.phase, cause: body.value.cause };
    case "circleBegan":
      return { is: "begins" };
    case "meetingExtended":
      return { is: "longer", untilMs: Number(body.value.endsAtMs) };
    case "endingSoon": // before the end a bar says it for as long as it holds
      return body.value.minutes === 0 ? { is: "ends", untilMs: Number(body.value.closesAtMs) } : null;
    case "slowModeSet":
      return { is: "slow", seconds: body.value.seconds };
    case "handsRequiredSet":
      return { is: "hands", on: body.value.on };
    case "floorGiven":
      return body.value.member === 0 ? null : { is: "floor", member: body.value.member };
    case "roundBegan":
    case "roundEnded":
      return { is: "round", on: body.case === "roundBegan" };
    case "pollBegan":
      return body.value.poll === undefined ? null : { is: "asked", question: body.value.poll.question };
    case "pollEnded":
      return poll === null ? null : { is: "answers", question: poll.question, answers: poll.answers, counts: body.value.counts };
    case "wordsPurged":
      return { is: "purged", words: body.value.words };
    case "memberMuted":
      return { is: "muted", member: body.value.member, untilMs: Number(body.value.untilMs), by: body.value.by };
    case "memberUnmuted":
      return { is: "unmuted", member: body.value.member, by: body.value.by };
    case "memberRemoved":
      return { is: "removed", member: body.value.member, by: body.value.by };
    case "doorChanged":
      return { is: "door", locked: body.value.locked, by: body.value.by };
    default:
      return null;
  }
}
