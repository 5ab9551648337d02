// The card after a red alert, in both languages: for the volunteer herself. A draft; no clinician has reviewed it yet.
import { useSpeech, type Language } from "./words";

const debrief_en = {
  title: "A moment for you",
  lines: [
    "That was a lot to hold. You do not have to be fine.",
    "Stand up, drink some water, breathe out slowly.",
    "Tell one person on the team how it was for you.",
    "If it stays with you tonight, call the lead on duty. That is what they are there for.",
  ],
  handOff: "You may hand the next ones over for a while. Asking for cover is good work.",
  cover: "Ask for cover",
  asked: "Your team knows.",
  close: "Put this away",
};

export type DebriefWords = typeof debrief_en;

const debrief_es: DebriefWords = {
  title: "Un momento para ti",
  lines: [
    "Fue mucho lo que sostuviste. No tienes que estar bien.",
    "Levántate, toma agua, suelta el aire despacio.",
    "Cuéntale a alguien del equipo cómo fue para ti.",
    "Si esta noche no se va, llama a quien está a cargo. Para eso está.",
  ],
  handOff: "Puedes dejar los siguientes a otra persona por un rato. Pedir relevo es buen trabajo.",
  cover: "Pedir relevo",
  asked: "Tu equipo ya lo sabe.",
  close: "Guardar esto",
};

export const debrief_words: Record<Language, DebriefWords> = { en: debrief_en, es: debrief_es };

export function useDebriefWords(): DebriefWords {
  return debrief_words[useSpeech().language];
}
