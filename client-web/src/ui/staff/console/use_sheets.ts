// Which sheet lies over the console, and how much of the team's talk she has seen in each room.
import { useState } from "preact/hooks";
import type { DeskRoom } from "../../../desk/desk";
import type { Open } from "./console_sheets";

export interface Sheets {
  readonly open: Open;
  show(which: Open): void;
  close(): void;
  unread(room: DeskRoom): boolean;
}

const spoken = (room: DeskRoom): number => room.state.staff?.backstage.length ?? 0;

export function useSheets(room: DeskRoom | undefined): Sheets {
  const [open, setOpen] = useState<Open>("nothing");
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map());
  const saw = (count: number) => {
    if (room !== undefined) setSeen(new Map(seen).set(room.room, count));
  };
  return {
    open,
    show(which) {
      if (room === undefined && which !== "keys") return;
      if (which === "team") saw(Infinity);
      setOpen(which);
    },
    close() {
      if (room !== undefined && open === "team") saw(spoken(room));
      setOpen("nothing");
    },
    unread: (one) => spoken(one) > (seen.get(one.room) ?? one.state.met),
  };
}
