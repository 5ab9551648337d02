// A talk of two, on the whole screen: she and one of the team. The group goes on meanwhile, and waits for her. When the
// talk ends nothing moves until she goes back, so that what she was writing cannot land in the group.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Command } from "../../protocol/command";
import { clockTime, useSpeech } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";
import type { SideTalk } from "../../room/sides";
import { keepDraft, readDraft } from "../../session/unsent";
import { CopyButton } from "./copy_button";
import { nameOf, nameOrYou } from "./names";
import { PendingItem } from "./pending_item";
import { WriteRow } from "./write_row";

interface Parts {
  conversation: Conversation;
  talk: SideTalk;
  onDo: (command: Command) => void;
  onRetry: (id: string) => void;
  onDrop: (id: string) => void;
}

const draftRoom = (room: string) => `side:${room}`;

export function forgetSideDraft(room: string): void {
  keepDraft(draftRoom(room), "");
}

export function SideTalkView({ conversation, talk, onDo, onRetry, onDrop }: Parts) {
  const { t } = useSpeech();
  const { view, room, bodyMax } = conversation;
  const [text, setText] = useState(() => readDraft(draftRoom(room)));
  const write = (next: string) => {
    setText(next);
    keepDraft(draftRoom(room), next);
  };
  const name = view === null ? t.room.someone : nameOf(view, talk.staff, t);

  return (
    <>
      <p class="status" role="status">
        {talk.over ? t.side.over : `${talk.words} ${t.side.wait}`.trim()}
      </p>
      <SideLog conversation={conversation} talk={talk} onRetry={onRetry} onDrop={onDrop} onEdit={write} />
      <div class="composer">
        {talk.over ? (
          text.trim() !== "" && <Unsent text={text} />
        ) : (
          <WriteRow
            id="write-side"
            label={t.side.write(name)}
            hint={t.side.write(name)}
            text={text}
            max={bodyMax}
            onText={write}
            onSend={() => {
              onDo({ is: "saySide", member: 0, text: text.trim() });
              write("");
            }}
          />
        )}
      </div>
    </>
  );
}

function Unsent({ text }: { text: string }) {
  const { t } = useSpeech();
  return (
    <div class="stack">
      <p class="soft">{t.side.unsent}</p>
      <p class="quote whole" dir="auto">
        {text}
      </p>
      <CopyButton text={text} />
    </div>
  );
}

type LogParts = Omit<Parts, "onDo"> & { onEdit: (text: string) => void };

function SideLog({ conversation, talk, onRetry, onDrop, onEdit }: LogParts) {
  const { language, t } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const { view, me, outbox, link } = conversation;
  const pending = outbox.filter((entry) => entry.command.is === "saySide" && !entry.echoed);

  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [talk.lines.length, pending.length]);

  return (
    <div class="log" ref={box} role="log" aria-label={t.side.log} aria-live="polite" tabIndex={0}>
      <ol class="plain">
        {talk.lines.map((line, index) => (
          <li key={index} class={line.author === me ? "message mine" : "message"}>
            <p class="who">
              <span class="name">{view === null ? t.room.someone : nameOrYou(view, line.author, me, t)}</span>
              <time dateTime={new Date(line.atMs).toISOString()}>{clockTime(line.atMs, language)}</time>
            </p>
            <div class="bubble">
              <p class="words" dir="auto">
                {line.text}
              </p>
            </div>
          </li>
        ))}
        {pending.map((entry) => (
          <PendingItem
            key={entry.id}
            entry={entry}
            live={link.at === "live"}
            onRetry={() => onRetry(entry.id)}
            onDiscard={() => onDrop(entry.id)}
            onEdit={() => {
              onDrop(entry.id);
              if (entry.command.is === "saySide") onEdit(entry.command.text);
            }}
          />
        ))}
      </ol>
    </div>
  );
}
