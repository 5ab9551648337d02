// The meeting's time among the room's controls: when it ends, some more of it, and the end with last words.
import { useState } from "preact/hooks";
import { useConsoleWords } from "../../../i18n/console_words";
import { plannedMoment, useSpeech } from "../../../i18n/words";
import type { Command } from "../../../protocol/command";
import { Phase } from "../../../protocol/generated/nightlight/wire/v1/room_pb";
import type { RoomView } from "../../../room/view";
import { Chip, Choice } from "./chips";
import { Closing } from "./closing";

interface Parts {
  view: RoomView;
  max: number; // code points of a message
  onDo: (command: Command) => void;
}

export const more_choices = [5, 10, 15, 30] as const;

export function MeetingTime({ view, max, onDo }: Parts) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const [closing, setClosing] = useState(false);
  const { phase, startsAtMs, endsAtMs, gathering } = view;
  if (phase !== Phase.OPEN && phase !== Phase.PAUSED) return null;
  if (closing) {
    return (
      <Closing
        max={max}
        onBack={() => setClosing(false)}
        onEnd={(words) => {
          if (words !== "") onDo({ is: "say", text: words, replyTo: 0 });
          onDo({ is: "closeRoom" });
          setClosing(false);
        }}
      />
    );
  }
  const begins = gathering && startsAtMs !== 0 ? `${c.meeting.begins(plannedMoment(startsAtMs, language))} · ` : "";
  return (
    <section class="stack" aria-label={c.meeting.title}>
      {endsAtMs !== 0 && (
        <>
          <p>
            {begins}
            {c.meeting.ends(plannedMoment(endsAtMs, language))}
          </p>
          <Choice title={c.meeting.extend}>
            {more_choices.map((minutes) => (
              <Chip key={minutes} on={false} onPick={() => onDo({ is: "extendMeeting", minutes })}>
                {c.meeting.more(minutes)}
              </Chip>
            ))}
          </Choice>
        </>
      )}
      <button type="button" class="button warn" onClick={() => setClosing(true)}>
        {c.meeting.end}
      </button>
    </section>
  );
}
