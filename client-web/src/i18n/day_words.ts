// A day of the past or to come inside a sentence: "November 24, 2026", "24 de noviembre de 2026".
import { region, type Language } from "./words";

export function dateInside(day: string, language: Language): string {
  const parts = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" } as const;
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? day : new Intl.DateTimeFormat(region[language], parts).format(ms);
}
