// The words of topics and of somebody's own calendar, in both languages: for facilitators and admins. Loaded with planning.
import { useSpeech, type Language } from "./words";

const en = {
  open: "Topics",
  title: "Topics",
  back: "Planning",
  loading: "One moment…",
  none: "There is no topic yet.",
  add: "A new topic",
  change: "Change",
  changeOne: (title: string) => `Change ${title}`,
  away: "Put away",
  awayNow: "Put it away",
  awayHint: "Nothing new can be planned in it. What is planned goes on.",
  backNow: "Bring it back",
  last: (who: string, when: string) => (who === "" ? `Last change: ${when}` : `Last change: ${who}, ${when}`),
  name: "Name of the topic",
  description: "A few words about it",
  language: "Language",
  save: "Save",
  saving: "Saving…",
  cancel: "Back without saving",
  saved: "Saved.",
  missing: "Please fill this in.",

  own: {
    title: "Your dates in your own calendar",
    none: "A link shows your dates in the calendar on your phone.",
    since: (when: string) => `You have a link. It was made on ${when}.`,
    make: "Make the link",
    renew: "Make a new link",
    renewHint: "The link before stops working.",
    stop: "Take the link back",
    once: "Copy it now. We can't show it again. Whoever has it sees your dates, and no names.",
    link: "Your link",
    copy: "Copy the link",
    copied: "Copied.",
    stopped: "The link does not work any more.",
  },
};

export type TopicsWords = typeof en;

const es: TopicsWords = {
  open: "Temas",
  title: "Temas",
  back: "Planear",
  loading: "Un momento…",
  none: "Todavía no hay temas.",
  add: "Un tema nuevo",
  change: "Cambiar",
  changeOne: (title) => `Cambiar ${title}`,
  away: "Retirado",
  awayNow: "Retirarlo",
  awayHint: "No se puede planear nada nuevo en él. Lo planeado sigue.",
  backNow: "Traerlo de vuelta",
  last: (who, when) => (who === "" ? `Último cambio: ${when}` : `Último cambio: ${who}, ${when}`),
  name: "Nombre del tema",
  description: "Unas palabras sobre él",
  language: "Idioma",
  save: "Guardar",
  saving: "Guardando…",
  cancel: "Volver sin guardar",
  saved: "Guardado.",
  missing: "Por favor, llena este campo.",

  own: {
    title: "Tus fechas en tu propio calendario",
    none: "Un enlace muestra tus fechas en el calendario de tu teléfono.",
    since: (when) => `Tienes un enlace. Se hizo el ${when}.`,
    make: "Hacer el enlace",
    renew: "Hacer un enlace nuevo",
    renewHint: "El enlace de antes deja de servir.",
    stop: "Quitar el enlace",
    once: "Cópialo ahora. No lo podemos mostrar otra vez. Quien lo tenga ve tus fechas, y ningún nombre.",
    link: "Tu enlace",
    copy: "Copiar el enlace",
    copied: "Copiado.",
    stopped: "El enlace ya no sirve.",
  },
};

export const topics_words: Record<Language, TopicsWords> = { en, es };

export function useTopicsWords(): TopicsWords {
  return topics_words[useSpeech().language];
}
