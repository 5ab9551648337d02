import { create } from "@bufbuild/protobuf";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { answersTo } from "../src/calendar/answers";
import { missingIn, wishOf } from "../src/calendar/reminding";
import { subjectWords } from "../src/i18n/calendar_words";
import { RemindersSchema, Wording } from "../src/protocol/generated/nightlight/api/v1/calendar_pb";
import { Meeting_Mine } from "../src/protocol/generated/nightlight/api/v1/plan_pb";
import { Role } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { keepPlace } from "../src/session/place";
import { forgetWayBack, keepWayBack, readWayBack, wayBackAddress } from "../src/session/way_back";
import { Drawer } from "./support/drawer";
import { meeting } from "./support/meetings";

describe("a reminder", () => {
  test("begins with the quietest choice there is", () => {
    expect(wishOf(undefined)).toEqual({ address: "", wording: Wording.NEUTRAL, hourBefore: true, dayBefore: false });
  });
  test("shows what she chose before, never her address, and an unknown wording as the quiet one", () => {
    const chosen = create(RemindersSchema, { wording: Wording.TITLE, dayBefore: true });
    expect(wishOf(chosen)).toEqual({ address: "", wording: Wording.TITLE, hourBefore: false, dayBefore: true });
    expect(wishOf(create(RemindersSchema, { wording: 9 as Wording })).wording).toBe(Wording.NEUTRAL);
  });
  test.each([
    ["ana@example.org", true, false, null],
    [" ana@example.org ", false, true, null],
    ["", true, false, "address"],
    ["   ", true, false, "address"],
    ["ana", true, false, "address"],
    ["ana@", true, false, "address"],
    ["an a@example.org", true, false, "address"],
    ["ana@example.org", false, false, "when"],
  ])("%j, an hour before %s, a day before %s: %s is missing", (address, hourBefore, dayBefore, missing) => {
    expect(missingIn({ ...wishOf(undefined), address, hourBefore, dayBefore }, false)).toBe(missing);
  });
  test("needs no address when there is one; one with a slip in it is still a slip", () => {
    expect(missingIn(wishOf(undefined), true)).toBeNull();
    expect(missingIn({ ...wishOf(undefined), address: "ana@" }, true)).toBe("address");
  });
  test("is shown as it will stand on a locked phone, and the quiet one names nothing", () => {
    const line = (at: string, wording: Wording, language: "en" | "es") => subjectWords(meeting(at), wording, "America/Chicago", language);
    expect(line("2026-11-25T02:00:00Z", Wording.NEUTRAL, "en")).toBe("Reminder: 8 pm");
    expect(line("2026-11-25T02:00:00Z", Wording.NEUTRAL, "es")).toBe("Recordatorio: 20:00");
    expect(line("2026-11-25T02:00:00Z", Wording.TITLE, "en")).toBe("Reminder: Newborn nights, 8 pm");
    expect(line("2026-11-24T18:05:00Z", Wording.NEUTRAL, "en")).toBe("Reminder: 12:05 pm");
    expect(line("2026-11-24T06:30:00Z", Wording.TITLE, "es")).toBe("Recordatorio: Newborn nights, 00:30");
  });
});

describe("what she can say about a place", () => {
  test.each([
    [Meeting_Mine.NOTHING, false, ["keep"]],
    [Meeting_Mine.NOTHING, true, ["keep"]],
    [Meeting_Mine.KEPT, true, ["leave"]],
    [Meeting_Mine.WAITING, true, ["leave"]],
    [Meeting_Mine.WAITING, false, ["keep", "leave"]],
    [Meeting_Mine.OFFERED, true, ["accept", "decline"]],
    [9 as Meeting_Mine, false, []],
  ])("%s, full %s", (mine, full, answers) => {
    expect(answersTo({ mine, full })).toEqual(answers);
  });
});

describe("the way back", () => {
  const place = { pageHalf: "half", name: "Ana", role: Role.MEMBER, room: "", listening: false };
  beforeEach(() => {
    vi.stubGlobal("sessionStorage", new Drawer());
    vi.stubGlobal("localStorage", new Drawer());
    vi.stubGlobal("location", { origin: "https://circle.example" });
  });
  test("is kept where her place is kept, and once", () => {
    keepPlace(place, true);
    keepWayBack("a+b");
    expect(localStorage.getItem("way_back")).toBe("a+b");
    keepWayBack("");
    expect(readWayBack()).toBe("a+b");
    expect(wayBackAddress(readWayBack())).toBe("https://circle.example/#/back/a%2Bb");
  });
  test("is found when her place has moved meanwhile, and is gone when it is forgotten", () => {
    keepWayBack("link");
    keepPlace(place, true);
    expect(readWayBack()).toBe("link");
    keepWayBack("newer");
    expect(sessionStorage.getItem("way_back")).toBeNull();
    forgetWayBack();
    expect(wayBackAddress(readWayBack())).toBe("");
  });
});
