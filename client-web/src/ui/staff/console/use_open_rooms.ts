// Every room that is open comes onto the desk, also the one that the calendar makes while she sits there; a room she has put
// away stays away. Answers with the rooms whose meeting nobody has opened yet, and with what to say when there is none, or
// none can be had.
import { useEffect, useRef, useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import type { Room } from "../../../protocol/generated/nightlight/api/v1/room_pb";
import { Phase } from "../../../protocol/generated/nightlight/wire/v1/room_pb";
import type { Desk } from "../../../desk/desk";
import { isSignedOut, rooms, wordsOf } from "../../../session/api";

const look_again_ms = 20_000;

export interface OpenRooms {
  readonly failure: string;
  readonly unopened: readonly Room[];
  open(room: string): void;
}

export function useOpenRooms(desk: Desk, onInside: () => void, onSignedOut: () => void): OpenRooms {
  const c = useConsoleWords();
  const { t } = useSpeech();
  const [failure, setFailure] = useState("");
  const [unopened, setUnopened] = useState<readonly Room[]>([]);
  const seen = useRef(new Set<string>());
  const fail = (error: unknown) => (isSignedOut(error) ? onSignedOut() : setFailure(wordsOf(error, t.unreachable)));
  const look = () => {
    rooms.list({}).then((answer) => {
      const running = answer.rooms.filter(({ phase }) => phase === Phase.OPEN || phase === Phase.PAUSED);
      for (const room of running.filter(({ id }) => !seen.current.has(id))) {
        seen.current.add(room.id);
        desk.comeInto(room.id, room.title);
      }
      setUnopened(answer.rooms.filter(({ phase }) => phase === Phase.SCHEDULED));
      setFailure(running.length === 0 ? c.noRooms : "");
    }, fail);
  };

  useEffect(() => {
    look();
    const timer = setInterval(look, look_again_ms);
    return () => clearInterval(timer);
  }, [desk]);

  const links = desk.rooms.map(({ driver }) => driver.state.link);
  const over = links.some((link) => link.at === "over" && link.why === "sign_in");
  const inside = links.some((link) => link.at === "live");
  useEffect(() => {
    if (over) onSignedOut();
    if (inside) onInside();
  }, [over, inside]);
  return { failure, unopened, open: (room) => void rooms.open({ room }).then(look, fail) };
}
