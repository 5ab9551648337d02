// What the directory holds; empty until it is here, and where there is none.
import { useEffect, useState } from "preact/hooks";
import type { Entry } from "../../help/directory";
import { readDirectory } from "../../session/directory";

export function useDirectory(): readonly Entry[] {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  useEffect(() => void readDirectory().then(setEntries), []);
  return entries;
}
