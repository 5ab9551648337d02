import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { describe, expect, test } from "vitest";
import { refusedBy } from "../src/calendar/refused";
import { repeatOf } from "../src/calendar/repeat";
import { calendar_en } from "../src/i18n/calendar_en";
import { calendar_es } from "../src/i18n/calendar_es";
import { dayWords, hourWords, nearDayWords, otherClock, spanWords } from "../src/i18n/calendar_words";
import { planner_en } from "../src/i18n/planner_en";
import { planner_es } from "../src/i18n/planner_es";
import { localWords, repeatWords, ruleWords } from "../src/i18n/planner_words";
import { FieldViolationsSchema, StaleSeriesSchema } from "../src/protocol/generated/nightlight/api/v1/calendar_pb";
import { WarningSchema, Warning_Kind } from "../src/protocol/generated/nightlight/api/v1/plan_pb";
import { empty_book } from "../src/ui/planner/team";
import { warningLines } from "../src/ui/planner/warning_lines";
import { series } from "./support/meetings";

function* spoken(words: object, path = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") yield [at, value];
    else if (typeof value === "function") yield [at, String((value as (...args: unknown[]) => unknown)(2, "Kim", "8:15"))];
    else yield* spoken(value as object, at);
  }
}

describe.each([
  ["English, hers", calendar_en],
  ["Spanish, hers", calendar_es],
  ["English, planning", planner_en],
  ["Spanish, planning", planner_es],
])("%s", (_which, words) => {
  test("no sentence is longer than fifteen words, and none is empty", () => {
    for (const [at, text] of spoken(words)) {
      expect(text, at).not.toBe("");
      for (const sentence of text.split(/[.!?…:]+\s*/)) {
        expect(sentence.split(/\s+/).filter((word) => word !== "").length, `${at}: ${sentence}`).toBeLessThanOrEqual(15);
      }
    }
  });
});

test("the Spanish has every key of the English", () => {
  const keys = (words: object) => [...spoken(words)].map(([at]) => at);
  expect(keys(calendar_es)).toEqual(keys(calendar_en));
  expect(keys(planner_es)).toEqual(keys(planner_en));
});

test("nothing that a mother reads in the calendar has a number in it", () => {
  for (const words of [calendar_en, calendar_es]) {
    for (const [at, text] of spoken(words)) if (!at.endsWith("clock")) expect(text.replace(/Kim|8:15|\b2\b/g, ""), at).not.toMatch(/\d/);
  }
});

describe("days and hours", () => {
  const at = Date.parse("2026-11-25T01:30:00Z");
  const plain = (text: string) => text.replace(/[\u202f\u2009\u00a0]/g, " ");

  test("are said as people in the States say them, in both languages", () => {
    expect(plain(hourWords(at, "America/Chicago", "en"))).toBe("7:30 PM");
    expect(plain(hourWords(at, "America/Chicago", "es"))).toMatch(/^7:30 p\.\s?m\.$/);
    expect(plain(spanWords(at, at + 5_400_000, "America/Chicago", "en"))).toBe("7:30 – 9:00 PM");
    expect(dayWords("2026-11-24", "en")).toBe("Tuesday, November 24");
    expect(dayWords("2026-11-24", "es")).toBe("Martes, 24 de noviembre");
  });
  test("a near day has its own word, over the end of a month too", () => {
    expect(nearDayWords("2026-11-30", "2026-11-30", "en")).toBe("Today");
    expect(nearDayWords("2026-12-01", "2026-11-30", "es")).toBe("Mañana");
    expect(nearDayWords("2026-12-02", "2026-11-30", "en")).toBe("Wednesday, December 2");
  });
  test("the zone is named only when its clock shows something else, with the day when that differs", () => {
    expect(otherClock(at, "America/Chicago", "America/Mexico_City", "en")).toBe("");
    expect(plain(otherClock(at, "America/Chicago", "America/Denver", "en"))).toBe("7:30 PM Central Time");
    expect(plain(otherClock(at, "Europe/Madrid", "America/Chicago", "en"))).toMatch(/^Wed, Nov 25, 2:30 AM /);
    expect(plain(otherClock(at, "America/Chicago", "Asia/Kolkata", "es"))).toMatch(/^Mar, 24 (de )?nov, 7:30 p\.\s?m\., hora central/);
  });
  test("a time on the spring night is said as it will be", () => {
    expect(plain(localWords("2027-03-14T02:30", "America/Chicago", "en"))).toBe("Sun, Mar 14, 3:30 AM");
  });
});

describe("a rule in words", () => {
  test.each([
    ["", "Once", "Una vez"],
    ["FREQ=DAILY;INTERVAL=2", "Every 2 days", "Cada 2 días"],
    ["FREQ=WEEKLY;BYDAY=TU,TH;COUNT=8", "Every week on Tuesday and Thursday, 8 meetings", "Cada semana, martes y jueves, 8 reuniones"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=1", "Every 2 weeks on Tuesday, 1 meeting", "Cada 2 semanas, martes, 1 reunión"],
    ["FREQ=MONTHLY;BYDAY=-1TU", "Every month on the last Tuesday", "Cada mes, el último martes"],
    ["FREQ=YEARLY", "FREQ=YEARLY", "FREQ=YEARLY"],
  ])("%s", (rule, en, es) => {
    expect([ruleWords(rule, "2026-11-24", "en"), ruleWords(rule, "2026-11-24", "es")]).toEqual([en, es]);
  });
  test("an end on a day that is not typed yet is left out", () => {
    const repeat = { ...repeatOf("FREQ=DAILY", "2026-11-24"), ends: "on" as const };
    expect(repeatWords(repeat, "2026-11-24", "en")).toBe("Every day");
    expect(repeatWords({ ...repeat, until: "2026-12-01" }, "2026-11-24", "en")).toBe("Every day, until Tue, Dec 1");
  });
});

describe("warnings are lines", () => {
  const book = { ...empty_book, team: [{ id: "kim", name: "Kim" }], series: [series()] } as unknown as typeof empty_book;
  const warning = (part: object) => create(WarningSchema, { date: "2026-11-24", ...part });
  const lines = (...all: object[]) => warningLines(all.map(warning), book, planner_en, "en");

  test("who is booked twice, and where", () => {
    const twice = { kind: Warning_Kind.BOOKED_TWICE, person: "kim", otherSeries: "newborns" };
    expect(lines(twice)).toEqual(["Kim leads Newborn nights at that time (Tue, Nov 24)."]);
    expect(lines({ ...twice, person: "gone", otherSeries: "" })).toEqual(["Somebody is booked twice (Tue, Nov 24)."]);
  });
  test("many days without a second person are one line", () => {
    const alone = { kind: Warning_Kind.NO_SECOND };
    expect(lines(alone)).toEqual(["No second person on Tue, Nov 24."]);
    expect(lines(alone, { ...alone, date: "2026-12-01" })).toEqual(["No second person on 2 dates from Tue, Nov 24."]);
  });
  test("the clocks, and lost places; a kind nobody knows says nothing", () => {
    expect(lines({ kind: Warning_Kind.TIME_MOVED })).toEqual(["On Tue, Nov 24 the clocks go forward. It starts later."]);
    expect(lines({ kind: Warning_Kind.PLACES_LOST, count: 1 })).toEqual(["1 person had a place on Tue, Nov 24."]);
    expect(lines({ kind: 99 }, {})).toEqual([]);
  });
});

describe("a refusal", () => {
  const detail = (desc: typeof FieldViolationsSchema | typeof StaleSeriesSchema, value: Record<string, unknown>) => ({ desc, value });
  test("gives each field its first words", () => {
    const violations = [
      { field: "title", code: "missing", message: "Please fill this in." },
      { field: "title", code: "too_long", message: "This is too long." },
    ];
    const error = new ConnectError("no", Code.InvalidArgument, undefined, [detail(FieldViolationsSchema, { violations })]);
    expect(refusedBy(error, "no")).toEqual({ words: "no", fields: { title: "Please fill this in." }, stale: null });
  });
  test("brings both versions when somebody else was faster", () => {
    const both = { yours: { title: "Mine" }, theirs: { title: "Theirs", etag: "2" } };
    const error = new ConnectError("late", Code.Aborted, undefined, [detail(StaleSeriesSchema, both)]);
    expect(refusedBy(error, "late").stale).toMatchObject(both);
  });
  test("without details is only words", () => {
    expect(refusedBy(new Error("broken"), "Please try again.")).toEqual({ words: "Please try again.", fields: {}, stale: null });
  });
});
