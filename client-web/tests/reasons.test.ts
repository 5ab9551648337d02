import { expect, test } from "vitest";
import { console_en } from "../src/i18n/console_en";
import { console_es } from "../src/i18n/console_es";
import { en } from "../src/i18n/en";
import { es } from "../src/i18n/es";
import { listed_reasons, reasonIn } from "../src/i18n/reasons";

test("a reason from the list is read in her own language, whichever it was chosen in", () => {
  listed_reasons.en.forEach((english, place) => {
    const spanish = listed_reasons.es[place] ?? "";
    expect(spanish).not.toBe("");
    expect(reasonIn("es", english)).toBe(spanish);
    expect(reasonIn("es", spanish)).toBe(spanish);
    expect(reasonIn("en", spanish)).toBe(english);
  });
  expect(listed_reasons.es).toHaveLength(listed_reasons.en.length);
});

test("words of their own stay as they were written", () => {
  for (const own of ["", "Unkind words", "unkind words to Bea", "palabras", "constructor"]) {
    expect(reasonIn("es", own)).toBe(own);
  }
});

test("wherever a reason is shown, it is shown in that language", () => {
  expect(es.room.goneReason("off topic")).toBe(es.room.goneReason("fuera de tema"));
  expect(es.outside.reason("off topic")).toContain("fuera de tema");
  expect(es.held.reason("private details")).toContain("datos privados");
  expect(console_es.card.because("a calmer moment")).toContain("un momento de calma");
  expect(en.outside.reason("fuera de tema")).toContain("off topic");
  expect(en.room.goneReason("fuera de tema")).toContain("off topic");
  expect(en.held.reason("datos privados")).toContain("private details");
  expect(console_en.card.because("un momento de calma")).toContain("a calmer moment");
});
