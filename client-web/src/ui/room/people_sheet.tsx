// Who is here, and what she may do about her own being here: just listen, or leave. A person opens from here.
import { useState } from "preact/hooks";
import { useSpeech } from "../../i18n/words";
import type { Conversation } from "../../room/conversation";
import { isListening } from "../../room/status";
import { isHandUp } from "../../room/turns";
import { isStaff, type Person, type RoomView } from "../../room/view";
import { Sheet } from "../sheet";
import { nameOf } from "./names";

interface Parts {
  conversation: Conversation;
  staff: boolean;
  onPerson: (member: number) => void;
  onListen: (listening: boolean) => void;
  onReading: () => void;
  onLeave: () => void;
  onCalendar: () => void;
  onClose: () => void;
}

export function PeopleSheet(parts: Parts) {
  const { conversation, staff, onPerson, onListen, onReading, onLeave, onCalendar, onClose } = parts;
  const { t } = useSpeech();
  const [sure, setSure] = useState(false);
  const { view, me, name } = conversation;
  const listening = isListening(conversation);
  const people = view === null ? [] : [...view.people.values()].filter((person) => person.member !== me);
  const here = people.filter((person) => person.present);
  const gone = people.filter((person) => !person.present && person.name !== "");

  return (
    <Sheet title={t.people.title} onClose={onClose}>
      <p>{t.people.name(view === null ? name : nameOf(view, me, t))}</p>
      {here.length === 0 && <p class="soft">{t.people.none}</p>}
      {view !== null && <People people={here} view={view} staff={staff} onPerson={onPerson} />}
      {staff && view !== null && gone.length > 0 && (
        <section>
          <h3>{t.people.earlier}</h3>
          <People people={gone} view={view} staff={staff} onPerson={onPerson} />
        </section>
      )}
      {!staff && (
        <button type="button" class="button quiet" onClick={onReading}>
          {t.extra.seen}
        </button>
      )}
      {!staff && (
        <button
          type="button"
          class="button"
          onClick={() => {
            onListen(!listening);
            onClose();
          }}
        >
          {listening ? t.people.listenOff : t.people.listenOn}
        </button>
      )}
      {!staff && (
        <button type="button" class="button quiet" onClick={onCalendar}>
          {t.rooms.calendar}
        </button>
      )}
      <button type="button" class="button quiet" onClick={() => (sure ? onLeave() : setSure(true))}>
        {sure ? t.people.leaveSure : t.people.leave}
      </button>
    </Sheet>
  );
}

interface ListParts {
  people: Person[];
  view: RoomView;
  staff: boolean;
  onPerson: (member: number) => void;
}

// Staff do nothing to one another; a member can tell the team about anyone.
function People({ people, view, staff, onPerson }: ListParts) {
  return (
    <ul class="plain people">
      {people.map((person) => (
        <li key={person.member} data-member={person.member}>
          {staff && isStaff(person.role) ? (
            <span class="person">
              <PersonWords person={person} view={view} />
            </span>
          ) : (
            <button type="button" class="person button quiet" onClick={() => onPerson(person.member)}>
              <PersonWords person={person} view={view} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function PersonWords({ person, view }: { person: Person; view: RoomView }) {
  const { t } = useSpeech();
  const sanction = view.sanctions.get(person.member);
  return (
    <>
      <span class="name">{nameOf(view, person.member, t)}</span>
      {isStaff(person.role) && <span class="badge">{t.room.staffBadge[person.role]}</span>}
      {person.listening && !isStaff(person.role) && <span class="badge">{t.room.listeningBadge}</span>}
      {isHandUp(person) && <span class="badge">{t.hands.badge}</span>}
      {sanction?.muted === true && <span class="badge warn">{t.room.mutedBadge}</span>}
      {sanction?.removed === true && <span class="badge warn">{t.staff.removedBadge}</span>}
    </>
  );
}
