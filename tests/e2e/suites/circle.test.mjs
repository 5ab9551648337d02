// A circle of three mothers, one of them in Spanish on a small phone, one who only listens: what is pinned above the talk, a
// round in which each is asked, and a question with answers to choose from.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { makeRoom, takeDesk } from "../support/desk.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";
import { fits } from "../support/small_screen.mjs";

let browser, evening, kim, ana, bea, cleo;

before(async () => {
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  kim = await takeDesk(browser);
  ana = await takePhone(browser, { language: "es" });
  bea = await takePhone(browser);
  cleo = await takePhone(browser);
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

const line = (phone, text) => phone.page.locator(".log .line", { hasText: text });
const radio = (phone, name) => phone.page.getByRole("radio", { name, exact: true });

// A card of her own words, for whatever the button does.
async function ownWords(text, button) {
  const sheet = await kim.openSheet("y");
  await kim.button("My own words", sheet).click();
  await sheet.getByLabel("What the room will read").fill(text);
  await kim.button(button, sheet).click();
  await sheet.waitFor({ state: "detached" });
}

async function ask(question, answers) {
  const sheet = await kim.openSheet(",");
  await sheet.getByLabel("The question").fill(question);
  await sheet.getByLabel("Two to five answers").fill(answers.join("\n"));
  await kim.button("Ask the circle", sheet).click();
  await sheet.waitFor({ state: "detached" });
}

test("what is pinned stands above the talk, also for whoever comes in later, and can be folded", async () => {
  await kim.comeIn(evening.links.facilitator);
  await kim.button("Room").click();
  await kim.button("All rooms").click();
  const link = await makeRoom(kim, "Tuesday");
  await kim.openConsoleHere();
  await kim.watch("Tuesday");
  await ana.comeIn(link, "Ana"); // before Bea: a round asks in this order
  await bea.comeIn(link, "Bea");
  await ownWords("What helped a little today?", "Pin it at the top");
  await ana.page.locator("#pinned", { hasText: "What helped a little today?" }).waitFor();
  await cleo.comeIn(link, "Cleo");
  await cleo.page.locator("#pinned", { hasText: "What helped a little today?" }).waitFor();
  await ana.button("Menos").click();
  await ana.page.locator(".pinned.short").waitFor();
  await cleo.button("People").click();
  await cleo.button("Just listen").click();
  await cleo.page.locator(".composer.listening").waitFor();
});

test("a round asks each in the order of coming; one speaks, one passes, and who listens is not asked", async () => {
  await ownWords("How is tonight, in a word?", "Ask everyone in turn");
  await ana.page.getByText("Es tu turno. Puedes hablar o pasar.").waitFor();
  await bea.page.getByText("It is the turn of Ana.").waitFor();
  await fits(ana, "circle-turn");
  await ana.button("Hablar").click();
  assert.equal(await ana.page.evaluate(() => document.activeElement.id), "write");
  await ana.sayAndSee("cansada");
  await bea.sees("cansada");
  await ana.button("Ya terminé").click();
  await bea.page.getByText("It is your turn. You can speak or pass.").waitFor();
  await bea.button("Pass").click();
  for (const phone of [ana, bea, cleo]) await phone.page.locator(".round").waitFor({ state: "detached" });
  await line(ana, "La ronda terminó.").waitFor();
});

test("the team takes down what is pinned", async () => {
  await kim.button("Take it down").click();
  for (const phone of [ana, bea]) await phone.page.locator(".pinned.empty").waitFor({ state: "attached" });
});

test("a question is answered with one tap, changed, and found again after a reload, and nobody sees counts", async () => {
  await ask("What shall we talk about?", ["Sleep", "Feeding", "Going back to work"]);
  await fits(ana, "circle-question");
  await radio(ana, "Feeding").check();
  await kim.page.getByText("Answers so far: 1").waitFor();
  await radio(ana, "Sleep").check();
  await radio(bea, "Sleep").check();
  await kim.page.getByText("Answers so far: 2").waitFor();
  await fits(ana, "circle-answered");
  await ana.page.reload();
  await ana.inRoom();
  await ana.page.getByText("What shall we talk about?").first().waitFor();
  await ana.page.waitForFunction(() => document.querySelector(".poll-answer input")?.checked === true);
  const shown = await cleo.page.locator(".poll").innerText();
  assert.doesNotMatch(shown, /\d/, "no counts while it is open");
});

test("two answers are not counted out; three are, and who listens may answer", async () => {
  const sheet = await kim.openSheet(",");
  await isClean(kim.page, "the question's sheet");
  await kim.button("Close it and tell the circle", sheet).click();
  await line(bea, "What shall we talk about? Only a few answered").waitFor();
  await ask("A break?", ["Yes", "Not yet"]);
  for (const phone of [bea, cleo]) await radio(phone, "Yes").check();
  await radio(ana, "Not yet").check();
  await kim.page.getByText("Answers so far: 3").waitFor();
  await ana.button("Quitar mi respuesta").click();
  await kim.page.getByText("Answers so far: 2").waitFor();
  await radio(ana, "Not yet").check();
  await kim.page.getByText("Answers so far: 3").waitFor();
  await kim.button("Close it and tell the circle").click();
  await line(ana, "A break? Sus respuestas: Yes 2 · Not yet 1").waitFor();
  await line(cleo, "A break? Your answers: Yes 2 · Not yet 1").waitFor();
  await fits(ana, "circle-counted");
});

test("nothing went wrong on the way", () => {
  for (const phone of [kim, ana, bea, cleo]) assert.deepEqual(phone.complaints, []);
});
