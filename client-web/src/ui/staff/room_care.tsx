// What staff do to a room from outside it: open the meeting, end it (asked twice), share its link, see who is kept out, its rules about words.
import { useState } from "preact/hooks";
import type { Room } from "../../protocol/generated/nightlight/api/v1/room_pb";
import { Phase } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import { useSpeech } from "../../i18n/words";
import { rooms } from "../../session/api";
import { BansSheet } from "./bans_sheet";
import { CopyLink } from "./copy_link";

interface Parts {
  room: Room;
  onWords: (() => void) | null; // null: not hers to change
  onChanged: () => void;
  onFailed: (error: unknown) => void;
}

export function RoomCare({ room, onWords, onChanged, onFailed }: Parts) {
  const { t } = useSpeech();
  const [sure, setSure] = useState(false);
  const [showsBans, showBans] = useState(false);
  const running = room.phase === Phase.OPEN || room.phase === Phase.PAUSED;

  const open = () => void rooms.open({ room: room.id }).then(onChanged, onFailed);
  const close = () => {
    if (!sure) {
      setSure(true);
      return;
    }
    setSure(false);
    void rooms.close({ room: room.id }).then(onChanged, onFailed);
  };

  return (
    <>
      {running ? (
        <button type="button" class="button quiet" onClick={close}>
          {sure ? t.rooms.closeSure : t.rooms.closeMeeting}
        </button>
      ) : (
        <button type="button" class="button quiet" onClick={open}>
          {t.rooms.open}
        </button>
      )}
      <CopyLink room={room.id} />
      <button type="button" class="button quiet" onClick={() => showBans(true)}>
        {t.bans.open}
      </button>
      {onWords !== null && (
        <button type="button" class="button quiet" onClick={onWords}>
          {t.rooms.words}
        </button>
      )}
      {showsBans && <BansSheet room={room} onClose={() => showBans(false)} />}
    </>
  );
}
