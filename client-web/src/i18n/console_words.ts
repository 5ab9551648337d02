// Which of the console's words to use: the same language as everything else on the page.
import { console_en } from "./console_en";
import { console_es } from "./console_es";
import { useSpeech, type Language } from "./words";

export type ConsoleWords = typeof console_en;

const all: Record<Language, ConsoleWords> = { en: console_en, es: console_es };

export function useConsoleWords(): ConsoleWords {
  return all[useSpeech().language];
}

// How long ago, in as few letters as possible; a clock that runs ahead is now.
export function ageWords(ms: number, { age }: ConsoleWords): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 1) return age.now;
  if (minutes < 60) return age.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? age.hours(hours) : age.days(Math.floor(hours / 24));
}
