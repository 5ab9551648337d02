import { expect, test } from "vitest";
import { cardFor, type CardName } from "../src/desk/card_for";
import { cards_en } from "../src/i18n/cards_en";
import { cards_es } from "../src/i18n/cards_es";
import { console_en } from "../src/i18n/console_en";
import { AlertKind } from "../src/protocol/generated/nightlight/wire/v1/room_pb";

const card = (category: string, kind = AlertKind.PHRASE) => cardFor({ category, kind });
const sentence_words_max = 15;

test("every category of a phrase alert has a card", () => {
  for (const category of Object.keys(console_en.category)) expect(card(category), category).not.toBeNull();
});

test("an unwanted thought is answered as one, and danger as an emergency", () => {
  expect(card("C6")).toBe("thoughts");
  for (const category of ["C5", "C7", "C9"]) expect(card(category), category).toBe("emergency");
  expect(card("C8")).toBe("watched");
});

test("who asked to be written to, and whom somebody worries about, are listened to; a report has no card", () => {
  expect(card("", AlertKind.FEELING)).toBe("listen");
  expect(card("", AlertKind.WORRY)).toBe("listen");
  expect(card("", AlertKind.REPORT)).toBeNull();
});

test("both languages have the same cards, with as many lines, in short sentences", () => {
  for (const name of Object.keys(cards_en.cards) as CardName[]) {
    const [en, es] = [cards_en.cards[name], cards_es.cards[name]];
    for (const part of ["say", "next", "leave"] as const) {
      expect(es[part].length, `${name}.${part}`).toBe(en[part].length);
      for (const line of [...en[part], ...es[part]]) {
        for (const sentence of line.split(/[.!?:]+\s*/)) {
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(sentence_words_max);
        }
      }
    }
  }
});

test("a card where her screen may be read does not ask the volunteer to send a number", () => {
  expect(cards_en.cards.watched.say.join(" ")).not.toMatch(/[0-9]|violence|abuse/);
  expect(cards_es.cards.watched.say.join(" ")).not.toMatch(/[0-9]|violencia|abuso/);
});
