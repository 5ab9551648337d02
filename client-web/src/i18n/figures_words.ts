// The words of the figures, in both languages: for facilitators and admins. Loaded with them.
import { AlertLevel } from "../protocol/generated/nightlight/wire/v1/room_pb";
import { useSpeech, type Language } from "./words";

const figures_en = {
  title: "Meetings in numbers",
  open: "In numbers",
  back: "Planning",
  intro: "No person is in these numbers. Fewer than 5 is never told, nor what would give it away: that is kept back.",
  span: "Which time",
  spans: { 28: "4 weeks", 91: "3 months", 364: "One year" } as Record<number, string>,
  loading: "One moment…",
  none: "No meeting ended in this time.",
  saveMeetings: "Save the meetings (CSV)",
  saveWeeks: "Save the weeks (CSV)",
  attendanceChart: "Who came, by week",
  redChart: "Red alerts, by week",
  meetingChart: "Who came, by meeting",
  weeksLater: "A week is added up on the Tuesday after it.",
  week: (day: string) => `Week: ${day}`,
  meetings: (count: number) => (count === 1 ? "1 meeting" : `${count} meetings`),
  came: "Came",
  firstTimers: "First time here, as they said",
  minutes: "Minutes",
  unanswered: "Shares without an answer",
  lighter: "Went lighter",
  same: "Went the same",
  heavier: "Went heavier",
  level: {
    [AlertLevel.RED]: "Red alerts",
    [AlertLevel.AMBER]: "Amber alerts",
    [AlertLevel.SOFT]: "Soft alerts",
  } as Record<number, string>,
  taken: (median: string, slowest: string) => `half of them taken within ${median}, the slowest after ${slowest}`,
  climbed: "Climbed the ladder",
  fewer: "fewer than 5",
  keptBack: "kept back",
  between: (least: number, most: number) => `${least} to ${most}`,
  byWeek: "By week",
  byMeeting: "By meeting",
  meeting: "Meeting",
};

export type FiguresWords = typeof figures_en;

const figures_es: FiguresWords = {
  title: "Las reuniones en números",
  open: "En números",
  back: "Planear",
  intro: "Ninguna persona está en estos números. Menos de 5 nunca se dice, ni lo que lo dejaría ver: eso no se dice.",
  span: "Qué tiempo",
  spans: { 28: "4 semanas", 91: "3 meses", 364: "Un año" },
  loading: "Un momento…",
  none: "Ninguna reunión terminó en este tiempo.",
  saveMeetings: "Guardar las reuniones (CSV)",
  saveWeeks: "Guardar las semanas (CSV)",
  attendanceChart: "Cuántas vinieron, por semana",
  redChart: "Avisos rojos, por semana",
  meetingChart: "Cuántas vinieron, por reunión",
  weeksLater: "Cada semana se suma el martes siguiente.",
  week: (day) => `Semana: ${day}`,
  meetings: (count) => (count === 1 ? "1 reunión" : `${count} reuniones`),
  came: "Vinieron",
  firstTimers: "Por primera vez, según dijeron",
  minutes: "Minutos",
  unanswered: "Mensajes sin respuesta",
  lighter: "Se fueron más ligeras",
  same: "Se fueron igual",
  heavier: "Se fueron con más peso",
  level: {
    [AlertLevel.RED]: "Avisos rojos",
    [AlertLevel.AMBER]: "Avisos ámbar",
    [AlertLevel.SOFT]: "Avisos suaves",
  },
  taken: (median, slowest) => `la mitad atendidos en ${median}, el más lento en ${slowest}`,
  climbed: "Subieron la escalera",
  fewer: "menos de 5",
  keptBack: "no se dice",
  between: (least, most) => `de ${least} a ${most}`,
  byWeek: "Por semana",
  byMeeting: "Por reunión",
  meeting: "Reunión",
};

export const figures_words: Record<Language, FiguresWords> = { en: figures_en, es: figures_es };

export function useFiguresWords(): FiguresWords {
  return figures_words[useSpeech().language];
}
