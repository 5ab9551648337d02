// Who leads when: whoever cannot come asks for cover in words of her own, and the one who helps takes the lead, on a small
// phone in Spanish.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";
import { addTopic, localParts, planWeekly, signInToPlan, zone } from "../support/planning.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
const password = "nine quiet lanterns";
const day_ms = 86_400_000;
let browser, evening, fay, kim;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  for (const name of ["Fay", "Kim Lee"]) evening.addStaff(name, "facilitator", password);
  fay = await takePhone(browser, { wide: true, zone });
  kim = await takePhone(browser, { language: "es", zone });
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

const lines = (phone) => phone.page.locator(".rota-line");
const says = (phone, words) => phone.page.getByRole("status").filter({ hasText: words }).waitFor();

test("four weeks ahead, each date with who leads and who helps", async () => {
  await signInToPlan(fay, evening.links.mother, "Fay", password);
  await addTopic(fay, "Noches");
  await planWeekly(fay, { topic: "Noches", at: localParts(Date.now() + 2 * day_ms), second: "Kim Lee" });
  await fay.page.keyboard.press("r");
  await fay.page.getByRole("heading", { name: "Two people come" }).waitFor();
  await lines(fay).first().getByText("Fay leads · Kim Lee helps").waitFor();
  assert.equal(await lines(fay).count(), 4);
});

test("she who cannot come says so, and the date stands first", async () => {
  await fay.button("I can't come", lines(fay).first()).click();
  await fay.page.getByLabel("A few words, if you like").fill("My own baby is ill");
  await fay.button("Ask for cover").click();
  await says(fay, "The team sees that you can't come.");
  await fay.page.getByRole("heading", { name: "Someone is needed" }).waitFor();
  await isClean(fay.page, "cover asked");
});

test("who helps takes the lead with one tap", async () => {
  const { page } = kim;
  await page.goto(new URL("/#/staff", evening.links.mother).href);
  await page.locator('input[name="username"]').fill("Kim Lee");
  await page.locator('input[name="password"]').fill(password);
  await kim.button("Entrar").click();
  await kim.button("El calendario de la noche").click();
  await kim.button("Quién lleva cada fecha").click();
  await lines(kim).first().getByText("My own baby is ill").waitFor();
  await page.screenshot({ path: `${pictures}/rota.png` });
  await isClean(page, "rota");
  await lines(kim).first().locator(".button.primary").click();
  await lines(kim).first().getByText("My own baby is ill").waitFor({ state: "detached" });
  await lines(kim).first().getByText("La lleva Kim Lee").waitFor();
});

test("nothing went wrong on the way", () => {
  for (const phone of [fay, kim]) assert.deepEqual(phone.complaints, []);
});
