import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { callAddress, textAddress, textFor, type Helpline } from "../src/help/helpline";
import { shown } from "../tools/helplines.js";

interface Stored extends Helpline {
  audience: string;
  source: string;
  checked: string;
  review: string;
  state: string;
}

const file = fileURLToPath(new URL("../../config/helplines/us-il.json", import.meta.url));
const { lines } = JSON.parse(readFileSync(file, "utf8")) as { lines: Stored[] };

const keys: Record<string, string> = { ABC: "2", DEF: "3", GHI: "4", JKL: "5", MNO: "6", PQRS: "7", TUV: "8", WXYZ: "9" };
const digitsOf = (text: string) =>
  text
    .replace(/[A-Z]/g, (letter) => Object.entries(keys).find(([letters]) => letters.includes(letter))?.[1] ?? "?")
    .replace(/\D/g, "");
// With and without the country's 1, it is the same line.
const national = (digits: string) => (digits.length === 11 ? digits.slice(1) : digits);

describe.each(lines.map((line) => [line.id, line] as const))("%s", (_id, line) => {
  test("what is dialled, what is printed and what its letters spell are one number", () => {
    expect(national(digitsOf(line.call))).toBe(national(digitsOf(line.display)));
    if (line.letters !== "") expect(national(digitsOf(line.letters))).toBe(national(digitsOf(line.call)));
  });
  test("it can be reached in some way, in both languages, and says where it was found and when", () => {
    expect(line.call !== "" || line.sms.length > 0).toBe(true);
    expect(line.name.en && line.name.es && line.about.en && line.about.es).toBeTruthy();
    expect(line.source).not.toBe("");
    expect(line.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

test("only what is known to be right is shown, and a staff number never to everyone", () => {
  const everyone = shown("everyone").map((line: Helpline) => line.id);
  expect(everyone).toContain("lifeline_988");
  for (const line of lines) {
    expect(everyone.includes(line.id)).toBe(line.state === "ok" && line.audience === "everyone");
  }
});

test("retired and doubtful numbers are nowhere in the file", () => {
  const text = readFileSync(file, "utf8");
  for (const gone of ["9435746", "943-5746", "Call4Calm", "CARES"]) expect(text).not.toContain(gone);
});

test("a text goes to the line of her language, with the word it asks for", () => {
  const lifeline = lines.find((line) => line.id === "lifeline_988");
  if (lifeline === undefined) throw new Error("988 is missing");
  expect(textFor(lifeline, "es")).toMatchObject({ to: "988", body: "AYUDA" });
  expect(textAddress({ to: "741741", body: "HOME" })).toBe("sms:741741?&body=HOME");
  expect(callAddress(lifeline)).toBe("tel:988");
});
