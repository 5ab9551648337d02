// The server's warnings as lines to read; the same of several days is one line.
import { Warning_Kind, type Warning } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { dayInside } from "../../i18n/calendar_words";
import type { PlannerWords } from "../../i18n/planner_words";
import type { Language } from "../../i18n/words";
import { personIn, titleIn, type Book } from "./team";

export function warningLines(warnings: readonly Warning[], book: Book, p: PlannerWords, language: Language): string[] {
  const alone = warnings.filter(({ kind }) => kind === Warning_Kind.NO_SECOND);
  const lines = warnings.filter((one) => one.kind !== Warning_Kind.NO_SECOND).map((one) => lineOf(one, book, p, language));
  const first = alone[0];
  if (first !== undefined) {
    const day = dayInside(first.date, language);
    lines.push(alone.length === 1 ? p.warnings.alone(day) : p.warnings.aloneMany(alone.length, day));
  }
  return [...new Set(lines)].filter((line) => line !== "");
}

function lineOf(warning: Warning, book: Book, p: PlannerWords, language: Language): string {
  const day = warning.date === "" ? "" : dayInside(warning.date, language);
  switch (warning.kind) {
    case Warning_Kind.BOOKED_TWICE: {
      const person = personIn(book, warning.person, p.someone);
      const other = titleIn(book, warning.otherSeries);
      return other === "" ? p.warnings.bookedSelf(person, day) : p.warnings.booked(person, day, other);
    }
    case Warning_Kind.TIME_MOVED:
      return p.warnings.gap(day);
    case Warning_Kind.PLACES_LOST:
      return p.warnings.lost(warning.count, day);
    case Warning_Kind.NO_SECOND: // all of them are one line
    case Warning_Kind.UNSPECIFIED:
      return "";
  }
  return ""; // a kind that this page does not know yet
}
