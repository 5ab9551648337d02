// One evening of two moderators and three mothers, each in a browser of her own: what the team does, what the person it
// is about reads of it, and that nobody else does. Whenever others must not have seen something, words that came after
// it are awaited first.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { isClean } from "../support/axe.mjs";
import { makeRoom, takeDesk } from "../support/desk.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
const room = "Night watch";
let browser, evening, kim, noor, ana, bea, cleo;
const team = () => [kim, noor];
const mothers = () => [ana, bea, cleo];

before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  kim = await takeDesk(browser);
  noor = await takeDesk(browser);
  ana = await takePhone(browser, { language: "es" });
  bea = await takePhone(browser);
  cleo = await takePhone(browser);
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

const sayAndAllSee = async (phone, text) => {
  await phone.write(text);
  await Promise.all([...mothers().map((one) => one.sees(text)), ...team().map((one) => one.said(text).waitFor())]);
};

// Words of the team reach every mother: whatever was sent to her before them has come too.
let words_after = 0;
async function afterwards(...phones) {
  const text = `Kim is here, ${++words_after}.`;
  await kim.sayToRoom(text);
  await Promise.all(phones.map((phone) => phone.sees(text)));
}

async function seenByNobody(text, ...phones) {
  await afterwards(...phones);
  for (const { page } of phones) assert.equal(await page.getByText(text).count(), 0, text);
}

async function isFit(phone, screen) {
  await phone.page.screenshot({ path: `${pictures}/${screen}.png` });
  await isClean(phone.page, screen);
}

const numberOf = async (phone, text) => Number(await phone.message(text).getAttribute("data-number"));

// Set in the room's controls, and read there once the server has it.
async function readFirst(desk, mode) {
  const sheet = await desk.openSheet("g");
  const modes = sheet.getByRole("group", { name: "Read messages first" });
  await desk.button(mode, modes).click();
  await modes.locator('[aria-pressed="true"]', { hasText: mode }).waitFor();
  await desk.closeSheets();
}

test("three mothers come in by one link, and two moderators watch from their consoles", async () => {
  await kim.comeIn(evening.links.facilitator);
  await kim.button("Room").click();
  await kim.button("All rooms").click();
  const link = await makeRoom(kim, room);
  await kim.openConsoleHere();
  await noor.comeIn(evening.links.moderator);
  await noor.openConsole();
  for (const desk of team()) await desk.watch(room);
  await ana.comeIn(link, "Ana");
  await bea.comeIn(link, "Bea");
  await cleo.comeIn(link, "Cleo");
  await sayAndAllSee(ana, "Hola, no puedo dormir.");
  await sayAndAllSee(bea, "Me neither.");
  await sayAndAllSee(cleo, "Third night here.");
});

test("held words: she reads at once that a person reads them, the others see nothing", async () => {
  await readFirst(kim, "All");
  await ana.write("Mi vecina Rosa no ayuda.");
  const hers = ana.page.locator('[data-held="reading"]');
  await hers.getByText("Mi vecina Rosa no ayuda.").waitFor();
  await hers.getByText("Alguien del equipo lee primero tus palabras.").waitFor();
  await isFit(ana, "held-reading");
  for (const desk of team()) await desk.waiting("Mi vecina Rosa no ayuda.").waitFor();
  await bea.write("Is it quiet tonight?");
  await bea.page.locator('[data-held="reading"]').waitFor();
  await seenByNobody("Mi vecina Rosa no ayuda.", bea, cleo);
});

test("asked to say it another way, she changes her words, and they wait on as she wrote them now", async () => {
  await kim.selectWaiting("Mi vecina Rosa no ayuda.");
  await kim.keys("p", "2", "Enter");
  const hers = ana.page.locator('[data-held="rephrase"]');
  await hers.getByText("datos privados").waitFor();
  await isFit(ana, "held-rephrase");
  await hers.getByLabel("Tus palabras").fill("Una vecina no ayuda.");
  await ana.button("Enviarlo así", hers).click();
  await ana.page.locator('[data-held="reading"]', { hasText: "Una vecina no ayuda." }).waitFor();
  for (const desk of team()) {
    await desk.waiting("Una vecina no ayuda.").waitFor();
    assert.equal(await desk.item("Mi vecina Rosa").count(), 0);
  }
  await seenByNobody("vecina", bea, cleo);
});

test("released words take the number of their release, wherever they were written", async () => {
  await noor.selectWaiting("Is it quiet tonight?");
  await noor.keys("r");
  await Promise.all(mothers().map((one) => one.sees("Is it quiet tonight?")));
  await kim.selectWaiting("Una vecina no ayuda.");
  await kim.keys("r");
  await Promise.all(mothers().map((one) => one.sees("Una vecina no ayuda.")));
  await ana.page.locator("[data-held]").waitFor({ state: "detached" });
  for (const one of mothers()) {
    assert.ok((await numberOf(one, "Una vecina")) > (await numberOf(one, "Is it quiet")), "in the order of release");
  }
  await readFirst(kim, "Off");
});

test("two who release at once: the words stand once, and who was later reads who did it", async () => {
  await readFirst(kim, "All");
  await bea.write("A cup of tea, anyone?");
  for (const desk of team()) await desk.selectWaiting("A cup of tea, anyone?");
  await Promise.all(team().map((desk) => desk.keys("r")));
  await Promise.all(mothers().map((one) => one.sees("A cup of tea, anyone?")));
  for (const one of mothers()) assert.equal(await one.message("A cup of tea, anyone?").count(), 1);
  // Noor has released words of hers before.
  const released = (desk) => desk.doing("released the words of Bea").nth(1).textContent();
  const [his, hers] = await Promise.all(team().map(released));
  const who = /^(Kim|Noor)/.exec(his)[1];
  assert.ok(hers.startsWith(who), `${his} / ${hers}`);
  const later = who === "Kim" ? noor : kim;
  await later.passed(`${who} released the words of Bea`).waitFor();
  await readFirst(kim, "Off");
});

test("a message hidden now is decided later: shown again as it was, or taken back", async () => {
  await sayAndAllSee(cleo, "She lives at 5 Elm Street.");
  await noor.pick("She lives at 5 Elm Street.");
  await noor.keys("h");
  for (const one of mothers()) await one.page.getByText("She lives at 5 Elm Street.").waitFor({ state: "detached" });
  await cleo.page.locator(".tombstone", { hasText: "The team is looking at this message." }).waitFor();
  await isFit(cleo, "hidden-for-now");
  for (const desk of team()) await desk.said("She lives at 5 Elm Street.").getByText("Hidden for now").waitFor();
  await kim.pick("She lives at 5 Elm Street.");
  await kim.keys("h");
  await Promise.all(mothers().map((one) => one.sees("She lives at 5 Elm Street.")));
  await noor.said("She lives at 5 Elm Street.").getByText("Hidden for now").waitFor({ state: "detached" });
  await noor.keys("h");
  await cleo.page.locator(".tombstone").waitFor();
  await kim.said("She lives at 5 Elm Street.").getByText("Hidden for now").waitFor();
  await kim.keys("x", "2", "Enter");
  const reason = (one) => (one === ana ? "datos privados" : "private details"); // in the reader's language
  for (const one of mothers()) await one.page.locator(".tombstone", { hasText: reason(one) }).waitFor();
  await kim.said("Taken back").waitFor();
});

test("a side room opens with one key, for her and one of the team alone, and the group waits for her", async () => {
  await kim.pick("Hola, no puedo dormir.");
  await kim.keys("s");
  await ana.page.getByRole("heading", { name: "Solo tú y Kim" }).waitFor();
  await kim.sayToRoom("¿Cómo estás de verdad?");
  await ana.page.getByText("¿Cómo estás de verdad?").waitFor();
  await ana.page.locator("#write-side").fill("Agotada.");
  await ana.button(ana.t.send).click();
  await kim.page.locator(".talk .words", { hasText: "Agotada." }).waitFor();
  await isFit(ana, "side-talk");
  await sayAndSeeWithout(bea, "Who has slept at all?");
  assert.equal(await ana.page.getByText("Who has slept at all?").count(), 0, "the group waits");
  await noor.doing("Kim opened a side room with Ana").waitFor();
  for (const { page } of [bea, cleo, noor]) {
    assert.equal(await page.getByText("¿Cómo estás de verdad?").count(), 0);
    assert.equal(await page.getByText("Agotada.").count(), 0);
  }
  await ana.button("Volver al grupo").click();
  await ana.sees("Who has slept at all?");
  await noor.doing("ended the side room with Ana").waitFor();
  assert.equal(await kim.button("End the side room").count(), 0);
});

// Said while Ana looks at something else.
async function sayAndSeeWithout(phone, text) {
  await phone.write(text);
  await Promise.all([bea.sees(text), cleo.sees(text), noor.said(text).waitFor()]);
}

test("the room is handed over in one packet that both sign, and no mother sees it", async () => {
  const hers = await kim.openSheet("t");
  await kim.button("Hand over", hers).click();
  await hers.getByLabel("What to watch for").fill("Ana has slept two hours.");
  await kim.button("Sign and hand over", hers).click();
  await hers.getByText("Waits for who takes over.").waitFor();
  const his = await noor.openSheet("t");
  await his.getByText("Handed over by Kim").waitFor();
  await his.locator(".packet", { hasText: "Watch: Ana has slept two hours." }).waitFor();
  await noor.button("Sign and take over", his).click();
  for (const sheet of [hers, his]) await sheet.getByText("Taken over by Noor").waitFor();
  for (const desk of team()) await desk.closeSheets();
  await kim.doing("Noor took the room over").waitFor();
  await noor.doing("Noor (you) took the room over").waitFor();
  await seenByNobody("two hours", ...mothers());
});

test("lock-down takes a deliberate gesture, and shows both moderators who did it", async () => {
  const sheet = await kim.openSheet("g");
  const button = sheet.locator("button.hold");
  await button.scrollIntoViewIfNeeded();
  await button.click(); // too short
  assert.equal(await button.textContent(), "Hold to lock down");
  assert.equal(await kim.doing("locked the room down").count(), 0);
  await button.hover();
  await kim.page.mouse.down();
  await sheet.getByText("Locked down by Kim").waitFor();
  await kim.page.mouse.up();
  await kim.closeSheets();
  await noor.doing("Kim locked the room down").waitFor();
  await noor.chip(room).getByText("Locked down").waitFor();
  await cleo.write("Did something happen?");
  await cleo.page.locator('[data-held="reading"]').waitFor({ timeout: 60_000 }); // it also slows the room, by 30 s
});

test("any of the team ends lock-down, and what waited is still decided by a person", async () => {
  const sheet = await noor.openSheet("g");
  await sheet.getByText("Locked down by Kim").waitFor();
  await noor.button("End lock-down", sheet).click();
  await noor.closeSheets();
  await kim.doing("Noor ended lock-down").waitFor();
  for (const desk of team()) await desk.chip(room).getByText("Locked down").waitFor({ state: "detached" });
  await noor.selectWaiting("Did something happen?");
  await noor.keys("r");
  await Promise.all(mothers().map((one) => one.sees("Did something happen?")));
});

test("from the keyboard lock-down is asked twice, and undone with one key", async () => {
  const sheet = await kim.openSheet("Shift+L");
  await kim.button("Lock down", sheet).waitFor();
  assert.equal(await kim.doing("Kim (you) locked the room down").count(), 1, "not by the first key");
  await kim.keys("Enter");
  await sheet.getByText("Locked down by Kim").waitFor();
  await kim.closeSheets();
  await kim.takesBack("locked down");
  await noor.doing("Kim ended lock-down").waitFor();
  await noor.chip(room).getByText("Locked down").waitFor({ state: "detached" });
});

test("a report reaches both moderators and is acknowledged to her who made it, and to nobody else", async () => {
  const about = await bea.openMessage("Third night here.");
  await bea.button("Report", about).click();
  await bea.page.getByLabel("Anything to add? You don't have to.").fill("she wrote to me elsewhere");
  await bea.button("Tell the team").click();
  await bea.page.getByText("Thank you. The team has it.").waitFor();
  await bea.closeSheet();
  for (const desk of team()) {
    const item = desk.item("she wrote to me elsewhere");
    await item.getByText("Reported").waitFor();
    await item.getByText("told by Bea").waitFor();
    await item.getByText("Third night here.").waitFor();
  }
  await seenByNobody("elsewhere", ana, cleo);
  for (const { page } of [ana, cleo]) assert.equal(await page.locator("dialog[open], .server-words").count(), 0);
});

test("a worry about somebody is told apart from a report, in the reporter's own language", async () => {
  const about = await ana.openMessage("Who has slept at all?");
  await ana.button("Me preocupa ella", about).click();
  await ana.button("Decirle al equipo").click();
  await ana.page.getByText("Gracias. El equipo ya lo tiene.").waitFor();
  await ana.closeSheet();
  for (const desk of team()) await desk.item("Someone is worried about her").waitFor();
  await seenByNobody("worried", bea, cleo);
});

test("two who take an alert at once: one has it, and the other reads who", async () => {
  for (const desk of team()) await desk.select("Someone is worried about her");
  await Promise.all(team().map((desk) => desk.keys("c")));
  const took = await noor.doing("took an alert").last().textContent();
  const [first, second, name] = took.startsWith("Kim") ? [kim, noor, "Kim"] : [noor, kim, "Noor"];
  await first.item("Someone is worried about her").getByText("You have this").waitFor();
  await second.item("Someone is worried about her").getByText(`${name} has this`).waitFor();
  assert.equal(await kim.doing("took an alert").count(), 1, "one outcome");
  await first.select("Someone is worried about her");
  await first.keys("e", "1", "she is calmer now", "Enter");
  for (const desk of team()) {
    await desk.item("Someone is worried about her").waitFor({ state: "detached" });
    await desk.doing(`${name}${desk === first ? " (you)" : ""} closed an alert: Talked`).waitFor();
  }
});

test("while a moderator is asked or writes, nothing that others do moves her to somebody else", async () => {
  await readFirst(kim, "All");
  await ana.write("Una pregunta.");
  await bea.write("Another one.");
  for (const desk of team()) await desk.selectWaiting("Una pregunta.");
  await noor.keys("m");
  const question = noor.page.locator(".question", { hasText: "Mute: Ana" });
  await question.waitFor();
  await kim.keys("r");
  await noor.passed("Kim released the words of Ana").waitFor();
  assert.ok(await question.isVisible());
  await noor.keys("Enter");
  await ana.page.locator('[data-standing="muted"]').waitFor({ state: "attached" });
  await bea.page.locator('[data-standing="free"]').waitFor({ state: "attached" });
  await noor.takesBack("Ana is muted.");
  await ana.page.locator('[data-standing="free"]').waitFor({ state: "attached" });

  for (const desk of team()) await desk.selectWaiting("Another one.");
  await noor.page.locator("#console-say").pressSequentially("half a ");
  await kim.keys("r");
  await noor.said("Another one.").waitFor();
  await noor.passed("Kim released the words of Bea").waitFor();
  await noor.keys("sentence");
  assert.equal(await noor.page.locator("#console-say").inputValue(), "half a sentence");
  await noor.select("she wrote to me elsewhere");
  assert.equal(await noor.page.locator("#console-say").inputValue(), "half a sentence");
  await noor.sayToRoom("a whole one");
  await bea.sees("a whole one");
  await readFirst(kim, "Off");
});

test("all that someone wrote, or everything from one message to another, is taken back at once", async () => {
  await sayAndAllSee(cleo, "buy my tea");
  await sayAndAllSee(bea, "please stop");
  await sayAndAllSee(cleo, "best tea in town");
  await sayAndAllSee(ana, "Buenas noches a todas.");
  await kim.pick("buy my tea");
  await kim.keys("i");
  await kim.said("best tea in town").locator(".more").click();
  await kim.page.locator(".question", { hasText: "3 messages" }).getByText("Cleo, Bea").waitFor();
  await kim.keys("4", "Enter");
  for (const text of ["buy my tea", "please stop", "best tea in town"]) {
    for (const one of mothers()) await one.message(text).waitFor({ state: "detached" });
  }
  await sayAndAllSee(cleo, "sorry about that");
  await noor.pick("sorry about that");
  await noor.keys("a", "5", "Enter");
  for (const one of mothers()) {
    for (const text of ["Third night here.", "sorry about that"]) await one.message(text).waitFor({ state: "detached" });
    await one.sees("Buenas noches a todas.");
  }
});

test("where people take turns, the floor passes to a raised hand with one tap", async () => {
  const sheet = await kim.openSheet("g");
  await sheet.getByLabel("Raise a hand to speak").click();
  await sheet.getByRole("switch", { name: "Raise a hand to speak", checked: true }).waitFor();
  await kim.closeSheets();
  await bea.button("Raise my hand").click();
  await cleo.button("Raise my hand").click();
  await kim.button("Floor to Bea").click();
  await bea.page.getByText("It is your turn.").waitFor();
  await bea.sayAndSee("Thank you for the turn.");
  await noor.button("Floor to Cleo").click();
  await cleo.page.getByText("It is your turn.").waitFor();
  for (const desk of team()) await desk.page.locator(".floor-bar", { hasText: "Cleo has the floor" }).waitFor();
  await noor.button("Take the floor back").click();
  await cleo.button("Raise my hand").waitFor();
});

test("at the end all three mothers read the same, and nothing went wrong on any screen", async () => {
  await Promise.all(mothers().map((one) => one.nothingOnItsWay()));
  const [first, ...others] = await Promise.all(mothers().map((one) => one.transcript()));
  for (const other of others) assert.deepEqual(other, first);
  for (const one of [...team(), ...mothers()]) assert.deepEqual(one.complaints, []);
});
