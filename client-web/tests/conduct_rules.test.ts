import { describe, expect, test } from "vitest";
import {
  added, built_in, empty_rule, named, ownRules, readyToTry, switched, switchOf, without, withRule,
} from "../src/conduct/draft";
import { merged } from "../src/conduct/merge";
import { placed, unfinished } from "../src/conduct/mistakes";
import { entriesOf, listOf, nameOf, textOf, type Rule } from "../src/conduct/rules_text";
import { foundIn, strongest } from "../src/conduct/tried";

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
const rulesIn = (written: string) => entriesOf(written).flatMap((one) => (one.is === "rule" ? [one.rule] : []));
const rule = (more: Partial<Rule>): Rule => ({ ...empty_rule, texts: ["tonta"], ...more });

describe("the text of rules", () => {
  const whole = [
    "# our circle",
    "",
    "word names hold : tonta, mala madre",
    "prefix crypto rephrase : crypto ; except cryptorchidism, criptorquidia",
    "contains pyramid alert : boss babe",
    "pattern zoom-room hold : zoom\\.us/j/\\d{1,3}, or so",
    "switch link off",
    "switch phone-number rephrase ; except 971-203-7773",
  ];
  test("is read and written back as it was, remarks too", () => {
    expect(textOf(entriesOf(text(whole))).text).toBe(text(whole));
    expect(textOf(entriesOf("")).text).toBe("");
  });
  test("has each part in its place", () => {
    const [names, crypto, , pattern, link] = rulesIn(text(whole));
    expect(names).toEqual(rule({ name: "names", texts: ["tonta", "mala madre"] }));
    expect(crypto).toMatchObject({ texts: ["crypto"], except: ["cryptorchidism", "criptorquidia"] });
    expect(pattern?.texts).toEqual(["zoom\\.us/j/\\d{1,3}, or so"]);
    expect(link).toEqual({ name: "link", kind: "switch", action: "off", texts: [], except: [] });
  });
  test("goes on in a line that begins with a space, and may end without a new line", () => {
    expect(rulesIn("word names hold : tonta,\n  mala madre\n\tboba")[0]?.texts).toEqual(["tonta", "mala madre boba"]);
  });
  test("is kept where it cannot be read", () => {
    const odd = text(["word names", "wrod names hold : x", "word a b hold : x", "word names perhaps : x", "switch link"]);
    expect(rulesIn(odd)).toEqual([]);
    expect(textOf(entriesOf(odd)).text).toBe(odd);
  });
  test("knows whose line each is", () => {
    const entries = entriesOf(text(whole));
    const { keys } = textOf(entries);
    expect(keys).toHaveLength(whole.length);
    expect(entries.find(({ key }) => key === keys[6])).toMatchObject({ rule: { name: "link" } });
  });
});

test("what is typed becomes a list, and a name", () => {
  expect(listOf(" tonta,, mala  madre ,\nboba,")).toEqual(["tonta", "mala  madre", "boba"]);
  expect(listOf(" , ")).toEqual([]);
  expect([nameOf("Our Hospital!"), nameOf("  año  nuevo "), nameOf("¿?"), nameOf("a".repeat(40))]).toEqual([
    "our-hospital", "ano-nuevo", "", "a".repeat(32),
  ]);
});

describe("a draft", () => {
  const entries = entriesOf(text(["word names hold : tonta", "switch link off", "switch theirs alert"]));
  test("has the room's own rules apart from what it says to the built-in ones", () => {
    expect(ownRules(entries).map((one) => one.rule.name)).toEqual(["names", "theirs"]);
    expect(switchOf(entries, "link")?.rule.action).toBe("off");
    expect(switchOf(entries, "selling")).toBeNull();
  });
  test("switches a built-in rule, another way, and back", () => {
    const once = switched(entries, "selling", "alert");
    expect(textOf(once).text).toContain("switch selling alert\n");
    expect(textOf(switched(once, "selling", "off")).text).toContain("switch selling off\n");
    expect(textOf(switched(once, "selling", null)).text).toBe(textOf(entries).text);
    expect(textOf(switched(entries, "selling", null)).text).toBe(textOf(entries).text);
  });
  test("takes a rule in, changes it, and takes it out", () => {
    const { entries: more, key } = added(entries, rule({ name: "bobas", texts: ["boba"] }));
    expect(textOf(more).text).toMatch(/word bobas hold : boba\n$/);
    expect(textOf(withRule(more, key, rule({ name: "bobas", action: "alert" }))).text).toMatch(/word bobas alert : tonta\n$/);
    expect(without(more, key)).toEqual(entries);
    expect(added([], empty_rule).key).toBe(0);
  });
  test("names what nobody named, and never with a name that is taken", () => {
    const unnamed = [
      rule({ texts: ["Mala madre"] }), rule({ texts: ["mala-madre"] }), rule({ texts: ["link"] }), rule({ texts: ["¿?"] }),
      rule({ texts: ["a".repeat(200)] }), rule({ texts: ["a".repeat(200)] }),
    ].reduce((all, one) => added(all, one).entries, entriesOf(""));
    const names = named(unnamed).map((one) => (one.is === "rule" ? one.rule.name : ""));
    expect(names).toEqual(["mala-madre", "mala-madre-2", "link-2", "rule", "a".repeat(32), `${"a".repeat(30)}-2`]);
  });
  test("is tried without what is still being written, and not saved with it", () => {
    const { entries: more, key } = added(entries, empty_rule);
    expect(readyToTry(more)).toEqual(entries);
    expect(unfinished(more)).toEqual([{ key, field: "texts", why: "nothing", said: "" }]);
    const nameless = added(entries, { ...empty_rule, kind: "switch" });
    expect(readyToTry(nameless.entries)).toEqual(entries);
    expect(unfinished(nameless.entries)).toMatchObject([{ key: nameless.key, field: "name", why: "noName" }]);
    expect(unfinished(entries)).toEqual([]);
  });
});

describe("a refusal stands where the mistake is", () => {
  const long = Array.from({ length: 33 }, (_, n) => `w${n}`).join(", ");
  const entries = entriesOf(text(["# one", "word names hold : tonta", `word many hold : ${long}`]));
  const { keys } = textOf(entries);
  test.each([
    [2, "'names' is the name of a rule above", 1, "name", "taken"],
    [2, "'Ñ' cannot be a name: write 1 to 32 of a-z, 0-9 and '-'", 1, "name", "badName"],
    [2, "no rule is called 'nobody'; the built-in ones are link", 1, "name", "unknown"],
    [2, "'link' is a built-in rule: switch it, or choose another name", 1, "name", "builtIn"],
    [2, "the pattern cannot be read: missing )", 1, "texts", "badPattern"],
    [2, "the pattern matches even where nothing is written", 1, "texts", "greedy"],
    [2, "the pattern asks for too much: make it shorter", 1, "texts", "heavy"],
    [2, "a text is longer than 200 characters", 1, "texts", "tooLong"],
    [2, "an exception is empty", 1, "except", "blank"],
    [2, "more than 32 texts or exceptions in one rule", 1, "except", "tooMany"],
    [3, "more than 32 texts or exceptions in one rule", 2, "texts", "tooMany"],
    [3, "something new", 2, "rule", "theirs"],
    [1, "longer than 16384 bytes", null, "rule", "tooLong"],
    [3, "more than 200 rules", null, "rule", "tooMany"],
    [0, "looks for nothing", null, "rule", "theirs"],
    [99, "looks for nothing", null, "texts", "nothing"],
  ] as const)("line %d: %s", (line, what, key, field, why) => {
    expect(placed({ line, what }, entries, keys)).toEqual({ key, field, why, said: what });
  });
});

describe("two who change rules at once", () => {
  const base = entriesOf(text(["# ours", "word a hold : a", "word b hold : b", "word c hold : c"]));
  test("keep what only one of them changed", () => {
    const mine = entriesOf(text(["# ours", "word a alert : a", "word b hold : b", "word c hold : c", "word d hold : d"]));
    const theirs = entriesOf(text(["# theirs", "word a hold : a", "word c hold : c, cc", "word e hold : e"]));
    const both = merged(base, mine, theirs);
    expect(textOf(both.entries).text).toBe(
      text(["# theirs", "word a alert : a", "word c hold : c, cc", "word e hold : e", "word d hold : d"]),
    );
    expect(both.theirs.map((one) => one.name).sort()).toEqual(["b", "c", "e"]);
    expect(both.both).toEqual([]);
    expect(new Set(both.entries.map((one) => one.key)).size).toBe(both.entries.length);
  });
  test("see where they differ, and mine stands", () => {
    const mine = entriesOf(text(["word a alert : a", "word c hold : c"]));
    const theirs = entriesOf(text(["word a off : a", "word b hold : bb", "word c hold : c"]));
    const both = merged(base, mine, theirs);
    expect(both.both.map(({ name, mine: my, theirs: their }) => [name, my?.action ?? null, their?.action ?? null])).toEqual([
      ["a", "alert", "off"], ["b", null, "hold"],
    ]);
    expect(textOf(both.entries).text).toBe(text(["word a alert : a", "word c hold : c"]));
  });
  test("who did the same differ in nothing", () => {
    const same = entriesOf(text(["word a off : a"]));
    expect(merged(base, same, same)).toMatchObject({ theirs: [], both: [] });
  });
});

test("what is found is told in the order of the sentence, with whose rule it is", () => {
  const entries = entriesOf("word names hold : tonta\nswitch theirs alert\n");
  const sample = "🤱 tonta, theirs, link";
  const at = (words: string) => ({ begin: sample.indexOf(words), end: sample.indexOf(words) + words.length });
  const found = foundIn(
    sample,
    [{ rule: "link", action: 2, ...at("link") }, { rule: "names", action: 3, ...at("tonta") }, { rule: "theirs", action: 1, ...at("theirs") }],
    entries,
  );
  expect(found.map(({ words, whose, action }) => [words, whose, action])).toEqual([
    ["tonta", "room", "hold"], ["theirs", "organisation", "alert"], ["link", "built_in", "rephrase"],
  ]);
  expect(strongest(found)).toBe("hold");
  expect(strongest([])).toBe("off");
});

test("the eight built-in rules are those the server names", async () => {
  const { readFileSync } = await import("node:fs");
  const source = readFileSync(new URL("../../server/domain/moderation/built_in_rules.cpp", import.meta.url), "utf8");
  const there = [...source.matchAll(/\{"([a-z-]+)", word_action::([a-z]+)/g)].map(([, name, action]) => ({ name, action }));
  expect(built_in).toEqual(there);
});
