import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { amountWords, barsOf, durationWords } from "../src/figures/amounts";
import { factsOf } from "../src/figures/facts";
import { figures_words } from "../src/i18n/figures_words";
import { FiguresSchema } from "../src/protocol/generated/nightlight/api/v1/figures_pb";
import { AlertLevel } from "../src/protocol/generated/nightlight/wire/v1/room_pb";

const { en, es } = figures_words;

test("a count that is kept back is told as such, and a sum with such a part as from one number to another", () => {
  expect(amountWords({ least: 0, most: 0 }, en)).toBe("0");
  expect(amountWords(undefined, en)).toBe("0");
  expect(amountWords({ least: 5, most: 5 }, en)).toBe("5");
  expect(amountWords({ least: 0, most: 4 }, en)).toBe("fewer than 5");
  expect(amountWords({ least: 0, most: 4 }, es)).toBe("menos de 5");
  expect(amountWords({ least: 0, most: 8 }, es)).toBe("no se dice");
  expect(amountWords({ least: 13, most: 17 }, en)).toBe("13 to 17");
});

test("a time to wait is told in the unit that somebody feels", () => {
  expect([0, 59, 60, 61, 3599, 3600, 3900].map(durationWords)).toEqual([
    "0 s",
    "59 s",
    "1 min",
    "2 min",
    "1 h 0 min",
    "1 h 0 min",
    "1 h 5 min",
  ]);
});

test("bars are parts of the longest, and nothing is longer than the frame", () => {
  expect(barsOf([])).toEqual([]);
  expect(barsOf([{ least: 0, most: 0 }])).toEqual([{ sure: 0, perhaps: 0 }]);
  expect(barsOf([{ least: 8, most: 8 }, { least: 0, most: 4 }])).toEqual([
    { sure: 1, perhaps: 1 },
    { sure: 0, perhaps: 0.5 },
  ]);
});

test("every fact has a name of its own, and an alert says how long it waited when that is told", () => {
  const figures = create(FiguresSchema, {
    attendance: { least: 9, most: 9 },
    alerts: [
      { level: AlertLevel.RED, alerts: { least: 5, most: 5 }, medianSeconds: 40, slowestSeconds: 130 },
      { level: AlertLevel.AMBER, alerts: { least: 0, most: 4 } },
    ],
  });
  const facts = factsOf(figures, en);
  expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length);
  expect(facts[0]).toEqual({ name: "Came", words: "9" });
  expect(facts.at(-2)?.words).toBe("5, half of them taken within 40 s, the slowest after 3 min");
  expect(facts.at(-1)?.words).toBe("fewer than 5");
});

test("both languages have the same words, none of them empty", () => {
  expect(Object.keys(es)).toEqual(Object.keys(en));
  for (const words of [en, es]) for (const one of Object.values(words)) expect(one).not.toBe("");
});
