// How the evening leaves her, in one tap; then words for the team, if she likes. What she taps last stands.
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

const offered = [Leaving.LIGHTER, Leaving.SAME, Leaving.HEAVIER] as const;
const words_max = 1_000; // code points

export function CheckOut({ conversation, onDo }: Parts) {
  const { t } = useSpeech();
  const [asked, setAsked] = useState<{ id: string; leaving: Leaving } | null>(null);
  const { told } = conversation;
  const answer = asked !== null && told?.id === asked.id ? told.words : null;
  const choose = (leaving: Leaving) => setAsked({ id: onDo({ is: "checkOut", leaving, text: "" }), leaving });

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
            onClick={() => choose(leaving)}
          >
            {t.checkOut.leaving[leaving]}
          </button>
        ))}
      </div>
      <p class="soft hint" role="status">
        {answer === null ? "" : answer === "" ? t.checkOut.thanks : answer}
      </p>
      {asked !== null && (
        <TeamForm
          key={asked.id}
          conversation={conversation}
          label={t.checkOut.more}
          submit={t.tell.send}
          max={words_max}
          needed
          commandOf={(text) => ({ is: "checkOut", leaving: asked.leaving, text })}
          onDo={onDo}
        />
      )}
    </div>
  );
}
