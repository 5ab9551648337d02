// A question with answers to choose from: written here, and while one is open, how many have answered and its end. Who chose
// what is told to nobody.
import { useState } from "preact/hooks";
import { useScriptWords } from "../../../i18n/scripts_words";
import type { DeskRoom } from "../../../desk/desk";
import type { StaffCommand } from "../../../protocol/staff_command";
import { askedFrom, canAsk } from "../../../room/poll";
import type { Poll } from "../../../room/view";
import { Sheet } from "../../sheet";

interface Parts {
  room: DeskRoom;
  onDo: (command: StaffCommand) => void;
  onClose: () => void;
}

export function PollSheet({ room, onDo, onClose }: Parts) {
  const s = useScriptWords();
  const poll = room.driver.state.view?.poll ?? null;
  const then = (command: StaffCommand) => {
    onDo(command);
    onClose();
  };
  return (
    <Sheet title={s.poll.title} onClose={onClose}>
      {poll === null ? <Asking onDo={then} /> : <Open poll={poll} onDo={then} />}
    </Sheet>
  );
}

function Asking({ onDo }: { onDo: Parts["onDo"] }) {
  const s = useScriptWords();
  const [question, setQuestion] = useState("");
  const [lines, setLines] = useState("");
  const asked = askedFrom(question, lines);
  const ready = canAsk(asked);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onDo({ is: "startPoll", question: asked.question, answers: [...asked.answers] });
      }}
    >
      <p class="soft">{s.poll.intro}</p>
      <label class="field">
        <span>{s.poll.question}</span>
        <input value={question} onInput={(event) => setQuestion(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>{s.poll.answers}</span>
        <textarea rows={5} value={lines} onInput={(event) => setLines(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button primary" aria-disabled={!ready}>
        {s.poll.ask}
      </button>
    </form>
  );
}

function Open({ poll, onDo }: { poll: Poll; onDo: Parts["onDo"] }) {
  const s = useScriptWords();
  return (
    <div class="stack">
      <p dir="auto">{poll.question}</p>
      <ul>
        {poll.answers.map((answer) => (
          <li key={answer} dir="auto">
            {answer}
          </li>
        ))}
      </ul>
      <p role="status">{s.poll.answered(poll.answered)}</p>
      <button type="button" class="button primary" onClick={() => onDo({ is: "endPoll", poll: poll.number })}>
        {s.poll.end}
      </button>
      <p class="soft hint">{s.poll.few}</p>
    </div>
  );
}
