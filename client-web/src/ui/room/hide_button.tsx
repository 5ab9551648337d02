// Her words folded, for this reader alone and on this phone alone. Not offered for the team.
import { useSpeech } from "../../i18n/words";
import { isHidden } from "../../room/folded";
import { isStaff, type RoomView } from "../../room/view";
import { withPerson } from "../../session/choices";
import { nameOf } from "./names";
import type { Reading } from "./use_choices";

interface Parts {
  view: RoomView;
  member: number;
  reading: Reading;
  onHidden: () => void;
}

export function HideButton({ view, member, reading, onHidden }: Parts) {
  const { t } = useSpeech();
  const person = view.people.get(member);
  if (person === undefined || person.name === "" || isStaff(person.role)) return null;
  const hidden = isHidden(member, view, reading.choices);
  const name = nameOf(view, member, t);
  const change = () => {
    reading.change(withPerson(reading.choices, { room: view.room, member, name: person.name }, !hidden));
    onHidden();
  };
  return (
    <button type="button" class="button quiet" onClick={change}>
      {hidden ? t.fold.unhide(name) : t.fold.hide(name)}
    </button>
  );
}
