// A facilitator's evening from the rooms screen: she makes a room, shares its link, lets people in, keeps the door.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

let browser, evening, fay, ana;

before(async () => {
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  fay = await takePhone(browser);
  ana = await takePhone(browser);
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

test("she makes a room, opens it, and someone comes in by the link she shares", async () => {
  await fay.comeIn(evening.links.facilitator);
  await fay.button("Room").click();
  await fay.button("All rooms").click();
  await fay.page.getByLabel("Name of the room").fill("Quiet corner");
  await fay.button("Make it").click();
  const card = fay.page.locator("li.card", { hasText: "Quiet corner" });
  await fay.button("Open the meeting", card).click();
  await fay.button("End the meeting", card).waitFor();
  await isClean(fay.page, "rooms");
  const link = await card.getByLabel("Invitation link").inputValue();
  assert.match(link, /^http:\/\/[^/]+\/#\/enter\/[^/]+$/);
  await fay.button("Go in", card).click();
  await fay.inRoom();

  await ana.comeIn(link, "Luz");
  await ana.sayAndSee("hello from the link");
  await fay.sees("hello from the link");
});

test("whoever only listens is asked nothing, and writes when she wants to", async () => {
  await ana.button("People").click();
  await ana.button("Just listen").click();
  await ana.page.locator(".composer.listening").waitFor();
  await isClean(ana.page, "listening");
  await ana.button("I want to write").click();
  await ana.sayAndSee("now I talk");
  await fay.sees("now I talk");
});

test("a pause is said in words, and what is written in it goes out after it", async () => {
  await fay.button("Room").click();
  await fay.button("Pause the room").click();
  await ana.status("paused");
  await ana.write("written in the pause");
  await ana.page.locator('[data-pending="waiting"]').waitFor();
  await fay.button("Room").click();
  await fay.button("Open the room again").click();
  await Promise.all([ana.sees("written in the pause"), fay.sees("written in the pause")]);
});

test("someone who is removed reads why, and stays near help", async () => {
  await fay.button("People").click();
  await fay.page.locator("dialog[open] button.person", { hasText: "Luz" }).click();
  await fay.button("Remove, rest of the meeting").click();
  await ana.page.locator("#write").waitFor({ state: "detached" });
  await ana.page.getByRole("status").filter({ hasText: /\w/ }).first().waitFor();
  await isClean(ana.page, "removed");
  assert.ok(await ana.button(ana.t.help).isVisible());
  await ana.page.reload();
  await ana.button(ana.t.again).waitFor();
  assert.equal(await ana.page.locator("#write").count(), 0, "a reload is no way back in");
});

test("when the server stops in order, everyone comes back by herself", async () => {
  await evening.kill("SIGTERM");
  await evening.start();
  await fay.inRoom();
  await fay.sayAndSee("still here");
  assert.deepEqual(fay.complaints, []);
});
