// The words of the settings, in both languages: for admins. Loaded with their page. What has no words of its own here is
// shown under its key.
import { useSpeech, type Language } from "./words";

const en = {
  open: "Settings",
  title: "Settings",
  back: "Planning",
  loading: "One moment…",
  intro: "You can read them here. Whoever runs the server changes them, in its configuration file.",
  changedBy: (key: string) => `Key: ${key}`,
  yes: "Set",
  no: "Not set",
  empty: "Nothing set",
  units: {
    seconds: (n: number) => (n === 1 ? "1 second" : `${n} seconds`),
    minutes: (n: number) => (n === 1 ? "1 minute" : `${n} minutes`),
    hours: (n: number) => (n === 1 ? "1 hour" : `${n} hours`),
  } as Record<string, (n: number) => string>,
  groups: {
    organisation: "Your organisation",
    server: "Your organisation",
    limits: "In the rooms",
    timing: "In the rooms",
    meeting: "Meetings",
    calendar: "Meetings",
    paging: "Calls for help",
  } as Record<string, string>,
  labels: {
    "server.public_origins": "Addresses of this site",
    "organisation.name": "Name",
    "organisation.language": "Language when nobody asks for one",
    "organisation.region": "Region of the help lines",
    "organisation.guidelines_dir": "Guidelines",
    "organisation.helplines_dir": "Help lines",
    "organisation.lexicon_dir": "Phrases that call the team",
    "organisation.conduct_rules_file": "Rules of conduct",
    "organisation.holidays": "Holidays",
    "organisation.schedule_shown_on": "Sites that show the schedule",
    "organisation.sign_up_address": "Where the schedule leads",
    "organisation.directory_file": "Groups and places near you",
    "limits.body_code_points_max": "Longest message, in letters",
    "limits.speaking_capacity": "Who may talk in a room",
    "limits.listening_capacity": "Who may listen besides",
    "limits.second_room_at": "The team hears that a room fills up at",
    "limits.retention_hours": "How long words are kept",
    "timing.staff_grace_seconds": "A room without the team pauses after",
    "timing.place_kept_seconds": "A lost connection keeps its place for",
    "timing.member_session_hours": "A member stays signed in for",
    "timing.staff_session_hours": "The team stays signed in for",
    "timing.invitation_hours": "An invitation is good for",
    "meeting.closing_grace_minutes": "Time for goodbyes",
    "meeting.closing_wait_minutes": "Longest wait for somebody in need",
    "meeting.extension_minutes_total": "Longest extension",
    "meeting.late_entry_minutes": "New people may come late by",
    "paging.public_address": "Address in the messages",
    "paging.smtp_host": "Mail server",
    "paging.smtp_password_file": "Password of the mail server",
    "paging.fallback_mail": "Address for the last call",
    "paging.webhook_urls": "Other systems that are called",
    "paging.red_co_facilitator_seconds": "Red: second person after",
    "paging.red_on_call_seconds": "Red: on call after",
    "paging.red_admin_seconds": "Red: admins after",
    "paging.amber_co_facilitator_seconds": "Amber: second person after",
    "paging.amber_on_call_seconds": "Amber: on call after",
    "paging.give_up_hours": "A call is tried again for",
    "calendar.offer_minutes": "A free place is held for",
  } as Record<string, string>,

  pages: {
    fine: "All calls went out.",
    waiting: (n: number) => (n === 1 ? "1 call goes out soon." : `${n} calls go out soon.`),
    failing: (n: number, since: string) =>
      n === 1 ? `Since ${since}: 1 call did not get out.` : `Since ${since}: ${n} calls did not get out.`,
    noMail: "No mail server is set. Nobody can be called by mail.",
  },

  data: {
    title: "What somebody looks after",
    what: {
      lexicon: "Phrases that call the team",
      helplines: "Help lines",
      directory: "Groups and places near you",
    } as Record<string, string>,
    version: (version: string) => `Version ${version}`,
    shown: (n: number) => (n === 1 ? "1 in use" : `${n} in use`),
    waiting: (n: number) => (n === 1 ? "1 waits for a check" : `${n} wait for a check`),
    unreviewed: (n: number) => (n === 1 ? "1 has no reviewer yet" : `${n} have no reviewer yet`),
    checked: (day: string, days: number) =>
      days === 1 ? `Oldest check: ${day}, 1 day ago` : `Oldest check: ${day}, ${days} days ago`,
    nothing: "Nothing is there.",
    zones: (version: string) => `Rules of time zones: ${version}`,
    program: (version: string) => `Nightlight ${version}`,
  },
  backup: "A copy of the database is a backup. Never keep the keys in the same one.",
};

export type SettingsWords = typeof en;

const es: SettingsWords = {
  open: "Ajustes",
  title: "Ajustes",
  back: "Planear",
  loading: "Un momento…",
  intro: "Aquí los puedes leer. Quien cuida el servidor los cambia, en su archivo de configuración.",
  changedBy: (key) => `Clave: ${key}`,
  yes: "Puesto",
  no: "Sin poner",
  empty: "Nada puesto",
  units: {
    seconds: (n) => (n === 1 ? "1 segundo" : `${n} segundos`),
    minutes: (n) => (n === 1 ? "1 minuto" : `${n} minutos`),
    hours: (n) => (n === 1 ? "1 hora" : `${n} horas`),
  },
  groups: {
    organisation: "Tu organización",
    server: "Tu organización",
    limits: "En las salas",
    timing: "En las salas",
    meeting: "Reuniones",
    calendar: "Reuniones",
    paging: "Llamadas de ayuda",
  },
  labels: {
    "server.public_origins": "Direcciones de este sitio",
    "organisation.name": "Nombre",
    "organisation.language": "Idioma cuando nadie pide uno",
    "organisation.region": "Región de las líneas de ayuda",
    "organisation.guidelines_dir": "Reglas del círculo",
    "organisation.helplines_dir": "Líneas de ayuda",
    "organisation.lexicon_dir": "Frases que llaman al equipo",
    "organisation.conduct_rules_file": "Reglas de trato",
    "organisation.holidays": "Días festivos",
    "organisation.schedule_shown_on": "Sitios que muestran el horario",
    "organisation.sign_up_address": "A dónde lleva el horario",
    "organisation.directory_file": "Grupos y lugares cerca de ti",
    "limits.body_code_points_max": "Mensaje más largo, en letras",
    "limits.speaking_capacity": "Cuántas pueden hablar en una sala",
    "limits.listening_capacity": "Cuántas más pueden escuchar",
    "limits.second_room_at": "El equipo sabe que una sala se llena con",
    "limits.retention_hours": "Cuánto se guardan las palabras",
    "timing.staff_grace_seconds": "Una sala sin equipo se detiene después de",
    "timing.place_kept_seconds": "Sin conexión, el lugar se guarda por",
    "timing.member_session_hours": "La sesión de una mamá dura",
    "timing.staff_session_hours": "La sesión del equipo dura",
    "timing.invitation_hours": "Una invitación sirve por",
    "meeting.closing_grace_minutes": "Tiempo para despedirse",
    "meeting.closing_wait_minutes": "Espera más larga por quien necesita ayuda",
    "meeting.extension_minutes_total": "Extensión más larga",
    "meeting.late_entry_minutes": "Las nuevas pueden llegar tarde por",
    "paging.public_address": "Dirección en los mensajes",
    "paging.smtp_host": "Servidor de correo",
    "paging.smtp_password_file": "Contraseña del servidor de correo",
    "paging.fallback_mail": "Dirección para la última llamada",
    "paging.webhook_urls": "Otros sistemas que se llaman",
    "paging.red_co_facilitator_seconds": "Rojo: segunda persona después de",
    "paging.red_on_call_seconds": "Rojo: guardia después de",
    "paging.red_admin_seconds": "Rojo: administración después de",
    "paging.amber_co_facilitator_seconds": "Ámbar: segunda persona después de",
    "paging.amber_on_call_seconds": "Ámbar: guardia después de",
    "paging.give_up_hours": "Una llamada se intenta por",
    "calendar.offer_minutes": "Un lugar libre se guarda por",
  },

  pages: {
    fine: "Todas las llamadas salieron.",
    waiting: (n) => (n === 1 ? "1 llamada sale pronto." : `${n} llamadas salen pronto.`),
    failing: (n, since) => (n === 1 ? `Desde ${since}: 1 llamada no sale.` : `Desde ${since}: ${n} llamadas no salen.`),
    noMail: "No hay servidor de correo. No se puede llamar a nadie por correo.",
  },

  data: {
    title: "Lo que alguien cuida",
    what: {
      lexicon: "Frases que llaman al equipo",
      helplines: "Líneas de ayuda",
      directory: "Grupos y lugares cerca de ti",
    },
    version: (version) => `Versión ${version}`,
    shown: (n) => `${n} en uso`,
    waiting: (n) => (n === 1 ? "1 espera revisión" : `${n} esperan revisión`),
    unreviewed: (n) => (n === 1 ? "1 sin revisora todavía" : `${n} sin revisora todavía`),
    checked: (day, days) =>
      days === 1 ? `Revisión más antigua: ${day}, hace 1 día` : `Revisión más antigua: ${day}, hace ${days} días`,
    nothing: "No hay nada.",
    zones: (version) => `Reglas de zonas horarias: ${version}`,
    program: (version) => `Nightlight ${version}`,
  },
  backup: "Una copia de la base de datos es un respaldo. Nunca guardes las claves en el mismo.",
};

export const settings_words: Record<Language, SettingsWords> = { en, es };

export function useSettingsWords(): SettingsWords {
  return settings_words[useSpeech().language];
}

// "48 hours", where the key says what is counted.
export function settingWords(key: string, value: number, w: SettingsWords): string {
  const unit = Object.keys(w.units).find((one) => new RegExp(`_${one}(_|$)`).test(key)) ?? "";
  return w.units[unit]?.(value) ?? String(value);
}
