import { expect, test } from "vitest";
import { redAlertsTaken } from "../src/desk/exposure";
import { AlertLevel } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { empty_staff_room } from "../src/room/staff_fold";
import { alert } from "./support/desk_items";

const red = { level: AlertLevel.RED };
const room = (me: number, ...alerts: ReturnType<typeof alert>[]) => ({
  room: "a",
  me,
  staff: { ...empty_staff_room, alerts },
});

test("red alerts she took count, closed ones too, over all her rooms", () => {
  const one = room(1, alert(1, { ...red, owner: 1 }), alert(2, { ...red, owner: 1, closed: true }));
  const two = room(4, alert(1, { ...red, owner: 4 }));
  expect(redAlertsTaken([one, two])).toBe(3);
});

test("what is amber, somebody else's or nobody's does not", () => {
  expect(redAlertsTaken([room(1, alert(1, { owner: 1 }), alert(2, { ...red, owner: 7 }), alert(3, red))])).toBe(0);
  expect(redAlertsTaken([room(0, alert(1, red))])).toBe(0);
});
