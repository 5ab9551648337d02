// One meeting as a mother sees it: when, in her own time, whether she has a place, and two buttons at most. How many
// others there are is told to nobody here.
import { useLayoutEffect, useRef } from "preact/hooks";
import { Meeting_Mine, type Meeting } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { mayComeIn } from "../../calendar/agenda";
import { answersTo, type Answer } from "../../calendar/answers";
import { localOf, ownZone } from "../../calendar/zones";
import { nearDayWords, otherClock, spanWords, useCalendarWords, type CalendarWords } from "../../i18n/calendar_words";
import { plannedMoment, useSpeech, type Language } from "../../i18n/words";
import { feedOf } from "../../session/calendar_api";

interface Parts {
  meeting: Meeting;
  topic: string;
  name: string; // hers
  wanted: boolean; // what she came for: the page begins here
  nowMs: number;
  busy: boolean;
  onAnswer: (answer: Answer) => void;
  onRemind: () => void;
  onEnter: () => void;
}

export function MeetingCard({ meeting, topic, name, wanted, nowMs, busy, onAnswer, onRemind, onEnter }: Parts) {
  const c = useCalendarWords();
  const { language } = useSpeech();
  const own = ownZone();
  const [from, to] = [Number(meeting.startsAtMs), Number(meeting.endsAtMs)];
  const day = localOf(own, from).slice(0, 10);
  const other = otherClock(from, meeting.zone, own, language);
  const tongue = meeting.language === "es" ? c.spanish : c.english;
  const status = statusWords(meeting, name, c, language);
  const here = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (wanted) here.current?.focus();
  }, [wanted]);
  return (
    <li ref={here} class="card meeting" {...(wanted ? { tabIndex: -1 } : {})}>
      <h2 dir="auto">{meeting.title}</h2>
      <p class="when">
        {nearDayWords(day, localOf(own, nowMs).slice(0, 10), language)}
        <br />
        {spanWords(from, to, own, language)}
      </p>
      {other !== "" && <p class="soft">{other}</p>}
      <p class="soft">{[topic === meeting.title ? "" : topic, tongue].filter((one) => one !== "").join(" · ")}</p>
      {!meeting.cancelled && <p class="soft">{c.door[meeting.door]}</p>}
      {!meeting.cancelled && from <= nowMs && <p>{c.on}</p>}
      {!meeting.cancelled && meeting.moved && <p class="gentle">{c.moved}</p>}
      {status !== "" && <p class={meeting.cancelled ? "gentle" : "status"}>{status}</p>}
      {!meeting.cancelled && (
        <Buttons meeting={meeting} nowMs={nowMs} busy={busy} onAnswer={onAnswer} onRemind={onRemind} onEnter={onEnter} />
      )}
    </li>
  );
}

function statusWords(meeting: Meeting, name: string, c: CalendarWords, language: Language): string {
  const { cancelled, mine, full, answerByMs } = meeting;
  if (cancelled) return c.cancelled;
  switch (mine) {
    case Meeting_Mine.KEPT:
      return c.kept(name);
    case Meeting_Mine.WAITING:
      return full ? c.waiting : c.waitingFree;
    case Meeting_Mine.OFFERED:
      return c.offered(plannedMoment(Number(answerByMs), language));
    case Meeting_Mine.NOTHING:
      return full ? c.full : "";
    default:
      return "";
  }
}

function answerWords(answer: Answer, { mine, full }: Meeting, c: CalendarWords): string {
  switch (answer) {
    case "keep":
      return mine === Meeting_Mine.NOTHING && full ? c.wait : c.keep;
    case "leave":
      return mine === Meeting_Mine.WAITING ? c.stopWaiting : c.leave;
    case "accept":
      return c.accept;
    case "decline":
      return c.decline;
  }
}

type ButtonParts = Pick<Parts, "meeting" | "nowMs" | "busy" | "onAnswer" | "onRemind" | "onEnter">;

function Buttons({ meeting, nowMs, busy, onAnswer, onRemind, onEnter }: ButtonParts) {
  const c = useCalendarWords();
  const { mine, series, title } = meeting;
  const entering = mayComeIn(meeting, nowMs);
  const hers = mine !== Meeting_Mine.NOTHING;
  return (
    <div class="meeting-buttons">
      {entering && (
        <button type="button" class="button primary" aria-label={c.about(c.enter, title)} aria-disabled={busy} onClick={onEnter}>
          {c.enter}
        </button>
      )}
      {hers && !entering && mine !== Meeting_Mine.OFFERED && (
        <button type="button" class="button" aria-haspopup="dialog" aria-label={c.about(c.remind, title)} onClick={onRemind}>
          {c.remind}
        </button>
      )}
      {answersTo(meeting).map((answer) => (
        <button
          key={answer}
          type="button"
          class={!entering && (answer === "keep" || answer === "accept") ? "button primary" : "button quiet"}
          aria-label={c.about(answerWords(answer, meeting, c), title)}
          aria-disabled={busy}
          onClick={() => onAnswer(answer)}
        >
          {answerWords(answer, meeting, c)}
        </button>
      ))}
      {!entering && (
        <a class="button quiet" href={feedOf(series)} aria-label={c.about(c.add, title)}>
          {c.add}
        </a>
      )}
    </div>
  );
}
