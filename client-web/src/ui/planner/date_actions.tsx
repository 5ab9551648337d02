// One date of a series: skipped, moved, led by somebody else, or put back as planned. When somebody else changed the
// series first, both versions of that date are shown and nothing is done until she has decided.
import { useState } from "preact/hooks";
import { onDay } from "../../calendar/draft";
import { Once } from "../../calendar/once";
import { refusedBy, type Refused } from "../../calendar/refused";
import { DateChange_Kind, type DateChange, type Meeting, type Series } from "../../protocol/generated/nightlight/api/v1/calendar_pb";
import { localWords, usePlannerWords, type PlannerWords } from "../../i18n/planner_words";
import { useSpeech, type Language } from "../../i18n/words";
import { isSignedOut, wordsOf } from "../../session/api";
import { calendar } from "../../session/calendar_api";
import { MoveForm, SubstituteForm } from "./date_forms";
import { personIn, type Book } from "./team";
import { Versions } from "./stale_sheet";

interface Parts {
  meeting: Meeting;
  series: Series;
  book: Book;
  onChanged: () => void;
  onSignedOut: () => void;
}

export type DateDeed =
  | { is: "skip" | "restore" }
  | { is: "move" | "add"; start: string; minutes: number }
  | { is: "substitute"; facilitator: string; second: string };

function ask(deed: DateDeed, series: Series, date: string, idempotencyKey: string) {
  const { is, ...rest } = deed;
  const request = { series: series.id, etag: series.etag, date, idempotencyKey, ...rest };
  switch (is) {
    case "skip":
      return calendar.skipDate(request);
    case "restore":
      return calendar.restoreDate(request);
    case "move":
      return calendar.moveDate(request);
    case "add":
      return calendar.addDate(request);
    case "substitute":
      return calendar.substituteDate(request);
  }
}

export function DateActions({ meeting, series: first, book, onChanged, onSignedOut }: Parts) {
  const p = usePlannerWords();
  const { t, language } = useSpeech();
  const [series, setSeries] = useState(first);
  const [open, setOpen] = useState<"" | "skip" | "move" | "substitute" | "add">("");
  const [deed, setDeed] = useState<DateDeed | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [once] = useState(() => new Once());
  const { date } = meeting;
  const day = deed?.is === "add" ? deed.start.slice(0, 10) : date; // the one that both versions are asked about

  const act = (what: DateDeed, onto: Series = series) => {
    setDeed(what);
    setRefused(null);
    ask(what, onto, date, once.keyFor(JSON.stringify([what, onto.etag]))).then(
      () => onChanged(),
      (error: unknown) => {
        if (isSignedOut(error)) onSignedOut();
        else setRefused(refusedBy(error, wordsOf(error, t.unreachable)));
      },
    );
  };
  const stale = refused?.stale ?? null;
  if (stale !== null && deed !== null) {
    const words = (version: Series) => changeWords(changeIn(version, day), series, book, p, language);
    const rows = [{ field: date, label: p.meeting.one, mine: words(stale.yours), theirs: words(stale.theirs) }];
    return (
      <section>
        <h3>{p.stale.title}</h3>
        <p role="alert">{p.stale.intro}</p>
        <Versions rows={rows} />
        <div class="choices">
          <button
            type="button"
            class="button primary"
            onClick={() => {
              setSeries(stale.theirs);
              act(deed, stale.theirs);
            }}
          >
            {p.stale.keep}
          </button>
          <button type="button" class="button" onClick={onChanged}>
            {p.stale.take}
          </button>
        </div>
      </section>
    );
  }
  const now = onDay(series, date);
  const differs = changeIn(series, date) !== null;
  const wrong = refused?.fields ?? {};
  return (
    <section>
      <h3>{p.meeting.one}</h3>
      <p class="gentle" role="alert">
        {refused === null || Object.keys(wrong).length > 0 ? Object.values(wrong).join(" ") : refused.words}
      </p>
      <div class="choices">
        {!meeting.cancelled && (
          <button type="button" class="button" onClick={() => (open === "skip" ? act({ is: "skip" }) : setOpen("skip"))}>
            {open === "skip" ? p.meeting.skipSure : p.meeting.skip}
          </button>
        )}
        {!meeting.cancelled && (
          <button type="button" class="button" aria-expanded={open === "move"} onClick={() => setOpen(open === "move" ? "" : "move")}>
            {p.meeting.move}
          </button>
        )}
        {!meeting.cancelled && (
          <button
            type="button"
            class="button"
            aria-expanded={open === "substitute"}
            onClick={() => setOpen(open === "substitute" ? "" : "substitute")}
          >
            {p.meeting.substitute}
          </button>
        )}
        <button type="button" class="button" aria-expanded={open === "add"} onClick={() => setOpen(open === "add" ? "" : "add")}>
          {p.meeting.add}
        </button>
        {differs && (
          <button type="button" class="button" onClick={() => act({ is: "restore" })}>
            {p.meeting.restore}
          </button>
        )}
      </div>
      {(open === "move" || open === "add") && (
        <MoveForm key={open} is={open} start={now.start} minutes={now.minutes} errors={wrong} onDo={act} />
      )}
      {open === "substitute" && (
        <SubstituteForm facilitator={now.facilitator} second={now.second} book={book} errors={wrong} onDo={act} />
      )}
    </section>
  );
}

function changeIn(series: Series, date: string): DateChange | null {
  return series.changes.find((one) => one.date === date) ?? null;
}

function changeWords(change: DateChange | null, { zone }: Series, book: Book, p: PlannerWords, language: Language): string {
  if (change === null) return p.stale.asPlanned;
  if (change.kind === DateChange_Kind.SKIPPED) return p.stale.skipped;
  const people = [change.facilitator, change.second].map((id) => personIn(book, id, p.someone));
  const when = change.start === "" ? "" : localWords(change.start, zone, language);
  const words = [when, change.title, ...people].filter((one) => one !== "").join(", ");
  return words === "" ? p.stale.asPlanned : words;
}
