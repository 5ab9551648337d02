// The words of the team's accounts, in both languages: for admins. Loaded with their page.
import { useSpeech, type Language } from "./words";

const en = {
  open: "The team",
  title: "The team",
  back: "Planning",
  loading: "One moment…",
  roles: { 2: "Leads meetings", 3: "Moderates", 4: "On call", 5: "Admin" } as Record<number, string>,
  roleHints: {
    2: "Plans, leads and moderates.",
    3: "Moderates. Does not plan.",
    4: "Is called when nobody takes an alert.",
    5: "Does all of it, and looks after the team.",
  } as Record<number, string>,
  you: "you",
  disabled: "May not sign in",
  reachable: "Can be called",
  unreachable: "Cannot be called: no address",
  onCall: "On call now",

  add: "Add a person",
  name: "Name, as everybody will see it",
  role: "What this person does",
  addNow: "Add and make a password",
  cancel: "Back without saving",
  missing: "Please fill this in.",
  choose: "Please choose.",

  change: "Change",
  changeOne: (name: string) => `Change ${name}`,
  saveRole: "Save",
  newPassword: "Make a new password",
  newPasswordHint: "The password before stops working. This person is signed out everywhere.",
  newPasswordSure: "Yes, make a new password",
  endSessions: "Sign out everywhere",
  endSessionsHint: "The password stays. It helps when a phone is lost.",
  disable: "Block signing in",
  disableHint: "Signed out at once. Nothing is deleted.",
  disableSure: (name: string) => `Yes, ${name} may not sign in`,
  enable: "Allow signing in again",

  password: "The password",
  once: (name: string) => `Give this password to ${name} now. We can't show it again.`,
  copy: "Copy",
  copied: "Copied.",
  done: "Saved.",
  signedOut: (name: string) => `${name} is signed out everywhere.`,
  audit: "All of this is written in the audit log.",
};

export type AccountsWords = typeof en;

const es: AccountsWords = {
  open: "El equipo",
  title: "El equipo",
  back: "Planear",
  loading: "Un momento…",
  roles: { 2: "Lleva reuniones", 3: "Modera", 4: "De guardia", 5: "Administra" },
  roleHints: {
    2: "Planea, lleva reuniones y modera.",
    3: "Modera. No planea.",
    4: "La llamamos cuando nadie toma una alerta.",
    5: "Hace todo, y cuida del equipo.",
  },
  you: "tú",
  disabled: "No puede entrar",
  reachable: "Se le puede llamar",
  unreachable: "No se le puede llamar: sin dirección",
  onCall: "De guardia ahora",

  add: "Agregar a una persona",
  name: "Nombre, como lo verán todas",
  role: "Qué hace esta persona",
  addNow: "Agregar y hacer una contraseña",
  cancel: "Volver sin guardar",
  missing: "Por favor, llena este campo.",
  choose: "Por favor, elige.",

  change: "Cambiar",
  changeOne: (name) => `Cambiar ${name}`,
  saveRole: "Guardar",
  newPassword: "Hacer una contraseña nueva",
  newPasswordHint: "La contraseña de antes deja de servir. Se cierran todas sus sesiones.",
  newPasswordSure: "Sí, hacer una contraseña nueva",
  endSessions: "Cerrar todas sus sesiones",
  endSessionsHint: "La contraseña sigue igual. Ayuda si se pierde un teléfono.",
  disable: "Bloquear la entrada",
  disableHint: "Sale al momento. No se borra nada.",
  disableSure: (name) => `Sí, ${name} ya no puede entrar`,
  enable: "Permitir la entrada otra vez",

  password: "La contraseña",
  once: (name) => `Dale esta contraseña a ${name} ahora. No la podemos mostrar otra vez.`,
  copy: "Copiar",
  copied: "Copiado.",
  done: "Guardado.",
  signedOut: (name) => `Se cerraron todas las sesiones de ${name}.`,
  audit: "Todo esto queda escrito en el registro de auditoría.",
};

export const accounts_words: Record<Language, AccountsWords> = { en, es };

export function useAccountsWords(): AccountsWords {
  return accounts_words[useSpeech().language];
}
