// A reminder as she chooses it, before it is sent: what is still missing, and how the mail's first line will read. Pure.
import { Wording, type Reminders } from "../protocol/generated/nightlight/api/v1/calendar_pb";

export interface Wish {
  readonly address: string;
  readonly wording: Wording;
  readonly hourBefore: boolean;
  readonly dayBefore: boolean;
}

export const address_max = 254;

// What she chose before, or the quietest there is.
export function wishOf(reminders: Reminders | undefined): Wish {
  if (reminders === undefined) return { address: "", wording: Wording.NEUTRAL, hourBefore: true, dayBefore: false };
  const { wording, hourBefore, dayBefore } = reminders;
  return { address: "", wording: wording === Wording.TITLE ? Wording.TITLE : Wording.NEUTRAL, hourBefore, dayBefore };
}

// Null: it can be sent. What an address really is, the server decides.
export function missingIn({ address, hourBefore, dayBefore }: Wish, known: boolean): "address" | "when" | null {
  const typed = address.trim();
  if (typed === "" ? !known : !/^[^\s@]+@[^\s@]+$/.test(typed)) return "address";
  return hourBefore || dayBefore ? null : "when";
}
