// The keyboard of the console as a machine: a letter acts or asks, digits choose, Enter does it, Escape lets it be.
// Words are typed into a field; a digit in an empty field takes the reason with that number. A range reaches to the newest
// message there was when it was asked, until another one is picked: what comes meanwhile nobody has read.
import { letters, possible, questionOf, type Action, type Target } from "./actions";

export interface Asking {
  readonly action: Action;
  readonly choice: number; // 0: none chosen yet
  readonly choseByHand: boolean;
  readonly written: string;
  readonly other: number; // the other end of a range; 0: it is not about one
}

export type Press =
  | { is: "ignored" }
  | { is: "asks"; asking: Asking }
  | { is: "does"; action: Action; choice: number; written: string; other: number }
  | { is: "lets_be" };

const ignored: Press = { is: "ignored" };

export function begin(action: Action, target: Target, written = ""): Press {
  const question = questionOf(action, target);
  if (question === null) return { is: "does", action, choice: 0, written: "", other: 0 };
  const other = action === "retractRange" ? target.newest : 0;
  return { is: "asks", asking: { action, choice: question.preset, choseByHand: false, written, other } };
}

export function pressed(asking: Asking | null, key: string, target: Target, reasons: readonly string[]): Press {
  if (asking === null) {
    const action = possible(target).find((one) => letters[one] === key);
    return action === undefined ? ignored : begin(action, target);
  }
  if (key === "Escape") return { is: "lets_be" };
  if (key === "Enter") return finished(asking, target);
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
  const { action, choice, written, other } = asking;
  const question = questionOf(action, target);
  if (question !== null && question.choices > 0 && choice === 0) return { is: "asks", asking };
  return { is: "does", action, choice, written: written.trim(), other };
}
