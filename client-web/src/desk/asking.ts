// The keyboard of the console as a machine: a letter acts or asks, digits choose, Enter does it, Escape lets it be.
// Words are typed into a field; a digit in an empty field takes the reason with that number. 0 asks for a length that is
// not in the list, so that the digits mean what they always did. A range reaches to the newest
// message there was when it was asked, until another one is picked: what comes meanwhile nobody has read.
import { letters, other_length, possible, questionOf, type Action, type Target } from "./actions";
import { no_length, secondsOf, type Length } from "./length";

export interface Asking {
  readonly action: Action;
  readonly choice: number; // 0: none chosen yet
  readonly choseByHand: boolean;
  readonly written: string;
  readonly other: number; // the other end of a range; 0: it is not about one
  readonly length: Length; // where the choice is other_length
  readonly tried: boolean; // it was to be done, and the length was none
}

export type Press =
  | { is: "ignored" }
  | { is: "asks"; asking: Asking }
  | { is: "does"; action: Action; choice: number; written: string; other: number; typed: number }
  | { is: "lets_be" };

const ignored: Press = { is: "ignored" };

export function begin(action: Action, target: Target, written = ""): Press {
  const question = questionOf(action, target);
  if (question === null) return { is: "does", action, choice: 0, written: "", other: 0, typed: 0 };
  const other = action === "retractRange" ? target.newest : 0;
  const fresh = { choseByHand: false, length: no_length, tried: false };
  return { is: "asks", asking: { action, choice: question.preset, written, other, ...fresh } };
}

export function pressed(asking: Asking | null, key: string, target: Target, reasons: readonly string[]): Press {
  if (asking === null) {
    const action = possible(target).find((one) => letters[one] === key);
    return action === undefined ? ignored : begin(action, target);
  }
  if (key === "Escape") return { is: "lets_be" };
  if (key === "Enter") return finished(asking, target);
  if (key === "0" && asking.action === "mute" && asking.written === "" && asking.choice !== other_length) {
    return chose(asking, other_length, target);
  }
  const digit = /^[1-9]$/.test(key) ? Number(key) : 0;
  const question = questionOf(asking.action, target);
  if (digit === 0 || question === null) return ignored;
  if (digit <= question.choices && !asking.choseByHand) return chose(asking, digit, target);
  const reason = reasons[digit - 1];
  if (question.writes !== "reason" || reason === undefined || asking.written !== "") return ignored;
  return { is: "asks", asking: { ...asking, written: reason } };
}

export function chose(asking: Asking, choice: number, target: Target): Press {
  const next = { ...asking, choice, choseByHand: true };
  const question = questionOf(asking.action, target);
  // Nothing to write: the choice was the whole question.
  return question?.writes === "nothing" ? finished(next, target) : { is: "asks", asking: next };
}

export function finished(asking: Asking, target: Target): Press {
  const { action, choice, written, other, length } = asking;
  const question = questionOf(action, target);
  if (question !== null && question.choices > 0 && choice === 0) return { is: "asks", asking };
  const typed = action === "mute" && choice === other_length ? secondsOf(length) : 0;
  if (typed === null) return { is: "asks", asking: { ...asking, tried: true } };
  return { is: "does", action, choice, written: written.trim(), other, typed };
}
