// One meeting for who plans: when on both clocks, who leads it, who comes, and what can be changed: the series from here,
// or this date alone.
import { useEffect, useState } from "preact/hooks";
import { allOf } from "../../calendar/pages";
import { scopesFor, type Editing } from "../../calendar/draft";
import { ownZone } from "../../calendar/zones";
import type { Place } from "../../protocol/generated/nightlight/api/v1/calendar_pb";
import type { Meeting, Series } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { localOf } from "../../calendar/zones";
import { dayWords, otherClock, spanWords } from "../../i18n/calendar_words";
import { ruleWords, usePlannerWords } from "../../i18n/planner_words";
import { useSpeech } from "../../i18n/words";
import { isSignedOut, wordsOf } from "../../session/api";
import { calendar } from "../../session/calendar_api";
import { Sheet } from "../sheet";
import { DateActions } from "./date_actions";
import { HandOut } from "./hand_out";
import { personIn, type Book } from "./team";

interface Parts {
  meeting: Meeting;
  book: Book;
  onEdit: (editing: Editing) => void;
  onChanged: () => void;
  onSignedOut: () => void;
  onClose: () => void;
}

export function MeetingSheet({ meeting, book, onEdit, onChanged, onSignedOut, onClose }: Parts) {
  const p = usePlannerWords();
  const { t, language } = useSpeech();
  const [series, setSeries] = useState<Series | null>(null);
  const [places, setPlaces] = useState<readonly Place[] | null>(null);
  const [failure, setFailure] = useState("");
  const fail = (error: unknown) => (isSignedOut(error) ? onSignedOut() : setFailure(wordsOf(error, t.unreachable)));
  useEffect(() => {
    calendar.getSeries({ series: meeting.series }).then(({ series: found }) => setSeries(found ?? null), fail);
    const which = { series: meeting.series, date: meeting.date };
    const ask = (pageToken: string) =>
      calendar.listPlaces({ ...which, pageToken }).then((page) => ({ rows: page.places, nextPageToken: page.nextPageToken }));
    allOf(ask).then(setPlaces, fail);
  }, []);
  const begun = Number(meeting.startsAtMs) <= Date.now();
  return (
    <Sheet title={meeting.title} onClose={onClose}>
      <When meeting={meeting} />
      {series !== null && series.rrule !== "" && (
        <p class="soft">{ruleWords(series.rrule, series.start.slice(0, 10), language)}</p>
      )}
      <p>
        {p.meeting.staff}:{" "}
        {[meeting.facilitator, meeting.second].map((id) => personIn(book, id, p.someone)).filter((one) => one !== "").join(", ")}
      </p>
      <p class="gentle" role="alert">
        {failure}
      </p>
      <People places={places} />
      {meeting.room !== "" && Number(meeting.endsAtMs) > Date.now() && <HandOut meeting={meeting} onFail={fail} />}
      {begun && <p class="soft">{p.meeting.past}</p>}
      {series !== null && (
        <section>
          <h3>{p.meeting.edit}</h3>
          <div class="choices">
            {scopesFor(series, meeting.date)
              .filter((scope) => !begun || scope !== 1)
              .map((scope) => (
                <button key={scope} type="button" class="button" onClick={() => onEdit({ series, scope, date: meeting.date })}>
                  {p.meeting.scope[scope]}
                </button>
              ))}
          </div>
        </section>
      )}
      {series !== null && !begun && (
        <DateActions meeting={meeting} series={series} book={book} onChanged={onChanged} onSignedOut={onSignedOut} />
      )}
    </Sheet>
  );
}

function When({ meeting }: { meeting: Meeting }) {
  const p = usePlannerWords();
  const { language } = useSpeech();
  const own = ownZone();
  const [from, to] = [Number(meeting.startsAtMs), Number(meeting.endsAtMs)];
  const other = otherClock(from, meeting.zone, own, language);
  return (
    <>
      <p>
        {dayWords(localOf(own, from).slice(0, 10), language)}, {spanWords(from, to, own, language)}
        {other !== "" && <span class="soft"> · {other}</span>}
      </p>
      {meeting.cancelled && <p class="gentle">{p.cancelled}</p>}
    </>
  );
}

function People({ places }: { places: readonly Place[] | null }) {
  const p = usePlannerWords();
  if (places === null) return null;
  return (
    <section>
      <h3>{p.meeting.who}</h3>
      {places.length === 0 && <p class="soft">{p.meeting.noOne}</p>}
      <ul class="plain names">
        {places.map((place, index) => (
          <li key={index} dir="auto">
            {place.name}
            {place.waiting && <span class="soft"> ({place.offered ? p.meeting.offered : p.meeting.inLine})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
