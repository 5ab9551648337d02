// What stands quietly above the place to write: the server's words about a tap that could not be done, a note from the
// team to her alone, and what she has just folded, with the way back beside it.
import { useSpeech } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";

export function ServerWords({ words, onHeeded }: { words: string; onHeeded: () => void }) {
  const { t } = useSpeech();
  return (
    <div role="status">
      {words !== "" && (
        <div class="server-words">
          <p>{words}</p>
          <button type="button" class="button quiet" onClick={onHeeded}>
            {t.ok}
          </button>
        </div>
      )}
    </div>
  );
}

interface WarnedParts {
  warned: Conversation["warned"];
  onHeeded: () => void;
  onAppeal: () => void;
}

export function Warned({ warned, onHeeded, onAppeal }: WarnedParts) {
  const { t } = useSpeech();
  return (
    <div role="status">
      {warned !== null && (
        <div class="server-words warned">
          <p>{warned.words === "" ? t.outside.warned : warned.words}</p>
          {warned.reason !== "" && <p>{t.outside.reason(warned.reason)}</p>}
          <div class="choices">
            <button type="button" class="button quiet" onClick={onAppeal}>
              {t.outside.appeal}
            </button>
            <button type="button" class="button quiet" onClick={onHeeded}>
              {t.ok}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

export interface Undo {
  readonly words: string;
  readonly undo: () => void;
}

export function UndoBar({ folded, onDone }: { folded: Undo | null; onDone: () => void }) {
  const { t } = useSpeech();
  return (
    <div role="status">
      {folded !== null && (
        <div class="server-words undo">
          <p>{folded.words}</p>
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              folded.undo();
              onDone();
            }}
          >
            {t.fold.undo}
          </button>
          <button type="button" class="button quiet" onClick={onDone}>
            {t.ok}
          </button>
        </div>
      )}
    </div>
  );
}
