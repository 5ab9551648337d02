// Which words the page about rules has, a rule as one line of them, and why one was refused.
import type { Misplaced } from "../conduct/mistakes";
import type { Rule } from "../conduct/rules_text";
import { conduct_en } from "./conduct_en";
import { conduct_es } from "./conduct_es";
import { useSpeech, type Language } from "./words";

export type ConductWords = typeof conduct_en;

export const conduct_words: Record<Language, ConductWords> = { en: conduct_en, es: conduct_es };

export function useConductWords(): ConductWords {
  return conduct_words[useSpeech().language];
}

export function ruleWords({ kind, name, action, texts, except }: Rule, w: ConductWords): string {
  const looks = kind === "switch" ? name : texts.join(", ");
  const apart = except.length === 0 ? "" : ` · ${w.own.except(except.join(", "))}`;
  return `${w.kind[kind]}: ${looks} · ${w.action[action]}${apart}`;
}

export function mistakeWords({ key, why, said }: Misplaced, w: ConductWords): string {
  if (key === null && why === "theirs") return w.organisation.wrong;
  return why === "theirs" ? `${w.why.theirs} ${said}` : w.why[why];
}
