// The rooms she has open, one chip each: how many wait there, and what is out of the ordinary.
import { useConsoleWords, type ConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import { Phase } from "../../../protocol/generated/nightlight/wire/v1/room_pb";
import type { DeskRoom } from "../../../desk/desk";
import type { Item } from "../../../desk/queue";

interface Parts {
  rooms: readonly DeskRoom[];
  items: readonly Item[];
  current: string;
  unread: (room: DeskRoom) => boolean; // words of the team she has not seen
  onPick: (room: DeskRoom) => void;
}

export function RoomStrip({ rooms, items, current, unread, onPick }: Parts) {
  const c = useConsoleWords();
  const { t } = useSpeech();
  return (
    <div class="room-strip" role="group" aria-label={c.rooms}>
      {rooms.map((room) => {
        const waiting = items.filter((item) => item.room === room.room && !item.elsewhere).length;
        const phase = room.driver.state.view?.phase ?? Phase.OPEN;
        const notes = [
          statusWords(room, c),
          ...(room.state.staff?.controls.lockdown === true ? [c.lockdown.on] : []),
          ...(phase === Phase.OPEN ? [] : [t.phase[phase] ?? ""]),
          ...((room.state.staff?.waiting.length ?? 0) > 0 ? [c.lobby.waits] : []),
          ...(unread(room) ? [`${c.team.title}: ${c.team.fresh}`] : []),
        ].filter((note) => note !== "");
        return (
          <button
            key={room.room}
            type="button"
            class="chip room-chip"
            data-link={room.driver.state.link.at}
            aria-pressed={room.room === current}
            onClick={() => onPick(room)}
          >
            <span>{room.driver.state.view?.title || room.title}</span>
            {waiting > 0 && <strong>{waiting}</strong>}
            {notes.length > 0 && <span class="soft">{notes.join(" · ")}</span>}
          </button>
        );
      })}
    </div>
  );
}

export function statusWords({ driver }: DeskRoom, c: ConsoleWords): string {
  const { link, view } = driver.state;
  switch (link.at) {
    case "live":
      return c.room.status.live;
    case "over":
    case "turned_away":
      return c.room.status.away;
    case "idle":
    case "errand":
    case "opening":
    case "greeting":
    case "joining":
    case "knocking":
    case "lobby":
    case "waiting":
      return view === null ? c.room.status.joining : c.room.status.lost;
  }
}
