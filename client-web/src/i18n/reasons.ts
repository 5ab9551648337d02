// The reasons that staff choose from. One travels as it was chosen and is read in the reader's own language, whoever
// chose it in whichever; words of their own stay as they were written.
import type { Language } from "./words";

// In the same order.
export const listed_reasons: Readonly<Record<Language, readonly string[]>> = {
  en: ["unkind words", "private details", "advice on medicine", "off topic", "a calmer moment", "not safe here"],
  es: [
    "palabras que hieren",
    "datos privados",
    "consejos de medicinas",
    "fuera de tema",
    "un momento de calma",
    "no es seguro aquí",
  ],
};

export function reasonIn(language: Language, written: string): string {
  for (const list of Object.values(listed_reasons)) {
    const place = list.indexOf(written);
    if (place >= 0) return listed_reasons[language][place] ?? written;
  }
  return written;
}
