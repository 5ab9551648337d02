// What an action wants to know before it acts: a choice, a reason, a note. A tap on a reason acts at once; with the
// keyboard a digit takes it and Enter acts.
import type { ComponentChildren, Ref } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useConsoleWords, type ConsoleWords } from "../../../i18n/console_words";
import { other_length, questionOf, rangeOf, type Question, type Target } from "../../../desk/actions";
import type { Asking } from "../../../desk/asking";
import type { Message } from "../../../room/view";
import { LengthField } from "../length_field";
import type { Dialogue } from "./use_asking";

interface Parts {
  asking: Asking;
  target: Target;
  messages: readonly Message[];
  dialogue: Dialogue;
  name: (member: number) => string;
}

export function QuestionPanel({ asking, target, messages, dialogue, name }: Parts) {
  const c = useConsoleWords();
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const question = questionOf(asking.action, target);
  const choices = choicesOf(asking.action, target, c, name);

  // At once: what is typed next is hers to read, and no key of the console.
  useLayoutEffect(() => {
    // On a phone the field would raise its keyboard over the reasons.
    const typing = matchMedia("(hover: hover)").matches ? field.current : null;
    const length = asking.choice === other_length ? form.current?.querySelector<HTMLElement>(".length input") : null;
    (length ?? typing ?? form.current?.querySelector("button"))?.focus({ preventScroll: true });
  }, [asking.action, asking.other, asking.choice === other_length, asking.tried]);

  if (question === null) return null;
  const title = c.askFor[asking.action as keyof ConsoleWords["askFor"]] ?? "";
  return (
    <form
      ref={form}
      class="question"
      aria-label={c.action[asking.action]}
      onSubmit={(event) => {
        event.preventDefault();
        dialogue.finish(asking.written);
      }}
    >
      <p class="question-title">
        <strong>
          {c.action[asking.action]}
          {target.member !== 0 && target.marked.length === 0 && asking.other === 0 && `: ${name(target.member)}`}
        </strong>{" "}
        {title}
      </p>
      {asking.other !== 0 && <Reach {...rangeOf(target.number, asking.other)} messages={messages} name={name} />}
      {choices.length > 0 && (
        <Numbered
          title={title}
          words={choices}
          chosen={(place) => asking.choice === place + 1}
          onPick={(place) => dialogue.choose(place + 1)}
        >
          {asking.action === "mute" && <OtherLength asking={asking} dialogue={dialogue} />}
        </Numbered>
      )}
      {asking.choice === other_length && asking.action === "mute" && (
        <LengthField
          length={asking.length}
          wrong={asking.tried}
          onChange={(length) => dialogue.write({ ...asking, length, tried: false })}
        />
      )}
      {question.writes === "reason" && (
        <Numbered
          title={c.reason}
          words={c.reasons}
          chosen={(place) => asking.written === c.reasons[place]}
          onPick={(place) => dialogue.finish(c.reasons[place] ?? "")}
        />
      )}
      <WrittenRow asking={asking} question={question} field={field} dialogue={dialogue} />
    </form>
  );
}

// How much a range takes, and of whom.
function Reach({
  first,
  last,
  messages,
  name,
}: { first: number; last: number } & Pick<Parts, "messages" | "name">) {
  const c = useConsoleWords();
  const within = messages.filter(({ number, retracted }) => number >= first && number <= last && !retracted);
  const who = [...new Set(within.map((message) => message.author))].map(name);
  return (
    <p class="in-force" role="status">
      {c.range(within.length)} · {who.join(", ")}
    </p>
  );
}

// Its key is 0: the digits after the first four are reasons.
function OtherLength({ asking, dialogue }: Pick<Parts, "asking" | "dialogue">) {
  const c = useConsoleWords();
  const chosen = asking.choice === other_length;
  return (
    <button type="button" class="chip" aria-pressed={chosen} onClick={() => dialogue.choose(other_length)}>
      <Hint of="0" /> {c.length.other}
    </button>
  );
}

interface NumberedParts {
  title: string;
  words: readonly string[];
  chosen: (place: number) => boolean;
  onPick: (place: number) => void;
  children?: ComponentChildren;
}

function Numbered({ title, words, chosen, onPick, children }: NumberedParts) {
  return (
    <div class="chips" role="group" aria-label={title}>
      {words.map((one, place) => (
        <button key={one} type="button" class="chip" aria-pressed={chosen(place)} onClick={() => onPick(place)}>
          <Hint of={String(place + 1)} /> {one}
        </button>
      ))}
      {children}
    </div>
  );
}

interface RowParts {
  asking: Asking;
  question: Question;
  field: Ref<HTMLInputElement>;
  dialogue: Dialogue;
}

function WrittenRow({ asking, question: { writes, choices }, field, dialogue }: RowParts) {
  const c = useConsoleWords();
  const label = writes === "reason" ? c.reason : c.teamNote;
  return (
    <div class="question-row">
      {writes !== "nothing" && (
        <>
          <label class="question-field">
            <span class="visually-hidden">{label}</span>
            <input
              ref={field}
              value={asking.written}
              maxLength={writes === "reason" ? 200 : 1_000}
              placeholder={label}
              autocomplete="off"
              onInput={(event) => dialogue.write({ ...asking, written: event.currentTarget.value })}
            />
          </label>
          <button type="submit" class="button primary" aria-disabled={choices > 0 && asking.choice === 0}>
            {writes === "reason" && asking.written === "" ? c.without : c.doIt} <Hint of="↵" />
          </button>
        </>
      )}
      <button type="button" class="button quiet" onClick={dialogue.letBe}>
        {c.letBe}
      </button>
    </div>
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
