// The console: who needs someone over all open rooms, the conversation it is about, the person, and what can be done.
// Wide, the three stand side by side; on a phone one at a time, with the way between them by the thumb.
import { useConsoleWords } from "../../../i18n/console_words";
import { looksAfterRooms, mayPlan } from "../../../room/view";
import type { Place } from "../../../session/place";
import { Screen } from "../../screen";
import "../../styles/console_talk.css";
import "../../styles/console_panes.css";
import "../../styles/console_scripts.css";
import "../../styles/console.css";
import { ConsoleTools, PaneNav } from "./console_bars";
import { ConsoleSheets } from "./console_sheets";
import { Doing } from "./doing";
import { PersonPane } from "./person_pane";
import { QueuePane } from "./queue_pane";
import { RoomStrip } from "./room_strip";
import { TalkPane } from "./talk_pane";
import { pickBeside, pickInTalk, pickRoom, useConsole } from "./use_console";
import { useConsoleKeys } from "./use_console_keys";
import { useOpenRooms } from "./use_open_rooms";

interface Parts {
  place: Place;
  onRooms: () => void;
  onWords: (room: string) => void;
  onInside: () => void;
  onSignedOut: () => void;
}

export function ConsoleScreen({ place, onRooms, onWords, onInside, onSignedOut }: Parts) {
  const c = useConsoleWords();
  const board = useConsole(place);
  const { desk, items, room, selected, target, dialogue, sheets, pane, nowMs } = board;
  const open = useOpenRooms(desk, onInside, onSignedOut);
  useConsoleKeys(board);
  const { asking } = dialogue;
  const range = asking?.action === "retractRange" ? { number: target.number, other: asking.other } : null;

  return (
    <Screen fixed staff title={c.title} tools={<ConsoleTools board={board} />}>
      <div class="console" data-pane={pane} {...(asking === null ? {} : { "data-asking": asking.action })}>
        <RoomStrip
          rooms={desk.rooms}
          items={items}
          current={room?.room ?? ""}
          unread={sheets.unread}
          onPick={(one) => pickRoom(board, one)}
        />
        <QueuePane board={board} open={open} mayOpen={mayPlan(place.role)} onRooms={onRooms} onSignedOut={onSignedOut} />
        {room === undefined ? (
          <section class="talk-pane" aria-label={c.talk} />
        ) : (
          <TalkPane
            key={room.room}
            desk={desk}
            room={room}
            selection={selected.selection}
            range={range}
            item={target.item}
            drafts={board.drafts}
            nowMs={nowMs}
            onPick={(next) => pickInTalk(board, next)}
            onScripts={() => sheets.show("scripts")}
            onRoom={(other) => pickBeside(board, other)}
          />
        )}
        <PersonPane board={board} />
        <Doing board={board} />
        <PaneNav board={board} />
      </div>
      <ConsoleSheets
        desk={desk}
        room={room}
        open={sheets.open}
        nowMs={nowMs}
        onShow={sheets.show}
        onWords={looksAfterRooms(place.role) ? onWords : null}
        onClose={sheets.close}
      />
    </Screen>
  );
}
