// Which words to use. The choice is hers; before she makes one, the phone's own language decides. Kept in this tab,
// and dropped with everything else at quick exit.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { en } from "./en";
import { es } from "./es";

export type Words = typeof en;
export type Language = "en" | "es";

const all: Record<Language, Words> = { en, es };
const language_key = "language";

export function wordsIn(language: Language): Words {
  return all[language];
}

export function firstLanguage(): Language {
  const chosen = sessionStorage.getItem(language_key);
  if (chosen === "en" || chosen === "es") return chosen;
  return navigator.language.toLowerCase().startsWith("es") ? "es" : "en";
}

export function keepLanguage(language: Language): void {
  sessionStorage.setItem(language_key, language);
}

export interface Speech {
  language: Language;
  t: Words;
  change(language: Language): void;
}

export const SpeechContext = createContext<Speech>({ language: "en", t: en, change: () => undefined });

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}

export function clockTime(ms: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(ms);
}

// With the day, when that is not today: an hour alone would be misread.
export function momentOf(ms: number, language: Language, nowMs: number, locale: string = language): string {
  const day = (at: number) => new Date(at).toDateString();
  const hour = { hour: "numeric", minute: "2-digit" } as const;
  const parts = day(ms) === day(nowMs) ? hour : ({ weekday: "long", month: "long", day: "numeric", ...hour } as const);
  return new Intl.DateTimeFormat(locale, parts).format(ms);
}

// The region decides between 8 PM and 20:00, and everyone here is in the States.
export const region: Record<Language, string> = { en: "en-US", es: "es-US" };

// What was planned, as people here say a time of the evening.
export function plannedMoment(ms: number, language: Language): string {
  return momentOf(ms, language, Date.now(), region[language]);
}

// "30 seconds", "2 minutes": as they stand after "every".
export function waitOf(seconds: number, t: Words): string {
  return seconds % 60 === 0 ? t.wait.minutes(seconds / 60) : t.wait.seconds(seconds);
}
