// The sheets over the console.
import { useConsoleWords } from "../../../i18n/console_words";
import type { Desk, DeskRoom } from "../../../desk/desk";
import type { StaffCommand } from "../../../protocol/staff_command";
import { ShortcutsSheet } from "../shortcuts_sheet";
import { ControlsSheet } from "./controls_sheet";
import { CourseSheet } from "./course";
import { GlassSheet } from "./glass_sheet";
import { PollSheet } from "./poll_sheet";
import { ScriptsSheet } from "./scripts_sheet";
import { TeamSheet } from "./team_sheet";

export type Open = "nothing" | "team" | "room" | "lockdown" | "keys" | "glass" | "scripts" | "course" | "poll";

interface Parts {
  desk: Desk;
  room: DeskRoom | undefined;
  open: Open;
  nowMs: number;
  onShow: (open: Open) => void;
  onWords: ((room: string) => void) | null; // null: not hers to change
  onClose: () => void;
}

export function ConsoleSheets({ desk, room, open, nowMs, onShow, onWords, onClose }: Parts) {
  const c = useConsoleWords();
  if (open === "keys") return <ShortcutsSheet title={c.keysTitle} keys={c.keys} onClose={onClose} />;
  if (room === undefined) return null;
  const ask = (command: StaffCommand) => desk.ask([{ room: room.room, command }], `say/${room.room}/0`);
  switch (open) {
    case "nothing":
      return null;
    case "team":
      return <TeamSheet desk={desk} room={room} nowMs={nowMs} onClose={onClose} />;
    case "scripts":
      return (
        <ScriptsSheet
          max={room.driver.state.bodyMax}
          onSend={(text) => desk.say(room.room, { is: "say", text, replyTo: 0 }, `say/${room.room}/0`)}
          onPin={(text) => ask({ is: "pinPrompt", text })}
          onRound={(question) => ask({ is: "startRound", question })}
          onCourse={() => onShow("course")}
          onPoll={() => onShow("poll")}
          onClose={onClose}
        />
      );
    case "poll":
      return <PollSheet room={room} onDo={ask} onClose={onClose} />;
    case "course":
      return <CourseSheet room={room.room} onClose={onClose} />;
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
          onWords={onWords === null ? null : () => onWords(room.room)}
          onPutAway={() => {
            onClose();
            desk.putAway(room.room);
          }}
          onClose={onClose}
        />
      );
  }
}
