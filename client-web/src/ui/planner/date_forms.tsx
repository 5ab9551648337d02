// The two things about one date that need more than a button: another time, and other people.
import { useState } from "preact/hooks";
import { dayOf, hourOf } from "../../calendar/days";
import { usePlannerWords } from "../../i18n/planner_words";
import type { DateDeed } from "./date_actions";
import { Field, PersonField } from "./field";
import type { Book } from "./team";

interface Parts {
  errors: Readonly<Record<string, string>>;
  onDo: (deed: DateDeed) => void;
}

interface MoveParts extends Parts {
  is: "move" | "add";
  start: string;
  minutes: number;
}

export function MoveForm({ is, start, minutes, errors, onDo }: MoveParts) {
  const p = usePlannerWords();
  const [day, setDay] = useState(dayOf(start));
  const [time, setTime] = useState(hourOf(start));
  const [length, setLength] = useState(minutes);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onDo({ is, start: `${day}T${time}`, minutes: length || 0 });
      }}
    >
      <Field label={p.meeting.newDay} error={errors.start}>
        {(told) => <input {...told} type="date" required value={day} onInput={(event) => setDay(event.currentTarget.value)} />}
      </Field>
      <Field label={p.meeting.newTime}>
        {(told) => <input {...told} type="time" required value={time} onInput={(event) => setTime(event.currentTarget.value)} />}
      </Field>
      <Field label={p.editor.minutes} error={errors.minutes}>
        {(told) => (
          <input
            {...told}
            type="number"
            inputMode="numeric"
            value={length}
            onInput={(event) => setLength(event.currentTarget.valueAsNumber)}
          />
        )}
      </Field>
      <button type="submit" class="button primary">
        {p.meeting.save}
      </button>
    </form>
  );
}

interface SubstituteParts extends Parts {
  facilitator: string;
  second: string;
  book: Book;
}

export function SubstituteForm({ facilitator, second, book, errors, onDo }: SubstituteParts) {
  const p = usePlannerWords();
  const [leads, setLeads] = useState(facilitator);
  const [other, setOther] = useState(second);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onDo({ is: "substitute", facilitator: leads, second: other });
      }}
    >
      <PersonField
        label={p.editor.facilitator}
        error={errors.facilitator}
        value={leads}
        people={book.team}
        none={p.editor.choose}
        onPick={setLeads}
      />
      <PersonField
        label={p.editor.second}
        error={errors.second}
        value={other}
        people={book.team.filter((one) => one.id !== leads)}
        none={p.editor.noOne}
        onPick={setOther}
      />
      <button type="submit" class="button primary">
        {p.meeting.save}
      </button>
    </form>
  );
}
