import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysOfMonth, isDay, isTime, mondayOf, plusDays, weekdayOf, weekdays } from "../src/calendar/days";
import { datesOf, firstDay, nthOf, repeatOf, repeat_once, ruleOf, type Repeat } from "../src/calendar/repeat";

describe("days", () => {
  test("are counted over months, leap days and the nights when clocks change", () => {
    expect(plusDays("2026-10-31", 1)).toBe("2026-11-01");
    expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(plusDays("2027-03-14", 1)).toBe("2027-03-15");
    expect(plusDays("2027-01-01", -1)).toBe("2026-12-31");
  });
  test("have a weekday and a Monday", () => {
    expect(weekdayOf("2026-11-24")).toBe("TU");
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
    expect(daysOfMonth("2026-11", "MO")).toEqual(["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30"]);
  });
  test("and times are told from nonsense", () => {
    expect(["2026-02-28", "2000-01-01", "2199-12-31"].every(isDay)).toBe(true);
    const nonsense = ["2026-02-29", "2026-13-01", "1999-12-31", "2200-01-01", "0002-11-27", "0202-11-27", "26-1-1", ""];
    expect(nonsense.filter(isDay)).toEqual([]);
    expect(["00:00", "23:59", "24:00", "7:30", "19:60", ""].map(isTime)).toEqual([true, true, false, false, false, false]);
  });
});

const weekly: Repeat = { ...repeat_once, how: "weekly", days: ["TU"] };

describe("a rule is written and read back", () => {
  test.each([
    ["", "2026-11-24"],
    ["FREQ=WEEKLY;BYDAY=TU", "2026-11-24"],
    ["FREQ=WEEKLY;BYDAY=TU;COUNT=8", "2026-11-24"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=8", "2026-11-24"],
    ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20270223", "2026-11-24"],
    ["FREQ=DAILY;COUNT=3", "2026-11-24"],
    ["FREQ=MONTHLY;BYDAY=4TU", "2026-11-24"],
    ["FREQ=MONTHLY;BYDAY=-1TU;COUNT=6", "2026-11-24"],
  ])("%s", (rule, first) => {
    expect(ruleOf(repeatOf(rule, first), first)).toBe(rule);
  });
  test.each([
    "FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=1TU", "FREQ=MONTHLY;BYMONTHDAY=24", "FREQ=MONTHLY;BYDAY=5TU", "FREQ=DAILY;BYDAY=TU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU", "FREQ=MONTHLY", "nonsense",
  ])("%s is a rule of its own and stays to the letter", (rule) => {
    const repeat = repeatOf(rule, "2026-11-24");
    expect(repeat.how).toBe("other");
    expect(ruleOf(repeat, "2026-12-01")).toBe(rule);
    expect(datesOf(repeat, "2026-11-24", 5)).toEqual([]);
  });
  test("an end in the middle of a day is that day", () => {
    expect(repeatOf("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270222T235959", "2026-11-24").until).toBe("2027-02-22");
  });
});

describe("the next dates", () => {
  test("of a week", () => {
    expect(datesOf(weekly, "2026-11-24", 3)).toEqual(["2026-11-24", "2026-12-01", "2026-12-08"]);
  });
  test("of every second week, on two days, from the later one on", () => {
    const repeat: Repeat = { ...weekly, every: 2, days: ["TU", "TH"] };
    expect(datesOf(repeat, "2026-11-26", 4)).toEqual(["2026-11-26", "2026-12-08", "2026-12-10", "2026-12-22"]);
  });
  test("of a month: the fourth Tuesday, and the last, which is not always the fourth", () => {
    const fourth: Repeat = { ...repeat_once, how: "monthly", nth: 4 };
    expect(datesOf(fourth, "2026-11-24", 3)).toEqual(["2026-11-24", "2026-12-22", "2027-01-26"]);
    expect(datesOf({ ...fourth, nth: -1 }, "2026-11-24", 3)).toEqual(["2026-11-24", "2026-12-29", "2027-01-26"]);
  });
  test("end with their number or their last day", () => {
    expect(datesOf({ ...weekly, ends: "after", count: 2 }, "2026-11-24", 6)).toHaveLength(2);
    expect(datesOf({ ...weekly, ends: "on", until: "2026-12-08" }, "2026-11-24", 6)).toHaveLength(3);
    expect(datesOf({ ...weekly, ends: "on", until: "2026-12-07" }, "2026-11-24", 6)).toHaveLength(2);
    expect(datesOf({ ...weekly, ends: "on", until: "2026-11-23" }, "2026-11-24", 6)).toEqual([]);
  });
  test("of one meeting are one, and of no day none", () => {
    expect(datesOf(repeat_once, "2026-11-24", 6)).toEqual(["2026-11-24"]);
    expect(datesOf(weekly, "", 6)).toEqual([]);
  });
  test("begin with a day that the rule names", () => {
    expect(firstDay({ ...weekly, days: ["MO", "TH"] }, "2026-11-24")).toBe("2026-11-26");
    expect(firstDay(weekly, "2026-11-24")).toBe("2026-11-24");
    expect(firstDay({ ...weekly, days: ["MO"] }, "2026-11-24")).toBe("2026-11-30");
  });
});

test("a day is the first to fourth of its kind in the month, or the last", () => {
  expect(["2026-11-01", "2026-11-07", "2026-11-08", "2026-11-28", "2026-11-29"].map(nthOf)).toEqual([1, 1, 2, 4, -1]);
});

test("whatever is chosen: dates rise, and each is a day of the rule", () => {
  const repeats = fc.record({
    how: fc.constantFrom("daily" as const, "weekly" as const, "monthly" as const),
    every: fc.integer({ min: 1, max: 5 }),
    days: fc.subarray([...weekdays], { minLength: 1 }),
    from: fc.integer({ min: 0, max: 3000 }),
  });
  fc.assert(
    fc.property(repeats, ({ how, every, days, from }) => {
      const day = plusDays("2024-01-01", from);
      const repeat: Repeat = { ...repeat_once, how, every, days, nth: nthOf(day) };
      const first = firstDay(repeat, day);
      const dates = datesOf(repeat, first, 12);
      expect(dates[0]).toBe(first);
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dates).toHaveLength(12);
      if (how === "weekly") for (const one of dates) expect(days).toContain(weekdayOf(one));
      if (how === "monthly") for (const one of dates) expect(weekdayOf(one)).toBe(weekdayOf(first));
      expect(repeatOf(ruleOf(repeat, first), first)).toMatchObject({ how, every });
    }),
  );
});
