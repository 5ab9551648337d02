// What the editor knows and does: the draft, what the server would say to it, saving, and going on from somebody else's
// version.
import { useState } from "preact/hooks";
import { kept } from "../../calendar/compare";
import { dayOf, plusDays } from "../../calendar/days";
import { draftOf, editOf, missing, newDraft, seriesOf, type Draft, type Editing } from "../../calendar/draft";
import { Once } from "../../calendar/once";
import { refusedBy, type Refused } from "../../calendar/refused";
import { localOf, ownZone } from "../../calendar/zones";
import { Scope } from "../../protocol/generated/nightlight/api/v1/calendar_pb";
import type { Series } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { usePlannerWords, type PlannerWords } from "../../i18n/planner_words";
import { useSpeech } from "../../i18n/words";
import { isSignedOut, wordsOf } from "../../session/api";
import { calendar } from "../../session/calendar_api";
import { useCheck } from "./use_check";

interface Parts {
  first: Editing | null; // null: a new series
  me: string;
  onGap: () => void; // saving was asked for too early
  onSaved: () => void;
  onSignedOut: () => void;
}

function typedSeries(draft: Draft, editing: Editing | null): Series {
  return editing === null ? seriesOf(draft, null) : editOf(draft, editing);
}

function send(draft: Draft, editing: Editing | null, rest: { checkOnly?: boolean; idempotencyKey?: string }) {
  const series = typedSeries(draft, editing);
  if (editing === null) return calendar.createSeries({ series, ...rest });
  const { scope, date } = editing;
  return calendar.updateSeries({ series, scope, date: scope === Scope.ALL ? "" : date, ...rest });
}

export function useSeries({ first, me, onGap, onSaved, onSignedOut }: Parts) {
  const p = usePlannerWords();
  const { t, language } = useSpeech();
  const [editing, setEditing] = useState(first);
  const [draft, setDraft] = useState<Draft>(() => (first === null ? newDraft(startOf(language, me)) : draftOf(first)));
  const [touched, setTouched] = useState<readonly string[]>([]); // the one she is in comes last
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [once] = useState(() => new Once());
  const gaps = missing(draft);
  const ready = gaps.length === 0;
  const checked = useCheck(ready ? typedSeries(draft, editing) : null, () => send(draft, editing, { checkOnly: true }));

  const change = (next: Draft, field: string) => {
    setDraft(next);
    setTouched((before) => [...before.filter((one) => one !== field), field]);
    setRefused(null);
  };
  const save = (what: Draft, onto: Editing | null) => {
    if (busy) return;
    setTried(true);
    setRefused(null);
    if (missing(what).length > 0) {
      onGap();
      return;
    }
    setBusy(true);
    const key = once.keyFor(JSON.stringify([typedSeries(what, onto), onto?.scope, onto?.date]));
    send(what, onto, { idempotencyKey: key }).then(onSaved, (error: unknown) => {
      setBusy(false);
      if (isSignedOut(error)) onSignedOut();
      else setRefused(refusedBy(error, wordsOf(error, t.unreachable)));
    });
  };
  // What she touched, on top of theirs.
  const keepMine = (theirs: Series) => {
    if (editing === null) return;
    const onto = { ...editing, series: theirs };
    const mine = kept(draftOf(editing), draft, draftOf(onto));
    setEditing(onto);
    setDraft(mine);
    save(mine, onto);
  };
  const errors = errorsOf(gaps, tried ? gaps : touched.slice(0, -1), { ...checked.refused?.fields, ...refused?.fields }, p);
  const words = tried && !ready ? p.editor.needs : (refused?.words ?? "");
  return {
    editing, draft, errors, words, checked, ready, busy,
    stale: refused?.stale ?? null,
    change, keepMine,
    save: () => save(draft, editing),
    putAside: () => setRefused(null),
  };
}

function startOf(language: string, me: string) {
  const zone = ownZone();
  return { day: plusDays(dayOf(localOf(zone, Date.now())), 1), zone, language, me };
}

// A gap is said once she has been there and gone on, or tried to save; what the server says, at once.
function errorsOf(
  gaps: readonly string[],
  said: readonly string[],
  fields: Readonly<Record<string, string>>,
  { editor }: PlannerWords,
): Record<string, string> {
  const errors: Record<string, string> = { ...fields };
  for (const gap of gaps) if (said.includes(gap)) errors[gap] ??= editor.gaps[gap] ?? editor.missing;
  return errors;
}
