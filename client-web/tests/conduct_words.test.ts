import { describe, expect, test } from "vitest";
import { built_in } from "../src/conduct/draft";
import { conduct_en } from "../src/i18n/conduct_en";
import { conduct_es } from "../src/i18n/conduct_es";
import { mistakeWords, ruleWords } from "../src/i18n/conduct_words";

function* spoken(words: object, path = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") yield [at, value];
    else if (typeof value === "function") yield [at, String((value as (...args: unknown[]) => unknown)("Ana", "Kim"))];
    else yield* spoken(value as object, at);
  }
}

describe.each([["English", conduct_en], ["Spanish", conduct_es]])("%s", (_language, words) => {
  test("no sentence is longer than eighteen words, and none is empty", () => {
    for (const [at, text] of spoken(words)) {
      expect(text, at).not.toBe("");
      for (const sentence of text.split(/[.!?…:]+\s*/)) {
        expect(sentence.split(/\s+/).filter((word) => word !== "").length, `${at}: ${sentence}`).toBeLessThanOrEqual(18);
      }
    }
  });
  test("every built-in rule says what it looks for", () => {
    expect(Object.keys(words.built.meaning)).toEqual(built_in.map((one) => one.name));
  });
});

test("the Spanish has every key of the English", () => {
  const keys = (words: object) => [...spoken(words)].map(([at]) => at);
  expect(keys(conduct_es)).toEqual(keys(conduct_en));
});

test("a rule is a sentence, and a refusal that is not known keeps the server's words", () => {
  const rule = { name: "names", kind: "word", action: "alert", texts: ["tonta", "boba"], except: ["bobada"] } as const;
  expect(ruleWords(rule, conduct_en)).toBe(
    "Whole word or phrase: tonta, boba · Send it and tell the team · But not in: bobada",
  );
  const misplaced = { key: 1, field: "rule", why: "theirs", said: "something new" } as const;
  expect(mistakeWords(misplaced, conduct_es)).toBe("El servidor no acepta esta regla: something new");
  expect(mistakeWords({ ...misplaced, key: null }, conduct_en)).toContain("whoever runs the server");
});
