// Which words about incidents to use, and their times as people here say them.
import { incident_en, type IncidentWords } from "./incident_en";
import { incident_es } from "./incident_es";
import { momentOf, region, useSpeech, type Language } from "./words";

export type { IncidentWords } from "./incident_en";

export const incident_words: Record<Language, IncidentWords> = { en: incident_en, es: incident_es };

export function useIncidentWords(): IncidentWords {
  return incident_words[useSpeech().language];
}

export function useMoment(): (ms: number | bigint) => string {
  const { language } = useSpeech();
  return (ms) => momentOf(Number(ms), language, Date.now(), region[language]);
}
