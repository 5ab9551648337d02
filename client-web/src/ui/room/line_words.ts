// A quiet line in words.
import { clockTime, plannedMoment, waitOf, type Language, type Words } from "../../i18n/words";
import type { LineBody } from "../../room/lines";
import { WordClass } from "../../protocol/generated/nightlight/wire/v1/event_pb";
import { Phase } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import type { RoomView } from "../../room/view";
import { nameOf } from "./names";

export function lineWords(
  body: LineBody,
  members: readonly number[],
  view: RoomView,
  t: Words,
  language: Language,
): string {
  const name = (member: number) => (member === 0 ? t.lines.system : nameOf(view, member, t));
  switch (body.is) {
    case "joined":
      return t.lines.joined(members.map(name).join(t.lines.and));
    case "left":
      return t.lines.left(members.map(name).join(t.lines.and));
    case "phase":
      return phaseWords(body.phase, body.cause, t);
    case "slow":
      return body.seconds === 0 ? t.lines.slowOff : t.lines.slowOn(waitOf(body.seconds, t));
    case "purged":
      return purgedWords(body.words, t);
    case "begins":
      return t.lines.begins;
    case "longer":
      return t.lines.longer(plannedMoment(body.untilMs, language));
    case "ends":
      return t.lines.ends(plannedMoment(body.untilMs, language));
    case "hands":
      return body.on ? t.lines.handsOn : t.lines.handsOff;
    case "floor":
      return t.lines.floor(name(body.member));
    case "round":
      return body.on ? t.lines.roundOn : t.lines.roundOff;
    case "asked":
      return t.lines.asked(body.question);
    case "answers":
      return body.counts.length === 0 ? t.lines.fewAnswers(body.question) : t.lines.answers(body.question, counted(body));
    case "muted": {
      const until = body.untilMs === 0 ? t.lines.rest : t.lines.until(clockTime(body.untilMs, language));
      return t.lines.muted(name(body.member), until, name(body.by));
    }
    case "unmuted":
      return t.lines.unmuted(name(body.member), name(body.by));
    case "removed":
      return t.lines.removed(name(body.member), name(body.by));
    case "door":
      return body.locked ? t.lines.locked(name(body.by)) : t.lines.unlocked(name(body.by));
  }
}

function counted({ answers, counts }: Extract<LineBody, { is: "answers" }>): string {
  return answers.map((answer, place) => `${answer} ${counts[place] ?? 0}`).join(" · ");
}

function purgedWords(words: WordClass, t: Words): string {
  if (words === WordClass.SET_ASIDE) return t.lines.purgedSetAside;
  return words === WordClass.REPORT ? t.lines.purgedReports : t.lines.purged;
}

function phaseWords(phase: Phase, cause: string, t: Words): string {
  switch (phase) {
    case Phase.OPEN:
      return t.lines.opened;
    case Phase.PAUSED:
      return cause === "staff_absent" ? t.lines.pausedStaffAbsent : t.lines.paused;
    case Phase.CLOSED:
      return t.lines.closed;
    case Phase.SCHEDULED:
    case Phase.UNSPECIFIED:
      return "";
  }
}
