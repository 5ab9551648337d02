// A series while it is planned or changed. What the server would say to it is shown as it is typed; what it refuses stands
// at its field; and when somebody else was faster, both versions stand side by side before anything is saved.
import { useEffect, useRef, useState } from "preact/hooks";
import { kept } from "../../calendar/compare";
import { dayOf, plusDays } from "../../calendar/days";
import { draftOf, editOf, missing, newDraft, seriesOf, type Draft, type Editing } from "../../calendar/draft";
import { Once } from "../../calendar/once";
import { refusedBy, type Refused } from "../../calendar/refused";
import { localOf, ownZone } from "../../calendar/zones";
import { Scope, type Series } from "../../protocol/generated/nightlight/api/v1/calendar_pb";
import { usePlannerWords, type PlannerWords } from "../../i18n/planner_words";
import { useSpeech } from "../../i18n/words";
import { isSignedOut, wordsOf } from "../../session/api";
import { calendar } from "../../session/calendar_api";
import { Screen } from "../screen";
import { PeopleFields, WhatFields } from "./editor_fields";
import { Preview } from "./preview";
import { StaleSheet } from "./stale_sheet";
import type { Book } from "./team";
import { useCheck } from "./use_check";
import { WhenFields } from "./when_fields";

interface Parts {
  first: Editing | null; // null: a new series
  book: Book;
  me: string;
  onTopic: () => void; // there is a new one
  onSignedOut: () => void;
  onClose: (saved: boolean) => void;
}

function send(draft: Draft, editing: Editing | null, rest: { checkOnly?: boolean; idempotencyKey?: string }) {
  if (editing === null) return calendar.createSeries({ series: seriesOf(draft, null), ...rest });
  const { scope, date } = editing;
  return calendar.updateSeries({ series: editOf(draft, editing), scope, date: scope === Scope.ALL ? "" : date, ...rest });
}

export function SeriesEditor({ first, book, me, onTopic, onSignedOut, onClose }: Parts) {
  const p = usePlannerWords();
  const { t, language } = useSpeech();
  const [editing, setEditing] = useState(first);
  const [draft, setDraft] = useState<Draft>(() => (first === null ? newDraft(startOf(language, me)) : draftOf(first)));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [once] = useState(() => new Once());
  const form = useRef<HTMLFormElement>(null);

  const gaps = missing(draft);
  const ready = gaps.length === 0;
  const typed = editing === null ? seriesOf(draft, null) : editOf(draft, editing);
  const checked = useCheck(ready ? typed : null, () => send(draft, editing, { checkOnly: true }));
  const errors = errorsOf(gaps, tried, touched, { ...checked.refused?.fields, ...refused?.fields }, p);
  useEffect(() => form.current?.querySelector<HTMLElement>("select, input")?.focus(), []);

  const change = (next: Draft, field: string) => {
    setDraft(next);
    setTouched((before) => new Set([...before, field]));
    setRefused(null);
  };
  const save = (what: Draft, onto: Editing | null) => {
    if (busy) return;
    setTried(true);
    if (missing(what).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    setBusy(true);
    setRefused(null);
    const key = once.keyFor(JSON.stringify(onto === null ? seriesOf(what, null) : [editOf(what, onto), onto.scope, onto.date]));
    send(what, onto, { idempotencyKey: key }).then(
      () => onClose(true),
      (error: unknown) => {
        setBusy(false);
        if (isSignedOut(error)) onSignedOut();
        else setRefused(refusedBy(error, wordsOf(error, t.unreachable)));
      },
    );
  };
  const rebase = (theirs: Series): Editing | null => editing && { ...editing, series: theirs };
  const keepMine = (theirs: Series) => {
    const onto = rebase(theirs);
    if (editing === null || onto === null) return;
    const mine = kept(draftOf(editing), draft, draftOf(onto));
    setEditing(onto);
    setDraft(mine);
    save(mine, onto);
  };

  const scope = editing?.scope ?? Scope.ALL;
  const one = scope === Scope.THIS;
  const parts = { draft, errors, book, onChange: change };
  return (
    <Screen title={editing === null ? p.editor.newTitle : (p.editor.editTitle[scope] ?? "")} staff>
      <form
        ref={form}
        class="editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save(draft, editing);
        }}
      >
        <div class="editor-fields">
          <WhatFields {...parts} one={one} onTopic={onTopic} onSignedOut={onSignedOut} />
          <WhenFields {...parts} one={one} />
          <PeopleFields {...parts} one={one} />
        </div>
        <div class="editor-side">
          <Preview draft={draft} scope={scope} checked={checked} book={book} />
          <p class="gentle" role="alert">
            {tried && !ready ? p.editor.needs : (refused?.words ?? "")}
          </p>
          <p class="soft" role="status">
            {!ready || checked.refused !== null || checked.warnings.length > 0 ? "" : checked.busy ? p.editor.checking : p.editor.fine}
          </p>
          <button type="submit" class="button primary" aria-disabled={busy}>
            {busy ? p.editor.saving : p.editor.save}
          </button>
          <button type="button" class="button quiet" onClick={() => onClose(false)}>
            {p.editor.cancel}
          </button>
        </div>
      </form>
      {refused?.stale && editing !== null && (
        <StaleSheet
          mine={draft}
          base={draftOf(editing)}
          theirs={draftOf({ ...editing, series: refused.stale.theirs })}
          book={book}
          onKeep={() => keepMine(refused.stale!.theirs)}
          onTake={() => onClose(true)}
          onClose={() => setRefused(null)}
        />
      )}
    </Screen>
  );
}

function startOf(language: string, me: string) {
  const zone = ownZone();
  return { day: plusDays(dayOf(localOf(zone, Date.now())), 1), zone, language, me };
}

// A gap is said once she has been there or tried to save; what the server says, at once.
function errorsOf(
  gaps: readonly string[],
  tried: boolean,
  touched: ReadonlySet<string>,
  fields: Readonly<Record<string, string>>,
  { editor }: PlannerWords,
): Record<string, string> {
  const errors: Record<string, string> = { ...fields };
  for (const gap of gaps) if (tried || touched.has(gap)) errors[gap] ??= editor.gaps[gap] ?? editor.missing;
  return errors;
}
