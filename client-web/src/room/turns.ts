// Taking turns: who has asked for the floor, in the order of asking.
import type { Person, RoomView } from "./view";

export function handsUp(view: RoomView): Person[] {
  return [...view.people.values()].filter((one) => one.present && one.handRaised).sort((a, b) => a.hand - b.hand);
}
