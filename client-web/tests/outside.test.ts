import { describe, expect, test } from "vitest";
import { momentOf } from "../src/i18n/words";
import { begin, type Conversation } from "../src/room/conversation";
import { emptyView } from "../src/room/fold";
import { outsideView } from "../src/room/outside";
import { hasTurn } from "../src/room/status";

const ana: Conversation = begin("circle", 1, "Ana", false, []);
const removed = { untilMs: 0, words: "For now.", reason: "a calmer moment", mayReturn: false };

describe("what is said to someone outside", () => {
  test("is nothing while she is in, or on her way in", () => {
    expect(outsideView({ ...ana, link: { at: "live", attempt: 0, nextPingMs: 0, pongByMs: null } })).toBeNull();
    expect(outsideView({ ...ana, link: { at: "waiting", attempt: 1, untilMs: 0 } })).toBeNull();
  });
  test("has the reason and, on her phone's clock, until when", () => {
    const asked: Conversation = { ...ana, link: { at: "over", why: "removed" }, removed: { ...removed, untilMs: 5_000 }, skewMs: 2_000 };
    expect(outsideView(asked)).toMatchObject({ is: "removed", words: "For now.", reason: "a calmer moment", untilMs: 3_000 });
  });
  test("is for the rest of the meeting when there is no time", () => {
    expect(outsideView({ ...ana, link: { at: "over", why: "removed" }, removed })?.untilMs).toBe(0);
  });
  test("has no time when she may come back as she likes", () => {
    const asked: Conversation = { ...ana, link: { at: "over", why: "removed" }, removed: { ...removed, untilMs: 5_000, mayReturn: true } };
    expect(outsideView(asked)).toMatchObject({ mayReturn: true, untilMs: null });
  });
  test("stays the same while she asks another moderator to look", () => {
    const asking: Conversation = { ...ana, link: { at: "opening", attempt: 0, untilMs: 0, errand: "removed" }, removed };
    expect(outsideView(asking)).toMatchObject({ is: "removed", words: "For now." });
  });
  test("at a door that stayed shut is the server's word, and a name is hers to change", () => {
    const shut = (code: string, untilMs = 0) => outsideView({ ...ana, link: { at: "turned_away" }, turnedAway: { code, words: "No.", untilMs, second: "" } });
    expect(shut("removed", 7_000)).toMatchObject({ is: "removed", words: "No.", untilMs: 7_000 });
    expect(shut("removed")?.untilMs).toBeNull();
    expect(shut("name_taken")?.is).toBe("name");
    expect(shut("door_locked")?.is).toBe("turned_away");
    expect([shut("code_needed")?.is, shut("code_wrong")?.is]).toEqual(["code", "code"]);
    expect([shut("place_needed")?.is, shut("place_waited_for")?.is]).toEqual(["place", "place"]);
  });
});

describe("whose turn it is", () => {
  const at = (handsRequired: boolean, floor: number): Conversation => ({ ...ana, me: 2, view: { ...emptyView("circle", "e"), handsRequired, floor } });
  test("is everyone's where hands are not required", () => expect(hasTurn(at(false, 0))).toBe(true));
  test("is hers alone who has the floor", () => {
    expect([hasTurn(at(true, 2)), hasTurn(at(true, 3)), hasTurn(at(true, 0))]).toEqual([true, false, false]);
  });
  test("comes before hands and the floor in a round", () => {
    const round = (turn: number) => ({ ...at(true, 2), view: { ...emptyView("circle", "e"), handsRequired: true, floor: 2, round: { question: "", turn } } });
    expect([hasTurn(round(2)), hasTurn(round(3)), hasTurn({ ...round(3), role: 2 })]).toEqual([true, false, true]);
  });
  test("never keeps the team from speaking", () => expect(hasTurn({ ...at(true, 3), role: 2 })).toBe(true));
});

test("a time on another day names the day", () => {
  const evening = new Date(2026, 10, 25, 20, 0).getTime();
  const tomorrow = evening + 86_400_000;
  expect(momentOf(evening, "en", evening)).not.toMatch(/November/);
  expect(momentOf(tomorrow, "en", evening)).toMatch(/Thursday, November 26/);
  expect(momentOf(tomorrow, "es", evening)).toMatch(/jueves, 26 de noviembre/);
});
