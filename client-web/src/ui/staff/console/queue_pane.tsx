// Who needs someone, over all rooms, and how the list is used: choosing several, sound, the keys.
import type { ComponentChildren } from "preact";
import { useConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import { redAlertsTaken } from "../../../desk/exposure";
import { lobbies } from "../../../desk/waiting";
import { DebriefCard } from "./debrief_card";
import { kindWords } from "./item_words";
import { LobbyBar } from "./lobby_bar";
import { QueueList } from "./queue_list";
import { wakeSound } from "./sound";
import { pickItem, type Console } from "./use_console";
import type { OpenRooms } from "./use_open_rooms";
import { WriteDown } from "./write_down";

interface Parts {
  board: Console;
  open: OpenRooms;
  mayOpen: boolean; // she may begin a meeting
  onRooms: () => void;
  onSignedOut: () => void;
}

export function QueuePane({ board, open, mayOpen, onRooms, onSignedOut }: Parts) {
  const c = useConsoleWords();
  const { t } = useSpeech();
  const { desk, items, marks, selected, sheets, nowMs, loud, setLoud } = board;
  const reds = redAlertsTaken(desk.queueRooms);
  const urgent = items.find((item) => item.rank === "red" && item.owner === 0);
  return (
    <section class="queue-pane" aria-label={c.queue}>
      <p class="visually-hidden" role="status">
        {urgent === undefined ? "" : `${c.rank.red}: ${kindWords(urgent, c)}`}
      </p>
      <div class="queue-head">
        <h2>{c.queue}</h2>
        <Toggle on={marks.choosing} onTurn={marks.choose}>
          {marks.choosing ? c.chooseDone : c.chooseMany}
        </Toggle>
      </div>
      {mayOpen && <Unopened open={open} />}
      <LobbyBar desk={desk} />
      {desk.rooms.length === 0 ? (
        <p class="calm">{open.failure || t.rooms.loading}</p>
      ) : (
        <QueueList
          desk={desk}
          items={items}
          selected={selected.selection.key}
          marks={marks.keys}
          nowMs={nowMs}
          quiet={lobbies(desk.queueRooms).length === 0}
          onPick={(item) => pickItem(board, item)}
        />
      )}
      <DebriefCard desk={desk} />
      <WriteDown desk={desk} leads={mayOpen} onSignedOut={onSignedOut} />
      {reds > 0 && <p class="soft taken">{c.taken(reds)}</p>}
      <div class="queue-foot">
        <Toggle
          on={loud}
          onTurn={(on) => {
            wakeSound();
            setLoud(on);
          }}
        >
          {loud ? c.sound.on : c.sound.off}
        </Toggle>
        <button type="button" class="chip" onClick={() => sheets.show("keys")}>
          {c.keysTitle}
        </button>
        <button type="button" class="chip" onClick={onRooms}>
          {c.allRooms}
        </button>
      </div>
    </section>
  );
}

// Meetings that somebody has to begin: until then nobody is let into their lobby.
function Unopened({ open: { unopened, open } }: { open: OpenRooms }) {
  const c = useConsoleWords();
  if (unopened.length === 0) return null;
  return (
    <div class="lobby-bar" role="group" aria-label={c.lobby.unopened}>
      <h3>{c.lobby.unopened}</h3>
      <div class="chips">
        {unopened.map(({ id, title }) => (
          <button key={id} type="button" class="chip" dir="auto" onClick={() => open(id)}>
            {c.lobby.open(title)}
          </button>
        ))}
      </div>
    </div>
  );
}

function Toggle({ on, onTurn, children }: { on: boolean; onTurn: (on: boolean) => void; children: ComponentChildren }) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={() => onTurn(!on)}>
      {children}
    </button>
  );
}
