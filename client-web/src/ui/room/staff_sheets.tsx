// The sheets only staff have, over the room. Their code is loaded once a staff member is in.
import type { Command } from "../../protocol/command";
import { useSpeech } from "../../i18n/words";
import type { RoomView } from "../../room/view";
import { Sheet } from "../sheet";
import { useStaffTools } from "../staff/lazy";
import type { StaffFocus } from "../staff/person_actions";
import type { RoomFocus } from "../staff/room_sheet";
import { nameOf } from "./names";
import type { About } from "./tell_sheets";

export type Open =
  | { is: "nothing" }
  | { is: "people" }
  | { is: "message"; number: number; focus: StaffFocus }
  | { is: "person"; member: number }
  | { is: "tell"; about: About }
  | { is: "appeal" }
  | { is: "extra" } // with the message she writes
  | { is: "reading" } // what she sees folded
  | { is: "room"; focus: RoomFocus }
  | { is: "keys" };

interface Parts {
  view: RoomView;
  open: Open;
  max: number; // code points of a message
  onOpen: (open: Open) => void;
  onDo: (command: Command) => void;
  onRooms: () => void;
  onClose: () => void;
}

export function StaffSheets({ view, open, max, onOpen, onDo, onRooms, onClose }: Parts) {
  const { t } = useSpeech();
  const tools = useStaffTools(true);
  if (tools === null) return null;
  if (open.is === "person") {
    const act = (command: Command) => {
      onDo(command);
      onClose();
    };
    return (
      <Sheet key="person" title={nameOf(view, open.member, t)} onClose={onClose}>
        <tools.PersonActions view={view} member={open.member} focus="none" onDo={act} />
      </Sheet>
    );
  }
  if (open.is === "room") {
    return (
      <tools.RoomSheet
        view={view}
        focus={open.focus}
        max={max}
        onDo={onDo}
        onRooms={onRooms}
        onShortcuts={() => onOpen({ is: "keys" })}
        onClose={onClose}
      />
    );
  }
  return open.is === "keys" ? <tools.ShortcutsSheet onClose={onClose} /> : null;
}
