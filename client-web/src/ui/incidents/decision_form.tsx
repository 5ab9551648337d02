// One more entry in the log: what was decided, on what ground, and a number that an agency gave. Nothing is sent anywhere.
import { useState } from "preact/hooks";
import type { Refused } from "../../calendar/refused";
import { useIncidentWords } from "../../i18n/incident_words";
import { ReportDecision } from "../../protocol/generated/nightlight/api/v1/incident_pb";
import { Field } from "../planner/field";
import type { DecisionDraft } from "./use_incidents";

interface Parts {
  refused: Refused | null;
  busy: boolean;
  onDecide: (draft: DecisionDraft) => Promise<boolean>;
}

const choices = [
  ReportDecision.TO_BE_DECIDED,
  ReportDecision.CONSULTED,
  ReportDecision.NOT_REPORTABLE,
  ReportDecision.REPORTED,
] as const;
const empty: DecisionDraft = { what: ReportDecision.UNSPECIFIED, ground: "", reference: "" };

export function DecisionForm({ refused, busy, onDecide }: Parts) {
  const i = useIncidentWords();
  const [draft, setDraft] = useState(empty);
  const fields = refused?.fields ?? {};
  const ready = draft.what !== ReportDecision.UNSPECIFIED && !busy;
  const save = async () => {
    if (ready && (await onDecide(draft))) setDraft(empty);
  };
  return (
    <form
      class="stack decide"
      aria-label={i.decide.title}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{i.decide.title}</h2>
      <fieldset>
        <legend>{i.decide.what}</legend>
        <div class="incident-choices">
          {choices.map((what) => (
            <button
              key={what}
              type="button"
              class="button quiet"
              aria-pressed={draft.what === what}
              onClick={() => setDraft({ ...draft, what })}
            >
              {i.what[what]}
            </button>
          ))}
        </div>
      </fieldset>
      <Field label={i.decide.ground} error={fields.ground}>
        {(told) => (
          <textarea
            {...told}
            rows={3}
            maxLength={1_000}
            value={draft.ground}
            onInput={(event) => setDraft({ ...draft, ground: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={i.decide.reference} error={fields.reference}>
        {(told) => (
          <input
            {...told}
            maxLength={60}
            autocomplete="off"
            value={draft.reference}
            onInput={(event) => setDraft({ ...draft, reference: event.currentTarget.value })}
          />
        )}
      </Field>
      <p class="soft hint">{i.decide.hint}</p>
      <button type="submit" class="button" aria-disabled={!ready}>
        {i.decide.save}
      </button>
    </form>
  );
}
