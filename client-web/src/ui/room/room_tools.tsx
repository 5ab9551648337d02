// The buttons of the bar that belong to the room: who is here and, for staff, the room itself; in a talk of two the way
// back to the group.
import { useSpeech } from "../../i18n/words";
import { BackButton } from "../back_button";
import { PeopleIcon, RoomIcon } from "../icons";

export function BackToGroup({ onBack }: { onBack: () => void }) {
  const { t } = useSpeech();
  return <BackButton words={t.side.back} onBack={onBack} />;
}

interface Parts {
  withRoom: boolean;
  onPeople: () => void;
  onRoom: () => void;
}

export function RoomTools({ withRoom, onPeople, onRoom }: Parts) {
  const { t } = useSpeech();
  return (
    <>
      <button type="button" class="bar-button" aria-haspopup="dialog" onClick={onPeople}>
        <PeopleIcon />
        {t.people.button}
      </button>
      {withRoom && (
        <button type="button" class="bar-button" aria-haspopup="dialog" onClick={onRoom}>
          <RoomIcon />
          {t.staff.room}
        </button>
      )}
    </>
  );
}
