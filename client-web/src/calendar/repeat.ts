// How a series repeats, as the editor can say it, to and from an RRULE of RFC 5545. A rule that the editor cannot say
// stays as it is ("other"). The dates are for showing while somebody types; the server counts for itself.
import { daysOfMonth, isDay, mondayOf, monthAfter, plusDays, weekdayOf, weekdays } from "./days";
import type { Day, Weekday } from "./days";

export type How = "once" | "daily" | "weekly" | "monthly" | "other";
export type Ends = "never" | "after" | "on";

export interface Repeat {
  readonly how: How;
  readonly every: number; // every 2nd week
  readonly days: readonly Weekday[]; // weekly
  readonly nth: number; // monthly: 1 to 4, or -1 for the last
  readonly ends: Ends;
  readonly count: number;
  readonly until: Day;
  readonly text: string; // other
}

export const repeat_once: Repeat = {
  how: "once", every: 1, days: [], nth: 1, ends: "never", count: 8, until: "", text: "",
};

const looked_through_max = 4_000;

export function nthOf(day: Day): number {
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  return nth > 4 ? -1 : nth;
}

export function ruleOf(repeat: Repeat, day: Day): string {
  if (repeat.how === "once") return "";
  if (repeat.how === "other") return repeat.text;
  const parts = [`FREQ=${repeat.how.toUpperCase()}`];
  if (repeat.every > 1) parts.push(`INTERVAL=${repeat.every}`);
  if (repeat.how === "weekly") parts.push(`BYDAY=${inOrder(repeat.days).join(",")}`);
  if (repeat.how === "monthly") parts.push(`BYDAY=${repeat.nth}${weekdayOf(day)}`);
  if (repeat.ends === "after") parts.push(`COUNT=${repeat.count}`);
  if (repeat.ends === "on" && repeat.until !== "") parts.push(`UNTIL=${repeat.until.replaceAll("-", "")}`);
  return parts.join(";");
}

export function inOrder(days: readonly Weekday[]): Weekday[] {
  return weekdays.filter((one) => days.includes(one));
}

export function repeatOf(rule: string, first: Day): Repeat {
  if (rule === "") return { ...repeat_once, days: [weekdayOf(first)], nth: nthOf(first) };
  return said(rule, first) ?? { ...repeat_once, how: "other", text: rule, days: [weekdayOf(first)], nth: nthOf(first) };
}

function said(rule: string, first: Day): Repeat | null {
  const parts = new Map(rule.split(";").map((part) => part.split("=", 2) as [string, string]));
  const how = (parts.get("FREQ") ?? "").toLowerCase();
  if (how !== "daily" && how !== "weekly" && how !== "monthly") return null;
  const known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", ...(how === "daily" ? [] : ["BYDAY"])];
  if ([...parts.keys()].some((key) => !known.includes(key)) || (parts.get("WKST") ?? "MO") !== "MO") return null;
  const by = parts.get("BYDAY") ?? "";
  const days = how === "weekly" && by !== "" ? by.split(",") : [weekdayOf(first)];
  if (!days.every((one): one is Weekday => (weekdays as readonly string[]).includes(one))) return null;
  const monthly = /^(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.exec(by);
  if (how === "monthly" && monthly?.[2] !== weekdayOf(first)) return null;
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get("UNTIL") ?? "");
  return {
    ...repeat_once,
    how,
    days: inOrder(days),
    every: Number(parts.get("INTERVAL") ?? 1),
    nth: monthly === null ? nthOf(first) : Number(monthly[1]),
    ends: parts.has("COUNT") ? "after" : until !== null ? "on" : "never",
    count: Number(parts.get("COUNT") ?? repeat_once.count),
    until: until === null ? "" : `${until[1]}-${until[2]}-${until[3]}`,
  };
}

// The first day on or after `day` that the rule can begin with.
export function firstDay(repeat: Repeat, day: Day): Day {
  if (repeat.how !== "weekly" || repeat.days.length === 0) return day;
  let first = day;
  while (!repeat.days.includes(weekdayOf(first))) first = plusDays(first, 1);
  return first;
}

// The series' days from its first on, at most `most`; none for a rule of another kind.
export function datesOf(repeat: Repeat, first: Day, most: number): Day[] {
  if (!isDay(first) || repeat.how === "other") return [];
  const found: Day[] = [];
  const limit = repeat.how === "once" ? 1 : repeat.ends === "after" ? Math.min(most, repeat.count) : most;
  for (const day of walk(repeat, first)) {
    if (found.length >= limit || (repeat.how !== "once" && repeat.ends === "on" && day > repeat.until)) break;
    found.push(day);
  }
  return found;
}

function* walk(repeat: Repeat, first: Day): Generator<Day> {
  const every = Math.max(1, Math.floor(repeat.every));
  for (let step = 0; step < looked_through_max; ++step) {
    for (const day of period(repeat, first, step * every)) if (day >= first) yield day;
  }
}

function period(repeat: Repeat, first: Day, ahead: number): Day[] {
  switch (repeat.how) {
    case "daily":
      return [plusDays(first, ahead)];
    case "weekly":
      return inOrder(repeat.days).map((one) => plusDays(mondayOf(first), ahead * 7 + weekdays.indexOf(one)));
    case "monthly": {
      const there = daysOfMonth(monthAfter(first.slice(0, 7), ahead), weekdayOf(first));
      return [repeat.nth === -1 ? there.at(-1)! : there[repeat.nth - 1]!];
    }
    case "once":
    case "other":
      return ahead === 0 ? [first] : [];
  }
}
