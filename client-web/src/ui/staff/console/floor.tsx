// Where people take turns: whose it is and who asked for it. Above the conversation those with a hand up, one tap each;
// among the room's controls everyone.
import { useConsoleWords } from "../../../i18n/console_words";
import type { StaffCommand } from "../../../protocol/staff_command";
import type { DeskRoom } from "../../../desk/desk";
import { handsUp, isHandUp } from "../../../room/turns";
import { Chip, Choice } from "./chips";
import { nameIn } from "./item_words";

interface Parts {
  room: DeskRoom;
  onDo: (command: StaffCommand) => void;
}

export function FloorBar({ room, onDo }: Parts) {
  const c = useConsoleWords();
  const { view } = room.driver.state;
  if (view === null || !view.handsRequired) return null;
  const hands = handsUp(view);
  return (
    <div class="floor-bar" role="group" aria-label={c.room.floor}>
      <p>{view.floor === 0 ? c.room.floorNobody : c.room.floorHas(nameIn(view, view.floor, c))}</p>
      {hands.map(({ member }) => (
        <button key={member} type="button" class="chip" onClick={() => onDo({ is: "giveFloor", member })}>
          {c.room.passFloor(nameIn(view, member, c))}
        </button>
      ))}
      {view.floor !== 0 && (
        <button type="button" class="chip" onClick={() => onDo({ is: "giveFloor", member: 0 })}>
          {c.room.takeFloor}
        </button>
      )}
    </div>
  );
}

export function Floor({ room, onDo }: Parts) {
  const c = useConsoleWords();
  const { view } = room.driver.state;
  if (view === null) return null;
  const present = [...view.people.values()].filter((person) => person.present);
  const inOrder = [...handsUp(view), ...present.filter((person) => !isHandUp(person))];
  return (
    <Choice title={`${c.room.floor}: ${view.floor === 0 ? c.room.floorNobody : nameIn(view, view.floor, c)}`}>
      {view.floor !== 0 && (
        <Chip on={false} onPick={() => onDo({ is: "giveFloor", member: 0 })}>
          {c.room.takeFloor}
        </Chip>
      )}
      {inOrder.map((person) => (
        <Chip
          key={person.member}
          on={view.floor === person.member}
          onPick={() => onDo({ is: "giveFloor", member: person.member })}
        >
          {`${nameIn(view, person.member, c)}${isHandUp(person) ? ` · ${c.card.hand}` : ""}`}
        </Chip>
      ))}
    </Choice>
  );
}
