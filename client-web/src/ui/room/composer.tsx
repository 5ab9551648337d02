// Where she writes. What she has written stays in this tab until it is sent, through a reload too.
import { useLayoutEffect, useRef } from "preact/hooks";
import { clockTime, useSpeech, waitOf, type Language, type Words } from "../../i18n/words";
import { mutedUntilMs, type Conversation } from "../../room/conversation";
import { isListening } from "../../room/status";
import { messageAt } from "../../room/view";
import { SendIcon } from "../icons";
import { nameOrYou } from "./names";

export interface Draft {
  text: string;
  replyTo: number;
}

interface Parts {
  conversation: Conversation;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onSend: () => void;
  onTyping: () => void;
  onSpeak: () => void;
}

const near_the_end = 100;
const rows_max = 5;

export function Composer({ conversation, draft, onDraft, onSend, onTyping, onSpeak }: Parts) {
  const { t } = useSpeech();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = conversation.bodyMax - [...draft.text].length;

  useLayoutEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.rows = 1;
    if (draft.text === "") return; // the hint alone never makes it higher
    const style = getComputedStyle(area);
    const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
    const lines = Math.round((area.scrollHeight - padding) / Number.parseFloat(style.lineHeight));
    area.rows = Math.max(1, Math.min(rows_max, lines));
  }, [draft.text]);

  const send = () => {
    if (draft.text.trim() === "" || left < 0) return;
    onSend();
    field.current?.focus();
  };

  if (isListening(conversation)) {
    return (
      <div class="composer listening">
        <p>{t.people.listeningNow}</p>
        <button type="button" class="button" onClick={onSpeak}>
          {t.people.listenOff}
        </button>
      </div>
    );
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Standing conversation={conversation} />
      <Answering conversation={conversation} draft={draft} onDraft={onDraft} />
      <div class="write-row">
        <label class="visually-hidden" for="write">
          {t.room.write}
        </label>
        <textarea
          id="write"
          ref={field}
          rows={1}
          value={draft.text}
          placeholder={t.room.writeHint}
          aria-describedby="write-left"
          enterkeyhint="send"
          onInput={(event) => {
            onDraft({ ...draft, text: event.currentTarget.value });
            onTyping();
          }}
          onKeyDown={(event) => {
            const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing;
            if (!sends || !matchMedia("(pointer: fine)").matches) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="send" aria-label={t.room.send} aria-disabled={draft.text.trim() === "" || left < 0}>
          <SendIcon />
        </button>
      </div>
      <p id="write-left" class="soft left" role="status">
        {left < near_the_end ? t.room.left(left) : ""}
      </p>
    </form>
  );
}

// Muted, or in slow mode: said where she writes.
function Standing({ conversation }: { conversation: Conversation }) {
  const { language, t } = useSpeech();
  const { muted, view } = conversation;
  const slow = view?.slowModeSeconds ?? 0;
  const words = muted !== null ? mutedWords(conversation, t, language) : slow > 0 ? t.state.slow(waitOf(slow, t)) : "";
  return (
    <div role="status" data-standing={muted !== null ? "muted" : slow > 0 ? "slow" : "free"}>
      {words !== "" && <p class={muted === null ? "soft standing" : "gentle standing"}>{words}</p>}
    </div>
  );
}

// The server's words as they are, and until when.
function mutedWords(conversation: Conversation, t: Words, language: Language): string {
  const until = mutedUntilMs(conversation);
  const theirs = conversation.muted?.words ?? "";
  if (theirs === "") return until === null ? t.state.mutedRest : t.state.mutedUntil(clockTime(until, language));
  return `${theirs} ${until === null ? t.state.untilEnd : t.state.until(clockTime(until, language))}`;
}

function Answering({ conversation, draft, onDraft }: Pick<Parts, "conversation" | "draft" | "onDraft">) {
  const { t } = useSpeech();
  const { view, me } = conversation;
  if (draft.replyTo === 0 || view === null) return null;
  const answered = messageAt(view, draft.replyTo);
  return (
    <div class="answering">
      <p class="quote">
        <span class="name">{answered === undefined ? t.room.replyEarlier : t.room.answering(nameOrYou(view, answered.author, me, t))}</span>{" "}
        <span dir="auto">{answered === undefined ? "" : answered.retracted ? t.room.replyGone : answered.text}</span>
      </p>
      <button type="button" class="button quiet" onClick={() => onDraft({ ...draft, replyTo: 0 })}>
        {t.room.cancelReply}
      </button>
    </div>
  );
}
