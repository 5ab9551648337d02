// A screen as it is now on a small phone: its picture is kept in output/, it is accessible, nothing in it is wider than the
// phone, and what is touched is large enough for a thumb.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isClean } from "./axe.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));

export async function fits(phone, screen, touchable = "button, a[href], textarea, label:has(input)") {
  mkdirSync(pictures, { recursive: true });
  await phone.page.screenshot({ path: `${pictures}/${screen}.png` });
  await isClean(phone.page, screen);
  const { wide, low } = await phone.page.evaluate((selector) => {
    const touched = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    return {
      wide: document.documentElement.scrollWidth > innerWidth,
      low: touched.filter((one) => one.getBoundingClientRect().height < 47.5).map((one) => one.outerHTML.slice(0, 80)),
    };
  }, touchable);
  assert.equal(wide, false, `${screen} fits`);
  assert.deepEqual(low, [], `${screen}: large enough to touch`);
}
