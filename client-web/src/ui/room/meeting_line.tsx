// One calm line about the meeting's time, for everyone: when it begins, that it ends soon, that it is at its end. A clock time
// and words; nothing runs down.
import { useEffect, useReducer } from "preact/hooks";
import { plannedMoment, useSpeech, type Language, type Words } from "../../i18n/words";
import { meetingTime, nextChangeMs } from "../../room/meeting_time";
import type { RoomView } from "../../room/view";

interface Parts {
  view: RoomView | null;
  skewMs: number; // the server's clock minus ours
}

const longest_wait_ms = 60_000; // a phone that slept has missed its timer

export function MeetingLine({ view, skewMs }: Parts) {
  const { language, t } = useSpeech();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const now = Date.now() + skewMs;
  const next = view === null ? null : nextChangeMs(view, now);
  useEffect(() => {
    if (next === null) return;
    const wait = () => Math.min(longest_wait_ms, Math.max(0, next - skewMs - Date.now()) + 50);
    let timer = setTimeout(look, wait());
    function look(): void {
      draw(undefined);
      timer = setTimeout(look, wait());
    }
    return () => clearTimeout(timer);
  }, [next, skewMs]);
  const words = view === null ? "" : wordsFor(view, now, t, language);
  return (
    <p class={words === "" ? "status empty" : "status"} role="status" data-meeting={view === null ? "on" : meetingTime(view, now)}>
      {words}
    </p>
  );
}

function wordsFor(view: RoomView, nowMs: number, t: Words, language: Language): string {
  switch (meetingTime(view, nowMs)) {
    case "gathering":
      return view.startsAtMs === 0 ? "" : t.meeting.gathering(plannedMoment(view.startsAtMs, language));
    case "soon":
      return t.meeting.soon(plannedMoment(view.endsAtMs, language));
    case "last":
      return t.meeting.last(plannedMoment(view.endsAtMs, language));
    case "over":
      return t.meeting.over;
    case "on":
      return "";
  }
}
