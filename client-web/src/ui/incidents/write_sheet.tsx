// Writing an alert down: what the room does not know, and, if it takes that, a few of her words. The rest the room adds.
import { useRef, useState } from "preact/hooks";
import { Once } from "../../calendar/once";
import { refusedBy } from "../../calendar/refused";
import { cut, excerpt_max, type ToWrite } from "../../desk/write_down";
import { useIncidentWords } from "../../i18n/incident_words";
import { useSpeech } from "../../i18n/words";
import { isSignedOut, wordsOf } from "../../session/api";
import { incidents } from "../../session/incidents_api";
import { Field } from "../planner/field";
import { Sheet } from "../sheet";

interface Parts {
  what: ToWrite;
  summary: string;
  onWritten: () => void;
  onNot: () => void;
  onSignedOut: () => void;
  onClose: () => void;
}

const note_max = 2_000;

export function WriteSheet({ what, summary, onWritten, onNot, onSignedOut, onClose }: Parts) {
  const { write: w } = useIncidentWords();
  const { t } = useSpeech();
  const [note, setNote] = useState("");
  const [excerpt, setExcerpt] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const once = useRef(new Once()).current;
  const { room, alert } = what;
  const save = () => {
    if (busy) return;
    setBusy(true);
    const wanted = { room, alert: alert.alert, atMs: BigInt(alert.atMs), note: note.trim(), excerpt: excerpt.trim() };
    const idempotencyKey = once.keyFor(JSON.stringify([room, alert.alert, alert.atMs, wanted.note, wanted.excerpt]));
    incidents.write({ idempotencyKey, ...wanted }).then(onWritten, (error: unknown) => {
      setBusy(false);
      if (isSignedOut(error)) return onSignedOut();
      const refused = refusedBy(error, wordsOf(error, t.unreachable));
      setFailure(refused.words);
      setFields(refused.fields);
    });
  };
  return (
    <Sheet title={w.title} onClose={onClose}>
      <p>{summary}</p>
      <p class="soft">{w.facts}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={w.note} error={fields.note}>
          {(told) => (
            <textarea {...told} rows={5} maxLength={note_max} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
          )}
        </Field>
        <p class="soft hint">{w.noteHint}</p>
        <Field label={w.excerpt} error={fields.excerpt}>
          {(told) => (
            <textarea
              {...told}
              rows={2}
              dir="auto"
              maxLength={excerpt_max}
              value={excerpt}
              onInput={(event) => setExcerpt(event.currentTarget.value)}
            />
          )}
        </Field>
        {what.words !== "" && (
          <button type="button" class="chip" onClick={() => setExcerpt(cut(what.words))}>
            {w.copy}
          </button>
        )}
        <p class="soft hint">{w.excerptHint}</p>
        <p class="gentle" role="alert">
          {failure}
        </p>
        <button type="submit" class="button primary" aria-disabled={busy}>
          {w.save}
        </button>
        <button type="button" class="button quiet" onClick={onNot}>
          {w.not}
        </button>
      </form>
    </Sheet>
  );
}
