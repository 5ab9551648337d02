// The circle on the console: messages, the quiet lines everyone has, and what the team did, where it happened.
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { ageWords, useConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import { rangeOf } from "../../../desk/actions";
import type { DeskRoom } from "../../../desk/desk";
import { serverNow, type Selection } from "../../../desk/target";
import { lineWords } from "../../room/line_words";
import { doingWords } from "./item_words";
import { SaidItem } from "./said_item";
import { talkItems, type TalkItem } from "./talk_items";

export interface Range {
  readonly number: number;
  readonly other: number; // one end and the other
}

interface Parts {
  room: DeskRoom;
  selection: Selection;
  range: Range | null;
  nowMs: number;
  onPick: (selection: Selection) => void;
}

const near_px = 60;

export function CircleLog({ room, selection, range, nowMs, onPick }: Parts) {
  const { t } = useSpeech();
  const { view, lines, outbox, turnedAway } = room.driver.state;
  const { staff, doings, newest } = room.state;
  const wanted = selection.room === room.room ? selection.number : 0;
  const { box, watch } = useFollowing(room.room, wanted, `${newest}/${doings.length}/${lines.length}`, view === null);

  if (view === null || staff === null) {
    return (
      <div class="talk">
        <p class="soft calm">{turnedAway?.words ?? t.state.connecting}</p>
      </div>
    );
  }
  const { first, last } = range === null ? { first: wanted, last: wanted } : rangeOf(range.number, range.other);
  return (
    <div class="talk" ref={box} role="log" aria-live="off" aria-label={t.room.log} tabIndex={0} onScroll={watch}>
      {view.hasEarlier && (
        <button type="button" class="button quiet earlier" onClick={() => room.driver.input({ is: "earlier" })}>
          {t.state.earlierAsk}
        </button>
      )}
      <ol class="plain">
        {talkItems(view.messages, lines, doings).map((item) =>
          item.is === "message" ? (
            <SaidItem
              key={item.key}
              room={room}
              message={item.message}
              chosen={first <= item.message.number && item.message.number <= last}
              onPick={onPick}
            />
          ) : (
            <QuietLine key={item.key} room={room} item={item} nowMs={nowMs} />
          ),
        )}
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

type Quiet = Exclude<TalkItem, { is: "message" }>;

function QuietLine({ room, item, nowMs }: { room: DeskRoom; item: Quiet; nowMs: number }) {
  const c = useConsoleWords();
  const { language, t } = useSpeech();
  const { view, me } = room.driver.state;
  if (view === null) return null;
  if (item.is === "doing") {
    const age = ageWords(serverNow(room, nowMs) - item.doing.atMs, c);
    return (
      <li class="line team-line">
        {doingWords(item.doing, view, c, t, language, me)} · {age}
      </li>
    );
  }
  const { body } = item.line;
  return <li class="line">{lineWords(body, "member" in body ? [body.member] : [], view, t, language)}</li>;
}

// What is looked at stays in the middle; while nothing is, the newest words stay in sight, unless she has scrolled away.
function useFollowing(room: string, wanted: number, newest: string, empty: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
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
  }, [wanted, room, empty]);
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
  }, [empty]);
  const watch = () => {
    const log = box.current;
    if (log !== null) pinned.current = log.scrollHeight - log.scrollTop - log.clientHeight < near_px;
  };
  return { box, watch };
}
