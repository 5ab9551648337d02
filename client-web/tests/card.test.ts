import { describe, expect, test } from "vitest";
import { embedSnippet } from "../src/calendar/embed_snippet";
import { card_words, outside_words } from "../src/i18n/outside_words";
import { drawn, modulesOf } from "../src/session/qr";
import { readQr } from "./support/qr_reader";

const border = 4;
const link = "https://circle.example.org/#/enter/" + "k3vQ_".repeat(8) + "abc";

describe("the code on the card", () => {
  test("is read back as the link, in every version that a link may need", () => {
    const seen = new Set<number>();
    for (let length = 1; length <= 213; length += 1) {
      const text = (link + "x".repeat(213)).slice(0, length);
      const read = readQr(modulesOf(text), border);
      expect(read.text).toBe(text);
      seen.add(read.version);
    }
    expect([...seen]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
  test("keeps letters that are not English", () => {
    expect(readQr(modulesOf("https://mamás.example/#/enter/ñandú"), border).text).toBe("https://mamás.example/#/enter/ñandú");
  });
  test("has a quiet border on each side, and its path draws exactly the dark modules", () => {
    const rows = modulesOf(link);
    const { side, path } = drawn(link);
    expect(side).toBe(rows.length);
    const dark = rows.map((row) => row.map(() => false));
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let i = 0; i < Number(length); i += 1) dark[Number(y)]![Number(x) + i] = true;
    }
    expect(dark).toEqual(rows);
    for (let i = 0; i < border; i += 1) expect(rows[i]!.includes(true) || rows.at(-1 - i)!.includes(true)).toBe(false);
    for (const row of rows) expect(row.slice(0, border).includes(true) || row.slice(-border).includes(true)).toBe(false);
  });
  test("that is damaged is not taken for a whole one", () => {
    const rows = modulesOf(link).map((row) => [...row]);
    const [y, x] = [rows.length - border - 1, rows.length - border - 1];
    rows[y]![x] = !rows[y]![x];
    expect(() => readQr(rows, border)).toThrow("damaged");
  });
});

test("the card says nothing of who it is for and what it is about, in both languages", () => {
  expect(Object.keys(card_words.es)).toEqual(Object.keys(card_words.en));
  const telling = /moth|mom\b|mam[áa]|baby|beb[ée]|pregnan|embaraz|birth|parto|health|salud|depress|mood|ánimo|feel|sient|support|apoyo|group|grupo|circle|c[ií]rculo|night|noche/i;
  for (const words of [card_words.en, card_words.es]) {
    for (const said of Object.values(words)) {
      expect(said).not.toMatch(telling);
      for (const sentence of said.split(/[.:]\s*/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(15);
    }
  }
});

test("the team's words about it have every key in both languages, in short sentences", () => {
  for (const part of ["web", "card"] as const) {
    expect(Object.keys(outside_words.es[part])).toEqual(Object.keys(outside_words.en[part]));
    for (const said of [outside_words.en, outside_words.es].flatMap((words) => Object.values(words[part]))) {
      for (const sentence of said.split(/[.:]\s*/)) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(15);
    }
  }
});

test("what is copied for a web site asks this server alone, in the language of whoever copies it", () => {
  const snippet = embedSnippet("https://circle.example.org", "es");
  expect(snippet).toContain('src="https://circle.example.org/embed?lang=es"');
  expect(snippet).toContain('title="Horario"');
  expect(snippet.match(/https?:/g)).toHaveLength(1);
  expect(snippet).not.toContain("<script");
  expect(embedSnippet("https://circle.example.org", "en")).toContain("lang=en");
});
