// Las palabras de las tarjetas de una facilitadora y del orden de la noche, en español. The type below makes a missing key
// fail the check.
import type { Script } from "../desk/scripts";
import type { ScriptWords } from "./scripts_words";

const first: Script[] = [
  {
    id: "welcome",
    kind: "opening",
    title: "Bienvenida",
    text: "Te damos la bienvenida. Qué bueno que estás aquí. Puedes escribir, o solo escuchar. Si esta noche es difícil, toca Ayuda cuando quieras.",
  },
  {
    id: "together",
    kind: "opening",
    title: "Cómo nos tratamos",
    text: "Hablamos de lo nuestro. Damos consejos solo si alguien los pide. Lo que se dice aquí, aquí se queda. Si tememos por la vida de alguien, pedimos ayuda.",
  },
  {
    id: "check-in",
    kind: "prompt",
    title: "Primera ronda",
    text: "Empecemos con una ronda. ¿Cómo está tu noche, en una o dos palabras? Puedes pasar.",
  },
  {
    id: "small-thing",
    kind: "prompt",
    title: "Una cosa pequeña",
    text: "¿Qué cosa pequeña te ayudó esta semana? Puede ser muy pequeña.",
  },
  {
    id: "quiet-minute",
    kind: "prompt",
    title: "Un minuto en calma",
    text: "Tomemos un minuto en calma. Suelta el aire despacio. Nadie tiene que escribir.",
  },
  {
    id: "last-round",
    kind: "closing",
    title: "Última ronda",
    text: "Ya casi terminamos. ¿Qué te quieres llevar de esta noche? Puedes pasar.",
  },
  {
    id: "good-night",
    kind: "closing",
    title: "Buenas noches",
    text: "Gracias por estar aquí. Si la noche se pone difícil, toca Ayuda. Alguien va a contestar. Buenas noches.",
  },
];

export const scripts_es: ScriptWords = {
  title: "Tarjetas",
  open: "Tarjetas para enviar",
  intro: "Elige una tarjeta. Puedes cambiarla antes de enviarla.",
  kind: { opening: "Para abrir", prompt: "Para preguntar", closing: "Para cerrar" },
  send: "Enviar a la sala",
  text: "Lo que leerá la sala",
  back: "Otras tarjetas",
  change: "Cambiar esta tarjeta",
  changeOf: (title) => `Cambiar la tarjeta ${title}`,
  fresh: "Tarjeta nueva",
  name: "Nombre de la tarjeta",
  when: "Cuándo se usa",
  save: "Guardarla",
  remove: "Tirarla",
  removeSure: "Sí, tirarla",
  needed: "Una tarjeta necesita un nombre y palabras.",
  kept: "Tus tarjetas se quedan en esta computadora.",
  full: "Ya son muchas tarjetas. Tira una primero.",
  first,
  closing: {
    title: "Terminar la reunión",
    words: "Últimas palabras para la sala",
    end: "Enviar esto y terminar para todas",
    without: "Terminar sin palabras",
    back: "Todavía no",
  },
  own: "Mis propias palabras",
  pin: { title: "Fijado", on: "Fijarlo arriba", off: "Quitarlo" },
  round: {
    title: "Ronda",
    ask: "Preguntar una por una",
    bare: "Empezar una ronda",
    turn: (name) => `Es el turno de ${name}`,
    next: "La siguiente",
    end: "Terminar la ronda",
  },
  course: {
    title: "El orden de la noche",
    only: "Solo el equipo ve esto.",
    steps: "Un paso por línea, primero sus minutos",
    save: "Guardarlo",
    begin: "Empezar el primer paso",
    next: (title) => `Sigue: ${title}`,
    end: "Terminar el orden",
    first: "10 Bienvenida\n20 Primera ronda\n40 Nuestro tema\n10 Última ronda\n5 Buenas noches",
    time: (minutes) => `quedan unos ${minutes} minutos`,
    few: "quedan unos minutos",
    over: "sigue cuando lo sientas",
  },
};
