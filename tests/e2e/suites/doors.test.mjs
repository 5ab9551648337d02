// Two circles that do not let everybody in, from both sides: one with a code, which a mother types wrong and then right, on a
// small phone in Spanish, and one by invitation, for which the facilitator hands out a link.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { takeDesk } from "../support/desk.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";
import { addTopic, localParts, planWeekly, signInToPlan, zone } from "../support/planning.mjs";

const password = "nine quiet lanterns";
const topic = "Noches";
const soon_ms = 8 * 60_000;
let browser, evening, fay, ana, bea, handed;

before(async () => {
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  evening.addStaff("Fay", "facilitator", password);
  fay = await takeDesk(browser, { zone });
  ana = await takePhone(browser, { language: "es", zone });
  bea = await takePhone(browser, { zone });
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

const card = (title) => ana.page.locator("li.meeting", { hasText: title });

// Soon, so that its room is made at once; `door` as the form says it.
function plan(title, door, code = "") {
  return planWeekly(fay, {
    topic,
    at: localParts(Date.now() + soon_ms),
    async before() {
      const { page } = fay;
      await page.getByLabel("Name of the meeting").fill(title);
      await page.locator(".editor summary").click();
      await page.getByLabel("How one comes in").selectOption({ label: door });
      if (code !== "") await page.getByLabel("The code").fill(code);
    },
  });
}

test("a facilitator plans one circle by invitation and one with a code", async () => {
  await signInToPlan(fay, evening.links.mother, "Fay", password);
  await addTopic(fay, topic);
  await plan("Con invitación", "By invitation");
  await plan("Con código", "With a code", "luna42");
});

test("the list says how one comes in, and offers no way into a circle by invitation", async () => {
  await ana.open(evening.links.mother);
  await ana.button(ana.t.agree).click();
  await ana.button(ana.t.people).click();
  await ana.button("El calendario de la noche").click();
  await card("Con código").getByText("Se entra con un código").waitFor();
  await card("Con invitación").getByText("Con invitación").last().waitFor();
  await ana.page.getByRole("button", { name: "Entrar: Con código" }).waitFor({ timeout: 60_000 }); // the room is made meanwhile
  assert.equal(await ana.page.getByRole("button", { name: "Entrar: Con invitación" }).count(), 0);
  await isClean(ana.page, "doors in the list");
});

test("the facilitator hands out a link, and opens both rooms", async () => {
  const { page } = fay;
  await page.reload();
  await page.locator(".slot", { hasText: "Con invitación" }).first().click();
  await fay.button("A link to hand out", fay.sheet()).click();
  handed = await fay.sheet().getByLabel("Invitation link").inputValue();
  await fay.closeSheets();
  await fay.button("Rooms").click();
  await fay.openConsoleHere();
  for (const title of ["Con código", "Con invitación"]) await fay.button(`Open ${title}`).click();
});

test("a wrong code is said in plain words and asked again; the right one lets her in", async () => {
  await ana.page.getByRole("button", { name: "Entrar: Con código" }).click();
  await ana.button(ana.t.agree).click();
  await ana.page.getByLabel("El código").fill("luna24");
  await isClean(ana.page, "the code");
  await ana.button("Entrar").click();
  await ana.page.waitForFunction(() => document.querySelector("main input")?.value === "");
  await ana.page.getByRole("status").filter({ hasText: /código/ }).waitFor();
  await ana.page.getByLabel("El código").fill("LUNA-42");
  await ana.button("Entrar").click();
  await ana.status("lobby");
});

test("whoever has the link comes into the circle by invitation", async () => {
  await bea.open(handed);
  await bea.page.locator('input[name="name"]').fill("Bea");
  await bea.button(bea.t.agree).click();
  await bea.status("lobby");
});

test("nothing went wrong on the way", () => {
  for (const phone of [fay, ana, bea]) assert.deepEqual(phone.complaints, []);
});
