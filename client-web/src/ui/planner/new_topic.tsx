// A topic that is not there yet: its name, and it is chosen. Open by itself while there is none at all.
import { useState } from "preact/hooks";
import { Once } from "../../calendar/once";
import { refusedBy } from "../../calendar/refused";
import type { Topic } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { usePlannerWords } from "../../i18n/planner_words";
import { useSpeech } from "../../i18n/words";
import { isSignedOut, wordsOf } from "../../session/api";
import { calendar } from "../../session/calendar_api";
import { Field } from "./field";

interface Parts {
  language: string;
  first: boolean;
  onMade: (topic: Topic) => void;
  onSignedOut: () => void;
}

export function NewTopic({ language, first, onMade, onSignedOut }: Parts) {
  const p = usePlannerWords();
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [wrong, setWrong] = useState("");
  const [once] = useState(() => new Once());

  const make = () => {
    const topic = { title: title.trim(), language };
    calendar.createTopic({ topic, idempotencyKey: once.keyFor(JSON.stringify(topic)) }).then(
      ({ topic: made }) => {
        once.answered();
        setTitle("");
        setOpen(false);
        if (made !== undefined) onMade(made);
      },
      (error: unknown) => {
        if (isSignedOut(error)) onSignedOut();
        const { fields, words } = refusedBy(error, wordsOf(error, t.unreachable));
        setWrong(fields.title ?? words);
      },
    );
  };
  if (!open && !first) {
    return (
      <button type="button" class="button quiet beside" onClick={() => setOpen(true)}>
        {p.editor.newTopic}
      </button>
    );
  }
  return (
    <div class="new-topic">
      <Field label={p.editor.topicName} error={wrong}>
        {(told) => (
          <input
            {...told}
            value={title}
            maxLength={60}
            autocomplete="off"
            onInput={(event) => {
              setTitle(event.currentTarget.value);
              setWrong("");
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault(); // the topic, not the series
              make();
            }}
          />
        )}
      </Field>
      <button type="button" class="button" onClick={make}>
        {p.editor.addTopic}
      </button>
    </div>
  );
}
