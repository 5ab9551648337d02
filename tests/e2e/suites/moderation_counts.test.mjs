// How much a tired moderator must do: every key and every tap from the queue on is counted here and held against what
// was promised.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Counter, takeDesk } from "../support/desk.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

let browser, evening, kim, noor, ana, bea;

before(async () => {
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  kim = await takeDesk(browser);
  noor = await takeDesk(browser, { wide: false });
  ana = await takePhone(browser);
  bea = await takePhone(browser);
  await kim.comeIn(evening.links.facilitator);
  await kim.openConsole();
  await noor.comeIn(evening.links.moderator);
  await noor.openConsole();
  await ana.comeIn(evening.links.mother);
  await bea.comeIn(evening.links.mother2);
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

// Bea says it, Ana reports it: it stands in both queues.
async function reported(text) {
  await bea.write(text);
  const sheet = await ana.openMessage(text);
  await ana.button("Report", sheet).click();
  await ana.button("Tell the team").click();
  await ana.page.getByText("Thank you. The team has it.").waitFor();
  await ana.closeSheet();
  for (const desk of [kim, noor]) await desk.item(text).waitFor();
}

async function mutedFor(reason, text) {
  await bea.page.locator('[data-standing="muted"]').waitFor({ state: "attached" });
  await bea.page.getByText(`The team says: ${reason}`).waitFor();
  await kim.pick(text);
  await kim.keys("u");
  await bea.page.locator('[data-standing="free"]').waitFor({ state: "attached" });
}

test("from the keyboard: a mute with a reason in 4, a retraction with a reason in 3", async () => {
  await reported("unkind one");
  await kim.select("unkind one");
  const count = new Counter(kim.page);
  await count.press("m", "1", "1", "Enter");
  await mutedFor("unkind words", "unkind one");
  count.tookAtMost(4, "keys for a mute with a reason");

  await kim.select("unkind one");
  await count.press("x", "1", "Enter");
  await ana.message("unkind one").waitFor({ state: "detached" });
  await ana.page.locator(".tombstone", { hasText: "unkind words" }).waitFor();
  count.tookAtMost(3, "keys for a retraction with a reason");
});

test("the first of the queue is looked at already: nothing has to be chosen before the first key", async () => {
  await kim.select("unkind one");
  await kim.keys("e", "3", "Enter");
  await kim.item("unkind one").waitFor({ state: "detached" });
  await reported("unkind two");
  const count = new Counter(kim.page);
  await kim.page.locator('.queue [aria-selected="true"]', { hasText: "unkind two" }).waitFor();
  await count.press("x", "Enter");
  await ana.message("unkind two").waitFor({ state: "detached" });
  count.tookAtMost(3, "keys for a retraction");
});

test("on a phone with a thumb: a mute with a reason in 3 taps, a retraction with a reason in 3", async () => {
  assert.deepEqual(noor.page.viewportSize(), { width: 360, height: 740 });
  await reported("unkind three");
  const count = new Counter(noor.page);
  await count.tap(noor.item("unkind three"));
  await count.tap(noor.button("Mute"));
  await count.tap(noor.button("unkind words"));
  await mutedFor("unkind words", "unkind three");
  count.tookAtMost(3, "taps for a mute with a reason");

  await noor.button("Queue").tap();
  await count.tap(noor.item("unkind three"));
  await count.tap(noor.button("Take back"));
  await count.tap(noor.button("unkind words"));
  await ana.message("unkind three").waitFor({ state: "detached" });
  count.tookAtMost(3, "taps for a retraction with a reason");
});

test("a side room opens with one key at the desk, with one tap once she is looked at", async () => {
  await kim.select("unkind three");
  const keys = new Counter(kim.page);
  await keys.press("s");
  await bea.page.getByRole("heading", { name: "Just you and Kim" }).waitFor();
  keys.tookAtMost(1, "keys for a side room");
  await bea.button("Back to the group").click();
  await noor.button("Queue").tap();
  await noor.item("unkind three").tap();
  const taps = new Counter(noor.page);
  await taps.tap(noor.button("Side room"));
  await bea.page.getByRole("heading", { name: "Just you and Noor" }).waitFor();
  taps.tookAtMost(1, "taps for a side room");
  for (const one of [kim, noor, ana, bea]) assert.deepEqual(one.complaints, []);
});
