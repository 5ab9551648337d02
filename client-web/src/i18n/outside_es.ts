// Lo mismo en español: el horario en un sitio web y la tarjeta para imprimir. The type below makes a missing key fail.
import type { OutsideWords } from "./outside_words";

export const outside_es: OutsideWords = {
  web: {
    open: "En nuestro sitio web",
    title: "El horario en tu sitio web",
    intro: "Copia esto en una página de tu sitio. Muestra las próximas cuatro semanas.",
    listed: "Solo se ve en los sitios que nombra la configuración: schedule_shown_on.",
    open_words: "Cualquiera puede leerlo. Elige títulos que puedan estar a la vista de todos.",
    code: "Para tu página",
    copy: "Copiarlo",
    copied: "Copiado.",
    feed: "Para calendarios",
  },
  card: {
    open: "Imprimirlo en una tarjeta",
    title: "Una tarjeta para imprimir",
    language: "Idioma de la tarjeta",
    english: "Inglés",
    spanish: "Español",
    line: "Una línea tuya, si quieres",
    lineHint: "Otros pueden ver la tarjeta. Bastan un día y una hora.",
    print: "Imprimir",
    keys: "Quien tenga la tarjeta puede entrar.",
  },
};
