import { expect, test } from "vitest";
import { cut, excerpt_max, toWrite } from "../src/desk/write_down";
import { incident_words } from "../src/i18n/incident_words";
import { ReportDecision } from "../src/protocol/generated/nightlight/api/v1/incident_pb";
import { AlertLevel } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { empty_staff_room } from "../src/room/staff_fold";
import { alert } from "./support/desk_items";

const red = { level: AlertLevel.RED };
const room = (me: number, ...alerts: ReturnType<typeof alert>[]) => ({
  room: "a",
  me,
  staff: { ...empty_staff_room, alerts, words: new Map([[7, "her words"]]) },
});
const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

test("what she took or closed may be written down, the newest first, and not again", () => {
  const rooms = [
    room(
      1,
      alert(1, { ...red, owner: 1, accepted: true, atMs: 10, number: 7 }),
      alert(2, { level: AlertLevel.AMBER, owner: 1, closed: true, atMs: 20 }),
    ),
  ];
  expect(keys(toWrite(rooms, false, []))).toEqual(["a 2 20", "a 1 10"]);
  expect(toWrite(rooms, false, []).map(({ words }) => words)).toEqual(["", "her words"]);
  expect(keys(toWrite(rooms, false, ["a 2 20"]))).toEqual(["a 1 10"]);
});

test("what is open, soft or somebody else's is not hers, unless she leads and it is closed", () => {
  const hers = { ...red, owner: 1, accepted: false };
  expect(toWrite([room(1, alert(1, hers))], true, [])).toEqual([]);
  expect(toWrite([room(1, alert(1, { ...hers, closed: true, level: AlertLevel.SOFT }))], true, [])).toEqual([]);
  expect(toWrite([room(0, alert(1, { ...hers, closed: true }))], true, [])).toEqual([]);
  const others = [room(1, alert(1, { ...red, owner: 7, closed: true }), alert(2, { ...red, owner: 7, accepted: true }))];
  expect(toWrite(others, false, [])).toEqual([]);
  expect(toWrite(others, true, []).map((one) => one.alert.alert)).toEqual([1]);
  expect(toWrite([room(1, alert(1, { ...red, owner: 0, closed: true }))], false, [])).toHaveLength(1);
});

test("only the newest five are offered", () => {
  const many = Array.from({ length: 7 }, (_, n) => alert(n + 1, { ...red, owner: 1, closed: true, atMs: n }));
  expect(toWrite([room(1, ...many)], false, []).map((one) => one.alert.alert)).toEqual([7, 6, 5, 4, 3]);
});

test("her words are cut between letters", () => {
  expect(cut("ñ".repeat(excerpt_max))).toHaveLength(excerpt_max);
  expect([...cut("🌙".repeat(excerpt_max + 1))]).toHaveLength(excerpt_max);
});

const { en, es } = incident_words;

// Every string, with example arguments.
function spoken(words: object): string[] {
  return Object.values(words).flatMap((value) => {
    if (typeof value === "string") return [value];
    return typeof value === "function" ? [String((value as (...args: unknown[]) => unknown)("Ana", "8:15"))] : spoken(value as object);
  });
}

test("each decision has its words in both languages", () => {
  for (const what of [1, 2, 3, 4] satisfies ReportDecision[]) {
    expect(en.what[what]).toBeTruthy();
    expect(es.what[what]).toBeTruthy();
  }
  expect(spoken(es)).toHaveLength(spoken(en).length);
});

test.each([["English", en], ["Spanish", es]])("no sentence is longer than fifteen words: %s", (_language, words) => {
  for (const sentence of spoken(words).flatMap((text) => text.split(/[.!?…:]+\s*/))) {
    expect(sentence.split(/\s+/).filter((word) => word !== "").length, sentence).toBeLessThanOrEqual(15);
  }
});
