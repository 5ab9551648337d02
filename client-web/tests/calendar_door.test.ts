import { describe, expect, test } from "vitest";
import { doorMessage, doorOf, gapsIn, keptDoor, openDoor, takesAnybody, type DraftDoor } from "../src/calendar/door";
import { draftOf, editOf, missing, newDraft, seriesOf } from "../src/calendar/draft";
import { Scope } from "../src/protocol/generated/nightlight/api/v1/calendar_pb";
import { DoorKind } from "../src/protocol/generated/nightlight/api/v1/plan_pb";
import { series } from "./support/meetings";

const blank = newDraft({ day: "2026-11-25", zone: "America/Chicago", language: "en", me: "kim" });
const withCode: DraftDoor = { ...openDoor, kind: DoorKind.CODE };

describe("a door while it is typed", () => {
  const gaps = (door: DraftDoor | null) => gapsIn(door).filter(([, is]) => is).map(([field]) => field);
  test.each<[Partial<DraftDoor>, string[]]>([
    [{}, []],
    [{ speaking: 200, listening: 200, lateMinutes: 480 }, []],
    [{ speaking: 201, listening: 201, lateMinutes: 481 }, ["speaking", "listening", "late_entry_minutes"]],
    [{ speaking: -1 }, ["speaking"]],
    [{ listening: Number.NaN }, ["listening"]],
    [{ lateMinutes: 1.5 }, ["late_entry_minutes"]],
    [{ code: "!" }, []], // nobody asks for it
  ])("%o", (part, wrong) => {
    expect(gaps({ ...openDoor, ...part })).toEqual(wrong);
  });
  test.each([
    ["", false], ["abc", false], ["abcd", true], ["Luna 42", true], ["abcdefghijkl", true], ["abcdefghijklm", false], ["ñandú42", false],
  ])("the code %s", (code, fits) => {
    expect(gaps({ ...withCode, code })).toEqual(fits ? [] : ["door_code"]);
  });
  test("without a new code, the one that is there stays", () => {
    expect(gaps({ ...withCode, hasCode: true })).toEqual([]);
    expect(doorMessage({ ...withCode, hasCode: true })).toMatchObject({ kind: DoorKind.CODE, code: "", hasCode: false });
  });
  test("nobody has said how: nothing is sent, and nothing is missing", () => {
    expect(doorOf(series({}))).toBeNull();
    const editing = { series: series({}), scope: Scope.ALL, date: "2026-11-24" };
    expect(editOf(draftOf(editing), editing).door).toBeUndefined();
    expect(gaps(null)).toEqual([]);
  });
  test("a new series is open, and says so", () => {
    expect(seriesOf(blank, null).door).toMatchObject({ kind: DoorKind.OPEN, speaking: 0 });
    expect(missing({ ...blank, topic: "nights", title: "Nights", door: withCode })).toEqual(["door_code"]);
  });
});

test("when somebody was faster, her own change of the door stays, and else theirs", () => {
  expect(keptDoor(openDoor, openDoor, withCode)).toBe(withCode);
  expect(keptDoor(openDoor, withCode, null)).toBe(withCode);
  expect(keptDoor(openDoor, openDoor, null)).toBeNull();
});

test("who has asked for no place may come where nobody has to, while there is one", () => {
  const may = [DoorKind.OPEN, DoorKind.CODE, DoorKind.INVITATION, DoorKind.REGISTERED].map((door) => takesAnybody({ door, full: false }));
  expect(may).toEqual([true, true, false, false]);
  expect(takesAnybody({ door: DoorKind.OPEN, full: true })).toBe(false);
});
