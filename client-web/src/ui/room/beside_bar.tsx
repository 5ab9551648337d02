// The team's line about the second room: that the room fills up, that one is open, who is asked and who is there; to open
// it, to ask people over, and to call them back.
import { useState } from "preact/hooks";
import { useBesideWords, type BesideWords } from "../../i18n/beside_words";
import { useSpeech } from "../../i18n/words";
import type { StaffCommand } from "../../protocol/staff_command";
import { Phase } from "../../protocol/generated/nightlight/wire/v1/room_pb";
import { isStaff, type RoomView } from "../../room/view";
import { Sheet } from "../sheet";
import { nameOf } from "./names";

interface Parts {
  view: RoomView;
  onDo: (command: StaffCommand) => void;
  onRoom: (room: string) => void;
}

export function BesideBar({ view, onDo, onRoom }: Parts) {
  const b = useBesideWords();
  const [putAway, setPutAway] = useState(false);
  const { second, first, filling } = view.beside;
  const running = view.phase === Phase.OPEN || view.phase === Phase.PAUSED;
  const offered = running && filling && second === "" && !putAway;
  return (
    <>
      <p class="visually-hidden" role="status">
        {offered ? b.filling : ""}
      </p>
      {offered && (
        <div class="beside-bar" role="group" aria-label={b.title}>
          <p>{b.filling}</p>
          <button type="button" class="button" onClick={() => onDo({ is: "openSecond" })}>
            {b.open}
          </button>
          <button type="button" class="button quiet" onClick={() => setPutAway(true)}>
            {b.notNow}
          </button>
        </div>
      )}
      {running && second !== "" && <OpenOne view={view} onDo={onDo} onRoom={onRoom} />}
      {running && first !== "" && (
        <div class="beside-bar" role="group" aria-label={b.title}>
          <p>{b.thisIsIt}</p>
          <button type="button" class="button" onClick={() => onDo({ is: "callBack" })}>
            {b.callBack}
          </button>
          <button type="button" class="button quiet" onClick={() => onRoom(first)}>
            {b.toFirst}
          </button>
        </div>
      )}
    </>
  );
}

function OpenOne({ view, onDo, onRoom }: Parts) {
  const b = useBesideWords();
  const { t } = useSpeech();
  const [asking, setAsking] = useState(false);
  const { second, asked, over } = view.beside;
  const names = (members: readonly number[]) => members.map((member) => nameOf(view, member, t)).join(", ");
  return (
    <div class="beside-bar" role="group" aria-label={b.title}>
      <p>
        {b.isOpen}
        {asked.length > 0 && <span class="soft"> {b.asked(names(asked))}</span>}
        {over.length > 0 && <span class="soft"> {b.over(names(over))}</span>}
      </p>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {b.ask}
      </button>
      <button type="button" class="button quiet" onClick={() => onDo({ is: "callBack" })}>
        {b.callBack}
      </button>
      <button type="button" class="button quiet" onClick={() => onRoom(second)}>
        {b.toSecond}
      </button>
      {asking && (
        <AskSheet
          view={view}
          b={b}
          onAsk={(members) => {
            onDo({ is: "askOver", members });
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

interface AskParts {
  view: RoomView;
  b: BesideWords;
  onAsk: (members: number[]) => void;
  onClose: () => void;
}

function AskSheet({ view, b, onAsk, onClose }: AskParts) {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const here = [...view.people.values()].filter(
    ({ member, role, present }) => present && !isStaff(role) && !view.beside.asked.includes(member),
  );
  const members = chosen.filter((member) => here.some((person) => person.member === member));
  const choose = (member: number, on: boolean) =>
    setChosen(on ? [...chosen, member] : chosen.filter((other) => other !== member));
  return (
    <Sheet title={b.ask} onClose={onClose}>
      <p class="soft">{here.length === 0 ? b.askNobody : b.askHint}</p>
      {here.map(({ member }) => (
        <label key={member} class="tick">
          <input
            type="checkbox"
            checked={members.includes(member)}
            onChange={(event) => choose(member, event.currentTarget.checked)}
          />
          <span dir="auto">{nameOf(view, member, t)}</span>
        </label>
      ))}
      <button
        type="button"
        class="button primary"
        aria-disabled={members.length === 0}
        onClick={() => {
          if (members.length > 0) onAsk([...members]);
        }}
      >
        {b.askSend}
      </button>
    </Sheet>
  );
}
