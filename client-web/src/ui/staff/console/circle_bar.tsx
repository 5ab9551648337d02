// What stands above the talk in a room, a round that is on, and a question that is open: the next person and the ends, one
// tap each.
import type { StaffCommand } from "../../../protocol/staff_command";
import { useScriptWords } from "../../../i18n/scripts_words";
import type { DeskRoom } from "../../../desk/desk";
import { useConsoleWords } from "../../../i18n/console_words";
import { nameIn } from "./item_words";

interface Parts {
  room: DeskRoom;
  onDo: (command: StaffCommand) => void;
}

export function CircleBar({ room, onDo }: Parts) {
  const c = useConsoleWords();
  const s = useScriptWords();
  const { view } = room.driver.state;
  if (view === null) return null;
  const { prompt, round, poll } = view;
  return (
    <>
      {prompt !== "" && (
        <div class="floor-bar course pinned-bar" role="group" aria-label={s.pin.title}>
          <p dir="auto">{prompt}</p>
          <button type="button" class="chip" onClick={() => onDo({ is: "pinPrompt", text: "" })}>
            {s.pin.off}
          </button>
        </div>
      )}
      {poll !== null && (
        <div class="floor-bar course" role="group" aria-label={s.poll.title}>
          <p dir="auto">
            {poll.question} <span class="soft">{s.poll.answered(poll.answered)}</span>
          </p>
          <button type="button" class="chip" onClick={() => onDo({ is: "endPoll", poll: poll.number })}>
            {s.poll.end}
          </button>
        </div>
      )}
      {round !== null && (
        <div class="floor-bar course" role="group" aria-label={s.round.title}>
          <p role="status">{s.round.turn(nameIn(view, round.turn, c))}</p>
          <button
            type="button"
            class="chip"
            aria-keyshortcuts="."
            onClick={() => onDo({ is: "passTurn", member: round.turn })}
          >
            {s.round.next}
          </button>
          <button type="button" class="chip" onClick={() => onDo({ is: "endRound" })}>
            {s.round.end}
          </button>
        </div>
      )}
    </>
  );
}
