// Which rule and which field a refusal is about, and why. The server says it in English and with a line; what is not known
// here is shown in its own words.
import type { Entry, Rule } from "./rules_text";

export type Field = "name" | "texts" | "except" | "rule";
export type Why =
  | "taken" | "noName" | "badName" | "unknown" | "builtIn" | "nothing" | "tooMany" | "tooLong" | "blank" | "badPattern"
  | "greedy" | "heavy" | "theirs";

export interface Mistake {
  readonly field: Field;
  readonly why: Why;
}

export interface Misplaced {
  readonly key: number | null; // null: the whole, or the organisation's
  readonly field: Field;
  readonly why: Why;
  readonly said: string;
}

export interface Problem {
  readonly line: number;
  readonly what: string;
}

const known: readonly [RegExp, Field, Why][] = [
  [/is the name of a rule above$/, "name", "taken"],
  [/cannot be a name: write/, "name", "badName"],
  [/^no rule is called /, "name", "unknown"],
  [/is a built-in rule: switch it/, "name", "builtIn"],
  [/^looks for nothing$/, "texts", "nothing"],
  [/^a text is longer than|^the pattern is longer than/, "texts", "tooLong"],
  [/^an exception is longer than/, "except", "tooLong"],
  [/^a text is empty$/, "texts", "blank"],
  [/^an exception is empty$/, "except", "blank"],
  [/^the pattern cannot be read/, "texts", "badPattern"],
  [/^the pattern asks for too much/, "texts", "heavy"],
  [/^the pattern matches even where nothing/, "texts", "greedy"],
];

export const texts_max = 32;

export function placed({ line, what }: Problem, entries: readonly Entry[], keys: readonly number[]): Misplaced {
  if (line === 0) return { key: null, field: "rule", why: "theirs", said: what };
  if (/^more than \d+ rules$/.test(what)) return { key: null, field: "rule", why: "tooMany", said: what };
  if (/^longer than \d+ bytes$/.test(what)) return { key: null, field: "rule", why: "tooLong", said: what };
  const key = keys[line - 1] ?? null;
  const entry = entries.find((one) => one.key === key);
  const rule = entry?.is === "rule" ? entry.rule : null;
  if (/texts or exceptions in one rule$/.test(what)) return { key, field: longList(rule), why: "tooMany", said: what };
  const [, field, why] = known.find(([words]) => words.test(what)) ?? [null, "rule" as const, "theirs" as const];
  return { key, field, why, said: what };
}

function longList(rule: Rule | null): Field {
  return rule !== null && rule.texts.length > texts_max ? "texts" : "except";
}

// What can be seen before the server is asked: the rest it says itself.
export function unfinished(entries: readonly Entry[]): Misplaced[] {
  return entries.flatMap((entry): Misplaced[] => {
    if (entry.is !== "rule") return [];
    const { key, rule } = entry;
    if (rule.kind === "switch") return rule.name === "" ? [{ key, field: "name", why: "noName", said: "" }] : [];
    return rule.texts.length === 0 ? [{ key, field: "texts", why: "nothing", said: "" }] : [];
  });
}
