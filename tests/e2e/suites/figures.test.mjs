// An evening in numbers: five mothers come, one says as she goes that it was her first time, the facilitator ends it, and the
// page of figures and its table tell how many came, and nothing that is small enough to be somebody.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
const title = "=Quiet corner";
const names = ["Luz", "Ana", "Bea", "Eva", "Ida"];
let browser, evening, fay, link, mothers;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  fay = await takePhone(browser);
  mothers = await Promise.all(names.map(() => takePhone(browser)));
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

const room = () => fay.page.locator("li.card", { hasText: title });
const row = () => fay.page.locator("tbody tr", { hasText: title });

test("five come, and the facilitator ends the meeting", async () => {
  await fay.comeIn(evening.links.facilitator);
  await fay.button("Room").click();
  await fay.button("All rooms").click();
  await fay.page.getByLabel("Name of the room").fill(title);
  await fay.button("Make it").click();
  await fay.button("Open the meeting", room()).click();
  link = await room().getByLabel("Invitation link").inputValue();
  await fay.button("Go in", room()).click();
  await fay.inRoom();
  for (const [index, mother] of mothers.entries()) await mother.comeIn(link, names[index]);
  await fay.button("Room").click();
  await fay.button("All rooms").click();
  await fay.button("End the meeting", room()).click();
  await fay.button("Yes, end it. The words will be deleted later.", room()).click();
  await mothers[0].button("Lighter").waitFor();
});

test("she says how it leaves her, and that it was her first time", async () => {
  const [luz] = mothers;
  await luz.button("Lighter").click();
  await luz.page.getByText("Thank you. The team has it.").waitFor();
  await luz.page.getByLabel("Anything the team should know?").fill("half a thought");
  await luz.page.getByLabel("It was my first time here").check();
  await luz.page.getByText("Thank you. The team has it.").waitFor();
  assert.equal(await luz.page.getByLabel("Anything the team should know?").inputValue(), "half a thought");
  await isClean(luz.page, "check-out");
  await luz.page.screenshot({ path: `${pictures}/figures-check-out.png` });
});

test("the figures say that five came, and nothing small", async () => {
  await fay.button("The evening calendar").click();
  await fay.button("In numbers").click();
  await row().waitFor();
  const cells = await row().locator("td").allInnerTexts();
  assert.equal(cells[1], "5");
  assert.deepEqual(cells.slice(2, 7), ["kept back", "fewer than 5", "kept back", "kept back", "kept back"]);
  assert.deepEqual(cells.slice(7), ["fewer than 5", "fewer than 5", "fewer than 5"]);
  await isClean(fay.page, "figures");
  const text = await fay.page.locator("main").innerText();
  for (const name of names) assert.ok(!text.includes(name), `${name} is not in it`);
});

test("the table is safe to open", async () => {
  const coming = fay.page.waitForEvent("download");
  await fay.button("Save the meetings (CSV)").click();
  const file = await coming;
  assert.equal(file.suggestedFilename(), "meetings.csv");
  const lines = readFileSync(await file.path(), "utf8").split("\r\n");
  assert.ok(lines[0].startsWith("\ufeffopened,meeting,minutes,came,"));
  assert.match(lines.find((line) => line.includes(title)) ?? "", /^[-0-9T:]+,'=Quiet corner,\d+,5,kept back,fewer than 5,/);
});

test("in Spanish on a small phone it fits, and everything in it can be touched", async () => {
  await fay.button("Español").click();
  await fay.button("Guardar las reuniones (CSV)").waitFor();
  await isClean(fay.page, "figures in Spanish");
  await fay.page.screenshot({ path: `${pictures}/figures-es.png`, fullPage: true });
  const { wide, low } = await fay.page.evaluate(() => ({
    wide: document.documentElement.scrollWidth > innerWidth,
    low: [...document.querySelectorAll("main button, main summary")].filter((one) => one.getBoundingClientRect().height < 47.5).length,
  }));
  assert.equal(wide, false);
  assert.equal(low, 0);
});

test("they are the same after the server died", async () => {
  await evening.kill();
  await evening.start();
  await fay.button("3 meses").click();
  await row().waitFor();
  assert.equal((await row().locator("td").allInnerTexts())[1], "5");
});
