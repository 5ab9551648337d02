// The actions on what is selected, each with its letter; the question one of them asks; what the server would not do, in
// its words; and for a few seconds the way back.
import { useState } from "preact/hooks";
import { useConsoleWords, type ConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import { letters, possible, type Order, type Target } from "../../../desk/actions";
import type { Refused } from "../../../desk/desk";
import type { Message } from "../../../room/view";
import { Hint, QuestionPanel } from "./question_panel";
import type { Dialogue } from "./use_asking";

interface Parts {
  target: Target;
  dialogue: Dialogue;
  messages: readonly Message[]; // what a range may reach over
  refused: Refused | null;
  passed: string; // what somebody else just did about what was selected
  name: (member: number) => string;
  onHeeded: () => void;
}

const first_shown = 7;

export function ActionBar(parts: Parts) {
  const { target, dialogue, refused, passed, onHeeded } = parts;
  const { asking } = dialogue;
  const c = useConsoleWords();
  const { t } = useSpeech();
  const [all, setAll] = useState(false);
  const actions = possible(target);
  return (
    <section class="act-pane" aria-label={c.actions}>
      <div role="status" class="passed">
        {passed !== "" && <p class="soft">{passed}</p>}
        {refused !== null && (
          <div class="server-words">
            <p>{refused.words}</p>
            <button type="button" class="button quiet" onClick={onHeeded}>
              {t.ok}
            </button>
          </div>
        )}
      </div>
      {asking !== null ? (
        <QuestionPanel {...parts} asking={asking} />
      ) : (
        <div class={`actions ${all ? "all" : ""} ${target.marked.length > 0 ? "bulk" : ""}`}>
          {target.marked.length > 0 && <p class="soft">{c.marked(target.marked.length)}</p>}
          {actions.map((action, place) => (
            <button
              key={action}
              type="button"
              class={`button act ${action === (target.burst ? "lockdown" : "claim") ? "primary" : ""} ${place >= first_shown ? "rare" : ""}`}
              aria-keyshortcuts={letters[action]}
              onClick={() => dialogue.start(action)}
            >
              {action === "claim" && target.member === 0 ? c.action.claimRoom : c.action[action]}{" "}
              <Hint of={letters[action]} />
            </button>
          ))}
          {actions.length > first_shown && (
            <button type="button" class="button quiet act more-acts" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? c.less : c.more}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

export function UndoBar({
  done,
  name,
  onUndo,
}: {
  done: Order | null;
  name: (member: number) => string;
  onUndo: () => void;
}) {
  const c = useConsoleWords();
  return (
    <div role="status" class="undo">
      {done !== null && (
        <>
          <p>{doneWords(done, c, name)}</p>
          <button type="button" class="button" aria-keyshortcuts="z" onClick={onUndo}>
            {c.undo} <Hint of="z" />
          </button>
        </>
      )}
    </div>
  );
}

function doneWords({ command }: Order, c: ConsoleWords, name: (member: number) => string): string {
  switch (command.is) {
    case "muteMember":
    case "removeMember":
    case "banMember":
      return c.done_[command.is](name(command.member));
    case "hideMessage":
    case "showMessage":
      return c.done_[command.is]();
    case "setLockdown":
      return command.on ? c.done_.lockOn() : c.done_.lockOff();
    default:
      return c.done;
  }
}
