// Somebody else was faster: both versions side by side, in what differs, and one decision.
import { differing, kept, type Compared } from "../../calendar/compare";
import { startDay, type Draft } from "../../calendar/draft";
import { isTime } from "../../calendar/days";
import { repeatWords, localWords, usePlannerWords, type PlannerWords } from "../../i18n/planner_words";
import { useSpeech, type Language, type Words } from "../../i18n/words";
import { Sheet } from "../sheet";
import { personIn, topicIn, type Book } from "./team";

interface Parts {
  base: Draft; // what both began with
  mine: Draft;
  theirs: Draft;
  book: Book;
  onKeep: () => void;
  onTake: () => void;
  onClose: () => void;
}

export function StaleSheet({ base, mine, theirs, book, onKeep, onTake, onClose }: Parts) {
  const p = usePlannerWords();
  const { t, language } = useSpeech();
  const ours = kept(base, mine, theirs);
  const rows = differing(ours, theirs).map((field) => ({
    field,
    label: labelOf(field, p),
    mine: valueWords(ours, field, book, p, t, language),
    theirs: valueWords(theirs, field, book, p, t, language),
  }));
  return (
    <Sheet title={p.stale.title} onClose={onClose}>
      <p>{p.stale.intro}</p>
      <StaleChoice rows={rows} onKeep={onKeep} onTake={onTake} />
    </Sheet>
  );
}

export interface Row {
  field: string;
  label: string;
  mine: string;
  theirs: string;
}

interface ChoiceParts {
  rows: readonly Row[];
  onKeep: () => void;
  onTake: () => void;
}

// Both versions side by side, and which of them it shall be.
export function StaleChoice({ rows, onKeep, onTake }: ChoiceParts) {
  const p = usePlannerWords();
  return (
    <>
      {rows.length === 0 ? <p>{p.stale.same}</p> : <Versions rows={rows} />}
      <div class="choices">
        <button type="button" class="button primary" onClick={onKeep}>
          {p.stale.keep}
        </button>
        <button type="button" class="button" onClick={onTake}>
          {p.stale.take}
        </button>
      </div>
    </>
  );
}

function Versions({ rows }: { rows: readonly Row[] }) {
  const p = usePlannerWords();
  return (
    <table class="versions">
      <thead>
        <tr>
          <th scope="col">{p.stale.what}</th>
          <th scope="col">{p.stale.mine}</th>
          <th scope="col">{p.stale.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field}>
            <th scope="row">{row.label}</th>
            <td dir="auto">{row.mine}</td>
            <td dir="auto">{row.theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function labelOf(field: Compared, { editor }: PlannerWords): string {
  return {
    topic: editor.topic, title: editor.name, description: editor.description, language: editor.language,
    zone: editor.zone, start: editor.time, minutes: editor.minutes, rrule: editor.repeat, places: editor.places,
    facilitator: editor.facilitator, second: editor.second, keepsHolidays: editor.holidays,
  }[field];
}

function valueWords(draft: Draft, field: Compared, book: Book, p: PlannerWords, t: Words, language: Language): string {
  switch (field) {
    case "topic":
      return topicIn(book, draft.topic);
    case "language":
      return draft.language === "es" ? t.rooms.spanish : t.rooms.english;
    case "start":
      return isTime(draft.time) ? localWords(`${startDay(draft)}T${draft.time}`, draft.zone, language) : draft.time;
    case "rrule":
      return repeatWords(draft.repeat, startDay(draft), language);
    case "facilitator":
    case "second":
      return personIn(book, draft[field], p.someone) || p.editor.noOne;
    case "keepsHolidays":
      return draft.keepsHolidays ? p.yes : p.no;
    case "title":
    case "description":
    case "zone":
    case "minutes":
    case "places":
      return String(draft[field]);
  }
}
