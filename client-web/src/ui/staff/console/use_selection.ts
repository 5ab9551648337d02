// What is selected. When the selected item leaves the queue the next one takes its place, and if somebody else did it,
// she is told who and what.
import { useEffect, useRef, useState } from "preact/hooks";
import type { ConsoleWords } from "../../../i18n/console_words";
import type { Language, Words } from "../../../i18n/words";
import { lastAbout } from "../../../desk/doings";
import type { Desk } from "../../../desk/desk";
import { nextKey, type Item } from "../../../desk/queue";
import { nothing_selected, selectionOf, type Selection } from "../../../desk/target";
import { doingWords } from "./item_words";

export interface Selected {
  readonly selection: Selection;
  readonly passed: string;
  select(next: Selection): void;
  move(way: 1 | -1): void;
}

export function useSelection(
  desk: Desk,
  items: readonly Item[],
  c: ConsoleWords,
  t: Words,
  language: Language,
): Selected {
  const [selection, setSelection] = useState<Selection>(nothing_selected);
  const [passed, setPassed] = useState("");
  const order = useRef<readonly string[]>([]);
  const keys = items.map((item) => item.key);
  const gone = selection.key !== "" && !keys.includes(selection.key);

  useEffect(() => {
    const before = order.current;
    order.current = keys;
    if (selection.key === "" && selection.member === 0 && selection.room === "") {
      const [first] = items;
      if (first !== undefined) setSelection(selectionOf(first));
      return;
    }
    if (!gone) return;
    setPassed(whoElse(desk, selection, c, t, language));
    const next = items.find((item) => item.key === nextKey(items, selection.key, before));
    setSelection(next === undefined ? { ...selection, key: "" } : selectionOf(next));
  }, [keys.join(), gone]);

  const select = (next: Selection) => {
    setPassed("");
    setSelection(next);
  };
  return {
    selection,
    passed,
    select,
    move(way) {
      const place = keys.indexOf(selection.key);
      const next =
        items[place < 0 ? (way === 1 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, place + way))];
      if (next !== undefined) select(selectionOf(next));
    },
  };
}

function whoElse(desk: Desk, { room, key }: Selection, c: ConsoleWords, t: Words, language: Language): string {
  const there = desk.room(room);
  if (there === undefined) return "";
  const { view, me } = there.driver.state;
  const doing = lastAbout(there.state.doings, key);
  return doing === undefined || doing.by === me ? "" : doingWords(doing, view, c, t, language, me);
}
