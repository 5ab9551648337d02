import { describe, expect, test } from "vitest";
import { en } from "../src/i18n/en";
import { es } from "../src/i18n/es";

// Every string a screen can show, with example arguments for those that take some.
function* spoken(words: object, path = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") yield [at, value];
    else if (typeof value === "function") yield [at, String((value as (...args: unknown[]) => unknown)(...example(at)))];
    else yield* spoken(value as object, at);
  }
}

function example(at: string): unknown[] {
  if (at.endsWith("typing")) return [["Ana", "Bea"]];
  if (/left$|seconds|minutes|position|number|kept/.test(at) && !at.startsWith("lines")) return [3];
  return at.endsWith("room.and") ? ["Ana", 2] : ["Ana", "8:15", "Kim"];
}

const long_words_max = 15;

describe.each([
  ["English", en],
  ["Spanish", es],
])("%s", (_language, words) => {
  test("no sentence is longer than fifteen words", () => {
    for (const [at, text] of spoken(words)) {
      for (const sentence of text.split(/[.!?…:]+\s*/)) {
        const count = sentence.split(/\s+/).filter((word) => word !== "").length;
        expect(count, `${at}: ${sentence}`).toBeLessThanOrEqual(long_words_max);
      }
    }
  });
  test("nothing is left empty but the phase nobody knows", () => {
    for (const [at, text] of spoken(words)) if (at !== "phase.0") expect(text, at).not.toBe("");
  });
});

test("the Spanish has every key of the English, and its lists are as long", () => {
  const keys = (words: object) => [...spoken(words)].map(([at]) => at).filter((at) => !at.startsWith("staff.keys"));
  expect(keys(es)).toEqual(keys(en));
  expect(Object.keys(es.staff.keys)).toEqual(Object.keys(en.staff.keys));
});
