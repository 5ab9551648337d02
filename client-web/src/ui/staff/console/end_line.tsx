// Near the end of a meeting, above its conversation: when it ends, and some more of it by one tap.
import { useConsoleWords } from "../../../i18n/console_words";
import { plannedMoment, useSpeech } from "../../../i18n/words";
import type { StaffCommand } from "../../../protocol/staff_command";
import type { DeskRoom } from "../../../desk/desk";
import { serverNow } from "../../../desk/target";
import { meetingTime } from "../../../room/meeting_time";
import { more_choices } from "./meeting_time";

interface Parts {
  room: DeskRoom;
  nowMs: number;
  onDo: (command: StaffCommand) => void;
}

export function EndLine({ room, nowMs, onDo }: Parts) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const { view } = room.driver.state;
  if (view === null) return null;
  const time = meetingTime(view, serverNow(room, nowMs));
  if (time === "on") return null;
  if (time === "gathering") {
    return view.startsAtMs === 0 ? null : <p class="floor-bar">{c.meeting.begins(plannedMoment(view.startsAtMs, language))}</p>;
  }
  return (
    <div class="floor-bar" role="group" aria-label={c.meeting.title} data-meeting={time}>
      <p>{c.meeting.ends(plannedMoment(view.endsAtMs, language))}</p>
      {more_choices.map((minutes) => (
        <button key={minutes} type="button" class="chip" onClick={() => onDo({ is: "extendMeeting", minutes })}>
          {c.meeting.more(minutes)}
        </button>
      ))}
    </div>
  );
}
