// Every room that is open now comes onto the desk. Answers with what to say when there is none, or none can be had.
import { useEffect, useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import { Phase } from "../../../protocol/generated/nightlight/wire/v1/room_pb";
import type { Desk } from "../../../desk/desk";
import { isSignedOut, rooms, wordsOf } from "../../../session/api";

export function useOpenRooms(desk: Desk, onInside: () => void, onSignedOut: () => void): string {
  const c = useConsoleWords();
  const { t } = useSpeech();
  const [failure, setFailure] = useState("");

  useEffect(() => {
    const fail = (error: unknown) => (isSignedOut(error) ? onSignedOut() : setFailure(wordsOf(error, t.unreachable)));
    rooms.list({}).then((answer) => {
      const running = answer.rooms.filter(({ phase }) => phase === Phase.OPEN || phase === Phase.PAUSED);
      for (const room of running) desk.comeInto(room.id, room.title);
      if (running.length === 0) setFailure(c.noRooms);
    }, fail);
  }, [desk]);

  const links = desk.rooms.map(({ driver }) => driver.state.link);
  const over = links.some((link) => link.at === "over" && link.why === "sign_in");
  const inside = links.some((link) => link.at === "live");
  useEffect(() => {
    if (over) onSignedOut();
    if (inside) onInside();
  }, [over, inside]);
  return failure;
}
