import { beforeEach, describe, expect, test, vi } from "vitest";
import { paceOf, stepsFrom, stepsText, steps_max } from "../src/desk/course";
import { scripts_max, scriptsFrom, title_max, withoutScript, withScript, type Script } from "../src/desk/scripts";
import { script_words } from "../src/i18n/scripts_words";
import { keepGuidelines, readGuidelines } from "../src/session/guidelines";
import { keepCourse, keepScripts, keepWalk, readCourse, readScripts, readWalk } from "../src/session/scripts";
import { Drawer } from "./support/drawer";

const card = (id: string, part: Partial<Script> = {}): Script => ({ id, kind: "prompt", title: id, text: `${id}?`, ...part });
const first = [card("a"), card("b", { kind: "closing" }), card("c", { kind: "opening" })];
const ids = (scripts: readonly Script[] | null) => scripts?.map(({ id }) => id);

describe("a facilitator's cards", () => {
  test("stand in the order of an evening, whatever was kept", () => {
    expect(ids(scriptsFrom(null, first))).toEqual(["c", "a", "b"]);
    expect(ids(scriptsFrom(JSON.stringify([card("z"), card("y", { kind: "opening" })]), first))).toEqual(["y", "z"]);
  });
  test("are the ones to begin with where nothing readable was kept, and only hers where she threw some away", () => {
    for (const kept of ["", "{", "7", '{"id":"x"}']) expect(ids(scriptsFrom(kept, first)), kept).toEqual(["c", "a", "b"]);
    expect(scriptsFrom("[]", first)).toEqual([]);
    const odd = [null, 4, { ...card("a"), kind: "sermon" }, { ...card("b"), text: "" }, { ...card("c"), title: 7 }, card("d")];
    expect(ids(scriptsFrom(JSON.stringify(odd), first))).toEqual(["d"]);
  });
  test("change in place, and a new one goes to the end of its kind", () => {
    expect(withScript(first, card("a", { text: " Other words " }))?.find(({ id }) => id === "a")?.text).toBe("Other words");
    expect(ids(withScript(first, card("n", { kind: "opening" })))).toEqual(["c", "n", "a", "b"]);
  });
  test("need a name and words, and a name has an end", () => {
    expect(withScript(first, card("n", { title: "  " }))).toBeNull();
    expect(withScript(first, card("n", { text: "\n" }))).toBeNull();
    const long = withScript([], card("n", { title: "🌙".repeat(title_max + 1) }));
    expect([...(long?.[0]?.title ?? "")]).toHaveLength(title_max);
  });
  test("are thirty at most: one more is not kept, a change still is", () => {
    const many = Array.from({ length: scripts_max }, (_, place) => card(`m${place}`));
    expect(withScript(many.slice(1), card("n"))).toHaveLength(scripts_max);
    expect(withScript(many, card("n"))).toBeNull();
    expect(withScript(many, card("m3", { text: "changed" }))).toHaveLength(scripts_max);
    expect(scriptsFrom(JSON.stringify([...many, card("n")]), first)).toHaveLength(scripts_max);
  });
  test("are thrown away one by one", () => {
    expect(ids(withoutScript(first, "b"))).toEqual(["a", "c"]);
    expect(withoutScript(first, "nobody")).toEqual(first);
  });
});

describe("the course of an evening", () => {
  test("is one step a line, its minutes first", () => {
    expect(stepsFrom("10 Welcome\n\n  20 min Check-in \nOur topic\n0 Pause\n999 Long")).toEqual([
      { title: "Welcome", minutes: 10 },
      { title: "Check-in", minutes: 20 },
      { title: "Our topic", minutes: 10 },
      { title: "Pause", minutes: 1 },
      { title: "Long", minutes: 240 },
    ]);
    expect(stepsFrom("\n 15 \n")).toEqual([]);
    expect(stepsFrom("step\n".repeat(steps_max + 1))).toHaveLength(steps_max);
  });
  test("is written as it is read", () => {
    for (const words of [script_words.en, script_words.es]) expect(stepsText(stepsFrom(words.course.first))).toBe(words.course.first);
  });
  test.each([
    [-5, { is: "time", minutes: 20 }],
    [0, { is: "time", minutes: 20 }],
    [4.9, { is: "time", minutes: 20 }],
    [5, { is: "time", minutes: 15 }],
    [16.9, { is: "time", minutes: 5 }],
    [17, { is: "few" }],
    [19.9, { is: "few" }],
    [20, { is: "over" }],
    [500, { is: "over" }],
  ])("after %s of twenty minutes", (minutes, pace) => {
    expect(paceOf({ title: "Check-in", minutes: 20 }, { step: 0, sinceMs: 1_000 }, 1_000 + minutes * 60_000)).toEqual(pace);
  });
});

function* spoken(words: object, path = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") yield [at, value];
    else if (typeof value === "function") yield [at, String((value as (what: unknown) => unknown)(5))];
    else yield* spoken(value as object, at);
  }
}

describe.each(Object.entries(script_words))("in %s", (_language, words) => {
  test("no sentence of a card is longer than fifteen words", () => {
    for (const [at, text] of spoken(words)) {
      for (const sentence of text.split(/[.!?…:\n]+\s*/)) {
        expect(sentence.split(/\s+/).filter((word) => word !== "").length, `${at}: ${sentence}`).toBeLessThanOrEqual(15);
      }
    }
  });
  test("the cards to begin with are cards, one of each kind at least", () => {
    expect(scriptsFrom(JSON.stringify(words.first), [])).toEqual(words.first);
    expect(new Set(words.first.map(({ kind }) => kind)).size).toBe(3);
  });
});

test("the Spanish has every key and every card of the English", () => {
  const keys = (words: object) => [...spoken(words)].map(([at]) => at);
  expect(keys(script_words.es)).toEqual(keys(script_words.en));
  expect(ids(script_words.es.first)).toEqual(ids(script_words.en.first));
});

describe("on the machine she works at", () => {
  beforeEach(() => {
    vi.stubGlobal("sessionStorage", new Drawer());
    vi.stubGlobal("localStorage", new Drawer());
  });
  test("cards and course are there next week, where she is in it only in this tab", () => {
    keepScripts([card("mine")]);
    keepCourse(stepsFrom("5 Hello"));
    keepWalk("circle", { step: 0, sinceMs: 7 });
    vi.stubGlobal("sessionStorage", new Drawer());
    expect(ids(readScripts(first))).toEqual(["mine"]);
    expect(readCourse("10 Other")).toEqual([{ title: "Hello", minutes: 5 }]);
    expect(readWalk("circle")).toBeNull();
  });
  test("each room has its own place in the course, and none once it is over", () => {
    keepWalk("a", { step: 1, sinceMs: 7 });
    expect([readWalk("a"), readWalk("b")]).toEqual([{ step: 1, sinceMs: 7 }, null]);
    keepWalk("a", null);
    expect(readWalk("a")).toBeNull();
  });
  test("nonsense is no place in it", () => {
    for (const text of ["{", "[]", '{"step":"x","sinceMs":1}', '{"step":0.5,"sinceMs":1}', "null"]) {
      sessionStorage.setItem("walk:a", text);
      expect(readWalk("a"), text).toBeNull();
    }
  });
  test("the guidelines she agreed to can be read again; nonsense is none", () => {
    keepGuidelines(["one", "two"]);
    expect(readGuidelines()).toEqual(["one", "two"]);
    for (const text of ["{", '{"a":1}', "[1,2]"]) {
      sessionStorage.setItem("guidelines", text);
      expect(readGuidelines(), text).toEqual([]);
    }
  });
});
