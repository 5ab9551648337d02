// Two of the team changed a room's rules at once: what each of them did to the version that both began with, rule by rule.
import { lineOf, type Entry, type Rule } from "./rules_text";

export interface Difference {
  readonly name: string;
  readonly mine: Rule | null; // null: taken away, or not there
  readonly theirs: Rule | null;
}

export interface Merged {
  readonly entries: Entry[]; // both changes; mine where both changed the same rule
  readonly theirs: readonly Difference[]; // what they changed and I did not
  readonly both: readonly Difference[]; // what we changed differently
}

const byName = (entries: readonly Entry[]) =>
  new Map(entries.flatMap((entry) => (entry.is === "rule" ? [[entry.rule.name, entry.rule] as const] : [])));
const same = (a: Rule | null, b: Rule | null) => (a === null || b === null ? a === b : lineOf(a) === lineOf(b));

export function merged(base: readonly Entry[], mine: readonly Entry[], theirs: readonly Entry[]): Merged {
  const [was, ours, others] = [byName(base), byName(mine), byName(theirs)];
  const names = new Set([...was.keys(), ...ours.keys(), ...others.keys()]);
  const only: Difference[] = [];
  const both: Difference[] = [];
  const result = new Map(others);
  for (const name of names) {
    const [before, my, their] = [was.get(name) ?? null, ours.get(name) ?? null, others.get(name) ?? null];
    const [iDid, theyDid] = [!same(before, my), !same(before, their)];
    if (theyDid && !iDid) only.push({ name, mine: my, theirs: their });
    if (theyDid && iDid && !same(my, their)) both.push({ name, mine: my, theirs: their });
    if (!iDid) continue;
    if (my === null) result.delete(name);
    else result.set(name, my);
  }
  return { entries: inOrder(theirs, result), theirs: only, both };
}

// Theirs keep their places and their remarks; what is new to them comes after.
function inOrder(theirs: readonly Entry[], result: ReadonlyMap<string, Rule>): Entry[] {
  const left = new Map(result);
  const kept: Entry[] = [];
  for (const entry of theirs) {
    if (entry.is !== "rule") kept.push(entry);
    else {
      const rule = left.get(entry.rule.name);
      left.delete(entry.rule.name);
      if (rule !== undefined) kept.push({ ...entry, rule });
    }
  }
  return [...kept, ...[...left.values()].map((rule): Entry => ({ key: 0, is: "rule", rule }))].map((entry, key) => ({
    ...entry,
    key,
  }));
}
