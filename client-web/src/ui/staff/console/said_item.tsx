// One message on the console. The team reads on what members see put away, and for a time what was taken back.
import { useConsoleWords } from "../../../i18n/console_words";
import { clockTime, useSpeech } from "../../../i18n/words";
import type { DeskRoom } from "../../../desk/desk";
import type { Selection } from "../../../desk/target";
import { isStaff, type Message } from "../../../room/view";
import { MoreIcon } from "../../icons";
import { nameIn } from "./item_words";

interface Parts {
  room: DeskRoom;
  message: Message;
  chosen: boolean;
  onPick: (selection: Selection) => void;
}

export function SaidItem({ room, message, chosen, onPick }: Parts) {
  const c = useConsoleWords();
  const { language, t } = useSpeech();
  const { view } = room.driver.state;
  const { number, author } = message;
  const person = view?.people.get(author);
  const hidden = room.state.staff?.hidden.has(number) === true;
  const words = room.state.staff?.words.get(number) ?? message.text;
  const name = nameIn(view, author, c);
  const pick = () => onPick({ room: room.room, key: "", member: author, number });
  return (
    <li
      class={`said ${chosen ? "chosen-words" : ""} ${hidden || message.retracted ? "away" : ""}`}
      data-number={number}
    >
      <div class="said-body" onClick={pick}>
        <span class="name">{name}</span>
        {person !== undefined && isStaff(person.role) && <span class="badge">{t.room.staffBadge[person.role]}</span>}
        <time dateTime={new Date(message.atMs).toISOString()}>{clockTime(message.atMs, language)}</time>
        {hidden && <span class="badge warn">{c.room.hidden}</span>}
        {message.retracted && <span class="badge warn">{c.room.takenBack}</span>}
        <p class="words" dir="auto">
          {words}
        </p>
      </div>
      <button type="button" class="more" aria-label={t.room.actions(name)} aria-pressed={chosen} onClick={pick}>
        <MoreIcon />
      </button>
    </li>
  );
}
