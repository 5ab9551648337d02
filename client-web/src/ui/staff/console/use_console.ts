// What the console holds between two drawings: the desk, what is selected, chosen and asked, and which pane is in front.
import { useEffect, useRef, useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import type { Action, Order, Target } from "../../../desk/actions";
import type { Desk, DeskRoom, Undo } from "../../../desk/desk";
import { queueOf, type Item } from "../../../desk/queue";
import { aboutOf, selectionOf, targetOf, type Selection } from "../../../desk/target";
import type { Place } from "../../../session/place";
import { useAsking, type Dialogue } from "./use_asking";
import { useDesk } from "./use_desk";
import { useMarks, type Marks } from "./use_marks";
import { useMovingOn, useSelection, type Selected } from "./use_selection";
import { useSheets, type Sheets } from "./use_sheets";

export const say_id = "console-say";

export type Pane = "queue" | "talk" | "person";

export interface Console {
  readonly desk: Desk;
  readonly items: readonly Item[];
  readonly nowMs: number;
  readonly room: DeskRoom | undefined;
  readonly selected: Selected;
  readonly target: Target;
  readonly about: string; // what a refusal stands beside
  readonly dialogue: Dialogue;
  readonly marks: Marks;
  readonly sheets: Sheets;
  readonly pane: Pane;
  readonly drafts: Map<string, string>; // what she has begun to write, by room and side room
  readonly undo: Undo | null;
  readonly loud: boolean;
  setPane(pane: Pane): void;
  setLoud(loud: boolean): void;
}

export function useConsole(place: Place): Console {
  const c = useConsoleWords();
  const [loud, setLoud] = useState(false);
  const [pane, setPane] = useState<Pane>("queue");
  const desk = useDesk(place, loud);
  const nowMs = Date.now();
  const items = queueOf(desk.queueRooms);
  const selected = useSelection(items);
  const { selection, stillUntilMs } = selected;
  const marks = useMarks();
  const room = desk.room(selection.room) ?? desk.rooms[0];
  const sheets = useSheets(room);
  const target = targetOf(desk, selection, items, marks.keys, nowMs);
  const about = aboutOf(selection);
  const dialogue = useAsking({
    target,
    reasons: c.reasons,
    stillUntilMs,
    noted: room?.state.staff?.notes.get(target.member)?.text ?? "",
    onSettled: backToQueue,
    onOrders(orders: readonly Order[], action: Action) {
      desk.ask(orders, about);
      if (action === "release" || action === "decline") marks.clear();
      const next = paneAfter(action);
      if (next !== null) setPane(next);
    },
  });
  useMovingOn(desk, items, selected, dialogue.asking !== null || document.activeElement?.id === say_id);
  const drafts = useRef(new Map<string, string>()).current;
  const undo = useUndo(desk, nowMs);
  return { drafts, desk, items, nowMs, room, selected, target, about, dialogue, marks, sheets, pane, undo, loud, setPane, setLoud };
}

// A screen reader follows the list.
export function backToQueue(): void {
  document.querySelector<HTMLElement>('.queue[role="listbox"]')?.focus({ preventScroll: true });
}

// What a tap on something does: it is looked at, and the question about something else is dropped.
export function pickItem({ selected, dialogue, marks, setPane }: Console, item: Item): void {
  selected.select(selectionOf(item));
  dialogue.drop();
  if (marks.choosing && item.held !== null) marks.toggle(item.key);
  else setPane("talk");
}

export function pickRoom({ desk, selected, dialogue, sheets, setPane }: Console, room: DeskRoom): void {
  selected.select({ room: room.room, key: "", member: 0, number: 0 });
  dialogue.drop();
  setPane("talk");
  if (room.driver.state.link.at !== "turned_away") return;
  if (desk.isAdmin) sheets.show("glass");
  else room.driver.input({ is: "again" });
}

// The other of two rooms beside each other, which may not be on the desk yet.
export function pickBeside(board: Console, other: string): void {
  board.desk.comeInto(other, "");
  const room = board.desk.room(other);
  if (room !== undefined) pickRoom(board, room);
}

// While a range is asked for, another message is its other end.
export function pickInTalk({ selected, dialogue }: Console, next: Selection): void {
  if (dialogue.asking?.action === "retractRange" && next.number !== 0) {
    dialogue.reachTo(next.number);
    return;
  }
  selected.select(next);
  dialogue.drop();
}

function paneAfter(action: Action): Pane | null {
  switch (action) {
    case "release":
    case "decline":
    case "close":
      return "queue";
    case "side":
      return "talk";
    default:
      return null;
  }
}

function useUndo(desk: Desk, nowMs: number): Undo | null {
  const undo = desk.undoable(nowMs);
  useEffect(() => {
    if (undo === null) return;
    const timer = setTimeout(() => desk.heed(), undo.untilMs - Date.now() + 50);
    return () => clearTimeout(timer);
  }, [undo]);
  return undo;
}
