// The conversation of the selected item's room, at the message it is about; beside the circle, her side rooms in it.
import { useEffect, useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { useScriptWords } from "../../../i18n/scripts_words";
import { useSpeech } from "../../../i18n/words";
import type { Command } from "../../../protocol/command";
import type { StaffCommand } from "../../../protocol/staff_command";
import type { Desk, DeskRoom } from "../../../desk/desk";
import type { Item } from "../../../desk/queue";
import { serverNow, type Selection } from "../../../desk/target";
import { PlusIcon } from "../../icons";
import { BesideBar } from "../../room/beside_bar";
import { CircleBar } from "./circle_bar";
import { CircleLog, type Range } from "./circle_log";
import { CourseLine } from "./course";
import { EndLine } from "./end_line";
import { FloorBar } from "./floor";
import { nameIn, whenWords } from "./item_words";
import { ItemBody } from "./queue_list";
import { SayBox } from "./say_box";
import { SideLog } from "./side_log";
import { say_id } from "./use_console";

interface Parts {
  desk: Desk;
  room: DeskRoom;
  selection: Selection;
  range: Range | null;
  item: Item | null;
  drafts: Map<string, string>;
  nowMs: number;
  onPick: (selection: Selection) => void;
  onScripts: () => void;
  onRoom: (room: string) => void;
}

export function TalkPane({ desk, room, selection, range, item, drafts, nowMs, onPick, onScripts, onRoom }: Parts) {
  const c = useConsoleWords();
  const s = useScriptWords();
  const { view } = room.driver.state;
  const { talks, shown, show } = useTalks(room, selection);
  const about = `say/${room.room}/${shown}`;
  const refused = desk.refused?.about === about ? desk.refused : null;
  const say = (command: Command) => desk.say(room.room, command, about);
  const ask = (command: StaffCommand) => desk.ask([{ room: room.room, command }], about);

  return (
    <section class="talk-pane" aria-label={view?.title ?? room.title}>
      {item !== null && (
        <div class={`item talk-item rank-${item.rank}`}>
          <ItemBody desk={desk} item={item} marked={false} nowMs={nowMs} />
        </div>
      )}
      <GlassLine room={room} nowMs={nowMs} />
      <EndLine room={room} nowMs={nowMs} onDo={ask} />
      <CourseLine room={room.room} nowMs={nowMs} />
      <CircleBar room={room} onDo={ask} />
      {view !== null && <BesideBar view={view} onDo={ask} onRoom={onRoom} />}
      <FloorBar room={room} onDo={ask} />
      {talks.length > 0 && <TalkTabs room={room} talks={talks} shown={shown} onShow={show} />}
      {shown === 0 ? (
        <CircleLog room={room} selection={selection} range={range} nowMs={nowMs} onPick={onPick} />
      ) : (
        <SideLog room={room} member={shown} onEnd={() => ask({ is: "closeSide", member: shown })} />
      )}
      {refused !== null && (
        <p class="gentle refused-words" role="status">
          {refused.words}
        </p>
      )}
      <SayBox
        key={about}
        id={say_id}
        begun={drafts.get(about) ?? ""}
        onWrite={(text) => drafts.set(about, text)}
        label={shown === 0 ? c.room.say : c.room.saySide(nameIn(view, shown, c))}
        max={room.driver.state.bodyMax}
        back={refused?.back ?? ""}
        onSend={(text) => say(shown === 0 ? { is: "say", text, replyTo: 0 } : { is: "saySide", member: shown, text })}
      >
        {shown === 0 && (
          <button
            type="button"
            class="more"
            aria-haspopup="dialog"
            aria-keyshortcuts="y"
            aria-label={s.open}
            onClick={onScripts}
          >
            <PlusIcon />
          </button>
        )}
      </SayBox>
    </section>
  );
}

// Which of her talks in this room is in front: the circle (0), or the side room with a member.
function useTalks(room: DeskRoom, selection: Selection) {
  const talks = [...room.state.talks.keys()];
  const [side, show] = useState(0);
  const opened = talks.at(-1) ?? 0;
  useEffect(() => show(opened), [opened]);
  useEffect(() => show(talks.includes(selection.member) ? selection.member : 0), [selection.key, selection.number]);
  return { talks, shown: talks.includes(side) ? side : 0, show };
}

function GlassLine({ room, nowMs }: { room: DeskRoom; nowMs: number }) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const { glass } = room.state;
  if (glass === null || serverNow(room, nowMs) >= glass.untilMs) return null;
  const name = nameIn(room.driver.state.view, glass.by, c);
  return <p class="glass-line">{c.glass.line(name, glass.reason, whenWords(glass.untilMs, language))}</p>;
}

interface TabsParts {
  room: DeskRoom;
  talks: readonly number[];
  shown: number;
  onShow: (member: number) => void;
}

function TalkTabs({ room, talks, shown, onShow }: TabsParts) {
  const c = useConsoleWords();
  const { view } = room.driver.state;
  return (
    <div class="chips talk-tabs" role="group" aria-label={c.talk}>
      {[0, ...talks].map((member) => (
        <button
          key={member}
          type="button"
          class="chip"
          aria-pressed={shown === member}
          onClick={() => onShow(member)}
        >
          {member === 0 ? c.room.circle : c.room.sideTitle(nameIn(view, member, c))}
        </button>
      ))}
    </div>
  );
}
