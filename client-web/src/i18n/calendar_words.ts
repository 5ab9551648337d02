// Which of the calendar's words to use, and days and hours as they are said in them.
import { dayMs, hourOf, plusDays, type Day } from "../calendar/days";
import { localOf, sameClock, zoneName } from "../calendar/zones";
import { calendar_en } from "./calendar_en";
import { calendar_es } from "./calendar_es";
import { Wording } from "../protocol/generated/nightlight/api/v1/calendar_pb";
import type { Meeting } from "../protocol/generated/nightlight/api/v1/plan_pb";
import { region, useSpeech, type Language } from "./words";

export type CalendarWords = typeof calendar_en;

export const calendar_words: Record<Language, CalendarWords> = { en: calendar_en, es: calendar_es };

export function useCalendarWords(): CalendarWords {
  return calendar_words[useSpeech().language];
}

export function hourWords(ms: number, zone: string, language: Language): string {
  const hour = { hour: "numeric", minute: "2-digit", timeZone: zone } as const;
  return new Intl.DateTimeFormat(region[language], hour).format(ms);
}

export function spanWords(fromMs: number, toMs: number, zone: string, language: Language): string {
  const hour = { hour: "numeric", minute: "2-digit", timeZone: zone } as const;
  return new Intl.DateTimeFormat(region[language], hour).formatRange(fromMs, toMs);
}

// The line that a reminder shows on a locked phone on the day, as the server writes it: "8 pm", "20:00".
export function subjectWords({ title, startsAtMs }: Meeting, wording: Wording, zone: string, language: Language): string {
  const [hour = "", minutes = ""] = hourOf(localOf(zone, Number(startsAtMs))).split(":");
  const short = minutes === "00" ? "" : `:${minutes}`;
  const english = `${Number(hour) % 12 === 0 ? 12 : Number(hour) % 12}${short} ${Number(hour) < 12 ? "am" : "pm"}`;
  const named = wording === Wording.TITLE ? `${title}, ` : "";
  return calendar_words[language].reminder.subject(`${named}${language === "es" ? `${hour}:${minutes}` : english}`);
}

// Where a line begins.
export function dayWords(day: Day, language: Language, short = false): string {
  const words = dayInside(day, language, short);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Inside a sentence, where Spanish writes days small.
export function dayInside(day: Day, language: Language, short = true): string {
  const long = { weekday: "long", month: "long", day: "numeric" } as const;
  const parts = short ? ({ weekday: "short", month: "short", day: "numeric" } as const) : long;
  return new Intl.DateTimeFormat(region[language], { ...parts, timeZone: "UTC" }).format(dayMs(day));
}

// "Today", "Tomorrow", or the day.
export function nearDayWords(day: Day, today: Day, language: Language): string {
  const c = calendar_words[language];
  if (day === today) return c.today;
  return day === plusDays(today, 1) ? c.tomorrow : dayWords(day, language);
}

// The meeting's own clock, when it shows something else than hers.
export function otherClock(ms: number, zone: string, own: string, language: Language): string {
  if (sameClock(zone, own, ms)) return "";
  const here = localOf(own, ms).slice(0, 10);
  const there = localOf(zone, ms).slice(0, 10);
  const hour = hourWords(ms, zone, language);
  const time = here === there ? hour : `${dayWords(there, language, true)}, ${hour}`;
  return calendar_words[language].clock(time, zoneName(zone, region[language], ms));
}
