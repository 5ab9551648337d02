// What a series will be, while it is typed: its rule in words, its next dates on both clocks, and what collides.
import { datesOf } from "../../calendar/repeat";
import { startDay, type Draft } from "../../calendar/draft";
import { isTime } from "../../calendar/days";
import { isZone, momentAt, ownZone, sameClock, zoneName } from "../../calendar/zones";
import { Scope } from "../../protocol/generated/nightlight/api/v1/calendar_pb";
import { dayInside, dayWords, hourWords } from "../../i18n/calendar_words";
import { repeatWords, usePlannerWords } from "../../i18n/planner_words";
import { useSpeech } from "../../i18n/words";
import { warningLines } from "./warning_lines";
import type { Book } from "./team";
import type { Checked } from "./use_check";

const shown_max = 6;
const looked_at_max = 1000;

export function Preview({ draft, scope, checked, book }: { draft: Draft; scope: Scope; checked: Checked; book: Book }) {
  const p = usePlannerWords();
  const { language } = useSpeech();
  const ready = isTime(draft.time) && isZone(draft.zone);
  const first = startDay(draft);
  const repeat = scope === Scope.THIS ? { ...draft.repeat, how: "once" as const } : draft.repeat;
  const dates = ready ? datesOf(repeat, first, looked_at_max) : [];
  const lines = warningLines(checked.warnings, book, p, language);
  const last = dates.at(-1);
  return (
    <section class="preview">
      {scope !== Scope.THIS && ready && <p>{repeatWords(repeat, first, language)}</p>}
      <h2>{p.editor.preview}</h2>
      <ol class="plain dates">
        {dates.slice(0, shown_max).map((day) => (
          <DateLine key={day} day={day} draft={draft} />
        ))}
      </ol>
      {dates.length > shown_max && last !== undefined && (
        <p class="soft">{repeat.ends === "never" ? p.editor.later : p.editor.thenLast(dayInside(last, language))}</p>
      )}
      <div role="status">
        {lines.length > 0 && <Warnings lines={lines} />}
        {checked.refused?.stale && <p class="gentle">{p.stale.title}</p>}
      </div>
    </section>
  );
}

function DateLine({ day, draft }: { day: string; draft: Draft }) {
  const p = usePlannerWords();
  const { language } = useSpeech();
  const own = ownZone();
  const { atMs, moved } = momentAt(draft.zone, `${day}T${draft.time}`);
  const other = !sameClock(draft.zone, own, atMs);
  return (
    <li>
      {dayWords(day, language, true)}, {hourWords(atMs, draft.zone, language)}
      {other && <span class="soft"> {zoneName(draft.zone, language, atMs)} · {p.yourTime(hourWords(atMs, own, language))}</span>}
      {moved && <span class="gentle hint"> {p.editor.gap}</span>}
    </li>
  );
}

function Warnings({ lines }: { lines: readonly string[] }) {
  const p = usePlannerWords();
  return (
    <div class="warnings">
      <h3>{p.warnings.title}</h3>
      <ul class="plain">
        {lines.map((line) => (
          <li key={line} class="gentle">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
