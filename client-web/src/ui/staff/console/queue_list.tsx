// The queue: one listbox over all rooms. The list itself has the focus, the selected item is its active descendant, so
// that a screen reader follows j and k. Colour, shape and word tell red from amber; nothing moves by itself.
import { useEffect, useId, useRef } from "preact/hooks";
import { ageWords, useConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import type { Desk } from "../../../desk/desk";
import type { Item } from "../../../desk/queue";
import { serverNow } from "../../../desk/target";
import { calledWords, kindWords, nameIn, noteOf, ruleOf } from "./item_words";
import { RankSign } from "./rank_sign";
import { Marked } from "./marked";

interface Parts {
  desk: Desk;
  items: readonly Item[];
  selected: string;
  marks: ReadonlySet<string>;
  nowMs: number;
  quiet: boolean; // nobody waits elsewhere either
  onPick: (item: Item) => void;
}

export function QueueList({ desk, items, selected, marks, nowMs, quiet, onPick }: Parts) {
  const c = useConsoleWords();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const active = items.findIndex((item) => item.key === selected);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [selected]);

  if (items.length === 0) return <p class="calm">{quiet ? c.empty : ""}</p>;
  return (
    <ul
      ref={list}
      class="plain queue"
      role="listbox"
      aria-label={c.queue}
      tabIndex={0}
      {...(active < 0 ? {} : { "aria-activedescendant": `${id}-${active}` })}
    >
      {items.map((item, place) => (
        <li
          key={item.key}
          id={`${id}-${place}`}
          role="option"
          class={`item rank-${item.rank} ${item.elsewhere ? "elsewhere" : ""}`}
          aria-selected={item.key === selected}
          data-key={item.key}
          onClick={() => onPick(item)}
        >
          <ItemBody desk={desk} item={item} marked={marks.has(item.key)} nowMs={nowMs} />
        </li>
      ))}
    </ul>
  );
}

export function ItemBody({ desk, item, marked, nowMs }: { desk: Desk; item: Item; marked: boolean; nowMs: number }) {
  const c = useConsoleWords();
  const room = desk.room(item.room);
  const view = room?.driver.state.view ?? null;
  const now = room === undefined ? nowMs : serverNow(room, nowMs);
  const name = (member: number) => nameIn(view, member, c);
  const note = noteOf(item);
  const rule = ruleOf(item);
  const called = calledWords(item, c, useSpeech().language);
  return (
    <>
      <p class="item-head">
        <RankSign rank={item.rank} />
        <span class="item-name">{item.member === 0 ? c.nobody : name(item.member)}</span>
        {marked && <span class="badge chosen">✓ {c.chosen}</span>}
        <span class="item-age">{ageWords(now - item.atMs, c)}</span>
      </p>
      <p class="item-kind">
        {kindWords(item, c)}
        {item.alert !== null && item.alert.by !== 0 && item.alert.by !== item.member && (
          <> · {c.by(name(item.alert.by))}</>
        )}
        {rule !== "" && (
          <>
            {" "}
            · <span class="item-rule">{c.rule(rule)}</span>
          </>
        )}
      </p>
      {item.words !== "" && (
        <p class="item-words" dir="auto">
          <Marked text={item.words} spans={item.spans} />
        </p>
      )}
      {note !== "" && (
        <p class="item-note" dir="auto">
          {c.note(note)}
        </p>
      )}
      {called !== "" && <p class="item-called">{called}</p>}
      <p class="item-room">
        {view?.title || room?.title || ""}
        {item.elsewhere && <strong> · {c.has(name(item.owner))}</strong>}
        {item.owner !== 0 && item.owner === room?.driver.state.me && <strong> · {c.yours}</strong>}
      </p>
    </>
  );
}
