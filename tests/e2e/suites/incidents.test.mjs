// A red alert and what is left of it: the moderator takes it, closes it with an outcome and writes it down; the facilitator
// reads it and logs a decision, and the moderator countersigns it after the server died.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { takeDesk } from "../support/desk.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
const helplines = new URL("../../../config/helplines/us-il.json", import.meta.url);
const words = "i took all the pills just now";
let browser, evening, kim, fay, ana;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  kim = await takeDesk(browser);
  fay = await takePhone(browser);
  ana = await takePhone(browser);
  await kim.comeIn(evening.links.moderator);
  await kim.openConsole();
  await ana.comeIn(evening.links.mother);
  await fay.comeIn(evening.links.facilitator);
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

const list = () => kim.page.getByRole("region", { name: "To write down" });
const line = (phone) => phone.page.locator(".incident-line");

async function openIncidents(phone) {
  await phone.button("Incidents").click();
  await line(phone).first().waitFor();
}

test("who took a red alert and closed it writes it down, with as few of her words as it takes", async () => {
  await ana.write(words);
  await kim.select(words);
  assert.equal(await list().count(), 0, "nobody has taken it yet");
  await kim.keys("c");
  await list().waitFor();
  await kim.keys("e", "1", "Enter");
  await kim.item(words).waitFor({ state: "detached" });
  await list().getByRole("button", { name: /^Red: / }).click();
  const sheet = kim.sheet();
  await sheet.getByLabel("What happened, and what was done").fill("We talked. The person called her sister.");
  await kim.button("Copy her words here", sheet).click();
  assert.equal(await sheet.getByLabel("Her words, as few as it takes").inputValue(), words);
  await isClean(kim.page, "write it down");
  await kim.button("Write it down", sheet).click();
  await kim.page.getByText("Written down. It is on the page “Incidents”.").waitFor();
  await list().waitFor({ state: "detached" });
});

test("the facilitator reads what, when, who and what came of it, and when it goes", async () => {
  await fay.button("Room").click();
  await fay.button("All rooms").click();
  await openIncidents(fay);
  assert.match(await line(fay).innerText(), /Red.*No decision yet/s);
  assert.ok(!(await fay.page.locator("main").innerText()).includes(words), "not before it is opened");
  await line(fay).click();
  const card = fay.page.locator(".incident-card");
  await card.getByText("We talked. The person called her sister.").waitFor();
  const text = await card.innerText();
  assert.match(text, /Person \d+ of that meeting/);
  assert.match(text, /We talked/);
  assert.ok(text.includes(words));
  assert.match(text, /Her words will be deleted on /);
  assert.match(text, /All of this will be deleted on /);
});

test("it says that nothing is reported from here, with the number for staff from the data", async () => {
  const { lines } = JSON.parse(readFileSync(helplines, "utf8"));
  const hotline = lines.find((one) => one.audience === "staff" && one.crisis === "report");
  await fay.page.getByText("Nightlight never files a report.").waitFor();
  const link = fay.page.getByRole("link", { name: hotline.display });
  assert.equal(await link.getAttribute("href"), `tel:${hotline.call}`);
});

test("she logs a decision, and cannot countersign her own", async () => {
  const form = fay.page.getByRole("form", { name: "Add to the log" });
  await fay.button("Nothing to report", form).click();
  await fay.button("Add", form).click();
  await form.locator("[aria-invalid]").waitFor();
  await form.getByLabel("On what ground?").fill("No child was in danger.");
  await fay.button("Add", form).click();
  await fay.page.getByText("Added.", { exact: true }).waitFor();
  await fay.page.locator(".decisions").getByText("No child was in danger.").waitFor();
  assert.equal(await fay.button("I have read this and agree").count(), 0);
  assert.match(await line(fay).innerText(), /Nothing to report/);
  await isClean(fay.page, "incidents");
  await fay.page.screenshot({ path: `${pictures}/incidents.png`, fullPage: true });
});

test("somebody else countersigns, after the server died", async () => {
  await evening.kill();
  await evening.start();
  await kim.button("All rooms").click();
  await openIncidents(kim);
  await kim.keys("j", "Enter");
  await kim.button("I have read this and agree").click();
  await kim.page.getByText(/^Read and agreed: /).waitFor();
  assert.equal(await kim.button("I have read this and agree").count(), 0);
  assert.deepEqual(kim.complaints, []);
});

test("in Spanish on a small phone it fits, and everything in it can be touched", async () => {
  await fay.button("Español").click();
  await fay.page.getByText("Nightlight nunca hace un reporte.").waitFor();
  await isClean(fay.page, "incidents in Spanish");
  await fay.page.screenshot({ path: `${pictures}/incidents-es.png`, fullPage: true });
  const { wide, low } = await fay.page.evaluate(() => ({
    wide: document.documentElement.scrollWidth > innerWidth,
    low: [...document.querySelectorAll("main button, main a")].filter((one) => one.getBoundingClientRect().height < 47.5).length,
  }));
  assert.equal(wide, false);
  assert.equal(low, 0);
});
