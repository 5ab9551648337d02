// How a room is set. The everyday things first; lock-down apart from them, at the end.
import { useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { clockTime, useSpeech } from "../../../i18n/words";
import type { Command, StaffCommand } from "../../../protocol/command";
import { HoldMode, Phase } from "../../../protocol/generated/nightlight/wire/v1/room_pb";
import type { Desk, DeskRoom } from "../../../desk/desk";
import type { Controls } from "../../../room/staff_view";
import type { RoomView } from "../../../room/view";
import { Sheet } from "../../sheet";
import { Chip, Choice } from "./chips";
import { Floor } from "./floor";
import { nameIn } from "./item_words";
import { LockdownButton } from "./lockdown_button";
import { MeetingTime } from "./meeting_time";

interface Parts {
  desk: Desk;
  room: DeskRoom;
  lockdown: boolean; // lock-down was asked for by key
  onWords: (() => void) | null; // null: not hers to change
  onPutAway: () => void;
  onClose: () => void;
}

const slow_choices = [0, 10, 30, 60, 120];
const first_choices = [1, 2, 3, 5, 10];
const hold_modes = [HoldMode.OFF, HoldMode.NEWCOMERS, HoldMode.FLAGGED, HoldMode.EVERYTHING];

export function ControlsSheet({ desk, room, lockdown, onWords, onPutAway, onClose }: Parts) {
  const c = useConsoleWords();
  const { t } = useSpeech();
  const { view } = room.driver.state;
  const { staff } = room.state;
  const [sure, setSure] = useState(false);
  if (view === null || staff === null) return null;
  const { controls } = staff;
  const about = `controls/${room.room}`;
  const ask = (command: StaffCommand) => desk.ask([{ room: room.room, command }], about);
  const tell = (command: Command) => (command.is === "say" ? desk.say(room.room, command, about) : ask(command as StaffCommand));
  const over = view.phase === Phase.CLOSED;

  return (
    <Sheet title={view.title} onClose={onClose}>
      <p class="gentle" role="status">
        {desk.refused?.about === about ? desk.refused.words : ""}
      </p>
      {lockdown && !over && <Lockdown room={room} asked onDo={ask} />}
      {!over && (
        <>
          <MeetingTime view={view} max={room.driver.state.bodyMax} onDo={tell} />
          <Pace room={room} controls={controls} onDo={ask} />
          <Door controls={controls} onDo={ask} />
          <Talk room={room} view={view} onDo={ask} />
        </>
      )}
      {(over || view.phase === Phase.SCHEDULED) && <p class="soft">{t.phase[view.phase]}</p>}
      {onWords !== null && (
        <button type="button" class="button quiet" onClick={onWords}>
          {t.rooms.words}
        </button>
      )}
      <button type="button" class="button quiet" onClick={() => (sure ? onPutAway() : setSure(true))}>
        {sure ? c.room.putAwaySure : c.room.putAway}
      </button>
      {!lockdown && !over && <Lockdown room={room} asked={false} onDo={ask} />}
    </Sheet>
  );
}

interface SetParts {
  controls: Controls;
  onDo: (command: StaffCommand) => void;
}

// Who has the floor, and whether anyone writes at all.
function Talk({ room, view, onDo }: { room: DeskRoom; view: RoomView; onDo: (command: StaffCommand) => void }) {
  const c = useConsoleWords();
  const paused = view.phase === Phase.PAUSED;
  return (
    <>
      <Switch on={view.handsRequired} words={c.room.hands} onTurn={(on) => onDo({ is: "setHandsRequired", on })} />
      {view.handsRequired && <Floor room={room} onDo={onDo} />}
      <button type="button" class="button" onClick={() => onDo({ is: paused ? "resumeRoom" : "pauseRoom" })}>
        {paused ? c.room.resume : c.room.pause}
      </button>
    </>
  );
}

// What is read first, and how fast people may write.
function Pace({ room, controls, onDo }: SetParts & { room: DeskRoom }) {
  const c = useConsoleWords();
  const slow = room.driver.state.view?.slowModeSeconds ?? 0;
  return (
    <>
      <Choice title={c.room.hold}>
        {hold_modes.map((mode, place) => (
          <Chip key={mode} on={controls.hold === mode} onPick={() => onDo({ is: "setHold", mode, first: 0 })}>
            {c.room.holds[place] ?? ""}
          </Chip>
        ))}
      </Choice>
      {controls.hold === HoldMode.NEWCOMERS && (
        <Choice title={c.room.holdFirst}>
          {first_choices.map((first) => (
            <Chip
              key={first}
              on={controls.holdFirst === first}
              onPick={() => onDo({ is: "setHold", mode: HoldMode.NEWCOMERS, first })}
            >
              {String(first)}
            </Chip>
          ))}
        </Choice>
      )}
      <Choice title={c.room.slow}>
        {slow_choices.map((seconds) => (
          <Chip key={seconds} on={slow === seconds} onPick={() => onDo({ is: "setSlowMode", seconds })}>
            {seconds === 0 ? c.room.slowOff : `${seconds} s`}
          </Chip>
        ))}
      </Choice>
    </>
  );
}

// Who comes in, and how.
function Door({ controls, onDo }: SetParts) {
  const c = useConsoleWords();
  return (
    <>
      <Switch on={controls.lobby} words={c.lobby.on} onTurn={(on) => onDo({ is: "setLobby", on })} />
      <Switch on={controls.doorLocked} words={c.room.door} onTurn={(locked) => onDo({ is: "setDoor", locked })} />
      <Switch
        on={controls.invitationsClosed}
        words={c.room.invitations}
        onTurn={(closed) => onDo({ is: "setInvitations", closed })}
      />
      <Switch
        on={controls.listeningDefault}
        words={c.room.listening}
        onTurn={(on) => onDo({ is: "setListeningDefault", on })}
      />
    </>
  );
}

function Lockdown({ room, asked, onDo }: { room: DeskRoom; asked: boolean; onDo: (command: StaffCommand) => void }) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const { lockdown, staff } = room.state;
  return (
    <section class="lockdown">
      <h3>{c.lockdown.title}</h3>
      <p class="soft">{c.lockdown.what}</p>
      {staff?.controls.lockdown === true ? (
        <>
          <p class="in-force">
            {c.lockdown.on}
            {lockdown !== null &&
              ` ${c.lockdown.by(nameIn(room.driver.state.view, lockdown.by, c), clockTime(lockdown.atMs, language))}`}
          </p>
          <button type="button" class="button" onClick={() => onDo({ is: "setLockdown", on: false })}>
            {c.lockdown.off}
          </button>
        </>
      ) : (
        <LockdownButton asked={asked} onSure={() => onDo({ is: "setLockdown", on: true })} />
      )}
    </section>
  );
}

function Switch({ on, words, onTurn }: { on: boolean; words: string; onTurn: (on: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" role="switch" checked={on} onChange={(event) => onTurn(event.currentTarget.checked)} />
      <span>{words}</span>
    </label>
  );
}
