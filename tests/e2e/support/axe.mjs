// axe-core's opinion of the page as it is now. Injected through the debugging protocol, so the page's own content
// policy stays as it is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// A page that scrolls is laid out whole for it: what happens to be half under the bar below is a scroll away, and its
// size is judged like every other's.
export async function isClean(page, screen) {
  const phone = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > phone.height) await page.setViewportSize({ width: phone.width, height });
  const found = await violationsOf(page);
  if (height > phone.height) await page.setViewportSize(phone);
  assert.deepEqual(found, [], `${screen} is accessible`);
}

async function violationsOf(page) {
  await page.evaluate(`${source};0`);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}
