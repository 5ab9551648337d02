// Topics, on a keyboard and on a phone: one is written, changed by two at once who are both shown both, put away and
// brought back; and the link by which a facilitator's own calendar reads her dates.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";
import { localParts, planWeekly, signInToPlan, zone } from "../support/planning.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
const password = "nine quiet lanterns";
const day_ms = 86_400_000;
let browser, evening, fay, kim;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  evening.addStaff("Fay", "facilitator", password);
  evening.addStaff("Kim Lee", "facilitator", password);
  fay = await takePhone(browser, { wide: true, zone });
  kim = await takePhone(browser, { zone });
  await signInToPlan(fay, evening.links.mother, "Fay", password);
  await signInToPlan(kim, evening.links.mother, "Kim Lee", password);
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

const toTopics = (phone) => phone.button("Topics").click();
const card = (phone, title) => phone.page.locator("li.card", { hasText: title });
const saved = (phone) => phone.page.getByRole("status").filter({ hasText: "Saved." }).waitFor();
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim());

// Presses Tab until that button has the focus: a person with a keyboard alone gets there.
async function tabTo(page, words) {
  for (let steps = 0; steps < 40; steps += 1) {
    if ((await focused(page)) === words) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach "${words}"`);
}

test("a topic is written with the keyboard alone", async () => {
  const { page } = fay;
  await tabTo(page, "Topics");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Topics" }).waitFor();
  await tabTo(page, "A new topic");
  await page.keyboard.press("Enter");
  await page.getByLabel("Name of the topic").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Please fill this in.").waitFor();
  await page.keyboard.type("Nights");
  await page.keyboard.press("Enter");
  await saved(fay);
  await card(fay, "Nights").getByText("Last change: Fay").waitFor();
  await isClean(page, "topics");
});

test("of two who change it at once, the second sees both and keeps what is hers", async () => {
  await toTopics(kim);
  await kim.button("Change Nights").click();
  await kim.page.getByLabel("A few words about it").fill("With a baby in your arms.");
  await fay.button("Change Nights").click();
  await fay.page.getByLabel("Name of the topic").fill("Long nights");
  await fay.page.getByLabel("What is it about?").selectOption("nicu");
  await fay.button("Save").click();
  await saved(fay);
  await kim.button("Save").click();
  const sheet = kim.page.locator("dialog[open]");
  await sheet.getByText("Someone else changed this").waitFor();
  await isClean(kim.page, "a stale topic");
  await kim.page.screenshot({ path: `${pictures}/topics-stale.png` });
  assert.match(await sheet.locator("tbody").innerText(), /With a baby in your arms/);
  await kim.button("Keep mine", sheet).click();
  await saved(kim);
  const both = card(kim, "Long nights");
  await both.getByText("With a baby in your arms.").waitFor();
  await both.getByText("Last change: Kim Lee").waitFor();
});

test("nothing new is planned in a topic that was put away, until it is brought back", async () => {
  await kim.button("Change Long nights").click();
  await kim.button("Put it away").click();
  await saved(kim);
  await card(kim, "Long nights").getByText("Put away").waitFor();
  await kim.page.screenshot({ path: `${pictures}/topics.png` });
  await kim.button("Planning").click();
  await kim.button("Plan a series").click();
  assert.deepEqual(await kim.page.getByLabel("Topic", { exact: true }).locator("option").allInnerTexts(), ["Choose…"]);
  await kim.button("Back without saving").click();
  await toTopics(kim);
  await kim.button("Change Long nights").click();
  await kim.button("Bring it back").click();
  await saved(kim);
});

// As a calendar program does, without a session.
const read = (link) => fetch(`http://localhost:${evening.port}${new URL(link).pathname}`);

test("her own calendar reads her dates by a link that is shown once", async () => {
  await fay.button("Planning").click();
  await planWeekly(fay, { topic: "Long nights", at: localParts(Date.now() + 2 * day_ms), second: "Kim Lee" });
  await fay.button("Who leads when").click();
  await fay.button("Make the link").click();
  const link = await fay.page.getByLabel("Your link").inputValue();
  const feed = await (await read(link)).text();
  assert.match(feed, /SUMMARY:Long nights \(you lead\)/);
  assert.doesNotMatch(feed, /Kim|Fay/);
  await isClean(fay.page, "who leads when, with a link");
  await fay.button("Make a new link").click();
  await fay.page.waitForFunction((before) => document.querySelector(".rota input[readonly]")?.value !== before, link);
  assert.equal((await read(link)).status, 404);
  const next = await fay.page.getByLabel("Your link").inputValue();
  await fay.button("Planning").click();
  await fay.button("Who leads when").click();
  await fay.page.getByText("You have a link.").waitFor();
  assert.equal(await fay.page.getByLabel("Your link").count(), 0);
  await fay.button("Take the link back").click();
  await fay.page.getByText("The link does not work any more.").waitFor();
  assert.equal((await read(next)).status, 404);
  await fay.end();
  await kim.end();
});
