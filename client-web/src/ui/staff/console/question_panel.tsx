// What an action wants to know before it acts: a choice, a reason, a note. A tap on a reason acts at once; with the
// keyboard a digit takes it and Enter acts.
import { useEffect, useRef } from "preact/hooks";
import { useConsoleWords, type ConsoleWords } from "../../../i18n/console_words";
import { questionOf, type Target } from "../../../desk/actions";
import type { Asking } from "../../../desk/asking";

interface Parts {
  asking: Asking;
  target: Target;
  name: (member: number) => string;
  onAsking: (asking: Asking) => void;
  onChoose: (choice: number) => void;
  onDo: (written: string) => void;
  onLetBe: () => void;
}

export function QuestionPanel({ asking, target, name, onAsking, onChoose, onDo, onLetBe }: Parts) {
  const c = useConsoleWords();
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const question = questionOf(asking.action, target);
  const choices = choicesOf(asking.action, target, c, name);

  useEffect(() => {
    // On a phone the field would raise its keyboard over the reasons.
    const typing = matchMedia("(hover: hover)").matches ? field.current : null;
    (typing ?? form.current?.querySelector("button"))?.focus({ preventScroll: true });
  }, [asking.action]);

  if (question === null) return null;
  const title = c.askFor[asking.action as keyof ConsoleWords["askFor"]] ?? c.action[asking.action];
  return (
    <form
      ref={form}
      class="question"
      aria-label={c.action[asking.action]}
      onSubmit={(event) => {
        event.preventDefault();
        onDo(asking.written);
      }}
    >
      <p class="question-title">
        <strong>{c.action[asking.action]}</strong> {title !== c.action[asking.action] && title}
      </p>
      {choices.length > 0 && (
        <div class="chips" role="group" aria-label={title}>
          {choices.map((words, place) => (
            <button
              key={words}
              type="button"
              class="chip"
              aria-pressed={asking.choice === place + 1}
              onClick={() => onChoose(place + 1)}
            >
              <Hint of={String(place + 1)} /> {words}
            </button>
          ))}
        </div>
      )}
      {question.writes === "reason" && (
        <div class="chips" role="group" aria-label={c.reason}>
          {c.reasons.map((reason, place) => (
            <button
              key={reason}
              type="button"
              class="chip"
              aria-pressed={asking.written === reason}
              onClick={() => onDo(reason)}
            >
              <Hint of={String(place + 1)} /> {reason}
            </button>
          ))}
        </div>
      )}
      <div class="question-row">
        {question.writes !== "nothing" && (
          <label class="question-field">
            <span class="visually-hidden">{question.writes === "reason" ? c.reason : c.teamNote}</span>
            <input
              ref={field}
              value={asking.written}
              maxLength={question.writes === "reason" ? 200 : 1_000}
              placeholder={question.writes === "reason" ? c.reason : c.teamNote}
              autocomplete="off"
              onInput={(event) => onAsking({ ...asking, written: event.currentTarget.value })}
            />
          </label>
        )}
        {question.writes !== "nothing" && (
          <button type="submit" class="button primary" aria-disabled={question.choices > 0 && asking.choice === 0}>
            {question.writes === "reason" && asking.written === "" ? c.without : c.doIt} <Hint of="↵" />
          </button>
        )}
        <button type="button" class="button quiet" onClick={onLetBe}>
          {c.letBe}
        </button>
      </div>
    </form>
  );
}

// A key, where there is a keyboard.
export function Hint({ of }: { of: string }) {
  return (
    <kbd class="hint-key" aria-hidden="true">
      {of}
    </kbd>
  );
}

function choicesOf(
  action: Asking["action"],
  target: Target,
  c: ConsoleWords,
  name: (member: number) => string,
): string[] {
  switch (action) {
    case "mute":
    case "remove":
    case "ban":
      return c.choices[action];
    case "close":
      return c.choices.outcome;
    case "hand":
      return [...target.team.map(name), c.whoever];
    default:
      return [];
  }
}
