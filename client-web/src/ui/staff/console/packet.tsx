// Handing the room over: one text, composed from what is open and in force, signed by the one who leaves and the one who
// takes over.
import { useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import type { StaffCommand } from "../../../protocol/staff_command";
import type { DeskRoom } from "../../../desk/desk";
import { packetText, partsOf } from "../../../desk/hand_over_text";
import { serverNow } from "../../../desk/target";
import type { HandOver } from "../../../room/staff_view";
import { nameIn, termWords } from "./item_words";

interface Parts {
  room: DeskRoom;
  nowMs: number;
  onDo: (command: StaffCommand) => void;
}

export function Packet({ room, nowMs, onDo }: Parts) {
  const c = useConsoleWords();
  const [writing, setWriting] = useState(false);
  const handOver = room.state.staff?.handOver ?? null;
  return (
    <section class="stack">
      <h3>{c.team.handOver}</h3>
      {handOver !== null && <Signed room={room} handOver={handOver} onTake={() => onDo({ is: "takeOver" })} />}
      {writing ? (
        <Composed
          room={room}
          nowMs={nowMs}
          onSign={(text) => {
            onDo({ is: "handOver", text });
            setWriting(false);
          }}
        />
      ) : (
        <button type="button" class="button" onClick={() => setWriting(true)}>
          {c.team.handOver}
        </button>
      )}
    </section>
  );
}

function Signed({ room, handOver, onTake }: { room: DeskRoom; handOver: HandOver; onTake: () => void }) {
  const c = useConsoleWords();
  const { view, me } = room.driver.state;
  const { from, text, takenBy } = handOver;
  return (
    <>
      <p class="in-force">{c.team.from(nameIn(view, from, c))}</p>
      <p class="quote packet" dir="auto">
        {text}
      </p>
      {takenBy !== 0 ? (
        <p>{c.team.taken(nameIn(view, takenBy, c))}</p>
      ) : from === me ? (
        <p class="soft">{c.team.waits}</p>
      ) : (
        <button type="button" class="button primary" onClick={onTake}>
          {c.team.takeOver}
        </button>
      )}
    </>
  );
}

function Composed({ room, nowMs, onSign }: Omit<Parts, "onDo"> & { onSign: (text: string) => void }) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const [watch, setWatch] = useState("");
  const { view } = room.driver.state;
  const { staff } = room.state;
  if (view === null || staff === null) return null;
  const words = {
    alert: (kind: number) => c.kind[kind] ?? c.kind[0] ?? "",
    name: (member: number) => nameIn(view, member, c),
    term: (untilMs: number) => termWords({ untilMs, reason: "", by: 0 }, c, language),
  };
  const composed = packetText({ ...partsOf(staff, view, serverNow(room, nowMs), words), watch }, c.team.packet);
  return (
    <>
      <label class="field">
        <span>{c.team.watch}</span>
        <textarea rows={3} value={watch} maxLength={600} onInput={(event) => setWatch(event.currentTarget.value)} />
      </label>
      <p class="soft">{c.team.compose}</p>
      <p class="quote packet" dir="auto">
        {composed}
      </p>
      <button type="button" class="button primary" onClick={() => onSign(composed)}>
        {c.team.sign}
      </button>
    </>
  );
}
