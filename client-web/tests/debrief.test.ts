import { expect, test } from "vitest";
import { debriefOf } from "../src/desk/debrief";
import { debrief_words } from "../src/i18n/debrief_words";
import { AlertLevel } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { empty_staff_room } from "../src/room/staff_fold";
import { alert } from "./support/desk_items";

const red = { level: AlertLevel.RED };
const room = (me: number, ...alerts: ReturnType<typeof alert>[]) => ({
  room: "a",
  me,
  staff: { ...empty_staff_room, alerts },
});

test("a red alert of hers that is closed brings the card, the newest first", () => {
  const closed = { ...red, owner: 1, closed: true };
  const rooms = [room(1, alert(1, { ...closed, atMs: 10 }), alert(2, { ...closed, atMs: 20 }))];
  const first = debriefOf(rooms, []);
  expect(first).toEqual({ key: "a 2 20", room: "a" });
  const second = debriefOf(rooms, ["a 2 20"]);
  expect(second?.key).toBe("a 1 10");
  expect(debriefOf(rooms, ["a 2 20", "a 1 10"])).toBeNull();
});

test("what is open, amber, somebody else's or nobody's brings none", () => {
  expect(debriefOf([room(1, alert(1, { ...red, owner: 1 }))], [])).toBeNull();
  expect(debriefOf([room(1, alert(1, { owner: 1, closed: true, level: AlertLevel.AMBER }))], [])).toBeNull();
  expect(debriefOf([room(1, alert(1, { ...red, owner: 7, closed: true }))], [])).toBeNull();
  expect(debriefOf([room(0, alert(1, { ...red, closed: true }))], [])).toBeNull();
});

test("both languages have as many lines, none with a number in it", () => {
  const { en, es } = debrief_words;
  expect(es.lines.length).toBe(en.lines.length);
  for (const line of [...en.lines, ...es.lines, en.handOff, es.handOff]) expect(line).not.toMatch(/\d/);
});
