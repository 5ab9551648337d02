// Two versions side by side, when somebody else was faster: what differs, and hers with what she did not touch taken from
// theirs.
import type { DateChange, Series } from "../protocol/generated/nightlight/api/v1/plan_pb";
import type { Day } from "./days";
import { keptDoor } from "./door";
import { startDay, type Draft } from "./draft";
import { ruleOf } from "./repeat";

export const compared = [
  "topic", "title", "description", "language", "zone", "start", "minutes", "rrule", "places", "facilitator", "second",
  "keepsHolidays",
] as const;
export type Compared = (typeof compared)[number];

function valueOf(draft: Draft, field: Compared): string {
  if (field === "start") return `${startDay(draft)}T${draft.time}`;
  return field === "rrule" ? ruleOf(draft.repeat, startDay(draft)) : String(draft[field]);
}

// The fields in which the two are not the same.
export function differing(mine: Draft, theirs: Draft): Compared[] {
  return compared.filter((field) => valueOf(mine, field) !== valueOf(theirs, field));
}

// What she changed since `was`, on top of theirs. A start, its zone and its rule go together.
export function kept(was: Draft, mine: Draft, theirs: Draft): Draft {
  const touched = new Set<Compared>(differing(mine, was));
  const when = touched.has("start") || touched.has("rrule") || touched.has("zone");
  const { day, time, repeat, zone } = mine;
  const own = Object.fromEntries(
    [...touched].filter((field) => field !== "start" && field !== "rrule").map((field) => [field, mine[field as keyof Draft]]),
  ) as Partial<Draft>;
  const door = keptDoor(was.door, mine.door, theirs.door);
  return { ...theirs, ...own, door, ...(when ? { day, time, repeat, zone } : {}) };
}

export interface DayDifference {
  readonly date: Day;
  readonly mine: DateChange | null; // null: as in the series
  readonly theirs: DateChange | null;
}

// Single days about which the two do not say the same.
export function differingDays(mine: Series, theirs: Series): DayDifference[] {
  const dates = [...new Set([...mine.changes, ...theirs.changes].map(({ date }) => date))].sort();
  const of = (series: Series, date: Day) => series.changes.find((one) => one.date === date) ?? null;
  return dates
    .map((date) => ({ date, mine: of(mine, date), theirs: of(theirs, date) }))
    .filter((one) => written(one.mine) !== written(one.theirs));
}

function written(change: DateChange | null): string {
  if (change === null) return "";
  return [change.kind, change.start, change.minutes, change.title, change.facilitator, change.second].join("\n");
}
