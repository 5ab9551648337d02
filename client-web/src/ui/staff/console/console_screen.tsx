// The console: who needs someone over all open rooms, the conversation it is about, the person, and what can be done.
// Wide, the three stand side by side; on a phone one at a time, with the way between them by the thumb.
import { useEffect, useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import { letters, ordersOf, possible, type Action } from "../../../desk/actions";
import { begin, chose, finished, pressed, type Asking, type Press } from "../../../desk/asking";
import type { DeskRoom } from "../../../desk/desk";
import { queueOf } from "../../../desk/queue";
import { aboutOf, selectionOf, targetOf } from "../../../desk/target";
import type { Place } from "../../../session/place";
import { PeopleIcon, RoomIcon } from "../../icons";
import { Screen } from "../../screen";
import { ActionBar, UndoBar } from "./action_bar";
import "../../styles/console_talk.css";
import "../../styles/console_panes.css";
import "../../styles/console.css";
import { ConsoleSheets, type Open } from "./console_sheets";
import { kindWords, nameIn } from "./item_words";
import { PersonCard } from "./person_card";
import { QueueList } from "./queue_list";
import { RoomStrip } from "./room_strip";
import { wakeSound } from "./sound";
import { TalkPane } from "./talk_pane";
import { useConsoleKeys } from "./use_console_keys";
import { useDesk } from "./use_desk";
import { useOpenRooms } from "./use_open_rooms";
import { useSelection } from "./use_selection";

interface Parts {
  place: Place;
  onRooms: () => void;
  onInside: () => void;
  onSignedOut: () => void;
}

type Pane = "queue" | "talk" | "person";
export function ConsoleScreen({ place, onRooms, onInside, onSignedOut }: Parts) {
  const c = useConsoleWords();
  const { t, language } = useSpeech();
  const [loud, setLoud] = useState(false);
  const desk = useDesk(place, loud);
  const nowMs = Date.now();
  const items = queueOf(desk.queueRooms);
  const { selection, passed, select, move } = useSelection(desk, items, c, t, language);
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set());
  const [choosing, setChoosing] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [open, setOpen] = useState<Open>("nothing");
  const [pane, setPane] = useState<Pane>("queue");
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map());

  const failure = useOpenRooms(desk, onInside, onSignedOut);

  const room = desk.room(selection.room) ?? desk.rooms[0];
  const target = targetOf(desk, selection, items, marks, nowMs);
  const about = aboutOf(selection);
  const name = (member: number) => nameIn(room?.driver.state.view ?? null, member, c);
  const undo = desk.undoable(nowMs);
  const urgent = items.find((item) => item.rank === "red" && item.owner === 0);
  useEffect(() => {
    if (undo === null) return;
    const timer = setTimeout(() => desk.heed(), undo.untilMs - Date.now() + 50);
    return () => clearTimeout(timer);
  }, [undo]);

  const backToQueue = () =>
    document.querySelector<HTMLElement>('.queue[role="listbox"]')?.focus({ preventScroll: true });
  const follow = (press: Press): boolean => {
    switch (press.is) {
      case "ignored":
        return false;
      case "asks":
        setAsking(press.asking);
        return true;
      case "lets_be":
        setAsking(null);
        backToQueue();
        return true;
      case "does":
        act(press.action, press.choice, press.written);
        return true;
    }
  };
  const act = (action: Action, choice: number, written: string) => {
    desk.ask(ordersOf(action, target, choice, written), about);
    setAsking(null);
    backToQueue();
    if (action === "release" || action === "decline") setMarks(new Set());
    if (action === "release" || action === "decline" || action === "close") setPane("queue");
    if (action === "side") setPane("talk");
  };
  const start = (action: Action) => {
    const note = action === "note" ? (room?.state.staff?.notes.get(target.member)?.text ?? "") : "";
    return follow(begin(action, target, note));
  };
  const mark = (key: string) => {
    const next = new Set(marks);
    if (!next.delete(key)) next.add(key);
    setMarks(next);
  };
  const show = (which: Open) => {
    if (room === undefined && which !== "keys") return;
    if (room !== undefined && which === "team") {
      setSeen(new Map(seen).set(room.room, Infinity));
    }
    setOpen(which);
  };
  const close = () => {
    if (room !== undefined && open === "team")
      setSeen(new Map(seen).set(room.room, room.state.staff?.backstage.length ?? 0));
    setOpen("nothing");
  };
  const pickRoom = (next: DeskRoom) => {
    select({ room: next.room, key: "", member: 0, number: 0 });
    setAsking(null);
    setPane("talk");
    if (next.driver.state.link.at === "turned_away" && desk.isAdmin) setOpen("glass");
    else if (next.driver.state.link.at === "turned_away") next.driver.input({ is: "again" });
  };

  useConsoleKeys({
    move: (way) => {
      setAsking(null);
      move(way);
      backToQueue(); // a screen reader follows the list
    },
    mark: () => {
      if (target.item?.held != null) mark(selection.key);
    },
    sheet: show,
    write: () => document.getElementById("console-say")?.focus(),
    undo: () => desk.takeBack(Date.now()),
    asking: () => asking !== null,
    press: (key) => {
      if (asking === null && key === letters.note && possible(target).includes("note")) return start("note");
      if (asking === null && key === "Escape" && marks.size > 0) {
        setMarks(new Set());
        return true;
      }
      return follow(pressed(asking, key, target, c.reasons));
    },
  });

  return (
    <Screen
      fixed
      staff
      title={c.title}
      tools={
        <>
          <button
            type="button"
            class="bar-button"
            aria-haspopup="dialog"
            aria-keyshortcuts="g"
            onClick={() => show("room")}
          >
            <RoomIcon />
            {c.room.sheet}
          </button>
          <button
            type="button"
            class="bar-button"
            aria-haspopup="dialog"
            aria-keyshortcuts="t"
            onClick={() => show("team")}
          >
            <PeopleIcon />
            {c.team.title}
          </button>
        </>
      }
    >
      <div class="console" data-pane={pane} {...(asking === null ? {} : { "data-asking": asking.action })}>
        <RoomStrip
          rooms={desk.rooms}
          items={items}
          current={room?.room ?? ""}
          unread={(one) => (one.state.staff?.backstage.length ?? 0) > (seen.get(one.room) ?? one.state.met)}
          onPick={pickRoom}
        />
        <section class="queue-pane" aria-label={c.queue}>
          <p class="visually-hidden" role="status">
            {urgent === undefined ? "" : `${c.rank.red}: ${kindWords(urgent, c)}`}
          </p>
          <div class="queue-head">
            <h2>{c.queue}</h2>
            <button
              type="button"
              class="chip"
              aria-pressed={choosing}
              onClick={() => {
                setChoosing(!choosing);
                setMarks(new Set());
              }}
            >
              {choosing ? c.chooseDone : c.chooseMany}
            </button>
          </div>
          {desk.rooms.length === 0 ? (
            <p class="calm">{failure || t.rooms.loading}</p>
          ) : (
            <QueueList
              desk={desk}
              items={items}
              selected={selection.key}
              marks={marks}
              nowMs={nowMs}
              onPick={(item) => {
                select(selectionOf(item));
                setAsking(null);
                if (choosing && item.held !== null) mark(item.key);
                else setPane("talk");
              }}
            />
          )}
          <div class="queue-foot">
            <button
              type="button"
              class="chip"
              aria-pressed={loud}
              onClick={() => {
                wakeSound();
                setLoud(!loud);
              }}
            >
              {loud ? c.sound.on : c.sound.off}
            </button>
            <button type="button" class="chip" onClick={() => setOpen("keys")}>
              {c.keysTitle}
            </button>
            <button type="button" class="chip" onClick={onRooms}>
              {c.allRooms}
            </button>
          </div>
        </section>
        {room === undefined ? (
          <section class="talk-pane" aria-label={c.talk} />
        ) : (
          <TalkPane
            key={room.room}
            desk={desk}
            room={room}
            selection={selection}
            item={target.item}
            nowMs={nowMs}
            onPick={(next) => {
              select(next);
              setAsking(null);
            }}
          />
        )}
        <section class="person-pane" aria-label={c.person}>
          {room !== undefined && <PersonCard room={room} member={selection.member} nowMs={nowMs} />}
        </section>
        <ActionBar
          target={target}
          asking={asking}
          refused={
            desk.refused !== null && (desk.refused.about === about || desk.refused.about.startsWith("undo/"))
              ? desk.refused
              : null
          }
          passed={passed}
          name={name}
          onAction={start}
          onAsking={setAsking}
          onChoose={(choice) => {
            if (asking !== null) follow(chose(asking, choice, target));
          }}
          onDo={(written) => {
            if (asking !== null) follow(finished({ ...asking, written }, target));
          }}
          onLetBe={() => follow({ is: "lets_be" })}
          onHeeded={() => desk.heed()}
        />
        <UndoBar done={undo?.done ?? null} name={name} onUndo={() => desk.takeBack(Date.now())} />
        <nav class="pane-nav" aria-label={c.title}>
          {(["queue", "talk", "person"] as const).map((one) => (
            <button key={one} type="button" class="chip" aria-pressed={pane === one} onClick={() => setPane(one)}>
              {one === "queue" ? c.toQueue : one === "talk" ? c.talk : c.person}
            </button>
          ))}
        </nav>
      </div>
      <ConsoleSheets desk={desk} room={room} open={open} nowMs={nowMs} onClose={close} />
    </Screen>
  );
}
