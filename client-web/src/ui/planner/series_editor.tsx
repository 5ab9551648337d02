// A series while it is planned or changed. What the server would say to it is shown as it is typed; what it refuses stands
// at its field; and when somebody else was faster, both versions stand side by side before anything is saved.
import { useLayoutEffect, useRef } from "preact/hooks";
import { draftOf, type Editing } from "../../calendar/draft";
import { Scope } from "../../protocol/generated/nightlight/api/v1/calendar_pb";
import { usePlannerWords } from "../../i18n/planner_words";
import { Screen } from "../screen";
import { PeopleFields, WhatFields } from "./editor_fields";
import { Preview } from "./preview";
import { StaleSheet } from "./stale_sheet";
import type { Book } from "./team";
import { useSeries } from "./use_series";
import { WhenFields } from "./when_fields";

interface Parts {
  first: Editing | null; // null: a new series
  book: Book;
  me: string;
  onTopic: () => void; // there is a new one
  onSignedOut: () => void;
  onClose: (saved: boolean) => void;
}

export function SeriesEditor({ first, book, me, onTopic, onSignedOut, onClose }: Parts) {
  const p = usePlannerWords();
  const form = useRef<HTMLFormElement>(null);
  const toGap = () => {
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };
  const series = useSeries({ first, me, onGap: toGap, onSaved: () => onClose(true), onSignedOut });
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("select, input")?.focus(), []);

  const { editing, draft, errors, stale } = series;
  const scope = editing?.scope ?? Scope.ALL;
  const parts = { draft, errors, book, one: scope === Scope.THIS, onChange: series.change };
  return (
    <Screen title={editing === null ? p.editor.newTitle : (p.editor.editTitle[scope] ?? "")} staff>
      <form
        ref={form}
        class="editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          series.save();
        }}
      >
        <div class="editor-fields">
          <WhatFields {...parts} onTopic={onTopic} onSignedOut={onSignedOut} />
          <WhenFields {...parts} />
          <PeopleFields {...parts} />
        </div>
        <div class="editor-side">
          <Preview draft={draft} scope={scope} checked={series.checked} book={book} />
          <Ending series={series} onCancel={() => onClose(false)} />
        </div>
      </form>
      {stale !== null && editing !== null && (
        <StaleSheet
          base={draftOf(editing)}
          mine={draft}
          theirs={draftOf({ ...editing, series: stale.theirs })}
          book={book}
          onKeep={() => series.keepMine(stale.theirs)}
          onTake={() => onClose(true)}
          onClose={series.putAside}
        />
      )}
    </Screen>
  );
}

function Ending({ series, onCancel }: { series: ReturnType<typeof useSeries>; onCancel: () => void }) {
  const p = usePlannerWords();
  const { checked, ready, busy, words } = series;
  const clear = ready && checked.refused === null && checked.warnings.length === 0;
  return (
    <>
      <p class="gentle" role="alert">
        {words}
      </p>
      <p class="soft" role="status">
        {!clear ? "" : checked.busy ? p.editor.checking : p.editor.fine}
      </p>
      <button type="submit" class="button primary" aria-disabled={busy}>
        {busy ? p.editor.saving : p.editor.save}
      </button>
      <button type="button" class="button quiet" onClick={onCancel}>
        {p.editor.cancel}
      </button>
    </>
  );
}
