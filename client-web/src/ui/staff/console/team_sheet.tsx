// The team among themselves: backstage, needing cover, and handing the room over, signed by both.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { clockTime, useSpeech } from "../../../i18n/words";
import type { StaffCommand } from "../../../protocol/staff_command";
import { AlertKind } from "../../../protocol/generated/nightlight/wire/v1/room_pb";
import { packetText, partsOf } from "../../../desk/hand_over_text";
import type { Desk, DeskRoom } from "../../../desk/desk";
import { serverNow } from "../../../desk/target";
import type { BackstageLine } from "../../../room/staff_view";
import type { RoomView } from "../../../room/view";
import { Sheet } from "../../sheet";
import { nameIn, termWords } from "./item_words";
import { SayBox } from "./say_box";

interface Parts {
  desk: Desk;
  room: DeskRoom;
  nowMs: number;
  onClose: () => void;
}

const note_max = 1_000;

export function TeamSheet({ desk, room, nowMs, onClose }: Parts) {
  const c = useConsoleWords();
  const { view, me } = room.driver.state;
  const { staff } = room.state;
  if (view === null || staff === null) return null;
  const about = `team/${room.room}`;
  const ask = (command: StaffCommand) => desk.ask([{ room: room.room, command }], about);
  const refused = desk.refused?.about === about ? desk.refused : null;
  const covered = staff.alerts.some((alert) => alert.kind === AlertKind.COVER && alert.by === me && !alert.closed);

  return (
    <Sheet title={`${c.team.title} · ${view.title}`} onClose={onClose}>
      {staff.backstage.length === 0 && <p class="soft">{c.team.none}</p>}
      <Backstage view={view} lines={staff.backstage} />
      <p class="gentle" role="status">
        {refused?.words ?? ""}
      </p>
      <SayBox
        label={c.team.say}
        max={note_max}
        back={refused?.command.is === "sayBackstage" ? refused.back : ""}
        onSend={(text) => ask({ is: "sayBackstage", text })}
      />
      {covered ? (
        <p class="soft">{c.team.coverAsked}</p>
      ) : (
        <button type="button" class="button" onClick={() => ask({ is: "askCover" })}>
          {c.team.cover}
        </button>
      )}
      <Packet room={room} nowMs={nowMs} onDo={ask} />
    </Sheet>
  );
}

// Long, it scrolls inside itself, and stays at its newest line.
function Backstage({ view, lines }: { view: RoomView; lines: readonly BackstageLine[] }) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [lines.length]);
  return (
    <div ref={box} class="backstage" role="log" aria-label={c.team.title} tabIndex={0}>
      <ol class="plain">
        {lines.map((line, place) => (
          <li key={place} class="said">
            <div class="said-body">
              <span class="name">{nameIn(view, line.author, c)}</span>
              <time dateTime={new Date(line.atMs).toISOString()}>{clockTime(line.atMs, language)}</time>
              <p class="words" dir="auto">
                {line.text}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Packet({ room, nowMs, onDo }: { room: DeskRoom; nowMs: number; onDo: (command: StaffCommand) => void }) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const [watch, setWatch] = useState("");
  const [writing, setWriting] = useState(false);
  const { view, me } = room.driver.state;
  const { staff } = room.state;
  if (view === null || staff === null) return null;
  const { handOver } = staff;
  const name = (member: number) => nameIn(view, member, c);
  const words = {
    alert: (kind: number) => c.kind[kind] ?? c.kind[0] ?? "",
    name,
    term: (untilMs: number) => termWords({ untilMs, reason: "", by: 0 }, c, language),
  };
  const composed = packetText({ ...partsOf(staff, view, serverNow(room, nowMs), words), watch }, c.team.packet);

  return (
    <section>
      <h3>{c.team.handOver}</h3>
      {handOver !== null && (
        <>
          <p class="in-force">{c.team.from(name(handOver.from))}</p>
          <p class="quote packet" dir="auto">
            {handOver.text}
          </p>
          {handOver.takenBy !== 0 ? (
            <p>{c.team.taken(name(handOver.takenBy))}</p>
          ) : handOver.from === me ? (
            <p class="soft">{c.team.waits}</p>
          ) : (
            <button type="button" class="button primary" onClick={() => onDo({ is: "takeOver" })}>
              {c.team.takeOver}
            </button>
          )}
        </>
      )}
      {writing ? (
        <>
          <label class="field">
            <span>{c.team.watch}</span>
            <textarea rows={3} value={watch} maxLength={600} onInput={(event) => setWatch(event.currentTarget.value)} />
          </label>
          <p class="soft">{c.team.compose}</p>
          <p class="quote packet" dir="auto">
            {composed}
          </p>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              onDo({ is: "handOver", text: composed });
              setWriting(false);
              setWatch("");
            }}
          >
            {c.team.sign}
          </button>
        </>
      ) : (
        <button type="button" class="button" onClick={() => setWriting(true)}>
          {c.team.handOver}
        </button>
      )}
    </section>
  );
}
