// One date of a series: skipped, moved, led by somebody else, or put back as planned. When somebody else changed the
// series first, both versions of that date are shown and nothing is done until she has decided.
import { useState } from "preact/hooks";
import { onDay } from "../../calendar/draft";
import { Once } from "../../calendar/once";
import { refusedBy, type Refused } from "../../calendar/refused";
import {
  DateChange_Kind,
  type DateChange,
  type Meeting,
  type Series,
} from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { dayWords } from "../../i18n/calendar_words";
import { localWords, usePlannerWords, type PlannerWords } from "../../i18n/planner_words";
import { useSpeech, type Language } from "../../i18n/words";
import { isSignedOut, wordsOf } from "../../session/api";
import { calendar } from "../../session/calendar_api";
import { MoveForm, SubstituteForm } from "./date_forms";
import { personIn, type Book } from "./team";
import { StaleChoice } from "./stale_sheet";

interface Parts {
  meeting: Meeting;
  series: Series;
  book: Book;
  onChanged: () => void;
  onSignedOut: () => void;
}

export type DateDeed =
  | { is: "skip" | "restore" | "end" } // end: with all that come after it
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
    case "end":
      return calendar.endSeries(request);
    case "move":
      return calendar.moveDate(request);
    case "add":
      return calendar.addDate(request);
    case "substitute":
      return calendar.substituteDate(request);
  }
}

type Open = "" | "skip" | "move" | "substitute" | "add" | "end";

export function DateActions({ meeting, series: first, book, onChanged, onSignedOut }: Parts) {
  const p = usePlannerWords();
  const { t } = useSpeech();
  const [series, setSeries] = useState(first);
  const [open, setOpen] = useState<Open>("");
  const [deed, setDeed] = useState<DateDeed | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [once] = useState(() => new Once());
  const { date } = meeting;

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
    const keep = () => {
      setSeries(stale.theirs);
      act(deed, stale.theirs);
    };
    const day = deed.is === "add" ? deed.start.slice(0, 10) : date; // the one that both versions are asked about
    return <BothDays day={day} {...stale} book={book} onKeep={keep} onTake={onChanged} />;
  }
  const now = onDay(series, date);
  const wrong = refused?.fields ?? {};
  const differs = changeIn(series, date) !== null;
  return (
    <section>
      <h3>{p.meeting.one}</h3>
      <p class="gentle" role="alert">
        {Object.keys(wrong).length > 0 ? Object.values(wrong).join(" ") : (refused?.words ?? "")}
      </p>
      <DayButtons cancelled={meeting.cancelled} differs={differs} open={open} onOpen={setOpen} onDo={act} />
      {(open === "move" || open === "add") && (
        <MoveForm key={open} is={open} start={now.start} minutes={now.minutes} errors={wrong} onDo={act} />
      )}
      {open === "substitute" && (
        <SubstituteForm facilitator={now.facilitator} second={now.second} book={book} errors={wrong} onDo={act} />
      )}
    </section>
  );
}

interface ButtonParts {
  cancelled: boolean;
  differs: boolean;
  open: Open;
  onOpen: (open: Open) => void;
  onDo: (deed: DateDeed) => void;
}

function DayButtons({ cancelled, differs, open, onOpen, onDo }: ButtonParts) {
  const { meeting: words } = usePlannerWords();
  const opens = (which: Exclude<Open, "" | "skip" | "end">) => (
    <button type="button" class="button" aria-expanded={open === which} onClick={() => onOpen(open === which ? "" : which)}>
      {words[which]}
    </button>
  );
  // What takes something away is asked twice.
  const sure = (which: "skip" | "end", asked: string, again: string) => (
    <button type="button" class="button" onClick={() => (open === which ? onDo({ is: which }) : onOpen(which))}>
      {open === which ? again : asked}
    </button>
  );
  return (
    <div class="choices">
      {!cancelled && sure("skip", words.skip, words.skipSure)}
      {!cancelled && opens("move")}
      {!cancelled && opens("substitute")}
      {opens("add")}
      {differs && (
        <button type="button" class="button" onClick={() => onDo({ is: "restore" })}>
          {words.restore}
        </button>
      )}
      {!cancelled && sure("end", words.end, words.endSure)}
    </div>
  );
}

interface BothParts {
  day: string;
  yours: Series;
  theirs: Series;
  book: Book;
  onKeep: () => void;
  onTake: () => void;
}

function BothDays({ day, yours, theirs, book, onKeep, onTake }: BothParts) {
  const p = usePlannerWords();
  const { language } = useSpeech();
  const words = (version: Series) => changeWords(changeIn(version, day), version, book, p, language);
  return (
    <section>
      <h3>{p.stale.title}</h3>
      <p role="alert">{p.stale.intro}</p>
      <StaleChoice
        rows={[{ field: day, label: dayWords(day, language, true), mine: words(yours), theirs: words(theirs) }]}
        onKeep={onKeep}
        onTake={onTake}
      />
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
