// The meetings of a week folded into what a screen shows: pages into one list, days, tonight, by topic and language. Days
// are those of the reader's own zone.
import { DoorKind, Meeting_Mine, type Meeting } from "../protocol/generated/nightlight/api/v1/plan_pb";
import { dayOf, hourOf, plusDays, type Day } from "./days";
import { takesAnybody } from "./door";
import { localOf, momentAt } from "./zones";

export interface Only {
  readonly topic: string; // empty: all
  readonly language: string;
}

export const everything: Only = { topic: "", language: "" };

// A meeting that two pages name is one, as the later page has it.
export function folded(pages: readonly (readonly Meeting[])[]): Meeting[] {
  const known = new Map<string, Meeting>();
  for (const meeting of pages.flat()) known.set(nameOf(meeting), meeting);
  return [...known.values()].sort((one, other) => Number(one.startsAtMs - other.startsAtMs) || (nameOf(one) < nameOf(other) ? -1 : 1));
}

export function nameOf({ series, date }: Pick<Meeting, "series" | "date">): string {
  return `${series}/${date}`;
}

export function fitting(meetings: readonly Meeting[], only: Only): Meeting[] {
  return meetings.filter(
    (one) => (only.topic === "" || one.topic === only.topic) && (only.language === "" || one.language === only.language),
  );
}

// A night ends at four in the morning: whoever is up at one is still in it.
export function nightEnd(nowMs: number, zone: string): number {
  const local = localOf(zone, nowMs);
  const morning = hourOf(local) < "04:00" ? dayOf(local) : plusDays(dayOf(local), 1);
  return momentAt(zone, `${morning}T04:00`).atMs;
}

export function tonight(meetings: readonly Meeting[], nowMs: number, zone: string): Meeting[] {
  const end = nightEnd(nowMs, zone);
  return toCome(meetings, nowMs).filter((one) => Number(one.startsAtMs) < end);
}

// What has not ended.
export function toCome(meetings: readonly Meeting[], nowMs: number): Meeting[] {
  return meetings.filter((one) => Number(one.endsAtMs) > nowMs);
}

export interface DayOfMeetings {
  readonly day: Day;
  readonly meetings: readonly Meeting[];
}

export function byDay(meetings: readonly Meeting[], zone: string): DayOfMeetings[] {
  const days = new Map<Day, Meeting[]>();
  for (const meeting of meetings) {
    const day = dayOf(localOf(zone, Number(meeting.startsAtMs)));
    days.set(day, [...(days.get(day) ?? []), meeting]);
  }
  return [...days].map(([day, there]) => ({ day, meetings: there })).sort((one, other) => (one.day < other.day ? -1 : 1));
}

// With her own place as the server has just answered.
export function withMine(meetings: readonly Meeting[], name: string, mine: Meeting_Mine): Meeting[] {
  return meetings.map((one) => (nameOf(one) === name ? { ...one, mine } : one));
}

const door_opens_before_ms = 15 * 60_000;

// Whoever keeps a place may come in from a quarter of an hour before until it is over; where nobody has to keep one,
// anybody may.
export function isDoorTime(meeting: Meeting, nowMs: number): boolean {
  const { mine, cancelled, startsAtMs, endsAtMs } = meeting;
  const may = mine === Meeting_Mine.KEPT || (mine === Meeting_Mine.NOTHING && takesAnybody(meeting));
  const open = nowMs >= Number(startsAtMs) - door_opens_before_ms && nowMs < Number(endsAtMs);
  return open && !cancelled && may;
}

// Where a room has just asked her for a place: the first that is on, or about to be, and asks for one.
export function asksForPlace(meetings: readonly Meeting[], nowMs: number): Meeting | undefined {
  return meetings.find(
    ({ door, mine, cancelled, startsAtMs, endsAtMs }) =>
      door === DoorKind.REGISTERED &&
      mine !== Meeting_Mine.KEPT &&
      !cancelled &&
      nowMs >= Number(startsAtMs) - door_opens_before_ms &&
      nowMs < Number(endsAtMs),
  );
}

// The server makes the room a little into that time, and tells of it when asked again.
export function mayComeIn(meeting: Meeting, nowMs: number): boolean {
  return isDoorTime(meeting, nowMs) && meeting.room !== "";
}
