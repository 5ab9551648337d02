// What a chat program or a search engine makes of a link: it fetches the page and shows its title, its description and
// its pictures. The part after '#', an invitation or a way back, never leaves the phone, so that every such link looks
// like the front page; and the front page says nothing.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { en } from "../src/i18n/en";
import { es } from "../src/i18n/es";

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const pages = ["index.html", "embed.html", "public/blank.html"];
const telling = /moth|mom\b|mam[áa]|baby|beb[ée]|pregnan|embaraz|birth|parto|health|salud|depress|mood|nicu|loss|group|grupo|circle|c[ií]rculo|nightlight/i;

describe.each(pages)("%s", (name) => {
  const text = readFileSync(here(name), "utf8");
  test("gives a preview nothing but a neutral title", () => {
    expect(text).not.toMatch(/og:|twitter:|name="description"|name="author"|name="keywords"|ld\+json|oembed|canonical/i);
    expect(/<title>([^<]*)<\/title>/.exec(text)?.[1]).toMatch(/^(Notes|Schedule)$/);
    expect(text).not.toMatch(telling);
  });
  test("asks to be in no search engine, and asks nobody else for anything", () => {
    expect(text).toMatch(/<meta name="robots" content="noindex/);
    expect(text).not.toMatch(/(src|href|content)="(https?:)?\/\//);
  });
});

test("there are no other pages, and what a phone shows of an installed one is as neutral", () => {
  const found = [...readdirSync(here(".")), ...readdirSync(here("public")).map((name) => `public/${name}`)];
  expect(found.filter((name) => name.endsWith(".html")).sort()).toEqual([...pages].sort());
  const manifest = readFileSync(here("public/manifest.json"), "utf8");
  expect(manifest).not.toMatch(telling);
  expect(JSON.parse(manifest)).not.toHaveProperty("description");
  for (const title of [en.documentTitle, es.documentTitle]) expect(title).not.toMatch(telling);
});
