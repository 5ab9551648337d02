// Where she writes. What she has written stays in this tab until it is sent, through a reload too.
import type { Command } from "../../protocol/command";
import { momentOf, useSpeech, waitOf, type Language, type Words } from "../../i18n/words";
import { mutedUntilMs, staffed, type Conversation } from "../../room/conversation";
import { hasTurn, isListening } from "../../room/status";
import { messageAt } from "../../room/view";
import { PlusIcon } from "../icons";
import { FeelingRow } from "./feeling_row";
import { nameOrYou } from "./names";
import { TurnLine } from "./turn_line";
import { WriteRow } from "./write_row";

export interface Draft {
  text: string;
  replyTo: number;
  note: string; // what it touches; empty for none
}

interface Parts {
  conversation: Conversation;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onSend: () => void;
  onTyping: () => void;
  onSpeak: () => void;
  onExtra: () => void;
  onAppeal: () => void;
  onDo: (command: Command) => string;
}

export function Composer({ conversation, draft, onDraft, onSend, onTyping, onSpeak, onExtra, onAppeal, onDo }: Parts) {
  const { t } = useSpeech();

  if (isListening(conversation)) {
    return (
      <div class="composer listening">
        {!staffed(conversation) && <FeelingRow conversation={conversation} onDo={onDo} />}
        <p>{t.people.listeningNow}</p>
        <button type="button" class="button" onClick={onSpeak}>
          {t.people.listenOff}
        </button>
      </div>
    );
  }
  return (
    <div class="composer">
      <Standing conversation={conversation} onAppeal={onAppeal} />
      <TurnLine conversation={conversation} onDo={onDo} />
      <Answering conversation={conversation} draft={draft} onDraft={onDraft} />
      {draft.note !== "" && (
        <div class="answering">
          <p class="quote">{t.fold.touches(draft.note)}</p>
          <button type="button" class="button quiet" onClick={() => onDraft({ ...draft, note: "" })}>
            {t.extra.clear}
          </button>
        </div>
      )}
      <WriteRow
        id="write"
        label={t.room.write}
        hint={t.room.writeHint}
        text={draft.text}
        max={conversation.bodyMax}
        maySend={hasTurn(conversation)}
        onText={(text) => {
          onDraft({ ...draft, text });
          onTyping();
        }}
        onSend={onSend}
      >
        <button type="button" class="more" aria-haspopup="dialog" aria-label={t.extra.open} onClick={onExtra}>
          <PlusIcon />
        </button>
      </WriteRow>
    </div>
  );
}

// Muted, or in slow mode: said where she writes.
function Standing({ conversation, onAppeal }: Pick<Parts, "conversation" | "onAppeal">) {
  const { language, t } = useSpeech();
  const { muted, view } = conversation;
  const slow = view?.slowModeSeconds ?? 0;
  const words = muted !== null ? mutedWords(conversation, t, language) : slow > 0 ? t.state.slow(waitOf(slow, t)) : "";
  return (
    <div role="status" data-standing={muted !== null ? "muted" : slow > 0 ? "slow" : "free"}>
      {words !== "" && <p class={muted === null ? "soft standing" : "gentle standing"}>{words}</p>}
      {muted !== null && muted.reason !== "" && <p class="soft standing">{t.outside.reason(muted.reason)}</p>}
      {muted !== null && (
        <button type="button" class="button quiet standing-appeal" onClick={onAppeal}>
          {t.outside.appeal}
        </button>
      )}
    </div>
  );
}

// The server's words as they are, and until when.
function mutedWords(conversation: Conversation, t: Words, language: Language): string {
  const until = mutedUntilMs(conversation);
  const words = conversation.muted?.words ?? "";
  const moment = until === null ? "" : momentOf(until, language, Date.now());
  if (words === "") return until === null ? t.state.mutedRest : t.state.mutedUntil(moment);
  return `${words} ${until === null ? t.state.untilEnd : t.state.until(moment)}`;
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
