// A round: what was asked, whose turn it is, and, when it is hers, two large buttons. To pass is as good as to speak. The
// others see whose turn it is and nothing to wait for; the team hands it on or ends it.
import { useState } from "preact/hooks";
import type { Command } from "../../protocol/command";
import { useSpeech } from "../../i18n/words";
import { staffed, type Conversation } from "../../room/conversation";
import { lastNumber, messagesOf, type Round, type RoomView } from "../../room/view";
import { nameOf } from "./names";

interface Parts {
  conversation: Conversation;
  onDo: (command: Command) => void;
}

export function RoundLine({ conversation, onDo }: Parts) {
  const { t } = useSpeech();
  const { view, me } = conversation;
  const round = view?.round ?? null;
  if (view === null || round === null) return <div role="status" />;
  const mine = round.turn === me;
  return (
    <div class="round">
      <div role="status">
        {round.question !== "" && <p dir="auto">{round.question}</p>}
        <p class={mine ? "yours" : "soft"}>{mine ? t.round.mine : t.hands.turnOf(nameOf(view, round.turn, t))}</p>
      </div>
      {mine && !staffed(conversation) && <Mine view={view} round={round} onDo={onDo} />}
      {staffed(conversation) && (
        <div class="round-choices">
          <button type="button" class="button" onClick={() => onDo({ is: "passTurn", member: round.turn })}>
            {t.round.next}
          </button>
          <button type="button" class="button quiet" onClick={() => onDo({ is: "endRound" })}>
            {t.round.end}
          </button>
        </div>
      )}
    </div>
  );
}

function Mine({ view, round, onDo }: { view: RoomView; round: Round; onDo: Parts["onDo"] }) {
  const { t } = useSpeech();
  const [began] = useState(() => lastNumber(view));
  const spoke = messagesOf(view, round.turn).some(({ number }) => number > began);
  return (
    <div class="round-choices">
      {!spoke && (
        <button type="button" class="button primary" onClick={() => document.getElementById("write")?.focus()}>
          {t.round.speak}
        </button>
      )}
      <button
        type="button"
        class={spoke ? "button primary" : "button"}
        onClick={() => onDo({ is: "passTurn", member: round.turn })}
      >
        {spoke ? t.round.done : t.hands.pass}
      </button>
    </div>
  );
}
