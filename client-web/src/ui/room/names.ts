// What to call people on the screen.
import type { Words } from "../../i18n/words";
import type { RoomView } from "../../room/view";

export function nameOf(view: RoomView, member: number, t: Words): string {
  const name = view.people.get(member)?.name ?? "";
  return name === "" ? t.room.someone : name;
}

export function nameOrYou(view: RoomView, member: number, me: number, t: Words): string {
  return member === me ? t.room.you : nameOf(view, member, t);
}
