// The first evening: two mothers and a moderator in one room, and everything that may go wrong in it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

let browser, evening, ana, bea, kim;
const all = () => [ana, bea, kim];
const everyoneSees = (text) => Promise.all(all().map((phone) => phone.sees(text)));

before(async () => {
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  kim = await takePhone(browser, { wide: true });
  ana = await takePhone(browser, { language: "es" });
  bea = await takePhone(browser);
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

test("a moderator and two mothers come in by their links, and the secret leaves the address at once", async () => {
  await kim.comeIn(evening.links.moderator);
  await ana.open(evening.links.mother);
  assert.doesNotMatch(ana.page.url(), /enter/);
  await ana.button(ana.t.agree).click();
  await ana.inRoom();
  await bea.comeIn(evening.links.mother2);
});

test("a greeting, a reply and a reaction reach everyone", async () => {
  await kim.sayAndSee("Welcome, both of you.");
  await everyoneSees("Welcome, both of you.");
  await ana.sayAndSee("Hola, aquí estoy.");
  await everyoneSees("Hola, aquí estoy.");

  const sheet = await bea.openMessage("Hola, aquí estoy.");
  await bea.button(bea.t.reply, sheet).click();
  await bea.sayAndSee("So am I, third night awake.");
  await everyoneSees("So am I, third night awake.");
  await ana.message("So am I").locator(".quote", { hasText: "Hola, aquí estoy." }).waitFor();

  const heart = await ana.openMessage("So am I");
  await ana.button("Corazón", heart).click();
  for (const phone of all()) await phone.message("So am I").locator("[data-reaction]").waitFor();
});

test("a mute takes effect, says so kindly, and her words wait with her", async () => {
  const sheet = await kim.openMessage("So am I");
  await kim.button("Mute 5 minutes", sheet).click();
  await bea.page.locator('[data-standing="muted"]').waitFor({ state: "attached" });
  await bea.write("words while muted");
  await bea.page.locator('[data-pending="refused"]').waitFor();
  await ana.sayAndSee("Una respuesta después.");
  await everyoneSees("Una respuesta después.");
  for (const phone of [ana, kim]) assert.equal(await phone.page.getByText("words while muted").count(), 0);

  const again = await kim.openMessage("So am I");
  await kim.button("Unmute", again).click();
  await bea.page.locator('[data-standing="free"]').waitFor({ state: "attached" });
  await bea.button(bea.t.again).click();
  await everyoneSees("words while muted");
});

test("a retraction disappears everywhere", async () => {
  await bea.sayAndSee("something to be taken back");
  await everyoneSees("something to be taken back");
  const sheet = await kim.openMessage("something to be taken back");
  await kim.button("Take this message back", sheet).click();
  for (const phone of all()) await phone.message("something to be taken back").waitFor({ state: "detached" });
  await ana.page.reload();
  await ana.inRoom();
  assert.equal(await ana.page.getByText("something to be taken back").count(), 0);
});

test("a reload in the middle of sending loses nothing and repeats nothing", async () => {
  await ana.write("Justo antes de recargar.");
  await ana.page.reload();
  await ana.inRoom();
  await everyoneSees("Justo antes de recargar.");
  await bea.page.locator("#write").fill("half a thought");
  await bea.page.reload();
  await bea.inRoom();
  assert.equal(await bea.page.locator("#write").inputValue(), "half a thought");
  await bea.button(bea.t.send).click();
  await everyoneSees("half a thought");
});

test("the server is killed and started again: what was acknowledged is there, what was not goes out once", async () => {
  await bea.sayAndSee("kept before the fall");
  await ana.write("en camino");
  await evening.kill();
  await ana.write("escrito sin servidor");
  await bea.write("written without a server");
  await Promise.all(all().map((phone) => phone.page.locator('[data-status="live"]').waitFor({ state: "detached" })));
  await evening.start();
  await Promise.all(all().map((phone) => phone.inRoom()));
  for (const text of ["kept before the fall", "en camino", "escrito sin servidor", "written without a server"]) {
    await everyoneSees(text);
  }
  await kim.sayAndSee("We are all back.");
  await everyoneSees("We are all back.");
});

test("every acknowledged message stands once, in order, the same for all three", async () => {
  await Promise.all(all().map((phone) => phone.nothingOnItsWay()));
  const [first, ...others] = await Promise.all(all().map((phone) => phone.transcript()));
  for (const other of others) assert.deepEqual(other, first);
  const numbers = first.map(({ number }) => number);
  assert.deepEqual(numbers, [...new Set(numbers)].sort((a, b) => a - b));
  const said = first.map(({ text }) => text).filter((text) => text !== "");
  const expected = [
    "Welcome, both of you.", "Hola, aquí estoy.", "So am I, third night awake.", "Una respuesta después.",
    "words while muted", "Justo antes de recargar.", "half a thought", "kept before the fall", "en camino",
    "escrito sin servidor", "written without a server", "We are all back.",
  ];
  for (const text of expected) assert.equal(said.filter((one) => one === text).length, 1, text);
  const place = (text) => said.indexOf(text);
  assert.ok(place("en camino") < place("escrito sin servidor"), "each one's words stay in her order");
  for (const phone of all()) assert.deepEqual(phone.complaints, []);
});
