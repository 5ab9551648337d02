import { describe, expect, test } from "vitest";
import { dayWords, embed_words, languageOf, timeWords } from "../src/embed/embed_words";
import { meetings_shown_max, scheduleOf } from "../src/embed/schedule";

const now = Date.parse("2026-11-24T12:00:00Z");
const hour = 3_600_000;
const meeting = (more: object = {}) => ({
  series: "aaaaaaaaaaaa",
  topic: "t",
  title: "Evening",
  language: "en",
  startsAtMs: String(now + hour),
  endsAtMs: String(now + 2 * hour),
  ...more,
});
const schedule = (answer: unknown) => scheduleOf(answer, "https://circle.example.org", now);

describe("the schedule for other people's pages", () => {
  test("shows what is not over, in order, with the topic's name where it says more than the title", () => {
    const meetings = [
      meeting({ title: "Later", startsAtMs: String(now + 5 * hour), endsAtMs: String(now + 6 * hour) }),
      meeting({ title: "Over", startsAtMs: String(now - hour), endsAtMs: String(now) }),
      meeting({ title: "Running", startsAtMs: String(now - hour), endsAtMs: String(now + 1) }),
      meeting({ title: "Nights", topic: "n", cancelled: true }),
    ];
    const topics = [{ id: "t", title: "First months" }, { id: "n", title: "Nights" }];
    const { meetings: shown, organisation } = schedule({ organisation: "Our circle", topics, meetings });
    expect(organisation).toBe("Our circle");
    expect(shown.map((one) => one.title)).toEqual(["Running", "Nights", "Later"]);
    expect(shown.map((one) => one.topic)).toEqual(["First months", "", "First months"]);
    expect(shown.map((one) => one.cancelled)).toEqual([false, true, false]);
  });

  test("is empty for nonsense, and shows no more than it has room for", () => {
    for (const nonsense of [null, 3, "x", [], {}, { meetings: 4 }, { meetings: [null, 1, {}] }, { meetings: [meeting({ startsAtMs: "soon" })] }]) {
      expect(schedule(nonsense).meetings, JSON.stringify(nonsense)).toEqual([]);
    }
    const many = Array.from({ length: meetings_shown_max + 1 }, () => meeting());
    expect(schedule({ meetings: many }).meetings).toHaveLength(meetings_shown_max);
  });

  test("leads to the organisation's own page, or to this site, and never to a program", () => {
    expect(schedule({ signUp: "https://www.example.org/join" }).signUp).toBe("https://www.example.org/join");
    for (const other of [undefined, "", "javascript:alert(1)", "data:text/html,x", "//elsewhere.example", 5]) {
      expect(schedule({ signUp: other }).signUp, String(other)).toBe("https://circle.example.org/");
    }
  });
});

test("how one comes in is told where it is known, and nothing more about it", () => {
  const door = (more: object) => schedule({ meetings: [meeting(more)] }).meetings[0]?.door;
  expect(door({})).toBe("open");
  expect(door({ door: "DOOR_KIND_OPEN" })).toBe("open");
  expect(door({ door: "DOOR_KIND_CODE", code: "MOON7" })).toBe("code");
  expect(door({ door: "DOOR_KIND_INVITATION" })).toBe("invitation");
  expect(door({ door: "DOOR_KIND_REGISTERED" })).toBe("registered");
  for (const other of ["DOOR_KIND_OTHER", "toString", 7, null, {}]) expect(door({ door: other }), String(other)).toBe("");
});

test("its address says the language, and without one the browser does", () => {
  expect(languageOf("?lang=es", "en-US")).toBe("es");
  expect(languageOf("?lang=ES-mx", "en-US")).toBe("es");
  expect(languageOf("?lang=en", "es-MX")).toBe("en");
  expect(languageOf("?lang=fr", "es-MX")).toBe("en");
  expect(languageOf("", "es-MX")).toBe("es");
  expect(languageOf("?other=1", "de")).toBe("en");
});

test("days and hours are those of the reader's clock", () => {
  const plain = (text: string) => text.replace(/[\u202f\u2009\u00a0]/g, " ");
  const at = Date.parse("2026-11-25T01:30:00Z");
  expect(dayWords(at, "America/Chicago", "en")).toBe("Tuesday, November 24");
  expect(dayWords(at, "America/Chicago", "es")).toBe("Martes, 24 de noviembre");
  expect(plain(timeWords(at, at + hour, "America/Chicago", "en"))).toBe("7:30 – 8:30 PM");
});

test("its Spanish has every key of its English", () => {
  expect(Object.keys(embed_words.es)).toEqual(Object.keys(embed_words.en));
  expect(Object.keys(embed_words.es.door)).toEqual(Object.keys(embed_words.en.door));
});
