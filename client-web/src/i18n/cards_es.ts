// The volunteer's cards, in Spanish; see cards_en.ts.
import type { CardWords } from "./cards_en";

export const cards_es: CardWords = {
  heading: "Para ti: el siguiente paso",
  say: "Dile primero, con tus palabras",
  next: "Después",
  leave: "Mejor no",
  draft: "Es un borrador. Nadie del área clínica lo ha revisado todavía.",
  cards: {
    safety: {
      title: "Puede que quiera morir",
      say: [
        "Leí lo que escribiste. Qué bueno que lo dijiste. Estoy aquí contigo.",
        "¿Estás pensando en quitarte la vida? ¿Estás a salvo ahora mismo?",
      ],
      next: [
        "Abre una sala aparte y quédate con ella.",
        "Pregunta sin rodeos. Preguntar no le mete la idea.",
        "Pregunta quién está cerca y si puede alejar lo que usaría.",
        "Dale la línea de crisis. Si ya empezó, el número de emergencias.",
        "Avisa al equipo que estás con ella.",
      ],
      leave: ["Discutir o darle razones para vivir.", "Prometer que guardarás el secreto.", "Solo números, sin ti."],
    },
    gone: {
      title: "Quisiera desaparecer",
      say: [
        "Eso suena muy pesado. Gracias por decirlo aquí.",
        "Dices que no quieres estar. ¿Piensas en quitarte la vida?",
      ],
      next: [
        "Haz la pregunta clara. Escucha la respuesta.",
        "Si dice que sí: usa la tarjeta sobre querer morir.",
        "Si dice que no: quédate, pregunta qué necesita esta noche, ofrece una sala aparte.",
      ],
      leave: ["«Tienes tanto por qué vivir».", "«Piensa en tu bebé»."],
    },
    selfHarm: {
      title: "Se hace daño",
      say: ["Gracias por confiarnos eso. No me asusta.", "¿Estás herida ahora? ¿Necesita atención esta noche?"],
      next: [
        "Una herida que sangra mucho necesita médico ya.",
        "Pregunta qué pasó antes. Pregunta si piensa en morir.",
        "Ofrece una sala aparte. Que el cómo no quede en el círculo.",
      ],
      leave: ["Preguntar cómo lo hace.", "Pedirle que prometa parar."],
    },
    emergency: {
      title: "Puede ser una emergencia",
      say: [
        "Estoy aquí contigo. Esto necesita ayuda ahora mismo.",
        "Por favor llama ya al número de emergencias. ¿Hay otro adulto contigo y con el bebé?",
      ],
      next: [
        "Abre una sala aparte. Frases cortas. Una cosa a la vez.",
        "Pídele que llame o que le dé el teléfono a alguien cerca.",
        "El bebé se queda con otro adulto hasta que llegue la ayuda.",
        "Si oye o ve lo que otros no: no discutas ni le des la razón. Ayuda ya.",
        "Llama a la persona de guardia.",
      ],
      leave: ["«Cálmate».", "Esperar a ver si se le pasa.", "Dejarla sola buscando un número."],
    },
    thoughts: {
      title: "Un pensamiento que la asusta y no quiere",
      say: [
        "A muchas mamás recientes les pasa. Más o menos a la mitad.",
        "Un pensamiento que odias no es un deseo. Tenerlo no te hace peligrosa.",
      ],
      next: [
        "Respóndele pronto y con cariño, en el círculo si ella quiere.",
        "Pregunta: ¿el pensamiento te asusta o sientes que está bien?",
        "Si la asusta: es común y hay buena ayuda. Cuéntale de las líneas.",
        "Si siente que está bien, es una orden o ya hizo algo: usa la tarjeta de emergencia.",
      ],
      leave: [
        "Un reporte, o hablar de uno, solo por el pensamiento.",
        "«Tú nunca harías eso, ¿verdad?»",
        "Decirle que se aleje de su bebé.",
      ],
    },
    watched: {
      title: "Quizá alguien lee su pantalla",
      say: [
        "Estoy aquí. Puedes contestar con una palabra o irte cuando quieras.",
        "¿Puedes escribir con seguridad ahora?",
      ],
      next: [
        "Escribe como si él también leyera. No nombres lo que sospechas.",
        "Ofrece una sala aparte solo si ella dice que es seguro.",
        "Recuérdale la salida rápida. Pregunta a qué hora es seguro escribir.",
        "Si está en peligro ya: el número de emergencias, si puede llamar.",
      ],
      leave: [
        "Las palabras abuso o violencia, hasta que ella las use.",
        "Mandarle números sin preguntar.",
        "«¿Por qué no te vas?»",
      ],
    },
    substances: {
      title: "Alcohol, drogas o demasiadas pastillas",
      say: [
        "Gracias por contarnos. Aquí nadie te va a regañar.",
        "¿Qué tomaste, cuánto y a qué hora? ¿El bebé está con alguien?",
      ],
      next: [
        "Si fue mucho o lo mezcló: centro de venenos ya. Si cuesta despertarla o respira mal: emergencias.",
        "Que no esté sola con el bebé ni maneje mientras dura.",
        "Si no hay peligro ahora: escucha y cuéntale de la ayuda que hay para mamás.",
      ],
      leave: ["Hablar de que le quiten a su hijo.", "Aconsejar que lo deje de golpe. Puede ser peligroso."],
    },
    listen: {
      title: "Carga con mucho",
      say: ["Te leí. Es mucho para una sola noche.", "¿Quieres contarme más, aquí o en privado?"],
      next: [
        "Contéstale por su nombre y pronto.",
        "Dile lo que entendiste. Haz una pregunta abierta.",
        "Pregunta qué ayudaría en la próxima hora: dormir, comer, una mano con el bebé.",
      ],
      leave: ["Consejos rápidos.", "«El tiempo pasa volando».", "Tu propia historia primero."],
    },
    group: {
      title: "Cuidar el círculo",
      say: [
        "Un recordatorio con cariño: aquí no compartimos contactos, lugares ni consejos de medicinas.",
        "Sé que lo dijiste con buena intención.",
      ],
      next: [
        "Oculta el mensaje y háblale en privado.",
        "Si sigue: advertencia y luego silencio.",
        "Si alguien dice que es menor de 18: llama a tu facilitadora.",
      ],
      leave: ["Regañarla delante de todas."],
    },
  },
};
