// Somebody else saved first: what they changed, where both changed the same rule, and one decision.
import type { Difference } from "../../conduct/merge";
import type { Rule } from "../../conduct/rules_text";
import { ruleWords, useConductWords } from "../../i18n/conduct_words";
import { Sheet } from "../sheet";
import type { Conflict } from "./use_rules";

interface Parts {
  conflict: Conflict;
  onKeep: () => void;
  onTake: () => void;
  onClose: () => void;
}

export function StaleSheet({ conflict, onKeep, onTake, onClose }: Parts) {
  const w = useConductWords();
  const { theirs, both } = conflict;
  return (
    <Sheet title={w.stale.title} onClose={onClose}>
      <p>{w.stale.intro}</p>
      {theirs.length + both.length === 0 && <p>{w.stale.remarks}</p>}
      {theirs.length > 0 && (
        <section class="stack">
          <h3>{w.stale.theirs}</h3>
          {theirs.map((one) => (
            <Version key={one.name} name={one.name} rule={one.theirs} />
          ))}
        </section>
      )}
      {both.length > 0 && (
        <section class="stack">
          <h3>{w.stale.both}</h3>
          {both.map((one) => (
            <Both key={one.name} difference={one} />
          ))}
        </section>
      )}
      <div class="choices">
        <button type="button" class="button primary" onClick={onKeep}>
          {w.stale.keep}
        </button>
        <button type="button" class="button" onClick={onTake}>
          {w.stale.take}
        </button>
      </div>
    </Sheet>
  );
}

function Both({ difference }: { difference: Difference }) {
  const w = useConductWords();
  return (
    <>
      <Version name={`${w.stale.mine}, ${difference.name}`} rule={difference.mine} />
      <Version name={`${w.stale.other}, ${difference.name}`} rule={difference.theirs} />
    </>
  );
}

function Version({ name, rule }: { name: string; rule: Rule | null }) {
  const w = useConductWords();
  return (
    <p dir="auto">
      <strong>{name}</strong>: {rule === null ? w.stale.gone : ruleWords(rule, w)}
    </p>
  );
}
