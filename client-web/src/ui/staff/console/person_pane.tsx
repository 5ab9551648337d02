// The person that is looked at; before one is, who is in the room, to pick from: not everyone writes.
import { useConsoleWords } from "../../../i18n/console_words";
import { useSpeech } from "../../../i18n/words";
import { isHandUp } from "../../../room/turns";
import { isStaff, type Person } from "../../../room/view";
import { nameIn } from "./item_words";
import { NextStepCard } from "./next_step_card";
import { PersonCard } from "./person_card";
import type { Console } from "./use_console";

export function PersonPane({ board }: { board: Console }) {
  const c = useConsoleWords();
  const { room, selected, target, dialogue, nowMs } = board;
  const { member } = selected.selection;
  const pick = (who: number) => {
    if (room === undefined) return;
    selected.select({ room: room.room, key: "", member: who, number: 0 });
    dialogue.drop();
  };
  return (
    <section class="person-pane" aria-label={c.person}>
      {target.item?.alert != null && <NextStepCard alert={target.item.alert} />}
      {room !== undefined &&
        (room.driver.state.view?.people.has(member) === true ? (
          <>
            <PersonCard room={room} member={member} nowMs={nowMs} />
            <button type="button" class="button quiet" onClick={() => pick(0)}>
              {c.whoIsHere}
            </button>
          </>
        ) : (
          <WhoIsHere people={[...(room.driver.state.view?.people.values() ?? [])]} board={board} onPick={pick} />
        ))}
    </section>
  );
}

interface ListParts {
  people: readonly Person[];
  board: Console;
  onPick: (member: number) => void;
}

function WhoIsHere({ people, board: { room }, onPick }: ListParts) {
  const c = useConsoleWords();
  const { t } = useSpeech();
  const view = room?.driver.state.view ?? null;
  const here = people.filter((person) => person.present);
  const notes = (person: Person) => [
    ...(isStaff(person.role) ? [t.room.staffBadge[person.role] ?? ""] : person.listening ? [c.card.listening] : []),
    ...(isHandUp(person) ? [c.card.hand] : []),
  ];
  return (
    <div class="person-card">
      <h2>{c.whoIsHere}</h2>
      <p class="soft">{c.pick}</p>
      <ul class="plain stack">
        {here.map((person) => (
          <li key={person.member}>
            <button type="button" class="button quiet" onClick={() => onPick(person.member)}>
              {[nameIn(view, person.member, c), ...notes(person)].join(" · ")}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
