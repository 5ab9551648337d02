// What a moderator does about the whole room: the door, the pace, pausing, beginning and ending the meeting.
import { useEffect, useRef } from "preact/hooks";
import { Phase } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import type { Command } from "../../protocol/command";
import { useConsoleWords } from "../../i18n/console_words";
import { useSpeech } from "../../i18n/words";
import type { RoomView } from "../../room/view";
import { Sheet } from "../sheet";
import { MeetingTime } from "./console/meeting_time";
import { CopyLink } from "./copy_link";

export type RoomFocus = "none" | "slow" | "door";

interface Parts {
  view: RoomView;
  focus: RoomFocus;
  max: number; // code points of a message
  onDo: (command: Command) => void;
  onRooms: () => void;
  onShortcuts: () => void;
  onClose: () => void;
}

const slow_choices = [0, 10, 30, 60, 120];

export function RoomSheet({ view, focus, max, onDo, onRooms, onShortcuts, onClose }: Parts) {
  const { t } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus !== "none") box.current?.querySelector<HTMLButtonElement>(`[data-focus="${focus}"]`)?.focus();
  }, [focus]);
  const act = (command: Command) => {
    onDo(command);
    onClose();
  };

  return (
    <Sheet title={t.staff.roomTitle} onClose={onClose}>
      <div ref={box} class="stack">
        <p class="soft">
          {t.phase[view.phase]} · {view.doorLocked ? t.staff.doorLocked : t.staff.doorOpen} ·{" "}
          {t.staff.position(view.through)}
        </p>
        <button
          type="button"
          class="button"
          data-focus="door"
          onClick={() => act({ is: "setDoor", locked: !view.doorLocked })}
        >
          {view.doorLocked ? t.staff.unlock : t.staff.lock}
        </button>
        <fieldset>
          <legend>{t.staff.slow}</legend>
          <div class="choices">
            {slow_choices.map((seconds) => (
              <button
                key={seconds}
                type="button"
                class="button quiet"
                aria-pressed={view.slowModeSeconds === seconds}
                {...(seconds === 30 ? { "data-focus": "slow" } : {})}
                onClick={() => act({ is: "setSlowMode", seconds })}
              >
                {seconds === 0 ? t.staff.slowOff : `${seconds} s`}
              </button>
            ))}
          </div>
        </fieldset>
        <Meeting view={view} max={max} onDo={act} />
        <CopyLink room={view.room} />
        <button type="button" class="button quiet" onClick={onRooms}>
          {t.staff.rooms}
        </button>
        <button type="button" class="button quiet" onClick={onShortcuts}>
          {t.staff.shortcuts}
        </button>
      </div>
    </Sheet>
  );
}

function Meeting({ view, max, onDo }: Pick<Parts, "view" | "max" | "onDo">) {
  const c = useConsoleWords();
  const { t } = useSpeech();
  if (view.phase !== Phase.OPEN && view.phase !== Phase.PAUSED) {
    return (
      <button type="button" class="button" onClick={() => onDo({ is: "openRoom" })}>
        {t.staff.openMeeting}
      </button>
    );
  }
  const paused = view.phase === Phase.PAUSED;
  return (
    <>
      <button type="button" class="button" onClick={() => onDo(paused ? { is: "resumeRoom" } : { is: "pauseRoom" })}>
        {paused ? t.staff.resume : t.staff.pause}
      </button>
      <button type="button" class="button" onClick={() => onDo({ is: "admitAll" })}>
        {c.lobby.all}
      </button>
      <MeetingTime view={view} max={max} onDo={onDo} />
    </>
  );
}
