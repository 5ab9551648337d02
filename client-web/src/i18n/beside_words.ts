// The second room beside a room, in both languages: what she reads who is asked into it or finds the first one full, and
// what the team reads who opens it.
import { useSpeech, type Language } from "./words";

const beside_en = {
  title: "The second room",
  // Hers.
  go: "Go there",
  stay: "Stay here",
  back: "Back to the first room",
  comeIn: "Come into the second room",
  // The team's.
  filling: "It is getting full. You can open a second room.",
  open: "Open a second room",
  notNow: "Not now",
  isOpen: "A second room is open.",
  thisIsIt: "This is the second room.",
  toSecond: "Go to the second room",
  toFirst: "Go to the first room",
  ask: "Ask people over",
  askHint: "Each decides for herself, and can come back any time.",
  askNobody: "Nobody is here to ask.",
  askSend: "Ask them",
  asked: (names: string) => `Asked: ${names}`,
  over: (names: string) => `Over there: ${names}`,
  callBack: "Call everyone back",
};

export type BesideWords = typeof beside_en;

const beside_es: BesideWords = {
  title: "La segunda sala",
  go: "Ir allá",
  stay: "Quedarme aquí",
  back: "Volver a la primera sala",
  comeIn: "Entrar a la segunda sala",
  filling: "Se está llenando. Puedes abrir una segunda sala.",
  open: "Abrir una segunda sala",
  notNow: "Ahora no",
  isOpen: "Hay una segunda sala abierta.",
  thisIsIt: "Esta es la segunda sala.",
  toSecond: "Ir a la segunda sala",
  toFirst: "Ir a la primera sala",
  ask: "Invitar a pasar",
  askHint: "Cada una decide, y puede volver cuando quiera.",
  askNobody: "No hay nadie a quien invitar.",
  askSend: "Invitarlas",
  asked: (names: string) => `Invitadas: ${names}`,
  over: (names: string) => `Están allá: ${names}`,
  callBack: "Llamar a todas de vuelta",
};

export const beside_words: Record<Language, BesideWords> = { en: beside_en, es: beside_es };

export function useBesideWords(): BesideWords {
  return beside_words[useSpeech().language];
}
