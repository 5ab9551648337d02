import { describe, expect, test } from "vitest";
import { areasOf, byTopic, directoryOf, found } from "../src/help/directory";
import { dateInside } from "../src/i18n/day_words";
import { hashOf, routeOf } from "../src/session/route";

const both = (en: string, es: string) => ({ en, es });
const entry = (id: string, more: object = {}) => ({
  id,
  name: both(`Walk ${id}`, `Paseo ${id}`),
  about: both("Walking together", "Caminar juntas"),
  who: both("Everyone", "Para todas"),
  topic: both("Groups", "Grupos"),
  area: both("North", "Norte"),
  call: "+13125550100",
  display: "312-555-0100",
  web: "https://walk.example/",
  languages: ["en"],
  checked: "2026-11-24",
  ...more,
});
const entries = directoryOf({
  entries: [
    entry("b"),
    entry("a"),
    entry("milk", { topic: both("Feeding", "Lactancia"), area: both("South", "Sur"), about: both("Help with nursing", "Ayuda con la lactáncia") }),
  ],
});
const ids = (list: readonly { id: string }[]) => list.map((one) => one.id);

describe("the directory", () => {
  test("is empty where there is none, and leaves out what it does not understand", () => {
    for (const nonsense of [null, 4, "x", {}, { entries: {} }, { entries: [null, 3, {}, { id: "x" }] }]) {
      expect(directoryOf(nonsense), JSON.stringify(nonsense)).toEqual([]);
    }
    const [odd] = directoryOf({ entries: [entry("odd", { call: "call me", web: "javascript:alert(1)", languages: ["fr", 4, "es"], who: 3 })] });
    expect(odd).toMatchObject({ call: "", web: "", languages: ["es"], who: both("", "") });
  });

  test("finds words in either language, without accents and capitals, and wants all of them", () => {
    expect(ids(found(entries, "LACTANCIA", "", "en"))).toEqual(["milk"]);
    expect(ids(found(entries, "nursing help", "", "es"))).toEqual(["milk"]);
    expect(ids(found(entries, "nursing walking", "", "en"))).toEqual([]);
    expect(ids(found(entries, "   ", "", "en"))).toEqual(["b", "a", "milk"]);
    expect(found(entries, ".*", "", "en")).toEqual([]);
  });

  test("goes by where they are, as it is said in her language", () => {
    expect(areasOf(entries, "es")).toEqual(["Norte", "Sur"]);
    expect(ids(found(entries, "", "Sur", "es"))).toEqual(["milk"]);
    expect(ids(found(entries, "walk", "South", "en"))).toEqual(["milk"]);
  });

  test("stands under its topics in the order of the file, inside them by name", () => {
    expect(byTopic(entries, "es").map((one) => [one.topic, ids(one.entries)])).toEqual([
      ["Grupos", ["a", "b"]],
      ["Lactancia", ["milk"]],
    ]);
  });

  test("has an address of its own, with nothing of hers in it", () => {
    expect(hashOf(routeOf("#/directory"))).toBe("#/directory");
    expect(routeOf("#/directory/more")).toEqual({ at: "directory" });
  });
});

test("a day is said as people say it, and what is none stays as it is", () => {
  expect(dateInside("2026-11-24", "en")).toBe("November 24, 2026");
  expect(dateInside("2026-11-24", "es")).toBe("24 de noviembre de 2026");
  expect(dateInside("soon", "en")).toBe("soon");
});
