// Seven days with their meetings: side by side where there is room, one under the other on a phone. Whoever plans from
// another zone sees both times.
import { byDay, nameOf } from "../../calendar/agenda";
import { dayOf, plusDays, type Day } from "../../calendar/days";
import { localOf, ownZone } from "../../calendar/zones";
import type { Meeting } from "../../protocol/generated/nightlight/api/v1/plan_pb";
import { dayWords, hourWords, otherClock } from "../../i18n/calendar_words";
import { usePlannerWords } from "../../i18n/planner_words";
import { useSpeech } from "../../i18n/words";
import { personIn, type Book } from "./team";

interface Parts {
  monday: Day;
  meetings: readonly Meeting[];
  book: Book;
  onOpen: (meeting: Meeting) => void;
}

export function WeekView({ monday, meetings, book, onOpen }: Parts) {
  const p = usePlannerWords();
  const { language } = useSpeech();
  const own = ownZone();
  const today = dayOf(localOf(own, Date.now()));
  const filled = new Map(byDay(meetings, own).map(({ day, meetings: there }) => [day, there]));
  return (
    <div class="week">
      {[0, 1, 2, 3, 4, 5, 6].map((ahead) => {
        const day = plusDays(monday, ahead);
        const there = filled.get(day) ?? [];
        return (
          <section key={day} class={there.length === 0 ? "day empty" : "day"}>
            <h2 aria-current={day === today ? "date" : undefined}>{dayWords(day, language, true)}</h2>
            {there.length === 0 && <p class="visually-hidden">{p.nothing}</p>}
            {there.map((meeting) => (
              <MeetingButton key={nameOf(meeting)} meeting={meeting} book={book} onOpen={() => onOpen(meeting)} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function MeetingButton({ meeting, book, onOpen }: { meeting: Meeting; book: Book; onOpen: () => void }) {
  const p = usePlannerWords();
  const { language } = useSpeech();
  const own = ownZone();
  const from = Number(meeting.startsAtMs);
  const { cancelled, moved, kept, waiting, places, second } = meeting;
  const staff = [meeting.facilitator, second].map((id) => personIn(book, id, p.someone)).filter((one) => one !== "");
  const other = otherClock(from, meeting.zone, own, language);
  return (
    <button type="button" class={cancelled ? "slot off" : "slot"} aria-haspopup="dialog" onClick={onOpen}>
      <span class="slot-time">{hourWords(from, own, language)}</span>
      <span class="slot-title" dir="auto">
        {meeting.title}
      </span>
      {other !== "" && <span class="soft">{other}</span>}
      <span class="soft">{new Intl.ListFormat(language).format(staff)}</span>
      {cancelled && <span class="gentle">{p.cancelled}</span>}
      {!cancelled && moved && <span class="gentle">{p.moved}</span>}
      {!cancelled && second === "" && <span class="gentle">{p.alone}</span>}
      {!cancelled && <span class="soft">{p.places(kept, places)}</span>}
      {waiting > 0 && <span class="soft">{p.waiting(waiting)}</span>}
    </button>
  );
}
