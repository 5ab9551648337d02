// One meeting as a mother sees it: when, in her own time, whether she has a place, and two buttons at most. How many
// others there are is told to nobody here.
import { Meeting_Mine, type Meeting } from "../../protocol/generated/nightlight/api/v1/calendar_pb";
import { mayComeIn } from "../../calendar/agenda";
import { localOf, ownZone } from "../../calendar/zones";
import { nearDayWords, otherClock, spanWords, useCalendarWords } from "../../i18n/calendar_words";
import { useSpeech } from "../../i18n/words";
import { feedOf } from "../../session/calendar_api";

interface Parts {
  meeting: Meeting;
  topic: string;
  name: string; // hers
  nowMs: number;
  busy: boolean;
  onChange: (keeping: boolean) => void;
  onEnter: () => void;
}

export function MeetingCard({ meeting, topic, name, nowMs, busy, onChange, onEnter }: Parts) {
  const c = useCalendarWords();
  const { language } = useSpeech();
  const own = ownZone();
  const [from, to] = [Number(meeting.startsAtMs), Number(meeting.endsAtMs)];
  const day = localOf(own, from).slice(0, 10);
  const other = otherClock(from, meeting.zone, own, language);
  const tongue = meeting.language === "es" ? c.spanish : c.english;
  const status = statusWords(meeting, name, c);
  return (
    <li class="card meeting">
      <h2 dir="auto">{meeting.title}</h2>
      <p class="when">
        {nearDayWords(day, localOf(own, nowMs).slice(0, 10), language)}
        <br />
        {spanWords(from, to, own, language)}
      </p>
      {other !== "" && <p class="soft">{other}</p>}
      <p class="soft">{[topic === meeting.title ? "" : topic, tongue].filter((one) => one !== "").join(" · ")}</p>
      {!meeting.cancelled && from <= nowMs && <p>{c.on}</p>}
      {!meeting.cancelled && meeting.moved && <p class="gentle">{c.moved}</p>}
      {status !== "" && <p class={meeting.cancelled ? "gentle" : "status"}>{status}</p>}
      {!meeting.cancelled && (
        <Buttons meeting={meeting} nowMs={nowMs} busy={busy} onChange={onChange} onEnter={onEnter} />
      )}
    </li>
  );
}

function statusWords({ cancelled, mine, full }: Meeting, name: string, c: ReturnType<typeof useCalendarWords>): string {
  if (cancelled) return c.cancelled;
  if (mine === Meeting_Mine.KEPT) return c.kept(name);
  if (mine === Meeting_Mine.WAITING) return c.waiting;
  return full ? c.full : "";
}

type ButtonParts = Pick<Parts, "meeting" | "nowMs" | "busy" | "onChange" | "onEnter">;

function Buttons({ meeting, nowMs, busy, onChange, onEnter }: ButtonParts) {
  const c = useCalendarWords();
  const { mine, full, series, title } = meeting;
  const kept = mine === Meeting_Mine.KEPT;
  const entering = mayComeIn(meeting, nowMs);
  const hers = kept || mine === Meeting_Mine.WAITING;
  const change = hers ? (kept ? c.leave : c.stopWaiting) : full ? c.wait : c.keep;
  return (
    <div class="meeting-buttons">
      {entering && (
        <button type="button" class="button primary" aria-label={c.about(c.enter, title)} aria-disabled={busy} onClick={onEnter}>
          {c.enter}
        </button>
      )}
      <button
        type="button"
        class={hers ? "button quiet" : "button primary"}
        aria-label={c.about(change, title)}
        aria-disabled={busy}
        onClick={() => onChange(!hers)}
      >
        {change}
      </button>
      {!entering && (
        <a class="button quiet" href={feedOf(series)} aria-label={c.about(c.add, title)}>
          {c.add}
        </a>
      )}
    </div>
  );
}
