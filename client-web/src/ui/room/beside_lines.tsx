// What one person alone is told of a second room: she is asked into it, and goes or stays with one tap; while she is there,
// the way back is one tap too.
import type { Command } from "../../protocol/command";
import { useBesideWords } from "../../i18n/beside_words";
import type { Conversation } from "../../room/conversation";

interface Parts {
  conversation: Conversation;
  onDo: (command: Command) => void;
  onBack: (room: string) => void;
}

export function BesideLines({ conversation, onDo, onBack }: Parts) {
  const b = useBesideWords();
  const { asked, visit } = conversation;
  return (
    <div role="status">
      {asked !== null && (
        <div class="server-words warned">
          <p>{asked.words}</p>
          <div class="choices">
            <button
              type="button"
              class="button primary"
              onClick={() => onDo({ is: "answerOver", going: true, second: asked.second })}
            >
              {b.go}
            </button>
            <button
              type="button"
              class="button quiet"
              onClick={() => onDo({ is: "answerOver", going: false, second: asked.second })}
            >
              {b.stay}
            </button>
          </div>
        </div>
      )}
      {visit !== null && (
        <div class="server-words undo">
          <p>{visit.words}</p>
          <button type="button" class={visit.called ? "button primary" : "button quiet"} onClick={() => onBack(visit.first)}>
            {b.back}
          </button>
        </div>
      )}
    </div>
  );
}
