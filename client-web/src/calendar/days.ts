// Days ("2026-11-24") and local times ("2026-11-24T19:30") as the calendar writes them: no zone, no clock. They sort as
// text.
export type Day = string;
export type LocalTime = string;

export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];

const day_ms = 86_400_000;

// As if the clocks were Greenwich's: for counting and for the words of a day, never a moment.
export function dayMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function plusDays(day: Day, days: number): Day {
  return new Date(dayMs(day) + days * day_ms).toISOString().slice(0, 10);
}

export function weekdayOf(day: Day): Weekday {
  return weekdays[(new Date(dayMs(day)).getUTCDay() + 6) % 7]!;
}

export function mondayOf(day: Day): Day {
  return plusDays(day, -weekdays.indexOf(weekdayOf(day)));
}

// A day that can be planned: a year that is being typed begins as 0002.
export function isDay(text: string): boolean {
  return /^2[01]\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(dayMs(text)) && plusDays(text, 0) === text;
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

export function dayOf(time: LocalTime): Day {
  return time.slice(0, 10);
}

export function hourOf(time: LocalTime): string {
  return time.slice(11, 16);
}

// The days of a month that fall on a weekday, in order.
export function daysOfMonth(month: string, weekday: Weekday): Day[] {
  const found: Day[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = plusDays(day, 1)) {
    if (weekdayOf(day) === weekday) found.push(day);
  }
  return found;
}

export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
