// Where the group takes turns: whose it is, and her hand, up or down. In words, and without a queue to count. Whoever
// has the turn passes it with one tap: to whoever asked first, or back.
import type { Command } from "../../protocol/command";
import { useSpeech, type Words } from "../../i18n/words";
import { staffed, type Conversation } from "../../room/conversation";
import { handsUp, isHandUp } from "../../room/turns";
import { nameOf } from "./names";

interface Parts {
  conversation: Conversation;
  onDo: (command: Command) => void;
}

export function TurnLine({ conversation, onDo }: Parts) {
  const { t } = useSpeech();
  const { view, me } = conversation;
  if (view === null || !view.handsRequired || view.round !== null || staffed(conversation)) return null;
  const mine = view.people.get(me);
  const raised = mine !== undefined && isHandUp(mine);
  const next = handsUp(view)[0]?.member ?? 0;
  return (
    <div class="turn">
      <p role="status" class={view.floor === me ? "yours" : "soft"}>
        {turnWords(conversation, raised, t)}
      </p>
      {view.floor === me ? (
        <button type="button" class="button quiet" onClick={() => onDo({ is: "giveFloor", member: next })}>
          {next === 0 ? t.hands.pass : t.hands.passTo(nameOf(view, next, t))}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => onDo({ is: "raiseHand", raised: !raised })}>
          {raised ? t.hands.lower : t.hands.raise}
        </button>
      )}
    </div>
  );
}

function turnWords({ view, me }: Conversation, raised: boolean, t: Words): string {
  if (view === null) return "";
  if (view.floor === me) return t.hands.turn;
  if (raised) return t.hands.up;
  return view.floor === 0 ? t.hands.open : t.hands.turnOf(nameOf(view, view.floor, t));
}
