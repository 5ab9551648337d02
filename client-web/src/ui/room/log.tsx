// The conversation itself. It stays at the newest words while she is there, and never moves under her when she has
// scrolled back. A polite log for screen readers.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useSpeech } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";
import type { Driver } from "../../room/driver";
import type { Choices } from "../../session/choices";
import type { Draft } from "./composer";
import { HeldItem } from "./held_item";
import { lineWords } from "./line_words";
import { logItems } from "./log_items";
import { MessageItem } from "./message_item";
import { PendingItem } from "./pending_item";
import { nameOf } from "./names";

interface Parts {
  driver: Driver;
  choices: Choices;
  onOpen: (number: number) => void;
  onEdit: (draft: Draft) => void;
}

const near_px = 80;

export function Log({ driver, choices, onOpen, onEdit }: Parts) {
  const { language, t } = useSpeech();
  const conversation = driver.state;
  const { view, me, outbox, link } = conversation;
  const pending = outbox.filter((entry) => entry.command.is === "say" && !entry.echoed);
  const held = conversation.holds.map(({ hold, at }) => `${hold}${at}`).join();
  const newest = `${view?.messages.at(-1)?.number ?? 0}/${conversation.lines.at(-1)?.key ?? ""}/${pending.length}/${held}`;
  const { box, inside, away, toNewest, watch } = useNewest(newest, view?.messages[0]?.number ?? 0);
  useLayoutEffect(toNewest, [pending.at(-1)?.id]); // her own words are always shown to her

  return (
    <div class="log-frame">
      <div class="log" ref={box} role="log" aria-label={t.room.log} aria-live="polite" tabIndex={0} onScroll={watch}>
        <Earlier conversation={conversation} onAsk={() => driver.input({ is: "earlier" })} />
        <ol class="plain" ref={inside}>
          {view !== null &&
            logItems(view.messages, conversation.lines).map((item) =>
              item.is === "line" ? (
                <li key={item.key} class="line">
                  {lineWords(item.line.body, item.members, view, t, language)}
                </li>
              ) : (
                <MessageItem
                  key={item.key}
                  message={item.message}
                  view={view}
                  me={me}
                  choices={choices}
                  continues={item.continues}
                  muted={view.sanctions.get(item.message.author)?.muted === true}
                  onOpen={() => onOpen(item.message.number)}
                />
              ),
            )}
          {conversation.holds.map((held) => (
            <HeldItem
              key={`held-${held.hold}`}
              held={held}
              onDo={(command) => driver.do(command)}
              onPutAway={() => driver.input({ is: "hold_put_away", hold: held.hold })}
            />
          ))}
          {pending.map((entry) => (
            <PendingItem
              key={entry.id}
              entry={entry}
              live={link.at === "live"}
              onRetry={() => driver.input({ is: "retry", id: entry.id })}
              onDiscard={() => driver.input({ is: "drop", id: entry.id })}
              onEdit={() => {
                driver.input({ is: "drop", id: entry.id });
                if (entry.command.is !== "say") return;
                const { text, replyTo, contentNote: note = "" } = entry.command;
                onEdit({ text, replyTo, note });
              }}
            />
          ))}
        </ol>
        <p class="typing">{typingWords(conversation, t)}</p>
      </div>
      {away && (
        <button type="button" class="button newest" onClick={toNewest}>
          {t.room.newest}
        </button>
      )}
    </div>
  );
}

function typingWords({ typing, view }: Conversation, t: ReturnType<typeof useSpeech>["t"]): string {
  if (typing === null || view === null) return "";
  return t.room.typing(typing.members.map((member) => nameOf(view, member, t)));
}

function Earlier({ conversation, onAsk }: { conversation: Conversation; onAsk: () => void }) {
  const { t } = useSpeech();
  const { view, askingEarlier } = conversation;
  if (view === null) return null;
  if (!view.hasEarlier) return <p class="line">{t.state.start}</p>;
  return (
    <button type="button" class="button quiet earlier" aria-disabled={askingEarlier} onClick={onAsk}>
      {askingEarlier ? t.state.earlierAsking : t.state.earlierAsk}
    </button>
  );
}

// Keeps the log at its newest words unless she has moved away, and keeps her place when older ones come in above.
function useNewest(newest: string, oldest: number) {
  const box = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLOListElement>(null);
  const pinned = useRef(true);
  const heightBefore = useRef(0);
  const [away, setAway] = useState(false);

  const toNewest = () => {
    const log = box.current;
    if (log === null) return;
    log.scrollTop = log.scrollHeight;
    pinned.current = true;
    setAway(false);
  };
  const watch = () => {
    const log = box.current;
    if (log === null) return;
    pinned.current = log.scrollHeight - log.scrollTop - log.clientHeight < near_px;
    heightBefore.current = log.scrollHeight;
    setAway(!pinned.current);
  };
  useLayoutEffect(() => {
    if (pinned.current) toNewest();
  }, [newest]);
  useLayoutEffect(() => {
    const log = box.current;
    if (log !== null && !pinned.current) log.scrollTop += log.scrollHeight - heightBefore.current;
  }, [oldest]);
  useEffect(() => {
    const log = box.current;
    const words = inside.current;
    if (log === null || words === null) return;
    // A keyboard that opens makes the log smaller, a refusal makes it longer: stay with the newest words.
    const observer = new ResizeObserver(() => {
      if (pinned.current) log.scrollTop = log.scrollHeight;
    });
    observer.observe(log);
    observer.observe(words);
    return () => observer.disconnect();
  }, []);
  return { box, inside, away, toNewest, watch };
}
