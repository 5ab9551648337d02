// Which words what goes outside has; and those on the card itself, which has a language of its own. A card lies on a
// table: it says nothing of who it is for or what it is about.
import { outside_en } from "./outside_en";
import { outside_es } from "./outside_es";
import { useSpeech, type Language } from "./words";

export type OutsideWords = typeof outside_en;

export const outside_words: Record<Language, OutsideWords> = { en: outside_en, es: outside_es };

export function useOutsideWords(): OutsideWords {
  return outside_words[useSpeech().language];
}

export const card_words = {
  en: {
    title: "You are invited",
    scan: "Point your phone's camera at the square, and open the link.",
    type: "Or type this address:",
    keep: "Please keep this card to yourself.",
    picture: "A square code with the link",
  },
  es: {
    title: "Tienes una invitación",
    scan: "Apunta la cámara de tu teléfono al cuadro y abre el enlace.",
    type: "O escribe esta dirección:",
    keep: "Por favor, guarda esta tarjeta solo para ti.",
    picture: "Un código cuadrado con el enlace",
  },
} satisfies Record<Language, Record<string, string>>;
