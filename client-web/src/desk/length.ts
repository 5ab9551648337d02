// A length that none of the usual choices has, as somebody types it. The server takes 28 days at most.
export const units = ["minutes", "hours", "days"] as const;
export type Unit = (typeof units)[number];

export interface Length {
  readonly amount: string; // as it was typed
  readonly unit: Unit;
}

export const no_length: Length = { amount: "", unit: "minutes" };
export const length_max_seconds = 28 * 86_400;

const seconds_in: Readonly<Record<Unit, number>> = { minutes: 60, hours: 3_600, days: 86_400 };

// Null: it is no length, or longer than is allowed. Zero would be the rest of the meeting, which has its own choice.
export function secondsOf({ amount, unit }: Length): number | null {
  const typed = amount.trim();
  if (!/^[0-9]{1,6}$/.test(typed)) return null;
  const seconds = Number(typed) * seconds_in[unit];
  return seconds > 0 && seconds <= length_max_seconds ? seconds : null;
}
