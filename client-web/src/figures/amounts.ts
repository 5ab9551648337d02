// Counts as the server tells them: exactly, or as from one number to another when they are kept back.
import type { Amount } from "../protocol/generated/nightlight/api/v1/figures_pb";

export type Told = Pick<Amount, "least" | "most">;

export const none: Told = { least: 0, most: 0 };
const few = 5;

export interface AmountWords {
  fewer: string;
  keptBack: string;
  between: (least: number, most: number) => string;
}

export function amountWords(amount: Told | undefined, words: AmountWords): string {
  const { least, most } = amount ?? none;
  if (least === most) return String(least);
  if (most < few) return words.fewer;
  return least === 0 ? words.keptBack : words.between(least, most);
}

// "40 s", "2 min", "1 h 5 min": rounded up, as somebody waited.
export function durationWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export interface Bar {
  readonly sure: number; // of 1: up to here it is certain
  readonly perhaps: number; // and it may reach up to here
}

// Each as a part of the longest.
export function barsOf(amounts: readonly Told[]): Bar[] {
  const longest = Math.max(1, ...amounts.map(({ most }) => most));
  return amounts.map(({ least, most }) => ({ sure: least / longest, perhaps: most / longest }));
}
