// A room's rules while somebody changes them: adding, changing, taking away, and another action for a built-in rule.
import { nameOf, type Action, type Entry, type Rule } from "./rules_text";

export interface BuiltIn {
  readonly name: string;
  readonly action: Action; // until it is switched
}

// As server/domain/moderation/built_in_rules.cpp has them.
export const built_in: readonly BuiltIn[] = [
  { name: "phone-number", action: "rephrase" },
  { name: "email-address", action: "rephrase" },
  { name: "social-handle", action: "rephrase" },
  { name: "postal-address", action: "hold" },
  { name: "link", action: "hold" },
  { name: "medicine-dose", action: "hold" },
  { name: "diet-talk", action: "alert" },
  { name: "selling", action: "hold" },
];

export const isBuiltIn = (name: string) => built_in.some((one) => one.name === name);

export const empty_rule: Rule = { name: "", kind: "word", action: "hold", texts: [], except: [] };

// The room's own: what it says to a built-in rule stands beside that one.
export function ownRules(entries: readonly Entry[]): { key: number; rule: Rule }[] {
  return entries.flatMap((entry) => (entry.is === "rule" && !isSwitchOfBuiltIn(entry.rule) ? [entry] : []));
}

export function isSwitchOfBuiltIn({ kind, name }: Rule): boolean {
  return kind === "switch" && isBuiltIn(name);
}

export function switchOf(entries: readonly Entry[], name: string): { key: number; rule: Rule } | null {
  for (const entry of entries) {
    if (entry.is === "rule" && entry.rule.kind === "switch" && entry.rule.name === name) return entry;
  }
  return null;
}

export function withRule(entries: readonly Entry[], key: number, rule: Rule): Entry[] {
  return entries.map((entry) => (entry.key === key ? { key, is: "rule", rule } : entry));
}

export function added(entries: readonly Entry[], rule: Rule): { entries: Entry[]; key: number } {
  const key = 1 + Math.max(-1, ...entries.map((entry) => entry.key));
  return { entries: [...entries, { key, is: "rule", rule }], key };
}

export function without(entries: readonly Entry[], key: number): Entry[] {
  return entries.filter((entry) => entry.key !== key);
}

// Null: as the layer below has it. An exception is lost with the switch that carried it.
export function switched(entries: readonly Entry[], name: string, action: Action | null): Entry[] {
  const now = switchOf(entries, name);
  if (action === null) return now === null ? [...entries] : without(entries, now.key);
  if (now !== null) return withRule(entries, now.key, { ...now.rule, action });
  return added(entries, { name, kind: "switch", action, texts: [], except: [] }).entries;
}

// A rule that nobody named is called after the first thing that it looks for.
export function named(entries: readonly Entry[]): Entry[] {
  const taken = new Set(entries.flatMap((entry) => (entry.is === "rule" ? [entry.rule.name] : [])));
  return entries.map((entry) => {
    if (entry.is !== "rule" || entry.rule.name !== "" || entry.rule.kind === "switch") return entry;
    const name = freeName(nameOf(entry.rule.texts[0] ?? "") || "rule", taken);
    taken.add(name);
    return { ...entry, rule: { ...entry.rule, name } };
  });
}

function freeName(wish: string, taken: ReadonlySet<string>): string {
  const used = (name: string) => taken.has(name) || isBuiltIn(name);
  for (let n = 1; ; ++n) {
    const end = n === 1 ? "" : `-${n}`;
    const name = wish.slice(0, 32 - end.length) + end;
    if (!used(name)) return name;
  }
}

// What can be tried already: a rule that looks for nothing yet, or switches nobody, is still being written.
export function readyToTry(entries: readonly Entry[]): Entry[] {
  return entries.filter(
    (entry) => entry.is === "other" || (entry.rule.kind === "switch" ? entry.rule.name !== "" : entry.rule.texts.length > 0),
  );
}
