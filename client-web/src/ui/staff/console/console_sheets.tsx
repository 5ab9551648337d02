// The sheets over the console.
import { useConsoleWords } from "../../../i18n/console_words";
import type { Desk, DeskRoom } from "../../../desk/desk";
import { ShortcutsSheet } from "../shortcuts_sheet";
import { ControlsSheet } from "./controls_sheet";
import { GlassSheet } from "./glass_sheet";
import { TeamSheet } from "./team_sheet";

export type Open = "nothing" | "team" | "room" | "lockdown" | "keys" | "glass";

interface Parts {
  desk: Desk;
  room: DeskRoom | undefined;
  open: Open;
  nowMs: number;
  onClose: () => void;
}

export function ConsoleSheets({ desk, room, open, nowMs, onClose }: Parts) {
  const c = useConsoleWords();
  if (open === "keys") return <ShortcutsSheet title={c.keysTitle} keys={c.keys} onClose={onClose} />;
  if (room === undefined) return null;
  switch (open) {
    case "nothing":
      return null;
    case "team":
      return <TeamSheet desk={desk} room={room} nowMs={nowMs} onClose={onClose} />;
    case "glass": // until she is in
      return room.state.staff === null ? <GlassSheet desk={desk} room={room} onClose={onClose} /> : null;
    case "room":
    case "lockdown":
      return (
        <ControlsSheet
          key={open}
          desk={desk}
          room={room}
          lockdown={open === "lockdown"}
          onPutAway={() => {
            onClose();
            desk.putAway(room.room);
          }}
          onClose={onClose}
        />
      );
  }
}
