import { beforeEach, describe, expect, test, vi } from "vitest";
import { foldOf, isHidden } from "../src/room/folded";
import { emptyView } from "../src/room/fold";
import type { Message, Person, RoomView } from "../src/room/view";
import {
  forgetChoices, hides, keepChoices, no_choices, readChoices, topicOf, withPerson, withTopic,
} from "../src/session/choices";
import { forgetPlace, keepPlace } from "../src/session/place";
import { Drawer } from "./support/drawer";

beforeEach(() => {
  vi.stubGlobal("sessionStorage", new Drawer());
  vi.stubGlobal("localStorage", new Drawer());
});

const person = (member: number, role = 1): Person => ({
  member, name: `name ${member}`, role, listening: false, present: true, hand: 0,
});
const view: RoomView = {
  ...emptyView("circle", "e1"),
  people: new Map([[1, person(1)], [2, person(2)], [3, person(3, 2)]]),
};
const message = (author: number, contentNote = ""): Message => ({
  number: 1, author, atMs: 0, text: "words", replyTo: 0, retracted: false, retractionReason: "", reactions: [],
  contentNote, hidden: false,
});
const bea = { room: "circle", member: 2, name: "name 2" };

describe("what is folded", () => {
  test("nothing, before she chose", () => {
    expect(foldOf(message(2, "loss"), view, 1, no_choices)).toBeNull();
  });
  test("messages with a note when she chose so, and the others not", () => {
    const choices = { ...no_choices, foldNoted: true };
    expect(foldOf(message(2, "loss"), view, 1, choices)).toBe("topic");
    expect(foldOf(message(2), view, 1, choices)).toBeNull();
  });
  test("a topic however it is written, and no other", () => {
    const choices = withTopic(no_choices, " Birth  Story ", true);
    expect(foldOf(message(2, "birth story"), view, 1, choices)).toBe("topic");
    expect(foldOf(message(2, "loss"), view, 1, choices)).toBeNull();
    expect(withTopic(choices, "BIRTH STORY", false)).toEqual(no_choices);
  });
  test("a person she hid, until she shows her again", () => {
    const choices = withPerson(no_choices, bea, true);
    expect(foldOf(message(2), view, 1, choices)).toBe("person");
    expect(foldOf(message(2), view, 1, withPerson(choices, bea, false))).toBeNull();
  });
  test("never someone else who has that number another evening, nor in another room", () => {
    const choices = withPerson(no_choices, bea, true);
    const another = { ...view, people: new Map([[2, { ...person(2), name: "Cho" }]]) };
    expect(isHidden(2, another, choices)).toBe(false);
    expect(isHidden(2, { ...view, room: "other" }, choices)).toBe(false);
  });
  test("never her own words, the team's people, or what is not there", () => {
    const all = withPerson(withPerson({ ...no_choices, foldNoted: true }, { ...bea, member: 1, name: "name 1" }, true), { ...bea, member: 3, name: "name 3" }, true);
    expect(foldOf(message(1, "loss"), view, 1, all)).toBeNull();
    expect(foldOf(message(3), view, 1, all)).toBeNull();
    expect(foldOf({ ...message(2, "loss"), retracted: true }, view, 1, all)).toBeNull();
    expect(foldOf({ ...message(2, "loss"), hidden: true }, view, 1, all)).toBeNull();
  });
});

describe("where it is kept", () => {
  const choices = withPerson(withTopic(no_choices, "loss", true), bea, true);
  const place = { pageHalf: "half", name: "Ana", role: 1, room: "circle", listening: false };

  test("in this tab, when her place is there", () => {
    keepPlace(place, false);
    keepChoices(choices);
    expect(readChoices()).toEqual(choices);
    expect(localStorage.length).toBe(0);
  });
  test("on this phone, when her place is there", () => {
    keepPlace(place, true);
    keepChoices(choices);
    expect(sessionStorage.length).toBe(0);
    expect(hides(readChoices(), bea)).toBe(true);
  });
  test("nowhere once she has left", () => {
    keepPlace(place, true);
    keepChoices(choices);
    forgetPlace();
    forgetChoices();
    expect(readChoices()).toEqual(no_choices);
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0]);
  });
  test("what cannot be read is no choice", () => {
    sessionStorage.setItem("choices", "{");
    expect(readChoices()).toEqual(no_choices);
  });
  test("a topic without words is none", () => {
    expect(topicOf("  ")).toBe("");
    expect(withTopic(no_choices, "  ", true)).toEqual(no_choices);
  });
});
