// Asks the server, a moment after the last key, what the rules as they stand on the page would say to a sample, and what is
// wrong with them. Nothing is kept by it.
import { useEffect, useState } from "preact/hooks";
import { named, readyToTry } from "../../conduct/draft";
import { placed, type Misplaced } from "../../conduct/mistakes";
import { textOf, type Entry } from "../../conduct/rules_text";
import type { Match } from "../../conduct/tried";
import { rooms } from "../../session/api";

const after_last_key_ms = 300;

export interface Tried {
  readonly sample: string; // what it is about: she may have typed on
  readonly matches: readonly Match[];
  readonly mistakes: readonly Misplaced[];
  readonly failed: boolean;
}

const nothing: Tried = { sample: "", matches: [], mistakes: [], failed: false };

export function useTry(room: string, entries: readonly Entry[] | null, sample: string): Tried {
  const [tried, setTried] = useState<Tried>(nothing);
  const ready = entries === null ? null : readyToTry(named(entries));
  const { text, keys } = textOf(ready ?? []);
  useEffect(() => {
    if (ready === null) return;
    let wanted = true;
    const timer = setTimeout(() => {
      rooms.tryWords({ room, rulesText: text, sample }).then(
        ({ matches, problems }) => {
          if (!wanted) return;
          const mistakes = problems.map((problem) => placed(problem, ready, keys));
          setTried({ sample, matches, mistakes, failed: false });
        },
        () => {
          if (wanted) setTried({ ...nothing, sample, failed: true });
        },
      );
    }, after_last_key_ms);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [room, text, sample, ready === null]);
  return tried;
}
