import { describe, expect, test } from "vitest";
import { isZone, localOf, momentAt, sameClock, zoneName, zonesToChoose } from "../src/calendar/zones";

const utc = (text: string) => Date.parse(text);

describe("a local time is a moment", () => {
  test.each([
    ["America/Chicago", "2026-11-24T19:30", "2026-11-25T01:30:00Z"],
    ["America/Chicago", "2026-07-07T19:30", "2026-07-08T00:30:00Z"],
    ["Europe/Madrid", "2026-11-24T19:30", "2026-11-24T18:30:00Z"],
    ["Asia/Kolkata", "2026-11-24T19:30", "2026-11-24T14:00:00Z"],
    ["Asia/Kolkata", "2026-03-08T02:30", "2026-03-07T21:00:00Z"], // no clocks change there
    ["America/Chicago", "2028-02-29T19:30", "2028-03-01T01:30:00Z"],
  ])("%s %s", (zone, local, at) => {
    expect(momentAt(zone, local)).toEqual({ atMs: utc(at), moved: false });
    expect(localOf(zone, utc(at))).toBe(local);
  });
});

describe("on the days when clocks change", () => {
  test.each([
    ["America/Chicago", "2027-03-14T01:59", "2027-03-14T07:59:00Z", false],
    ["America/Chicago", "2027-03-14T02:00", "2027-03-14T08:00:00Z", true],
    ["America/Chicago", "2027-03-14T02:30", "2027-03-14T08:30:00Z", true],
    ["America/Chicago", "2027-03-14T03:00", "2027-03-14T08:00:00Z", false],
    ["Europe/Madrid", "2027-03-28T02:30", "2027-03-28T01:30:00Z", true],
    ["America/Chicago", "2026-11-01T01:30", "2026-11-01T06:30:00Z", false], // the first of two
    ["America/Chicago", "2026-11-01T02:00", "2026-11-01T08:00:00Z", false],
    ["Europe/Madrid", "2026-10-25T02:30", "2026-10-25T00:30:00Z", false],
  ])("%s %s", (zone, local, at, moved) => {
    expect(momentAt(zone, local)).toEqual({ atMs: utc(at), moved });
  });
  test("a time in the gap is shown as it will be on the wall", () => {
    expect(localOf("America/Chicago", momentAt("America/Chicago", "2027-03-14T02:30").atMs)).toBe("2027-03-14T03:30");
  });
  test("midnight is the hour nought", () => {
    expect(localOf("Europe/Madrid", utc("2026-11-24T23:00:00Z"))).toBe("2026-11-25T00:00");
  });
});

test("two zones are one while their clocks show the same", () => {
  const winter = utc("2026-12-01T01:30:00Z");
  const summer = utc("2026-07-01T01:30:00Z");
  expect(sameClock("America/Chicago", "America/Mexico_City", winter)).toBe(true);
  expect(sameClock("America/Chicago", "America/Mexico_City", summer)).toBe(false);
  expect(sameClock("America/Denver", "America/Phoenix", winter)).toBe(true);
});

test("a zone has a name in her language, and nonsense is no zone", () => {
  const at = utc("2026-11-25T01:30:00Z");
  expect(zoneName("America/Chicago", "en-US", at)).toBe("Central Time");
  expect(zoneName("America/Chicago", "es-US", at)).toMatch(/^hora central/);
  expect(isZone("America/Chicago")).toBe(true);
  for (const zone of ["", "Mars/Olympus", "America/Chicago "]) expect(isZone(zone)).toBe(false);
});

test("the zones to choose from begin with the chosen one and her own, each once", () => {
  const zones = zonesToChoose("Europe/Madrid", "Asia/Kolkata");
  expect(zones.slice(0, 3)).toEqual(["Asia/Kolkata", "Europe/Madrid", "America/Chicago"]);
  expect(new Set(zones).size).toBe(zones.length);
  expect(zonesToChoose("", "").includes("")).toBe(false);
});
