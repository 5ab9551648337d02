import { expect, test } from "vitest";
import { nextKey, queueOf, type QueueRoom } from "../src/desk/queue";
import { AlertKind, AlertLevel } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { empty_staff_room } from "../src/room/staff_fold";
import type { StaffRoom } from "../src/room/staff_view";
import { alert, held } from "./support/desk_items";

const room = (name: string, staff: Partial<StaffRoom>): QueueRoom => ({
  room: name, me: 1, staff: { ...empty_staff_room, ...staff },
});
const keys = (rooms: QueueRoom[]) => queueOf(rooms).map((item) => item.key);

test("red, amber, overdue, held, soft: over all rooms, the oldest of each first", () => {
  const one = room("a", {
    alerts: [alert(1, { level: AlertLevel.SOFT }), alert(2, { atMs: 9 }), alert(3, { level: AlertLevel.RED, atMs: 50 })],
    held: [held(1, { atMs: 5 }), held(2, { overdue: true, atMs: 8 })],
  });
  const two = room("b", { alerts: [alert(1, { atMs: 4 })], held: [held(1, { atMs: 3 })] });
  expect(keys([one, two])).toEqual(["a/alert-3", "b/alert-1", "a/alert-2", "a/held-2", "b/held-1", "a/held-1", "a/alert-1"]);
});

test("what somebody else has sinks to the end, what she has herself stays", () => {
  const items = queueOf([
    room("a", {
      alerts: [alert(1, { level: AlertLevel.RED, owner: 7 }), alert(2, { owner: 1 }), alert(3, { level: AlertLevel.SOFT })],
    }),
  ]);
  expect(items.map((item) => item.key)).toEqual(["a/alert-2", "a/alert-3", "a/alert-1"]);
  expect(items[2]).toMatchObject({ elsewhere: true, owner: 7 });
});

test("closed alerts are not in the queue", () => {
  expect(keys([room("a", { alerts: [alert(1, { closed: true })] })])).toEqual([]);
});

test("a held message that waited too long is one item, with its alert", () => {
  const late = alert(1, { kind: AlertKind.HELD, hold: 4 });
  const [item, ...more] = queueOf([room("a", { held: [held(4, { overdue: true })], alerts: [late] })]);
  expect(item).toMatchObject({ key: "a/held-4", rank: "overdue", alert: late });
  expect(more).toEqual([]);
  expect(queueOf([room("a", { alerts: [late] })])[0]).toMatchObject({ key: "a/alert-1", rank: "soft" });
});

test("the words are the message's, the held one's, or the reporter's", () => {
  const words = new Map([[8, "I can't go on"]]);
  const items = queueOf([
    room("a", {
      words,
      held: [held(4)],
      alerts: [
        alert(1, { number: 8, words: "she scares me", spans: [{ begin: 2, end: 13 }] }),
        alert(2, { hold: 4 }),
        alert(3, { words: "nobody sees this" }),
      ],
    }),
  ]);
  const byKey = new Map(items.map((item) => [item.key, item]));
  expect(byKey.get("a/alert-1")).toMatchObject({ words: "I can't go on", spans: [{ begin: 2, end: 13 }] });
  expect(byKey.get("a/alert-2")).toMatchObject({ words: "held 4" });
  expect(byKey.get("a/alert-3")).toMatchObject({ words: "nobody sees this" });
});

test("spans that do not fit the words are not shown", () => {
  const spans = [{ begin: 0, end: 9 }, { begin: 3, end: 3 }, { begin: 0, end: 2 }];
  expect(queueOf([room("a", { alerts: [alert(1, { words: "oh", spans })] })])[0]?.spans).toEqual([{ begin: 0, end: 2 }]);
});

test("when the selected item is gone, the one after it is next", () => {
  const items = queueOf([room("a", { held: [held(1), held(3)] })]);
  expect(nextKey(items, "a/held-2", ["a/held-1", "a/held-2", "a/held-3"])).toBe("a/held-3");
  expect(nextKey(items, "a/held-9", ["a/held-1", "a/held-3", "a/held-9"])).toBe("a/held-3");
  expect(nextKey([], "a/held-9", ["a/held-9"])).toBe("");
});
