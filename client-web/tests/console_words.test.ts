import { describe, expect, test } from "vitest";
import { console_en } from "../src/i18n/console_en";
import { console_es } from "../src/i18n/console_es";
import { ageWords } from "../src/i18n/console_words";
import { letters } from "../src/desk/actions";
import { piecesOf } from "../src/ui/staff/console/marked";
import { talkItems } from "../src/ui/staff/console/talk_items";
import type { Message } from "../src/room/view";

function* spoken(words: object, path = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") yield [at, value];
    else if (typeof value === "function") yield [at, String((value as (...args: unknown[]) => unknown)("Ana", "Kim", "8:15"))];
    else yield* spoken(value as object, at);
  }
}

describe.each([["English", console_en], ["Spanish", console_es]])("%s", (_language, words) => {
  test("no sentence is longer than fifteen words", () => {
    for (const [at, text] of spoken(words)) {
      for (const sentence of text.split(/[.!?…:]+\s*/)) {
        expect(sentence.split(/\s+/).filter((word) => word !== "").length, `${at}: ${sentence}`).toBeLessThanOrEqual(15);
      }
    }
  });
  test("every letter is in the list of keys", () => {
    for (const letter of Object.values(letters)) expect(words.keys).toHaveProperty(letter);
  });
  test("the six reasons and every choice have words", () => {
    expect(words.reasons).toHaveLength(6);
    expect([words.choices.mute, words.choices.remove, words.choices.ban, words.choices.outcome].map((one) => one.length)).toEqual([4, 4, 3, 5]);
  });
});

test("the Spanish has every key of the English", () => {
  const keys = (words: object) => [...spoken(words)].map(([at]) => at);
  expect(keys(console_es)).toEqual(keys(console_en));
});

test("an age is a word or two", () => {
  expect([-5_000, 59_999, 60_000, 3_599_999, 3_600_000, 172_800_000].map((ms) => ageWords(ms, console_en))).toEqual(
    ["just now", "just now", "1 min", "59 min", "1 hour", "2 d"],
  );
});

test("what a rule heard is set apart, overlaps once", () => {
  const pieces = piecesOf("I wish I could go", [{ begin: 9, end: 17 }, { begin: 0, end: 6 }, { begin: 4, end: 6 }]);
  expect(pieces).toEqual([
    { words: "I wish", heard: true }, { words: " I ", heard: false }, { words: "could go", heard: true },
  ]);
  expect(piecesOf("hello", [])).toEqual([{ words: "hello", heard: false }]);
});

test("what the team did stands between the messages where it happened", () => {
  const message = (number: number) => ({ number, author: 1, atMs: 0, text: "" }) as Message;
  const line = { key: "l", atMs: 5, after: 1, body: { is: "left" as const, member: 1 } };
  const doing = { key: "d", atMs: 4, by: 1, after: 1, about: [], deed: { is: "hidden" as const } };
  const keys = talkItems([message(1), message(2)], [line], [doing]).map((item) => item.key);
  expect(keys).toEqual(["message-1", "d", "l", "message-2"]);
});
