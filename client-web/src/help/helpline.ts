// One help number as config/helplines gives it, and the addresses a phone understands.
import type { Language } from "../i18n/words";

export interface Helpline {
  id: string;
  name: Record<Language, string>;
  about: Record<Language, string>;
  call: string;
  display: string;
  letters: string;
  sms: { to: string; body: string; language: Language | "" }[];
  hours: string;
  crisis: "yes" | "no" | "report";
}

export function callAddress(line: Helpline): string {
  return line.call === "" ? "" : `tel:${line.call}`;
}

// The text line for her language, the one for any language, or the first.
export function textFor(line: Helpline, language: Language): { to: string; body: string } | undefined {
  return line.sms.find((sms) => sms.language === language) ?? line.sms.find((sms) => sms.language === "") ?? line.sms[0];
}

export function textAddress({ to, body }: { to: string; body: string }): string {
  return body === "" ? `sms:${to}` : `sms:${to}?&body=${encodeURIComponent(body)}`;
}
