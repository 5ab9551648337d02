// How the evening leaves her, in one tap; then, if she likes, that it was her first, and words for the team. What she taps
// last stands.
import { useState } from "preact/hooks";
import type { TeamCommand } from "../../protocol/command";
import { Leaving } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import { useSpeech } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";
import { TeamForm } from "./team_form";

interface Parts {
  conversation: Conversation;
  onDo: (command: TeamCommand) => string;
}

interface Told {
  readonly leaving: Leaving;
  readonly firstTime: boolean;
  readonly text: string; // that has gone
  readonly form: number; // a new one is empty
}

const offered = [Leaving.LIGHTER, Leaving.SAME, Leaving.HEAVIER] as const;
const words_max = 1_000; // code points

export function CheckOut({ conversation, onDo }: Parts) {
  const { t } = useSpeech();
  const [asked, setAsked] = useState<(Told & { id: string }) | null>(null);
  const { told } = conversation;
  const answer = asked !== null && told?.id === asked.id ? told.words : null;
  const tell = (how: Told) => {
    const { leaving, firstTime, text } = how;
    setAsked({ ...how, id: onDo({ is: "checkOut", leaving, firstTime, text }) });
  };
  const form = (asked?.form ?? 0) + 1;

  return (
    <div class="check-out">
      <p id="check-out">{t.checkOut.ask}</p>
      <div class="feeling-row" role="group" aria-labelledby="check-out">
        {offered.map((leaving) => (
          <button
            key={leaving}
            type="button"
            class="button quiet"
            aria-pressed={asked?.leaving === leaving}
            onClick={() => tell({ leaving, firstTime: asked?.firstTime ?? false, text: "", form })}
          >
            {t.checkOut.leaving[leaving]}
          </button>
        ))}
      </div>
      <p class="soft hint" role="status">
        {answer === null ? "" : answer === "" ? t.checkOut.thanks : answer}
      </p>
      {asked !== null && (
        <>
          <label class="tick">
            <input
              type="checkbox"
              checked={asked.firstTime}
              onChange={({ currentTarget: { checked } }) =>
                tell({ ...asked, firstTime: checked, form: asked.text === "" ? asked.form : form })
              }
            />
            <span>{t.checkOut.first}</span>
          </label>
          <TeamForm
            key={asked.form}
            conversation={conversation}
            label={t.checkOut.more}
            submit={t.tell.send}
            max={words_max}
            needed
            commandOf={(text) => ({ is: "checkOut", leaving: asked.leaving, firstTime: asked.firstTime, text })}
            onDo={(command) => {
              setAsked({ ...asked, text: "text" in command ? command.text : "" });
              return onDo(command);
            }}
          />
        </>
      )}
    </div>
  );
}
