// Words on their way, beside the others, with what is happening to them. If the server said no, its reason stands
// with them, and she chooses what to do.
import { useSpeech } from "../../i18n/words";
import type { Entry } from "../../room/outbox";

interface Parts {
  entry: Entry;
  live: boolean;
  onRetry: () => void;
  onEdit: () => void;
  onDiscard: () => void;
}

export function PendingItem({ entry, live, onRetry, onEdit, onDiscard }: Parts) {
  const { t } = useSpeech();
  const { command, state } = entry;
  if (command.is !== "say" && command.is !== "saySide") return null;
  const refused = state.at === "refused";
  return (
    <li class={`message mine pending ${refused ? "refused" : ""}`} data-pending={state.at}>
      <div class="bubble-row">
        <div class="bubble">
          <p class="words" dir="auto">
            {command.text}
          </p>
        </div>
      </div>
      {state.at !== "kept" && (
        <p class="fate">
          {refused ? `${t.room.notSent} ${state.words}` : state.at === "waiting" ? `${state.words} ${t.room.willRetry}` : live ? t.room.sending : t.room.willSend}
        </p>
      )}
      {refused && (
        <div class="choices">
          <button type="button" class="button quiet" onClick={onRetry}>
            {t.tryAgain}
          </button>
          <button type="button" class="button quiet" onClick={onEdit}>
            {t.room.edit}
          </button>
          <button type="button" class="button quiet" onClick={onDiscard}>
            {t.room.discard}
          </button>
        </div>
      )}
    </li>
  );
}
