// The few words of the schedule for other people's pages. Apart from the rest, so that the page stays small.
import { localOf } from "../calendar/zones";

export type Language = "en" | "es";

const en = {
  title: "Schedule",
  loading: "One moment…",
  none: "Nothing is planned in the next four weeks.",
  failed: "The schedule cannot be shown just now. Please try again later.",
  cancelled: "Not this time",
  full: "Full just now",
  spoken: { en: "In English", es: "In Spanish" } as Record<string, string>,
  door: {
    open: "Open to anybody",
    code: "With a code from the team",
    invitation: "With an invitation",
    registered: "With a kept place",
  } as Record<string, string>,
  ask: "How to join",
  askFor: (title: string, when: string) => `How to join: ${title}, ${when} (opens a new tab)`,
  zone: (name: string) => `Times are in ${name}.`,
};

const es: typeof en = {
  title: "Horario",
  loading: "Un momento…",
  none: "No hay nada planeado en las próximas cuatro semanas.",
  failed: "Ahora no podemos mostrar el horario. Intenta más tarde, por favor.",
  cancelled: "Esta vez no se hace",
  full: "Ahora no hay lugar",
  spoken: { en: "En inglés", es: "En español" },
  door: {
    open: "Abierta para cualquiera",
    code: "Con un código del equipo",
    invitation: "Con invitación",
    registered: "Con lugar apartado",
  },
  ask: "Cómo participar",
  askFor: (title, when) => `Cómo participar: ${title}, ${when} (se abre en otra pestaña)`,
  zone: (name) => `Las horas son de: ${name}.`,
};

export const embed_words: Record<Language, typeof en> = { en, es };

const region: Record<Language, string> = { en: "en-US", es: "es-US" };

// "?lang=es" decides; without it the browser's own language.
export function languageOf(search: string, browser: string): Language {
  const asked = (new URLSearchParams(search).get("lang") ?? browser).toLowerCase();
  return asked === "es" || asked.startsWith("es-") ? "es" : "en";
}

export function dayOf(ms: number, zone: string): string {
  return localOf(zone, ms).slice(0, 10);
}

export function dayWords(ms: number, zone: string, language: Language): string {
  const parts = { weekday: "long", month: "long", day: "numeric", timeZone: zone } as const;
  const words = new Intl.DateTimeFormat(region[language], parts).format(ms);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function timeWords(fromMs: number, toMs: number, zone: string, language: Language): string {
  const parts = { hour: "numeric", minute: "2-digit", timeZone: zone } as const;
  return new Intl.DateTimeFormat(region[language], parts).formatRange(fromMs, toMs);
}

export function regionOf(language: Language): string {
  return region[language];
}
