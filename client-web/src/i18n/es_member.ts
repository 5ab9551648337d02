// Las palabras de ella en la pantalla, en español.
import type { member as english } from "./en_member";
import { reasonIn } from "./reasons";

export const member: typeof english = {
  held: {
    reading: "Una persona lo lee primero.",
    rephrase: "¿Puedes decirlo de otra manera? Tus palabras siguen aquí.",
    declined: "Esto no se mostró al grupo. Tus palabras siguen siendo tuyas.",
    reason: (reason) => `El equipo dice: ${reasonIn("es", reason)}`,
    edit: "Tus palabras",
    send: "Enviarlo así",
    takeBack: "Mejor no enviarlo",
    copy: "Copiar mis palabras",
    copied: "Copiado.",
    putAway: "Quitarlo de aquí",
    hidden: "El equipo está viendo este mensaje.",
  },

  tell: {
    only: "Solo el equipo ve esto",
    worried: "Me preocupa ella",
    report: "Reportar",
    worriedTitle: (name) => `Me preocupa ${name}`,
    worriedIntro: "Gracias por cuidar de ella. Solo el equipo ve esto.",
    reportTitle: (name) => `Reportar lo que hizo ${name}`,
    reportIntro: "¿Algo no estuvo bien? Solo el equipo ve esto.",
    more: "¿Quieres decir algo más? No es necesario.",
    send: "Decirle al equipo",
    sending: "En camino al equipo…",
    thanks: "Gracias. El equipo ya lo tiene.",
    urgent: "Si no puede esperar, cierra esto y toca Ayuda.",
  },

  feel: {
    ask: "Puedes decir cómo estás, si quieres. Solo el equipo lo ve.",
    ok: "Estoy bien",
    notOk: "No estoy bien",
    write: "Escríbanme, por favor",
    okThanks: "Gracias. Qué bueno que estás aquí.",
    notOkThanks: "Gracias por decirlo. El equipo ya lo sabe.",
    writeThanks: "El equipo ya lo sabe. Alguien puede escribirte aquí.",
  },

  side: {
    title: (name) => `Solo tú y ${name}`,
    log: "Su plática",
    wait: "Los mensajes del grupo te esperan.",
    back: "Volver al grupo",
    write: (name) => `Escribe a ${name}`,
    over: "Esta plática terminó. Puedes volver cuando quieras.",
    unsent: "No enviaste esto. Es tuyo, puedes copiarlo.",
  },

  extra: {
    open: "Más para tu mensaje",
    title: "Con tu mensaje",
    note: "De qué habla",
    noteHint: "Quizás alguien no quiera leerlo hoy. Esto le ayuda.",
    suggestions: ["historia de parto", "pérdida", "lactancia"],
    clear: "Sin nota",
    done: "Listo",
    seen: "Lo que yo veo",
    foldNoted: "Cubrir los mensajes con nota",
    foldNotedHint: "Puedes abrir cada uno con un toque.",
    onlyHere: "Solo lo sabe este teléfono. Nadie se entera.",
  },

  fold: {
    touches: (note) => `Habla de: ${note}`,
    person: (name) => `Ocultaste a ${name}.`,
    show: "Ver este mensaje",
    muteTopic: "Silenciar este tema para mí",
    topicMuted: (note) => `Silenciado para ti: ${note}.`,
    unmuteTopic: (note) => `Mostrar otra vez: ${note}`,
    hide: (name) => `Ocultar a ${name} para mí`,
    hidden: (name) => `No verás lo que escriba ${name}. Solo lo sabe este teléfono.`,
    unhide: (name) => `Mostrar otra vez a ${name}`,
    undo: "Deshacer",
    quote: "Palabras cubiertas",
  },

  hands: {
    raise: "Levantar la mano",
    lower: "Bajar la mano",
    up: "Tu mano está levantada.",
    turn: "Es tu turno.",
    turnOf: (name) => `Es el turno de ${name}.`,
    pass: "Paso",
    passTo: (name) => `Pasarle el turno a ${name}`,
    open: "Ahora hablamos por turnos.",
    badge: "mano levantada",
  },

  round: {
    mine: "Es tu turno. Puedes hablar o pasar.",
    speak: "Hablar",
    done: "Ya terminé",
    next: "La siguiente",
    end: "Terminar la ronda",
    fold: "Menos",
    unfold: "Más",
  },

  poll: {
    yours: "Nadie ve lo que eliges. Puedes cambiarlo o no contestar.",
    back: "Quitar mi respuesta",
    answered: (count) => `Respuestas hasta ahora: ${count}`,
    close: "Cerrarla y contarlo al grupo",
  },

  comeBack: {
    title: "Qué bueno que vuelves",
    opening: "Un momento. Te estamos trayendo de regreso.",
  },

  lobby: {
    hello: (name) => `Hola, ${name}.`,
    begins: (time) => `Empezamos a esta hora: ${time}`,
    begun: "El círculo ya empezó.",
    wait: "Qué bueno que estás aquí. La sala se abre aquí sola.",
    team: (names) => `Del equipo: ${names}.`,
    nobody: "El equipo llega pronto.",
    listening: "Entras para escuchar. Puedes escribir cuando quieras.",
    useName: "Usar este nombre",
    leave: "Salir",
    over: "Esta reunión ya terminó.",
  },

  meeting: {
    gathering: (time) => `Empezamos a esta hora: ${time}`,
    soon: (time) => `Todavía hay tiempo para ti. Terminamos a esta hora: ${time}`,
    last: (time) => `Quedan unos minutos. Terminamos a esta hora: ${time}`,
    over: "Llegamos al final. Todavía puedes dar las buenas noches.",
  },

  checkOut: {
    ask: "¿Cómo te vas de aquí? Solo el equipo lo ve.",
    leaving: { 1: "Más ligera", 2: "Igual", 3: "Con más peso" },
    thanks: "Gracias. El equipo ya lo tiene.",
    first: "Fue mi primera vez aquí",
    more: "¿Algo que el equipo deba saber? No es necesario.",
  },

  after: {
    title: "Antes de irte",
    read: "Todavía puedes leer aquí. Después se borran las palabras.",
    again: "Cuándo nos vemos otra vez",
  },

  outside: {
    reason: (reason) => `El equipo dice: ${reasonIn("es", reason)}`,
    mayReturn: "Puedes volver cuando quieras.",
    comeBack: "Volver a entrar",
    until: (time) => `Puedes volver después de: ${time}.`,
    untilEnd: "Es por el resto de la reunión.",
    appeal: "Pedir que otra moderadora lo revise",
    appealTitle: "Pedir a otra moderadora",
    appealIntro: "Otra persona del equipo va a leer esto.",
    appealWords: "¿Qué quieres que sepa?",
    appealSend: "Enviárselo",
    code: "El código",
    codeSend: "Entrar",
    toCalendar: "Ir al calendario",
    yours: "Aún no enviabas esto. Es tuyo, puedes copiarlo.",
    warned: "Un aviso del equipo, solo para ti.",
  },
};
