// Tonight and this week, for a mother: what there is, by topic and language, and a place for her under the name she has
// here. Nothing is asked of her and nothing counts.
import { useEffect, useRef, useState } from "preact/hooks";
import { asksForPlace, byDay, everything, fitting, isDoorTime, nameOf, toCome, tonight } from "../../calendar/agenda";
import type { Answer } from "../../calendar/answers";
import { ownZone } from "../../calendar/zones";
import { Meeting_Mine, type Meeting } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { useCalendarWords, type CalendarWords } from "../../i18n/calendar_words";
import { useSpeech } from "../../i18n/words";
import { isStaff } from "../../room/view";
import { isSignedOut, wordsOf } from "../../session/api";
import type { Place } from "../../session/place";
import { BackButton } from "../back_button";
import { Screen } from "../screen";
import "../styles/calendar.css";
import { Filters } from "./filters";
import { MeetingCard } from "./meeting_card";
import { ReminderSheet } from "./reminder_sheet";
import { useWeek } from "./use_week";

interface Parts {
  place: Place;
  needsPlace: boolean; // for a circle that is on now: it is shown to her first
  onBack: (() => void) | null; // null: she is in no room, the calendar is all there is
  onSignOut: () => void;
  onEnter: (room: string) => void;
  onInvited: (secret: string) => void;
  onSignedOut: () => void;
}

const look_again_ms = 20_000;

export function CalendarScreen({ place, needsPlace, onBack, onSignOut, onEnter, onInvited, onSignedOut }: Parts) {
  const c = useCalendarWords();
  const { t } = useSpeech();
  const nowMs = useNow();
  const [whole, setWhole] = useState<boolean | null>(null); // null: tonight, if there is anything
  const [only, setOnly] = useState(everything);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState("");
  const [reminding, setReminding] = useState<Meeting | null>(null);
  const fail = (error: unknown) => (isSignedOut(error) ? onSignedOut() : setFailure(wordsOf(error, t.unreachable)));
  const { meetings, topics, busy, change, comeIn, refresh } = useWeek(fail);

  useEffect(() => {
    if (meetings?.some((one) => isDoorTime(one, nowMs) && one.room === "")) refresh();
  }, [nowMs]);

  const all = toCome(meetings ?? [], nowMs);
  const offered = topics.filter((one) => !one.retired || all.some(({ topic }) => topic === one.id));
  const nightly = tonight(all, nowMs, ownZone());
  const week = whole ?? (meetings !== null && nightly.length === 0);
  const shown = fitting(week ? all : nightly, only);
  const wanted = needsPlace ? asksForPlace(all, nowMs) : undefined;
  const note = meetings === null ? (failure === "" ? c.loading : "") : noteFor(all, nightly, shown, week, c);

  const ask = (meeting: Meeting, answer: Answer) => {
    setFailure("");
    change(meeting, answer, (mine) => setSaid(saidFor(mine, answer, meeting, c)));
  };
  // She is asked in anew, unless it is the room she is in already.
  const enter = (meeting: Meeting) => {
    setFailure("");
    if (meeting.room !== "" && meeting.room === place.room) onEnter(meeting.room);
    else comeIn(meeting, onInvited);
  };
  const card = (meeting: Meeting) => (
    <MeetingCard
      key={nameOf(meeting)}
      meeting={meeting}
      topic={topics.find((one) => one.id === meeting.topic)?.title ?? ""}
      name={place.name}
      wanted={meeting === wanted}
      nowMs={nowMs}
      busy={busy === nameOf(meeting)}
      onAnswer={(answer) => ask(meeting, answer)}
      onRemind={() => setReminding(meeting)}
      onEnter={() => enter(meeting)}
    />
  );
  const back = <BackButton words={onBack === null ? t.rooms.signOut : t.back} onBack={onBack ?? onSignOut} />;

  return (
    <Screen title={c.title} staff={isStaff(place.role)} tools={back}>
      <div class="choices" role="group" aria-label={c.title}>
        <button type="button" class="button quiet" aria-pressed={!week} onClick={() => setWhole(false)}>
          {c.tonight}
        </button>
        <button type="button" class="button quiet" aria-pressed={week} onClick={() => setWhole(true)}>
          {c.week}
        </button>
      </div>
      {(offered.length > 1 || new Set(all.map((one) => one.language)).size > 1) && (
        <Filters topics={offered} only={only} onOnly={setOnly} />
      )}
      <p class="gentle" role="alert">
        {failure}
      </p>
      <p class={said === "" ? "soft" : ""} role="status">
        {said === "" ? note : said}
      </p>
      <ul class="plain stack meetings">{byDay(shown, ownZone()).flatMap((day) => day.meetings.map(card))}</ul>
      {shown.length > 0 && <p class="soft hint">{c.addHint}</p>}
      <button type="button" class="button quiet" onClick={refresh}>
        {c.change}
      </button>
      {reminding !== null && (
        <ReminderSheet
          meeting={reminding}
          onSignedOut={onSignedOut}
          onDone={setSaid}
          onClose={() => setReminding(null)}
        />
      )}
    </Screen>
  );
}

function saidFor(mine: Meeting_Mine, answer: Answer, { title }: Meeting, c: CalendarWords): string {
  switch (mine) {
    case Meeting_Mine.KEPT:
      return c.keptSaid(title);
    case Meeting_Mine.WAITING:
    case Meeting_Mine.OFFERED:
      return c.waitingSaid(title);
    case Meeting_Mine.NOTHING:
      return answer === "decline" ? c.declinedSaid : c.leftSaid;
  }
}

function noteFor(all: Meeting[], nightly: Meeting[], shown: Meeting[], week: boolean, c: CalendarWords): string {
  if (all.length === 0) return c.noneWeek;
  if (nightly.length === 0) return week && shown.length > 0 ? c.noneTonight : shown.length === 0 && week ? c.noneFound : c.noneTonight;
  return shown.length === 0 ? c.noneFound : "";
}

// The time, so that what is over goes and a door that opens shows by itself.
function useNow(): number {
  const [nowMs, setNow] = useState(() => Date.now());
  const timer = useRef(0);
  useEffect(() => {
    timer.current = window.setInterval(() => setNow(Date.now()), look_again_ms);
    return () => clearInterval(timer.current);
  }, []);
  return nowMs;
}
