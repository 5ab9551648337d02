// The conversation of the selected item's room, at the message it is about; beside the circle, her side rooms in it.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { ageWords, useConsoleWords } from "../../../i18n/console_words";
import { clockTime, useSpeech } from "../../../i18n/words";
import type { Command } from "../../../protocol/command";
import type { Desk, DeskRoom } from "../../../desk/desk";
import type { Item } from "../../../desk/queue";
import { serverNow, type Selection } from "../../../desk/target";
import { isStaff, type Message } from "../../../room/view";
import { MoreIcon } from "../../icons";
import { lineWords } from "../../room/line_words";
import { doingWords, nameIn, whenWords } from "./item_words";
import { ItemBody } from "./queue_list";
import { SayBox } from "./say_box";
import { talkItems } from "./talk_items";

interface Parts {
  desk: Desk;
  room: DeskRoom;
  selection: Selection;
  item: Item | null;
  nowMs: number;
  onPick: (selection: Selection) => void;
}

const near_px = 60;

export function TalkPane({ desk, room, selection, item, nowMs, onPick }: Parts) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const { view } = room.driver.state;
  const talks = [...room.state.talks.keys()];
  const [side, setSide] = useState(0);
  const shown = talks.includes(side) ? side : 0;
  const opened = talks.at(-1) ?? 0;
  useEffect(() => setSide(opened), [opened]);
  useEffect(() => setSide(talks.includes(selection.member) ? selection.member : 0), [selection.key, selection.number]);
  const { glass } = room.state;
  const about = `say/${room.room}/${shown}`;
  const refused = desk.refused?.about === about ? desk.refused : null;
  const say = (command: Command) => desk.say(room.room, command, about);

  return (
    <section class="talk-pane" aria-label={view?.title ?? room.title}>
      {item !== null && (
        <div class={`item talk-item rank-${item.rank}`}>
          <ItemBody desk={desk} item={item} marked={false} nowMs={nowMs} />
        </div>
      )}
      {glass !== null && serverNow(room, nowMs) < glass.untilMs && (
        <p class="glass-line">
          {c.glass.line(nameIn(view, glass.by, c), glass.reason, whenWords(glass.untilMs, language))}
        </p>
      )}
      {talks.length > 0 && (
        <div class="chips talk-tabs" role="group" aria-label={c.talk}>
          <button type="button" class="chip" aria-pressed={shown === 0} onClick={() => setSide(0)}>
            {c.room.circle}
          </button>
          {talks.map((member) => (
            <button
              key={member}
              type="button"
              class="chip"
              aria-pressed={shown === member}
              onClick={() => setSide(member)}
            >
              {c.room.sideTitle(nameIn(view, member, c))}
            </button>
          ))}
        </div>
      )}
      {shown === 0 ? (
        <Circle room={room} selection={selection} nowMs={nowMs} onPick={onPick} />
      ) : (
        <SideTalk
          room={room}
          member={shown}
          onEnd={() => desk.ask([{ room: room.room, command: { is: "closeSide", member: shown } }], about)}
        />
      )}
      {refused !== null && (
        <p class="gentle refused-words" role="status">
          {refused.words}
        </p>
      )}
      <SayBox
        key={about}
        id="console-say"
        label={shown === 0 ? c.room.say : c.room.saySide(nameIn(view, shown, c))}
        max={room.driver.state.bodyMax}
        back={refused?.back ?? ""}
        onSend={(text) => say(shown === 0 ? { is: "say", text, replyTo: 0 } : { is: "saySide", member: shown, text })}
      />
    </section>
  );
}

function Circle({ room, selection, nowMs, onPick }: Omit<Parts, "desk" | "item">) {
  const c = useConsoleWords();
  const { language, t } = useSpeech();
  const { view, lines, me, outbox } = room.driver.state;
  const { staff, doings } = room.state;
  const box = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const newest = `${room.state.newest}/${doings.length}/${lines.length}`;
  const wanted = selection.room === room.room ? selection.number : 0;

  const place = () => {
    const chosen = wanted === 0 ? null : box.current?.querySelector(`[data-number="${wanted}"]`);
    if (chosen != null) chosen.scrollIntoView({ block: "center" });
    else if (box.current !== null && pinned.current) box.current.scrollTop = box.current.scrollHeight;
  };
  const placing = useRef(place);
  placing.current = place;
  useLayoutEffect(() => {
    pinned.current = true;
    place();
  }, [wanted, room.room, view === null]);
  useLayoutEffect(() => {
    if (wanted === 0) place();
  }, [newest]);
  useEffect(() => {
    const log = box.current;
    if (log === null) return;
    // It comes into sight on a phone, or a question makes it smaller: what it is about stays in the middle.
    const observer = new ResizeObserver(() => placing.current());
    observer.observe(log);
    return () => observer.disconnect();
  }, [view === null]);

  if (view === null || staff === null) {
    return (
      <div class="talk">
        <p class="soft calm">{room.driver.state.turnedAway?.words ?? t.state.connecting}</p>
      </div>
    );
  }
  const watch = () => {
    const log = box.current;
    if (log !== null) pinned.current = log.scrollHeight - log.scrollTop - log.clientHeight < near_px;
  };
  return (
    <div class="talk" ref={box} role="log" aria-live="off" aria-label={t.room.log} tabIndex={0} onScroll={watch}>
      {view.hasEarlier && (
        <button type="button" class="button quiet earlier" onClick={() => room.driver.input({ is: "earlier" })}>
          {t.state.earlierAsk}
        </button>
      )}
      <ol class="plain">
        {talkItems(view.messages, lines, doings).map((item) => {
          if (item.is === "line") {
            return (
              <li key={item.key} class="line">
                {lineWords(
                  item.line.body,
                  "member" in item.line.body ? [item.line.body.member] : [],
                  view,
                  t,
                  language,
                )}
              </li>
            );
          }
          if (item.is === "doing") {
            return (
              <li key={item.key} class="line team-line">
                {doingWords(item.doing, view, c, t, language, me)} ·{" "}
                {ageWords(serverNow(room, nowMs) - item.doing.atMs, c)}
              </li>
            );
          }
          return (
            <Said
              key={item.key}
              room={room}
              message={item.message}
              chosen={item.message.number === wanted}
              onPick={onPick}
            />
          );
        })}
        {outbox.map(({ id, command, echoed }) =>
          command.is !== "say" || echoed ? null : (
            <li key={id} class="said away">
              <div class="said-body">
                <span class="badge">{t.room.sending}</span>
                <p class="words" dir="auto">
                  {command.text}
                </p>
              </div>
            </li>
          ),
        )}
      </ol>
    </div>
  );
}

function Said({
  room,
  message,
  chosen,
  onPick,
}: {
  room: DeskRoom;
  message: Message;
  chosen: boolean;
  onPick: Parts["onPick"];
}) {
  const c = useConsoleWords();
  const { language, t } = useSpeech();
  const { view } = room.driver.state;
  const { number, author } = message;
  const person = view?.people.get(author);
  const hidden = room.state.staff?.hidden.has(number) === true;
  const words = room.state.staff?.words.get(number) ?? message.text;
  const name = nameIn(view, author, c);
  const pick = () => onPick({ room: room.room, key: "", member: author, number });
  return (
    <li
      class={`said ${chosen ? "chosen-words" : ""} ${hidden || message.retracted ? "away" : ""}`}
      data-number={number}
    >
      <div class="said-body" onClick={pick}>
        <span class="name">{name}</span>
        {person !== undefined && isStaff(person.role) && <span class="badge">{t.room.staffBadge[person.role]}</span>}
        <time dateTime={new Date(message.atMs).toISOString()}>{clockTime(message.atMs, language)}</time>
        {hidden && <span class="badge warn">{c.room.hidden}</span>}
        {message.retracted && <span class="badge warn">{c.room.takenBack}</span>}
        <p class="words" dir="auto">
          {words}
        </p>
      </div>
      <button type="button" class="more" aria-label={t.room.actions(name)} aria-pressed={chosen} onClick={pick}>
        <MoreIcon />
      </button>
    </li>
  );
}

function SideTalk({ room, member, onEnd }: { room: DeskRoom; member: number; onEnd: () => void }) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const { view } = room.driver.state;
  const lines = room.state.talks.get(member) ?? [];
  return (
    <div class="talk" role="log" aria-live="polite" aria-label={c.room.sideTitle(nameIn(view, member, c))} tabIndex={0}>
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
      <button type="button" class="button quiet earlier" onClick={onEnd}>
        {c.room.sideClose}
      </button>
    </div>
  );
}
