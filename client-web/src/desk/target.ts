// From what is selected to what the actions are about.
import { AlertKind } from "../protocol/generated/nightlight/wire/v1/room_pb";
import { inForce, standingOf } from "../room/staff_view";
import { isStaff, lastNumber, messageAt, type RoomView } from "../room/view";
import type { Target } from "./actions";
import type { Desk, DeskRoom } from "./desk";
import type { Item } from "./queue";

export interface Selection {
  readonly room: string;
  readonly key: string; // of a queue item; "" for a person or message picked in a room
  readonly member: number;
  readonly number: number;
}

export const nothing_selected: Selection = { room: "", key: "", member: 0, number: 0 };

export function selectionOf(item: Item): Selection {
  return { room: item.room, key: item.key, member: item.member, number: item.number };
}

// What a refusal stands beside.
export function aboutOf({ room, key, member, number }: Selection): string {
  return key === "" ? `${room}/person-${member}/${number}` : key;
}

export function serverNow({ driver }: DeskRoom, nowMs: number): number {
  return nowMs + driver.state.skewMs;
}

export function targetOf(
  desk: Desk,
  selection: Selection,
  items: readonly Item[],
  marks: ReadonlySet<string>,
  nowMs: number,
): Target {
  const room = desk.room(selection.room);
  const item = items.find((one) => one.key === selection.key) ?? null;
  const { view, me } = room?.driver.state ?? { view: null, me: 0 };
  const staff = room?.state.staff ?? null;
  const person = view?.people.get(selection.member);
  const message = view === null ? undefined : messageAt(view, selection.number);
  const standing = staff === null ? null : standingOf(staff, selection.member);
  const now = room === undefined ? nowMs : serverNow(room, nowMs);
  return {
    room: selection.room,
    me,
    item,
    member: selection.member,
    sanctionable: person !== undefined && !isStaff(person.role),
    number: message === undefined ? 0 : message.number,
    newest: view === null ? 0 : lastNumber(view),
    wrote: view !== null && wroteIn(view, selection.member),
    hidden: staff?.hidden.has(selection.number) === true,
    retracted: message?.retracted === true,
    muted: inForce(standing?.mute ?? null, now),
    keptOut: inForce(standing?.removal ?? null, now),
    present: person?.present === true,
    aside: staff?.sides.has(selection.member) === true,
    burst: item?.alert?.kind === AlertKind.JOIN_BURST,
    lockedDown: staff?.controls.lockdown === true,
    handsRequired: view?.handsRequired === true,
    team: [...(view?.people.values() ?? [])]
      .filter((one) => isStaff(one.role) && one.present && one.member !== me)
      .map((one) => one.member),
    marked: items.flatMap((one) => {
      return marks.has(one.key) && one.held !== null ? [{ room: one.room, hold: one.held.hold }] : [];
    }),
  };
}

function wroteIn({ messages, hasEarlier }: RoomView, member: number): boolean {
  return hasEarlier || messages.some((message) => message.author === member && !message.retracted);
}
