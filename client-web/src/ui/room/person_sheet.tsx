// What a member can do about another person: call the team, or fold her words for herself. There are no private
// messages between members.
import { useSpeech } from "../../i18n/words";
import type { RoomView } from "../../room/view";
import { Sheet } from "../sheet";
import { CareButtons } from "./care_buttons";
import { HideButton } from "./hide_button";
import { nameOf } from "./names";
import type { Reading } from "./use_choices";

interface Parts {
  view: RoomView;
  member: number;
  reading: Reading;
  onTell: (worried: boolean) => void;
  onHidden: () => void;
  onClose: () => void;
}

export function PersonSheet({ view, member, reading, onTell, onHidden, onClose }: Parts) {
  const { t } = useSpeech();
  return (
    <Sheet title={nameOf(view, member, t)} onClose={onClose}>
      <HideButton view={view} member={member} reading={reading} onHidden={onHidden} />
      <CareButtons onTell={onTell} />
    </Sheet>
  );
}
