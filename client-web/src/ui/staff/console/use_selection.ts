// What is selected, and where the selection goes when its item leaves the queue: to the next one, and if somebody else did
// it she is told who and what. It never goes while she is asked or is writing, and keeps still for a moment after it went,
// so that no key meant for one person reaches another.
import { useEffect, useRef, useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import { lastAbout } from "../../../desk/doings";
import type { Desk } from "../../../desk/desk";
import { nextKey, type Item } from "../../../desk/queue";
import { nothing_selected, selectionOf, type Selection } from "../../../desk/target";
import { doingWords } from "./item_words";

export interface Selected {
  readonly selection: Selection;
  readonly passed: string; // what somebody else did about what was selected
  readonly stillUntilMs: number; // until then nothing is done about what is selected now
  select(next: Selection): void;
  move(way: 1 | -1): void;
  moveOn(next: Selection, passed: string): void;
}

const still_ms = 600;

export function useSelection(items: readonly Item[]): Selected {
  const [selection, setSelection] = useState<Selection>(nothing_selected);
  const [passed, setPassed] = useState("");
  const [stillUntilMs, setStillUntilMs] = useState(0);
  const select = (next: Selection) => {
    setPassed("");
    setStillUntilMs(0);
    setSelection(next);
  };
  return {
    selection,
    passed,
    stillUntilMs,
    select,
    move(way) {
      const place = items.findIndex((item) => item.key === selection.key);
      const beside = Math.min(items.length - 1, Math.max(0, place + way));
      const next = items[place >= 0 ? beside : way === 1 ? 0 : items.length - 1];
      if (next !== undefined) select(selectionOf(next));
    },
    moveOn(next, words) {
      setPassed(words);
      if (words !== "" && next !== selection) setStillUntilMs(Date.now() + still_ms);
      setSelection(next);
    },
  };
}

// `busy`: a question is open, or she is writing.
export function useMovingOn(desk: Desk, items: readonly Item[], selected: Selected, busy: boolean): void {
  const whoElse = useWhoElse(desk);
  const { selection, moveOn } = selected;
  const order = useRef<readonly string[]>([]);
  const emptied = useRef(false);
  const keys = items.map((item) => item.key);
  const gone = selection.key !== "" && !keys.includes(selection.key);

  useEffect(() => {
    const [first] = items;
    if (selection === nothing_selected && first !== undefined) moveOn(selectionOf(first), "");
    if (!gone) {
      order.current = keys;
      emptied.current = false;
      return;
    }
    const place = nextKey(items, selection.key, order.current);
    const next = emptied.current ? first : items.find((item) => item.key === place);
    emptied.current ||= items.length === 0;
    moveOn(busy || next === undefined ? selection : selectionOf(next), whoElse(selection));
  }, [keys.join(), gone, busy]);
}

function useWhoElse(desk: Desk): (selection: Selection) => string {
  const c = useConsoleWords();
  const { t, language } = useSpeech();
  return ({ room, key }) => {
    const there = desk.room(room);
    if (there === undefined) return "";
    const { view, me } = there.driver.state;
    const doing = lastAbout(there.state.doings, key);
    return doing === undefined || doing.by === me ? "" : doingWords(doing, view, c, t, language, me);
  };
}
