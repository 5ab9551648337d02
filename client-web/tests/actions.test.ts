import { describe, expect, test } from "vitest";
import { letters, ordersOf, possible, undoOf, type Action, type Order, type Target } from "../src/desk/actions";
import { begin, finished, pressed, type Asking } from "../src/desk/asking";
import { queueOf, type Item } from "../src/desk/queue";
import { AlertKind, AlertLevel, AlertOutcome } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { empty_staff_room } from "../src/room/staff_fold";
import type { StaffRoom } from "../src/room/staff_view";
import { alert, held } from "./support/desk_items";
import { on_a_message } from "./support/desk_target";

const reasons = ["unkind words", "private details", "advice on medicine", "off topic", "a calmer moment", "another"];

// Types the keys, letters of a reason too; answers with what the room is asked, and throws when nothing is.
function typed(target: Target, ...keys: string[]): Order[] {
  let asking: Asking | null = null;
  for (const key of keys) {
    const press = pressed(asking, key, target, reasons);
    if (press.is === "does") return ordersOf(press.action, target, press.choice, press.written, press.other);
    if (press.is === "asks") asking = press.asking;
    if (press.is === "lets_be") asking = null;
    if (press.is === "ignored" && asking !== null) asking = { ...asking, written: asking.written + key };
  }
  throw new Error(`nothing came of ${keys.join(" ")}`);
}

const itemOf = (staff: Partial<StaffRoom>): Item => {
  const [item] = queueOf([{ room: "circle", me: 1, staff: { ...empty_staff_room, ...staff } }]);
  if (item === undefined) throw new Error("no item");
  return item;
};
const on = (item: Item): Target => ({ ...on_a_message, item, member: item.member, number: item.number });

describe("the promises of the keyboard", () => {
  test("a mute with a reason takes four keys", () => {
    expect(typed(on_a_message, "m", "1", "3", "Enter")).toEqual([
      { room: "circle", command: { is: "muteMember", member: 2, seconds: 300, reason: "advice on medicine" } },
    ]);
  });
  test.each([["1", 300], ["2", 0], ["3", 86_400], ["4", 2_419_200]] as const)("m %s mutes for %d seconds", (key, seconds) => {
    expect(typed(on_a_message, "m", key, "Enter")[0]?.command).toMatchObject({ is: "muteMember", seconds, reason: "" });
  });
  test("a mute without a choice is the shortest", () => {
    expect(typed(on_a_message, "m", "Enter")[0]?.command).toMatchObject({ seconds: 300 });
  });
  test("taking a message back takes two keys, three with a reason", () => {
    expect(typed(on_a_message, "x", "Enter")[0]?.command).toEqual({ is: "retractMessage", number: 7, reason: "" });
    expect(typed(on_a_message, "x", "1", "Enter")[0]?.command).toMatchObject({ reason: "unkind words" });
  });
  test("a typed reason may hold digits", () => {
    expect(typed(on_a_message, "m", "2", "n", "o", " ", "2", "Enter")[0]?.command).toMatchObject({ reason: "no 2" });
  });
  test("Escape lets it be, and the next letter asks anew", () => {
    expect(typed(on_a_message, "m", "4", "Escape", "w", "Enter")[0]?.command).toMatchObject({ is: "warnMember" });
  });
});

test("all of hers, or everything from her message on, is taken back with a key and a reason", () => {
  expect(typed(on_a_message, "a", "5", "Enter")[0]?.command).toEqual({ is: "retractAllOf", member: 2, reason: "a calmer moment" });
  expect(typed(on_a_message, "i", "4", "Enter")[0]?.command).toEqual({ is: "retractRange", first: 7, last: 9, reason: "off topic" });
  expect(possible({ ...on_a_message, wrote: false })).not.toContain("retractAll");
  expect(possible({ ...on_a_message, number: 0 })).not.toContain("retractRange");
});

test("a range ends at the newest there was when it was asked, or at any message, before it too", () => {
  const asks = begin("retractRange", on_a_message);
  if (asks.is !== "asks") throw new Error("it asks");
  const later = finished(asks.asking, { ...on_a_message, newest: 12 });
  expect(later).toMatchObject({ is: "does", other: 9 });
  const other = finished({ ...asks.asking, other: 3 }, on_a_message);
  if (other.is !== "does") throw new Error("it does");
  expect(ordersOf(other.action, on_a_message, other.choice, other.written, other.other)[0]?.command).toMatchObject({ first: 3, last: 7 });
});

test("no ban and no closing without a choice", () => {
  expect(() => typed(on_a_message, "b", "Enter", "Enter")).toThrow();
  expect(typed(on_a_message, "b", "2", "Enter")[0]?.command).toMatchObject({ is: "banMember", seconds: 7 * 86_400 });
  const item = itemOf({ alerts: [alert(4, { about: 2 })] });
  expect(() => typed(on(item), "e", "Enter")).toThrow();
  expect(typed(on(item), "e", "5", "o", "k", "Enter")[0]?.command).toEqual(
    { is: "closeAlert", alert: 4, outcome: AlertOutcome.FOLLOW_UP, note: "ok" },
  );
});

test("a digit beyond the choices chooses nothing", () => {
  expect(typed(on_a_message, "m", "9", "Enter")[0]?.command).toMatchObject({ seconds: 300, reason: "9" });
});

test("handing on is done with the digit", () => {
  const item = itemOf({ alerts: [alert(4, { owner: 1 })] });
  expect(typed(on(item), "o", "1")[0]?.command).toEqual({ is: "handAlert", alert: 4, to: 5 });
  expect(typed(on(item), "o", "2")[0]?.command).toEqual({ is: "handAlert", alert: 4, to: 0 });
});

test("removing says whether she may come back", () => {
  expect(typed(on_a_message, "v", "1", "Enter")[0]?.command).toMatchObject({ mayReturn: true });
  expect(typed(on_a_message, "v", "3", "Enter")[0]?.command).toMatchObject({ mayReturn: false, seconds: 86_400 });
});

test("the team is not sanctioned, and what is not there cannot be done", () => {
  const kim: Target = { ...on_a_message, sanctionable: false, number: 0 };
  expect(possible(kim)).toEqual([]);
  expect(possible({ ...on_a_message, retracted: true })).not.toContain("retract");
  expect(possible({ ...on_a_message, hidden: true })).toContain("show");
  expect(possible({ ...on_a_message, muted: true })).toContain("lift");
  expect(possible({ ...on_a_message, aside: true })).not.toContain("side");
});

test("what is mine is not claimed again; somebody else's may be, and the server says no", () => {
  expect(possible(on(itemOf({ alerts: [alert(1, { owner: 1 })] })))).not.toContain("claim");
  expect(possible(on(itemOf({ alerts: [alert(1, { owner: 9 })] })))).toContain("claim");
});

test("two actions that are possible together never share a letter", () => {
  const all: Target[] = [
    { ...on_a_message, item: itemOf({ alerts: [alert(1, { hold: 4, level: AlertLevel.RED })], held: [held(4, { author: 2 })] }) },
    { ...on_a_message, muted: true, keptOut: true, handsRequired: true, burst: true, hidden: true },
  ];
  for (const target of all) {
    const used = possible(target).map((action: Action) => letters[action]);
    expect(new Set(used).size).toBe(used.length);
  }
});

test("releasing a late one is one command; several rooms are one command each", () => {
  const late = itemOf({ held: [held(4, { overdue: true })], alerts: [alert(9, { kind: AlertKind.HELD, hold: 4 })] });
  expect(typed(on(late), "r").map(({ command }) => command.is)).toEqual(["releaseHeld"]);
  const marked = [{ room: "a", hold: 1 }, { room: "b", hold: 1 }, { room: "a", hold: 2 }];
  expect(typed({ ...on(late), marked }, "d", "1", "Enter")).toEqual([
    { room: "a", command: { is: "declineHeld", holds: [1, 2], reason: "unkind words" } },
    { room: "b", command: { is: "declineHeld", holds: [1], reason: "unkind words" } },
  ]);
});

test("many newcomers at once propose a lock-down with one key", () => {
  const burst: Target = { ...on_a_message, member: 0, sanctionable: false, number: 0, burst: true };
  expect(typed(burst, "l")).toEqual([{ room: "circle", command: { is: "setLockdown", on: true } }]);
  expect(possible({ ...burst, lockedDown: true })).not.toContain("lockdown");
});

test("what can be undone is undone by its opposite", () => {
  const undone = (order: Order | undefined) => (order === undefined ? null : (undoOf(order)?.command ?? null));
  expect(undone(typed(on_a_message, "m", "1", "Enter")[0])).toEqual({ is: "unmuteMember", member: 2 });
  expect(undone(typed(on_a_message, "h")[0])).toEqual({ is: "showMessage", number: 7 });
  expect(undone(typed(on_a_message, "v", "2", "Enter")[0])).toEqual({ is: "readmitMember", member: 2 });
  expect(undone({ room: "a", command: { is: "setLockdown", on: true } })).toEqual({ is: "setLockdown", on: false });
  expect(undone(typed(on_a_message, "x", "Enter")[0])).toBeNull();
  expect(undone(typed(on_a_message, "v", "1", "Enter")[0])).toBeNull();
});
