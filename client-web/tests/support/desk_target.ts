import type { Target } from "../../src/desk/actions";

// Ana's message 7 in the circle; nothing in force against her.
export const on_a_message: Target = {
  room: "circle", me: 1, item: null, member: 2, sanctionable: true, number: 7, newest: 9, wrote: true, hidden: false, retracted: false,
  muted: false, keptOut: false, present: true, aside: false, burst: false, lockedDown: false, handsRequired: false, team: [5], marked: [],
};
