import { describe, expect, test } from "vitest";
import { asksForPlace, byDay, everything, fitting, folded, isDoorTime, mayComeIn, nameOf, nightEnd, tonight, toCome, withMine } from "../src/calendar/agenda";
import { Once } from "../src/calendar/once";
import { DoorKind, Meeting_Mine } from "../src/protocol/generated/nightlight/api/v1/plan_pb";
import { meeting } from "./support/meetings";

const utc = (text: string) => Date.parse(text);
const early = meeting("2026-11-25T01:30:00Z"); // 7:30 PM in Chicago, 2:30 AM in Madrid, 7 AM in Kolkata
const late = meeting("2026-11-25T06:00:00Z", { series: "owls", language: "es", topic: "sleep" }); // midnight in Chicago
const next = meeting("2026-11-26T01:30:00Z", { series: "dads" });

describe("pages fold into one list", () => {
  test("by time, each meeting once, as the later page has it", () => {
    const moved = { ...early, full: true };
    expect(folded([[late, early], [moved, next]])).toEqual([moved, late, next]);
  });
  test("meetings of one moment stand in an order that stays", () => {
    const other = meeting("2026-11-25T01:30:00Z", { series: "aunts" });
    expect(folded([[early, other]])).toEqual(folded([[other, early]]));
  });
  test("no pages are no meetings", () => {
    expect(folded([])).toEqual([]);
  });
});

describe("tonight", () => {
  test("ends at four in the morning where she is", () => {
    const now = utc("2026-11-24T22:00:00Z");
    expect(nightEnd(now, "America/Chicago")).toBe(utc("2026-11-25T10:00:00Z"));
    expect(nightEnd(now, "Europe/Madrid")).toBe(utc("2026-11-25T03:00:00Z"));
    expect(nightEnd(now, "Asia/Kolkata")).toBe(utc("2026-11-24T22:30:00Z"));
  });
  test("is still the same night at one in the morning, and the next from four on", () => {
    expect(nightEnd(utc("2026-11-25T07:00:00Z"), "America/Chicago")).toBe(utc("2026-11-25T10:00:00Z"));
    expect(nightEnd(utc("2026-11-25T10:00:00Z"), "America/Chicago")).toBe(utc("2026-11-26T10:00:00Z"));
  });
  test("is an hour shorter in the night of spring", () => {
    const evening = utc("2027-03-14T01:00:00Z");
    expect(nightEnd(evening, "America/Chicago")).toBe(utc("2027-03-14T09:00:00Z"));
  });
  test("holds what is on and what begins in it", () => {
    const all = [early, late, next];
    expect(tonight(all, utc("2026-11-25T02:00:00Z"), "America/Chicago")).toEqual([early, late]);
    expect(tonight(all, utc("2026-11-25T03:00:00Z"), "America/Chicago")).toEqual([late]); // the first has just ended
    expect(tonight(all, utc("2026-11-25T02:00:00Z"), "Europe/Madrid")).toEqual([early]);
  });
});

test("what has ended is not to come", () => {
  expect(toCome([early, next], utc("2026-11-25T02:59:59Z"))).toEqual([early, next]);
  expect(toCome([early, next], utc("2026-11-25T03:00:00Z"))).toEqual([next]);
});

test("days are those of the reader's zone", () => {
  expect(byDay([early, late, next], "America/Chicago").map(({ day }) => day)).toEqual(["2026-11-24", "2026-11-25"]);
  expect(byDay([early, late], "Asia/Kolkata").map(({ day, meetings }) => [day, meetings.length])).toEqual([["2026-11-25", 2]]);
});

test("a topic and a language are asked for apart or together", () => {
  const all = [early, late];
  expect(fitting(all, everything)).toEqual(all);
  expect(fitting(all, { topic: "sleep", language: "" })).toEqual([late]);
  expect(fitting(all, { topic: "", language: "en" })).toEqual([early]);
  expect(fitting(all, { topic: "sleep", language: "en" })).toEqual([]);
});

test("her place changes in the one meeting", () => {
  const [one, other] = withMine([early, next], nameOf(early), Meeting_Mine.KEPT);
  expect([one?.mine, other?.mine]).toEqual([Meeting_Mine.KEPT, Meeting_Mine.NOTHING]);
});

test("she comes in from a quarter of an hour before until it is over, with a place of hers", () => {
  const hers = { ...early, mine: Meeting_Mine.KEPT, room: "r1" };
  const at = (text: string) => mayComeIn(hers, utc(text));
  expect([at("2026-11-25T01:14:59Z"), at("2026-11-25T01:15:00Z"), at("2026-11-25T02:59:59Z"), at("2026-11-25T03:00:00Z")]).toEqual([
    false, true, true, false,
  ]);
  const now = utc("2026-11-25T01:30:00Z");
  expect(mayComeIn({ ...hers, mine: Meeting_Mine.WAITING }, now)).toBe(false);
  expect(mayComeIn({ ...hers, cancelled: true }, now)).toBe(false);
  expect([mayComeIn({ ...hers, room: "" }, now), isDoorTime({ ...hers, room: "" }, now)]).toEqual([false, true]);
});

test("the place a room asks for is that of the first circle which is on, asks for one, and has not given her one", () => {
  const now = utc("2026-11-25T01:20:00Z");
  const asks = { ...early, series: "asks", door: DoorKind.REGISTERED };
  expect(asksForPlace([early, asks, { ...asks, series: "later" }], now)).toBe(asks);
  expect(asksForPlace([{ ...asks, mine: Meeting_Mine.KEPT }, { ...asks, cancelled: true }], now)).toBeUndefined();
  const at = (text: string) => asksForPlace([asks], utc(text)) === asks;
  expect([at("2026-11-25T01:14:59Z"), at("2026-11-25T01:15:00Z"), at("2026-11-25T03:00:00Z")]).toEqual([false, true, false]);
});

test("a request has one key until it is answered, another request another", () => {
  let made = 0;
  const once = new Once(() => `key-${++made}`);
  expect([once.keyFor("keep"), once.keyFor("keep"), once.keyFor("leave"), once.keyFor("keep")]).toEqual([
    "key-1", "key-1", "key-2", "key-3",
  ]);
  once.answered();
  expect(once.keyFor("keep")).toBe("key-4");
});
