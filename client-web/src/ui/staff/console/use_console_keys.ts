// The console's keyboard: j, k and the arrows move, a letter acts or asks. While a question is open every key is its own.
// Silent in a sheet and wherever something is being written.
import { useLayoutEffect, useRef } from "preact/hooks";
import { admitEveryone, admitLongest } from "../../../desk/waiting";
import { lobby_about } from "./lobby_bar";
import { backToQueue, say_id, type Console } from "./use_console";

interface ConsoleKeys {
  move(way: 1 | -1): void;
  mark(): void;
  sheet(which: "team" | "room" | "keys" | "lockdown" | "scripts" | "poll"): void;
  write(): void;
  undo(): void;
  admit(everyone: boolean): void;
  passTurn(): void;
  // True when the key was used.
  press(key: string): boolean;
  asking(): boolean;
}

export function useConsoleKeys(board: Console): void {
  const now = useRef(keysOf(board));
  now.current = keysOf(board);
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const target = event.target instanceof Element ? event.target : null;
      const used = now.current.asking()
        ? whileAsking(event, target, now.current)
        : otherwise(event, target, now.current);
      if (used) event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

function keysOf({ desk, room, selected, target, dialogue, marks, sheets }: Console): ConsoleKeys {
  return {
    move(way) {
      dialogue.drop();
      selected.move(way);
      backToQueue();
    },
    mark() {
      if (target.item?.held != null) marks.toggle(selected.selection.key);
    },
    sheet: sheets.show,
    write: () => document.getElementById(say_id)?.focus(),
    undo: () => desk.takeBack(Date.now()),
    admit(everyone) {
      const rooms = desk.queueRooms;
      desk.ask(everyone ? admitEveryone(rooms) : admitLongest(rooms, desk.unanswered), lobby_about);
    },
    passTurn() {
      const turn = room?.driver.state.view?.round?.turn;
      if (room === undefined || turn === undefined) return;
      desk.ask([{ room: room.room, command: { is: "passTurn", member: turn } }], `say/${room.room}/0`);
    },
    asking: () => dialogue.asking !== null,
    press(key) {
      if (dialogue.asking !== null || key !== "Escape" || marks.keys.size === 0) return dialogue.press(key);
      marks.clear();
      return true;
    },
  };
}

function whileAsking({ key }: KeyboardEvent, target: Element | null, keys: ConsoleKeys): boolean {
  const writing = target?.closest("input, textarea, select") != null;
  if (writing && target?.closest(".question") == null) return false;
  if (key === "Enter" && target?.closest("button") != null) return false; // the button is pressed
  if (/^[0-9]$/.test(key) && target?.matches(".length input") === true) return false; // how long
  return keys.press(key);
}

function otherwise({ key, shiftKey }: KeyboardEvent, target: Element | null, keys: ConsoleKeys): boolean {
  if (target?.closest("input, textarea, select") != null) return false;
  const inList = target === document.body || target?.closest('[role="listbox"]') != null;
  if (shiftKey && key === "Q") return done(() => keys.admit(true));
  if (shiftKey && key === "L") return done(() => keys.sheet("lockdown"));
  switch (key) {
    case "j":
      return done(() => keys.move(1));
    case "k":
      return done(() => keys.move(-1));
    case "ArrowDown":
      return inList && done(() => keys.move(1));
    case "ArrowUp":
      return inList && done(() => keys.move(-1));
    case " ":
      return inList && done(() => keys.mark());
    case "t":
      return done(() => keys.sheet("team"));
    case "q":
      return done(() => keys.admit(false));
    case "y":
      return done(() => keys.sheet("scripts"));
    case "g":
      return done(() => keys.sheet("room"));
    case "?":
      return done(() => keys.sheet("keys"));
    case "/":
      return done(() => keys.write());
    case ",":
      return done(() => keys.sheet("poll"));
    case ".":
      return done(() => keys.passTurn());
    case "z":
      return done(() => keys.undo());
    default:
      return keys.press(key);
  }
}

function done(act: () => void): true {
  act();
  return true;
}
