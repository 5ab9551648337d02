// A room's rules as they are loaded, changed and saved. The service has no version to hold on to, so they are read once
// more right before they are saved: whoever is second is told, and both versions are kept until she decides.
import { useEffect, useState } from "preact/hooks";
import { added, empty_rule, named, ownRules, switched, without, withRule } from "../../conduct/draft";
import { merged, type Merged } from "../../conduct/merge";
import { placed, unfinished, type Misplaced } from "../../conduct/mistakes";
import { entriesOf, textOf, type Action, type Entry, type Rule } from "../../conduct/rules_text";
import { useConductWords } from "../../i18n/conduct_words";
import { rooms } from "../../session/api";

export interface Conflict extends Merged {
  readonly text: string; // theirs
}

export interface Rules {
  readonly entries: readonly Entry[] | null; // null: not loaded yet
  readonly changed: boolean;
  readonly mistakes: readonly Misplaced[];
  readonly open: number | null; // the rule whose form is open
  readonly said: string;
  readonly conflict: Conflict | null;
  show(key: number | null): void;
  add(): void;
  change(key: number, rule: Rule): void;
  remove(key: number, name: string): void;
  turn(name: string, action: Action | null): void;
  save(): void;
  keepBoth(): void;
  takeTheirs(): void;
  decideLater(): void;
}

export function useRules(room: string, onFailed: (error: unknown) => void): Rules {
  const w = useConductWords();
  const [base, setBase] = useState("");
  const [entries, setEntries] = useState<readonly Entry[] | null>(null);
  const [mistakes, setMistakes] = useState<readonly Misplaced[]>([]);
  const [open, show] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const now = entries ?? [];
  const changed = entries !== null && textOf(entries).text !== textOf(entriesOf(base)).text;

  const take = (text: string) => {
    setBase(text);
    setEntries(entriesOf(text));
    setMistakes([]);
    show(null);
  };
  useEffect(() => void rooms.getWords({ room }).then((answer) => take(answer.rulesText), onFailed), [room]);

  const edit = (next: readonly Entry[], words = w.changed) => {
    setEntries(next);
    setMistakes([]);
    setSaid(words);
  };
  const refused = (found: readonly Misplaced[]) => {
    setMistakes(found);
    setSaid(w.putRight);
    const first = found.find(({ key }) => ownRules(now).some((one) => one.key === key));
    if (first !== undefined) show(first.key);
  };
  // `known` is what the server is believed to have.
  const save = async (wanted: readonly Entry[], known: string) => {
    const { text, keys } = textOf(wanted);
    const { rulesText } = await rooms.getWords({ room });
    if (rulesText !== known && rulesText !== text) {
      setConflict({ ...merged(entriesOf(known), wanted, entriesOf(rulesText)), text: rulesText });
      return;
    }
    const { problems } = await rooms.setWords({ room, rulesText: text });
    if (problems.length > 0) return refused(problems.map((problem) => placed(problem, wanted, keys)));
    take(text);
    setSaid(w.saved);
  };
  const trySave = (wanted: readonly Entry[], known: string) => {
    const wrong = unfinished(wanted);
    setEntries(wanted);
    if (wrong.length > 0) refused(wrong);
    else void save(wanted, known).catch(onFailed);
  };

  return {
    entries, changed, mistakes, open, said, conflict, show,
    add() {
      const next = added(now, empty_rule);
      setEntries(next.entries);
      show(next.key);
    },
    change: (key, rule) => edit(withRule(now, key, rule)),
    remove: (key, name) => edit(without(now, key), w.removed(name)),
    turn: (name, action) => edit(switched(now, name, action)),
    save: () => (changed ? trySave(named(now), base) : setSaid(w.asBefore)),
    keepBoth() {
      if (conflict === null) return;
      setConflict(null);
      setBase(conflict.text);
      show(null);
      trySave(conflict.entries, conflict.text);
    },
    takeTheirs() {
      if (conflict === null) return;
      setConflict(null);
      take(conflict.text);
      setSaid(w.stale.taken);
    },
    decideLater: () => setConflict(null),
  };
}
