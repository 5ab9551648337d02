// The team among themselves: backstage, needing cover, and handing the room over, signed by both.
import { useEffect, useRef } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { clockTime, useSpeech } from "../../../i18n/words";
import type { StaffCommand } from "../../../protocol/staff_command";
import { AlertKind } from "../../../protocol/generated/nightlight/wire/v1/room_pb";
import type { Desk, DeskRoom } from "../../../desk/desk";
import type { BackstageLine, StaffRoom } from "../../../room/staff_view";
import type { RoomView } from "../../../room/view";
import { Sheet } from "../../sheet";
import { nameIn } from "./item_words";
import { Packet } from "./packet";
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

  const { handOver } = staff;
  const waitsForHer = handOver !== null && handOver.takenBy === 0 && handOver.from !== me;
  const packet = <Packet room={room} nowMs={nowMs} onDo={ask} />;

  return (
    <Sheet title={`${c.team.title} · ${view.title}`} onClose={onClose}>
      {waitsForHer && packet}
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
      <CheckOuts view={view} staff={staff} />
      {!waitsForHer && packet}
    </Sheet>
  );
}

// How the evening leaves them, who leaves heavier first.
function CheckOuts({ view, staff }: { view: RoomView; staff: StaffRoom }) {
  const c = useConsoleWords();
  const all = [...staff.checkOuts].sort(([, a], [, b]) => b.leaving - a.leaving);
  if (all.length === 0) return null;
  return (
    <section>
      <h3>{c.team.leaves}</h3>
      <ul class="plain">
        {all.map(([member, { leaving, text, firstTime }]) => (
          <li key={member}>
            <p>
              <span class="name">{nameIn(view, member, c)}</span> · {c.card.leaves[leaving] ?? ""}
              {firstTime && ` · ${c.card.firstTime}`}
            </p>
            {text !== "" && (
              <p class="quote" dir="auto">
                {text}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

// Long, it scrolls inside itself, and stays at its newest line.
function Backstage({ view, lines }: { view: RoomView; lines: readonly BackstageLine[] }) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
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
