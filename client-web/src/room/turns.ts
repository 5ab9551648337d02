// Taking turns: who has asked for the floor, in the order of asking.
import type { Person, RoomView } from "./view";

export function isHandUp({ hand }: Person): boolean {
  return hand !== 0;
}

export function handsUp(view: RoomView): Person[] {
  return [...view.people.values()].filter((one) => one.present && isHandUp(one)).sort((a, b) => a.hand - b.hand);
}
