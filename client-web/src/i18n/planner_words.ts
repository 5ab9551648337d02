// Which of the planner's words to use, and rules, times and warnings as sentences in them.
import { weekdayOf, type Day, type LocalTime } from "../calendar/days";
import { repeatOf, type Repeat } from "../calendar/repeat";
import { momentAt } from "../calendar/zones";
import { dayInside, dayWords, hourWords } from "./calendar_words";
import { planner_en } from "./planner_en";
import { planner_es } from "./planner_es";
import { useSpeech, type Language } from "./words";

export type PlannerWords = typeof planner_en;

export const planner_words: Record<Language, PlannerWords> = { en: planner_en, es: planner_es };

export function usePlannerWords(): PlannerWords {
  return planner_words[useSpeech().language];
}

// "Every week on Tuesday, 8 meetings".
export function repeatWords(repeat: Repeat, first: Day, language: Language): string {
  const w = planner_words[language];
  if (repeat.how === "once") return w.rule.once;
  if (repeat.how === "other") return repeat.text;
  const days = repeat.days.map((one) => w.weekdaysLong[one]);
  const list = new Intl.ListFormat(language).format(days);
  const how = {
    daily: () => w.rule.daily(repeat.every),
    weekly: () => w.rule.weekly(repeat.every, list),
    monthly: () => w.rule.monthly(repeat.every, w.nth[repeat.nth] ?? "", w.weekdaysLong[weekdayOf(first)]),
  }[repeat.how]();
  if (repeat.ends === "after") return `${how}, ${w.rule.times(repeat.count)}`;
  return repeat.ends === "on" && repeat.until !== "" ? `${how}, ${w.rule.until(dayInside(repeat.until, language))}` : how;
}

export function ruleWords(rule: string, first: Day, language: Language): string {
  return repeatWords(repeatOf(rule, first), first, language);
}

export function localWords(local: LocalTime, zone: string, language: Language): string {
  const { atMs } = momentAt(zone, local);
  return `${dayWords(local.slice(0, 10), language, true)}, ${hourWords(atMs, zone, language)}`;
}
