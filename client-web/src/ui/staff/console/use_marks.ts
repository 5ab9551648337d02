// Held messages that are chosen together, so that one decision is for all of them.
import { useState } from "preact/hooks";

export interface Marks {
  readonly keys: ReadonlySet<string>;
  readonly choosing: boolean; // a tap chooses
  toggle(key: string): void;
  choose(on: boolean): void;
  clear(): void;
}

export function useMarks(): Marks {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [choosing, setChoosing] = useState(false);
  const clear = () => setKeys(new Set());
  return {
    keys,
    choosing,
    clear,
    toggle(key) {
      const next = new Set(keys);
      if (!next.delete(key)) next.add(key);
      setKeys(next);
    },
    choose(on) {
      setChoosing(on);
      clear();
    },
  };
}
