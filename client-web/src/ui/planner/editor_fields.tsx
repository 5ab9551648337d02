// What a series is about, and who is there for it.
import type { Draft } from "../../calendar/draft";
import { places_max, withTitle, withTopic } from "../../calendar/draft";
import { usePlannerWords } from "../../i18n/planner_words";
import { useSpeech } from "../../i18n/words";
import { DoorFields, door_fields } from "./door_fields";
import { Field, PersonField } from "./field";
import type { Book } from "./team";
import { NewTopic } from "./new_topic";

export interface FieldParts {
  draft: Draft;
  errors: Readonly<Record<string, string>>;
  book: Book;
  one: boolean; // one meeting alone
  onChange: (draft: Draft, field: string) => void;
}

interface WhatParts extends FieldParts {
  onTopic: () => void;
  onSignedOut: () => void;
}

export function WhatFields({ draft, errors, book, one, onChange, onTopic, onSignedOut }: WhatParts) {
  const p = usePlannerWords();
  const { t } = useSpeech();
  const pick = (id: string) => {
    const topic = book.topics.find((each) => each.id === id);
    onChange(topic === undefined ? { ...draft, topic: "" } : withTopic(draft, topic), "topic");
  };
  return (
    <>
      {!one && (
        <Field label={p.editor.topic} error={errors.topic}>
          {(told) => (
            <select {...told} value={draft.topic} onChange={(event) => pick(event.currentTarget.value)}>
              <option value="">{p.editor.choose}</option>
              {book.topics.filter((topic) => !topic.retired || topic.id === draft.topic).map((topic) => (
                <option key={topic.id} value={topic.id}>
                  {topic.title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {!one && (
        <NewTopic
          language={draft.language}
          first={book.topics.length === 0}
          onSignedOut={onSignedOut}
          onMade={(topic) => {
            onChange(withTopic(draft, topic), "topic");
            onTopic();
          }}
        />
      )}
      <Field label={p.editor.name} error={errors.title} wide>
        {(told) => (
          <input
            {...told}
            value={draft.title}
            maxLength={60}
            autocomplete="off"
            onInput={(event) => onChange(withTitle(draft, event.currentTarget.value), "title")}
          />
        )}
      </Field>
      {!one && (
        <Field label={p.editor.language} error={errors.language}>
          {(told) => (
            <select
              {...told}
              value={draft.language}
              onChange={(event) => onChange({ ...draft, language: event.currentTarget.value }, "language")}
            >
              <option value="en">{t.rooms.english}</option>
              <option value="es">{t.rooms.spanish}</option>
            </select>
          )}
        </Field>
      )}
    </>
  );
}

export function PeopleFields({ draft, errors, book, one, onChange }: FieldParts) {
  const p = usePlannerWords();
  const more = ["places", "description", ...door_fields].some((field) => errors[field] !== undefined);
  return (
    <>
      <PersonField
        label={p.editor.facilitator}
        error={errors.facilitator}
        value={draft.facilitator}
        people={book.team}
        none={p.editor.choose}
        onPick={(facilitator) => onChange({ ...draft, facilitator }, "facilitator")}
      />
      <PersonField
        label={p.editor.second}
        error={errors.second}
        value={draft.second}
        people={book.team.filter((person) => person.id !== draft.facilitator)}
        none={p.editor.noOne}
        onPick={(second) => onChange({ ...draft, second }, "second")}
      />
      {!one && (
        <details class="wide editor-more" open={more}>
          <summary>{p.editor.more}</summary>
          <div class="editor-fields">
            <Field label={p.editor.places} error={errors.places}>
              {(told) => (
                <input
                  {...told}
                  type="number"
                  inputMode="numeric"
                  min={1}
                  max={places_max}
                  value={draft.places}
                  onInput={(event) => onChange({ ...draft, places: event.currentTarget.valueAsNumber }, "places")}
                />
              )}
            </Field>
            <DoorFields draft={draft} errors={errors} onChange={onChange} />
            <label class="tick">
              <input
                type="checkbox"
                checked={draft.keepsHolidays}
                onChange={(event) => onChange({ ...draft, keepsHolidays: event.currentTarget.checked }, "keepsHolidays")}
              />
              <span>{p.editor.holidays}</span>
            </label>
            <Field label={p.editor.description} error={errors.description} wide>
              {(told) => (
                <textarea
                  {...told}
                  rows={3}
                  value={draft.description}
                  onInput={(event) => onChange({ ...draft, description: event.currentTarget.value }, "description")}
                />
              )}
            </Field>
          </div>
        </details>
      )}
    </>
  );
}
