// A series while somebody types it: what follows from what she has said so far, so that she need say little, and what is
// still to be filled in. It becomes a Series for the server, which has the last word.
import { create } from "@bufbuild/protobuf";
import { Scope } from "../protocol/generated/nightlight/api/v1/calendar_pb";
import {
  DateChange_Kind,
  SeriesSchema,
  type Series,
  type Topic,
} from "../protocol/generated/nightlight/api/v1/plan_pb";
import { dayOf, hourOf, isDay, isTime, weekdayOf, type Day, type Weekday } from "./days";
import { datesOf, firstDay, inOrder, nthOf, repeatOf, repeat_once, ruleOf, type Repeat } from "./repeat";
import { doorMessage, doorOf, gapsIn, openDoor, type DoorField, type DraftDoor } from "./door";
import { isZone } from "./zones";

export interface Draft {
  readonly topic: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly zone: string;
  readonly day: Day; // of the first meeting, as typed
  readonly time: string; // "19:30"
  readonly minutes: number;
  readonly repeat: Repeat;
  readonly places: number;
  readonly facilitator: string;
  readonly second: string;
  readonly keepsHolidays: boolean;
  readonly door: DraftDoor | null; // null: as it is, when nobody has said how
  readonly ownTitle: boolean; // she named it herself
}

export type Field = "topic" | "title" | "language" | "zone" | "start" | "minutes" | "rrule" | "places" | "facilitator" | "second" | DoorField;

export const minutes_min = 10;
export const minutes_max = 480;
export const places_max = 200;

export function newDraft(start: { day: Day; zone: string; language: string; me: string }): Draft {
  const { day, zone, language, me } = start;
  const repeat: Repeat = { ...repeat_once, how: "weekly", days: [weekdayOf(day)], nth: nthOf(day), ends: "after" };
  return {
    topic: "", title: "", description: "", language, zone, day, time: "20:00", minutes: 90, repeat, places: 10,
    facilitator: me, second: "", keepsHolidays: true, door: openDoor, ownTitle: false,
  };
}

export function withTopic(draft: Draft, topic: Topic): Draft {
  return { ...draft, topic: topic.id, language: topic.language, title: draft.ownTitle ? draft.title : topic.title };
}

export function withTitle(draft: Draft, title: string): Draft {
  return { ...draft, title, ownTitle: title.trim() !== "" };
}

// A single weekday goes with the day; several stay as chosen.
export function withDay(draft: Draft, day: Day): Draft {
  if (!isDay(day)) return { ...draft, day };
  const days = draft.repeat.days.length > 1 ? draft.repeat.days : [weekdayOf(day)];
  return { ...draft, day, repeat: { ...draft.repeat, days, nth: nthOf(day) } };
}

// Tapped: another weekday comes to those there, or goes; one always stays.
export function withWeekday(draft: Draft, weekday: Weekday): Draft {
  const { days } = draft.repeat;
  const next = days.includes(weekday) ? days.filter((one) => one !== weekday) : [...days, weekday];
  return next.length === 0 ? draft : { ...draft, repeat: { ...draft.repeat, days: inOrder(next) } };
}

export function withRepeat(draft: Draft, part: Partial<Repeat>): Draft {
  return { ...draft, repeat: { ...draft.repeat, ...part } };
}

export function startDay(draft: Draft): Day {
  return isDay(draft.day) ? firstDay(draft.repeat, draft.day) : draft.day;
}

// What is still to be said; the rest is the server's to judge.
export function missing(draft: Draft): Field[] {
  const { repeat } = draft;
  const whole = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
  const wrong: [Field, boolean][] = [
    ["topic", draft.topic === ""],
    ["title", [...draft.title.trim()].length < 2],
    ["zone", !isZone(draft.zone)],
    ["start", !isDay(draft.day) || !isTime(draft.time)],
    ["minutes", !whole(draft.minutes, minutes_min, minutes_max)],
    ["rrule", !whole(repeat.every, 1, 52) || (repeat.ends === "after" && !whole(repeat.count, 1, 1000))],
    ["rrule", repeat.how !== "once" && repeat.ends === "on" && !isDay(repeat.until)],
    ["places", !whole(draft.places, 1, places_max)],
    ["facilitator", draft.facilitator === ""],
    ...gapsIn(draft.door),
  ];
  return [...new Set(wrong.filter(([, is]) => is).map(([field]) => field))];
}

export function seriesOf(draft: Draft, was: Series | null): Series {
  const day = startDay(draft);
  return create(SeriesSchema, {
    id: was?.id ?? "",
    etag: was?.etag ?? "",
    topic: draft.topic,
    title: draft.title.trim(),
    description: draft.description,
    language: draft.language,
    zone: draft.zone,
    start: `${day}T${draft.time}`,
    minutes: draft.minutes,
    rrule: ruleOf(draft.repeat, day),
    places: draft.places,
    facilitator: draft.facilitator,
    second: draft.second,
    keepsHolidays: draft.keepsHolidays,
    ...(draft.door === null ? {} : { door: doorMessage(draft.door) }),
  });
}

export interface Editing {
  readonly series: Series; // as it was read
  readonly scope: Scope;
  readonly date: Day; // the meeting it was opened from
}

// One day of a series: its own where it differs, and the series' where it does not.
export function onDay(series: Series, date: Day): Pick<Series, "start" | "minutes" | "title" | "facilitator" | "second"> {
  const own = series.changes.find((one) => one.date === date);
  return {
    start: own?.start || `${date}T${hourOf(series.start)}`,
    minutes: own?.minutes || series.minutes,
    title: own?.title || series.title,
    facilitator: own?.facilitator || series.facilitator,
    second: own?.second || series.second,
  };
}

// For one meeting, and for it and those after it, the draft begins at that meeting.
export function draftOf({ series, scope, date }: Editing): Draft {
  const following = scope === Scope.FOLLOWING ? `${date}T${hourOf(series.start)}` : series.start;
  const from = scope === Scope.THIS ? onDay(series, date) : { ...series, start: following };
  const { topic, description, language, zone, places, keepsHolidays } = series;
  const { title, minutes, facilitator, second } = from;
  return {
    topic, title, description, language, zone, minutes, places, facilitator, second, keepsHolidays,
    day: dayOf(from.start),
    time: hourOf(from.start),
    repeat: repeatFrom(series, dayOf(following)),
    door: doorOf(series),
    ownTitle: true,
  };
}

// A number of meetings is what is left of it from that day on.
function repeatFrom(series: Series, day: Day): Repeat {
  const repeat = repeatOf(series.rrule, day);
  if (repeat.ends !== "after") return repeat;
  const before = datesOf(repeatOf(series.rrule, dayOf(series.start)), dayOf(series.start), repeat.count).indexOf(day);
  return before > 0 ? { ...repeat, count: repeat.count - before } : repeat;
}

// As it is sent. One meeting keeps everything of the series but its time, length, title and people; a rule that was not
// touched stays to the letter, so that it goes on counting.
export function editOf(draft: Draft, editing: Editing): Series {
  const { series, scope } = editing;
  const typed = seriesOf(draft, series);
  if (scope === Scope.THIS) {
    const { minutes, title, facilitator, second } = typed;
    return { ...series, start: `${draft.day}T${draft.time}`, minutes, title, facilitator, second };
  }
  const untouched = ruleOf(draftOf(editing).repeat, dayOf(typed.start)) === typed.rrule;
  return untouched ? { ...typed, rrule: series.rrule } : typed;
}

// Of a series that has one meeting, or for its first, "following" is all of them.
export function scopesFor(series: Series, date: Day): Scope[] {
  if (series.rrule === "") return [Scope.ALL];
  const extra = series.changes.some((one) => one.date === date && one.kind === DateChange_Kind.ADDED);
  return extra || date <= dayOf(series.start) ? [Scope.THIS, Scope.ALL] : [Scope.THIS, Scope.FOLLOWING, Scope.ALL];
}
