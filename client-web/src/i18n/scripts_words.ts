// Which words the cards and the course have: the same language as everything else on the page.
import { scripts_en } from "./scripts_en";
import { scripts_es } from "./scripts_es";
import { useSpeech, type Language } from "./words";

export type ScriptWords = typeof scripts_en;

export const script_words: Record<Language, ScriptWords> = { en: scripts_en, es: scripts_es };

export function useScriptWords(): ScriptWords {
  return script_words[useSpeech().language];
}
