// Who waits to be let in, over all rooms, above the queue: one tap for one of them, one for everybody.
import { useConsoleWords } from "../../../i18n/console_words";
import type { Order } from "../../../desk/actions";
import type { Desk } from "../../../desk/desk";
import { admit, admitAll, lobbies, type LobbyOf } from "../../../desk/waiting";
import { Hint } from "./question_panel";

export const lobby_about = "lobby";

export function LobbyBar({ desk }: { desk: Desk }) {
  const c = useConsoleWords();
  const waiting = lobbies(desk.queueRooms);
  const ask = (orders: readonly Order[]) => desk.ask(orders, lobby_about);
  const refused = desk.refused?.about === lobby_about ? desk.refused.words : "";
  return (
    <div class="lobby-bar" role="group" aria-label={c.lobby.title}>
      <p class="visually-hidden" role="status">
        {waiting.length === 0 ? "" : c.lobby.waits}
      </p>
      {refused !== "" && <p class="gentle">{refused}</p>}
      {waiting.map((lobby, place) => (
        <Room key={lobby.room} desk={desk} lobby={lobby} first={place === 0} onAsk={ask} />
      ))}
    </div>
  );
}

interface RoomParts {
  desk: Desk;
  lobby: LobbyOf;
  first: boolean;
  onAsk: (orders: readonly Order[]) => void;
}

function Room({ desk, lobby: { room, waiting }, first, onAsk }: RoomParts) {
  const c = useConsoleWords();
  const title = desk.room(room)?.driver.state.view?.title ?? "";
  return (
    <>
      <h3>
        {c.lobby.title}
        {desk.rooms.length > 1 && ` · ${title}`}
      </h3>
      <div class="chips">
        {waiting.map(({ waiting: number, name, listening }, place) => (
          <button key={number} type="button" class="chip" dir="auto" onClick={() => onAsk([admit(room, number)])}>
            {c.lobby.admit(name)}
            {listening && <span class="soft"> {c.lobby.listens}</span>} {first && place === 0 && <Hint of="q" />}
          </button>
        ))}
        {waiting.length > 1 && (
          <button type="button" class="chip" onClick={() => onAsk([admitAll(room)])}>
            {c.lobby.all} {first && <Hint of="Q" />}
          </button>
        )}
      </div>
    </>
  );
}
