// An item of the queue, and what was done about one, in words.
import type { ConsoleWords } from "../../../i18n/console_words";
import { clockTime, type Language, type Words } from "../../../i18n/words";
import type { Doing } from "../../../desk/doings";
import type { Item } from "../../../desk/queue";
import type { Term } from "../../../room/staff_view";
import type { RoomView } from "../../../room/view";

export function nameIn(view: RoomView | null, member: number, c: ConsoleWords): string {
  const name = view?.people.get(member)?.name ?? "";
  return name === "" ? c.someone : name;
}

export function kindWords({ alert, held, rank }: Item, c: ConsoleWords): string {
  if (alert === null || (held !== null && (rank === "overdue" || rank === "held"))) {
    return held?.rephraseAsked === true ? c.rephraseAsked : (c.cause[held?.cause ?? 0] ?? c.cause[0] ?? "");
  }
  const feeling = c.feeling[alert.feeling] ?? "";
  const kind = feeling === "" ? (c.kind[alert.kind] ?? c.kind[0] ?? "") : `“${feeling}”`;
  const category = c.category[alert.category] ?? "";
  return category === "" ? kind : `${kind}: ${category}`;
}

// What a reporter wrote beside the message she wrote about.
export function noteOf({ alert, words }: Item): string {
  return alert === null || alert.words === words ? "" : alert.words;
}

// Whom the clock has called because nobody had taken it.
export function calledWords({ alert }: Item, c: ConsoleWords, language: Language): string {
  if (alert === null || alert.climbedAtMs === 0) return "";
  const called = c.called[alert.rung];
  return called === undefined ? "" : called(clockTime(alert.climbedAtMs, language));
}

export function ruleOf({ alert, held }: Item): string {
  return alert?.rule || held?.rule || "";
}

export function termWords({ untilMs }: Term, c: ConsoleWords, language: Language): string {
  return untilMs === 0 ? c.card.rest : c.card.until(whenWords(untilMs, language));
}

// The clock today, the day with it otherwise.
export function whenWords(ms: number, language: Language): string {
  const time = clockTime(ms, language);
  if (new Date(ms).toDateString() === new Date().toDateString()) return time;
  return `${new Intl.DateTimeFormat(language, { day: "numeric", month: "short" }).format(ms)} ${time}`;
}

export function doingWords(
  { deed, by }: Doing,
  view: RoomView | null,
  c: ConsoleWords,
  t: Words,
  language: Language,
  me: number,
): string {
  const name = (member: number) => (member === 0 ? c.system : nameIn(view, member, c));
  const who = by === me && me !== 0 ? `${name(by)} (${t.room.you})` : name(by);
  switch (deed.is) {
    case "released":
    case "declined":
    case "rephrase":
    case "warned":
    case "banned":
    case "readmitted":
    case "sideOpened":
    case "sideEnded":
    case "admitted":
      return c.doing[deed.is](who, name(deed.member));
    case "hidden":
    case "shown":
    case "claimed":
    case "handedBack":
    case "handedOver":
    case "takenOver":
    case "controls":
      return c.doing[deed.is](who);
    case "lockdown":
      return deed.on ? c.doing.lockOn(who) : c.doing.lockOff(who);
    case "hold":
      return c.doing.hold(who, c.room.holds[deed.mode] ?? "");
    case "closed":
      return c.doing.closed(who, c.choices.outcome[deed.outcome - 1] ?? "");
    case "handed":
      return c.doing.handed(who, name(deed.to));
    case "glass":
      return c.glass.line(who, deed.reason, whenWords(deed.untilMs, language));
  }
}
