// What rules said to a sample, in the order of the sample: which words, which rule, whose it is, and what would happen.
import { isBuiltIn } from "./draft";
import { actions, type Action, type Entry } from "./rules_text";

export interface Match {
  readonly rule: string;
  readonly action: number; // as the service counts: off, alert, rephrase, hold
  readonly begin: number; // in UTF-16 code units
  readonly end: number;
}

export type Whose = "room" | "built_in" | "organisation";

export interface Found {
  readonly words: string;
  readonly rule: string;
  readonly action: Action;
  readonly whose: Whose;
  readonly begin: number;
  readonly end: number;
}

const by_number: readonly Action[] = ["off", "alert", "rephrase", "hold"];

export function foundIn(sample: string, matches: readonly Match[], entries: readonly Entry[]): Found[] {
  const own = new Set(entries.flatMap((one) => (one.is === "rule" && one.rule.kind !== "switch" ? [one.rule.name] : [])));
  return [...matches]
    .sort((a, b) => a.begin - b.begin || b.action - a.action)
    .map(({ rule, action, begin, end }) => ({
      words: sample.slice(begin, end),
      rule,
      action: by_number[action] ?? "hold",
      whose: own.has(rule) ? "room" : isBuiltIn(rule) ? "built_in" : "organisation",
      begin,
      end,
    }));
}

// What becomes of the message: the strongest of them decides.
export function strongest(found: readonly Found[]): Action {
  return actions.find((action) => found.some((one) => one.action === action)) ?? "off";
}
