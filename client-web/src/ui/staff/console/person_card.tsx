// Who she is in this meeting: her first message, her warnings, what is in force, what the team noted, what waits.
import type { ComponentChildren } from "preact";
import { useConsoleWords, type ConsoleWords } from "../../../i18n/console_words";
import { useSpeech, type Words } from "../../../i18n/words";
import type { DeskRoom } from "../../../desk/desk";
import { serverNow } from "../../../desk/target";
import { inForce, standingOf, type StaffRoom, type Term } from "../../../room/staff_view";
import { isHandUp } from "../../../room/turns";
import { isStaff, type Person, type RoomView } from "../../../room/view";
import { nameIn, termWords, whenWords } from "./item_words";

export const strikes = 3;

export function PersonCard({ room, member, nowMs }: { room: DeskRoom; member: number; nowMs: number }) {
  const c = useConsoleWords();
  const { language, t } = useSpeech();
  const { view } = room.driver.state;
  const { staff } = room.state;
  const person = view?.people.get(member);
  if (view === null || staff === null || person === undefined) return <p class="soft calm">{c.pick}</p>;

  const note = staff.notes.get(member);
  const leaves = staff.checkOuts.get(member);
  const waiting = staff.held.filter((held) => held.author === member);
  const first = view.messages.find((message) => message.author === member);
  return (
    <div class="person-card">
      <h2>{nameIn(view, member, c)}</h2>
      <p class="soft">{marksOf(person, view, staff, c, t).join(" · ")}</p>
      {!isStaff(person.role) && <InForce room={room} staff={staff} member={member} nowMs={nowMs} />}
      {note !== undefined && (
        <Part title={c.card.notes}>
          <p dir="auto">{note.text}</p>
          <p class="soft">{c.card.noteBy(byWhom(view, note.by, c), whenWords(note.untilMs, language))}</p>
        </Part>
      )}
      {leaves !== undefined && (
        <Part title={c.card.leaves[leaves.leaving] ?? ""}>
          {leaves.text !== "" && (
            <p class="quote" dir="auto">
              {leaves.text}
            </p>
          )}
        </Part>
      )}
      {waiting.length > 0 && (
        <Part title={c.card.waiting}>
          {waiting.map((held) => (
            <p key={held.hold} class="quote" dir="auto">
              {held.text}
            </p>
          ))}
        </Part>
      )}
      <Part title={c.card.first}>
        {first === undefined ? (
          <p class="soft">{c.card.noFirst}</p>
        ) : (
          <p class="quote" dir="auto">
            {staff.words.get(first.number) ?? first.text}
          </p>
        )}
      </Part>
    </div>
  );
}

interface ForceParts {
  room: DeskRoom;
  staff: StaffRoom;
  member: number;
  nowMs: number;
}

function InForce({ room, staff, member, nowMs }: ForceParts) {
  const c = useConsoleWords();
  const { language } = useSpeech();
  const { mute, removal, banned, warnings } = standingOf(staff, member);
  const now = serverNow(room, nowMs);
  const term = (words: (until: string, by: string) => string, one: Term) => (
    <>
      <p class="in-force">{words(termWords(one, c, language), byWhom(room.driver.state.view, one.by, c))}</p>
      {one.reason !== "" && (
        <p class="soft" dir="auto">
          {c.card.because(one.reason)}
        </p>
      )}
    </>
  );
  return (
    <>
      {inForce(removal, now) && term(banned ? c.card.banned : c.card.removed, removal)}
      {inForce(mute, now) && term(c.card.muted, mute)}
      {warnings > 0 && <p class="in-force">{c.card.warnings(warnings, strikes)}</p>}
      {warnings === 0 && !inForce(mute, now) && !inForce(removal, now) && <p class="soft">{c.card.calm}</p>}
    </>
  );
}

function byWhom(view: RoomView | null, who: number, c: ConsoleWords): string {
  return who === 0 ? c.card.earlier : nameIn(view, who, c);
}

function marksOf(person: Person, view: RoomView, staff: StaffRoom, c: ConsoleWords, t: Words): string[] {
  const side = staff.sides.get(person.member);
  return [
    person.present ? c.card.here : c.card.away,
    ...(isStaff(person.role) ? [t.room.staffBadge[person.role] ?? ""] : person.listening ? [c.card.listening] : []),
    ...(isHandUp(person) ? [c.card.hand] : []),
    ...(view.floor === person.member ? [c.card.floor] : []),
    ...(side === undefined ? [] : [c.card.sideWith(nameIn(view, side, c))]),
  ];
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
