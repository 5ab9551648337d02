import { describe, expect, test } from "vitest";
import { differing, differingDays, kept } from "../src/calendar/compare";
import {
  draftOf, editOf, missing, newDraft, onDay, scopesFor, seriesOf, startDay, withDay, withRepeat, withTitle, withTopic, withWeekday,
  type Draft, type Editing,
} from "../src/calendar/draft";
import { Scope } from "../src/protocol/generated/nightlight/api/v1/calendar_pb";
import { DateChange_Kind } from "../src/protocol/generated/nightlight/api/v1/plan_pb";
import { series, topic } from "./support/meetings";

const blank = newDraft({ day: "2026-11-25", zone: "America/Chicago", language: "en", me: "kim" });
const typed = withDay(withTopic(blank, topic), "2026-11-24");
const skipped = { date: "2026-12-08", kind: DateChange_Kind.SKIPPED };
const moved = { date: "2026-12-01", kind: DateChange_Kind.CHANGED, start: "2026-12-02T20:00", minutes: 60, second: "fay" };

describe("little need be said", () => {
  test("a topic gives the meeting its name and language, until she names it herself", () => {
    expect(withTopic(blank, topic)).toMatchObject({ topic: "nights", title: "Newborn nights", language: "es" });
    expect(withTopic(withTitle(blank, "Our hour"), topic).title).toBe("Our hour");
    expect(withTopic(withTitle(withTitle(blank, "Our hour"), ""), topic).title).toBe("Newborn nights");
  });
  test("with a topic chosen, everything is there to be saved", () => {
    expect(missing(blank)).toEqual(["topic", "title"]);
    expect(missing(typed)).toEqual([]);
    expect(seriesOf(typed, null)).toMatchObject({
      id: "", etag: "", start: "2026-11-24T20:00", rrule: "FREQ=WEEKLY;BYDAY=TU;COUNT=8", facilitator: "kim", minutes: 90, places: 10,
    });
  });
  test("the one weekday goes with the first day; several stay", () => {
    expect(withDay(typed, "2026-11-26").repeat.days).toEqual(["TH"]);
    expect(withDay(withWeekday(typed, "SU"), "2026-11-26").repeat.days).toEqual(["TU", "SU"]);
    expect(withDay(typed, "nonsense").repeat.days).toEqual(["TU"]);
  });
  test("a weekday comes and goes, and one always stays", () => {
    const two = withWeekday(typed, "MO");
    expect(two.repeat.days).toEqual(["MO", "TU"]);
    expect(withWeekday(two, "TU").repeat.days).toEqual(["MO"]);
    expect(withWeekday(withWeekday(two, "TU"), "MO").repeat.days).toEqual(["MO"]);
  });
  test("a series begins on a day of its rule", () => {
    const mondays = withWeekday(withWeekday(typed, "MO"), "TU");
    expect(startDay(mondays)).toBe("2026-11-30");
    expect(seriesOf(mondays, null).start).toBe("2026-11-30T20:00");
  });
});

describe("what is still missing", () => {
  const wrong = (part: Partial<Draft>) => missing({ ...typed, ...part });
  test.each([
    [{ title: " a " }, ["title"]],
    [{ title: "ab" }, []],
    [{ zone: "Mars/Olympus" }, ["zone"]],
    [{ day: "2026-02-30" }, ["start"]],
    [{ day: "0202-11-27" }, ["start"]], // a year on its way
    [{ time: "" }, ["start"]],
    [{ minutes: 9 }, ["minutes"]],
    [{ minutes: 10 }, []],
    [{ minutes: 480 }, []],
    [{ minutes: 481 }, ["minutes"]],
    [{ minutes: Number.NaN }, ["minutes"]],
    [{ places: 0 }, ["places"]],
    [{ places: 200 }, []],
    [{ places: 201 }, ["places"]],
    [{ facilitator: "" }, ["facilitator"]],
  ] as [Partial<Draft>, string[]][])("%o", (part, fields) => {
    expect(wrong(part)).toEqual(fields);
  });
  test("of how it repeats", () => {
    const repeats = (part: Parameters<typeof withRepeat>[1]) => missing(withRepeat(typed, part));
    expect(repeats({ count: 1000 })).toEqual([]);
    expect(repeats({ count: 1001 })).toEqual(["rrule"]);
    expect(repeats({ every: 0 })).toEqual(["rrule"]);
    expect(repeats({ ends: "on" })).toEqual(["rrule"]);
    expect(repeats({ ends: "on", until: "2027-01-01" })).toEqual([]);
    expect(repeats({ ends: "never", count: Number.NaN })).toEqual([]);
  });
});

describe("a series is changed", () => {
  const all: Editing = { series: series({ changes: [skipped, moved] }), scope: Scope.ALL, date: "2026-12-01" };
  const following: Editing = { ...all, scope: Scope.FOLLOWING, date: "2026-12-08" };
  const one: Editing = { ...all, scope: Scope.THIS };

  test("left alone, it is sent as it was read", () => {
    const { changes: _, ...was } = all.series;
    expect(editOf(draftOf(all), all)).toMatchObject(was);
  });
  test("this and following begins at that day, and counts what is left", () => {
    expect(draftOf(following)).toMatchObject({ day: "2026-12-08", time: "19:30", repeat: { count: 6 } });
    const later = editOf({ ...draftOf(following), time: "20:00" }, following);
    expect(later).toMatchObject({ start: "2026-12-08T20:00", rrule: all.series.rrule, etag: "1" });
  });
  test("another rule is sent as it was typed", () => {
    const fewer = withRepeat(draftOf(following), { count: 3 });
    expect(editOf(fewer, following).rrule).toBe("FREQ=WEEKLY;BYDAY=TU;COUNT=3");
  });
  test("one meeting shows what is its own, and sends nothing else", () => {
    expect(draftOf(one)).toMatchObject({ day: "2026-12-02", time: "20:00", minutes: 60, facilitator: "kim", second: "fay" });
    const sent = editOf({ ...draftOf(one), title: "A guest tonight", places: 3, zone: "Europe/Madrid" }, one);
    expect(sent).toMatchObject({ title: "A guest tonight", start: "2026-12-02T20:00", places: 10, zone: "America/Chicago" });
    expect(sent.rrule).toBe(all.series.rrule);
  });
  test("a day without anything of its own is as in the series", () => {
    expect(onDay(all.series, "2026-12-15")).toMatchObject({ start: "2026-12-15T19:30", minutes: 90, second: "ben" });
  });
  test("of the first meeting, of an extra one and of a single one there is no following", () => {
    expect(scopesFor(all.series, "2026-12-08")).toEqual([Scope.THIS, Scope.FOLLOWING, Scope.ALL]);
    expect(scopesFor(all.series, "2026-11-24")).toEqual([Scope.THIS, Scope.ALL]);
    expect(scopesFor(series({ rrule: "" }), "2026-11-24")).toEqual([Scope.ALL]);
    const extra = series({ changes: [{ date: "2026-12-10", kind: DateChange_Kind.ADDED, start: "2026-12-10T18:00" }] });
    expect(scopesFor(extra, "2026-12-10")).toEqual([Scope.THIS, Scope.ALL]);
  });
});

describe("somebody else was faster", () => {
  const was = draftOf({ series: series(), scope: Scope.ALL, date: "" });
  const theirs = draftOf({ series: series({ minutes: 60, title: "Nights", etag: "2" }), scope: Scope.ALL, date: "" });

  test("what she did not touch is taken from theirs", () => {
    const mine = { ...was, title: "Newborn hours" };
    const ours = kept(was, mine, theirs);
    expect(ours).toMatchObject({ title: "Newborn hours", minutes: 60 });
    expect(differing(ours, theirs)).toEqual(["title"]);
    expect(differing(mine, theirs)).toEqual(["title", "minutes"]);
  });
  test("a start, its zone and its rule stay together", () => {
    const away = draftOf({ series: series({ start: "2026-11-26T19:30", rrule: "FREQ=WEEKLY;BYDAY=TH" }), scope: Scope.ALL, date: "" });
    const ours = kept(was, { ...was, time: "21:00" }, away);
    expect([ours.day, ours.time, ours.repeat.days]).toEqual(["2026-11-24", "21:00", ["TU"]]);
  });
  test("with nothing of hers it is theirs", () => {
    expect(kept(was, was, theirs)).toEqual(theirs);
    expect(differing(theirs, theirs)).toEqual([]);
  });
  test("days that differ are named once each, in order", () => {
    const mine = series({ changes: [moved, skipped] });
    const other = series({ changes: [skipped, { ...moved, minutes: 90 }, { date: "2026-11-24", kind: DateChange_Kind.SKIPPED }] });
    expect(differingDays(mine, other).map(({ date, mine: own }) => [date, own === null])).toEqual([
      ["2026-11-24", true],
      ["2026-12-01", false],
    ]);
    expect(differingDays(mine, mine)).toEqual([]);
  });
});
