// A question of the team's with answers to choose from: one tap, changed or taken back while it is open, and hers alone. She
// can fold it away. The team reads how many have answered, and closes it.
import { useEffect, useId, useState } from "preact/hooks";
import type { Command } from "../../protocol/command";
import { useSpeech } from "../../i18n/words";
import { staffed, type Conversation } from "../../room/conversation";
import { chosenIn } from "../../room/poll";
import type { Poll } from "../../room/view";

interface Parts {
  conversation: Conversation;
  onDo: (command: Command) => void;
}

export function PollLine({ conversation, onDo }: Parts) {
  const { t } = useSpeech();
  const poll = conversation.view?.poll ?? null;
  return (
    <>
      <p class="visually-hidden" role="status">
        {poll === null ? "" : t.lines.asked(poll.question)}
      </p>
      {poll !== null &&
        (staffed(conversation) ? (
          <Staffed poll={poll} onDo={onDo} />
        ) : (
          <Hers key={poll.number} poll={poll} chosen={chosenIn(conversation, poll)} onDo={onDo} />
        ))}
    </>
  );
}

function Hers({ poll, chosen, onDo }: { poll: Poll; chosen: number; onDo: Parts["onDo"] }) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(true);
  const id = useId();
  useEffect(() => setOpen(true), [poll.number]);
  const choose = (choice: number) => onDo({ is: "answerPoll", poll: poll.number, choice });
  return (
    <fieldset class={open ? "poll" : "poll short"} aria-describedby={open ? `${id}-yours` : undefined}>
      <legend class="visually-hidden">{poll.question}</legend>
      <div class="poll-head">
        <p aria-hidden="true" dir="auto">
          {poll.question}
        </p>
        <button type="button" class="button quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.round.fold : t.round.unfold}
        </button>
      </div>
      {open && (
        <>
          <div class="poll-answers">
            {poll.answers.map((answer, place) => (
              <label key={answer} class="poll-answer">
                <input
                  type="radio"
                  name={id}
                  checked={chosen === place + 1}
                  onChange={() => choose(place + 1)}
                />
                <span dir="auto">{answer}</span>
              </label>
            ))}
          </div>
          <p id={`${id}-yours`} class="soft hint">
            {t.poll.yours}
          </p>
          {chosen !== 0 && (
            <button type="button" class="button quiet" onClick={() => choose(0)}>
              {t.poll.back}
            </button>
          )}
        </>
      )}
    </fieldset>
  );
}

function Staffed({ poll, onDo }: { poll: Poll; onDo: Parts["onDo"] }) {
  const { t } = useSpeech();
  return (
    <div class="poll" role="group" aria-label={poll.question}>
      <p dir="auto">{poll.question}</p>
      <p class="soft">{t.poll.answered(poll.answered)}</p>
      <button type="button" class="button" onClick={() => onDo({ is: "endPoll", poll: poll.number })}>
        {t.poll.close}
      </button>
    </div>
  );
}
