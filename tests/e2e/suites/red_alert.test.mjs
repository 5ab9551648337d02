// A message that may mean danger is on the moderator's screen within a second of her tap on Send, in colour, shape, word
// and (when it is on) sound; and no mother's screen is built any differently for it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { takeDesk } from "../support/desk.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

const ms_max = 1_000;
const red = [
  "i am going to kill myself tonight",
  "i took all the pills just now",
  "the baby is not breathing",
];
let browser, evening, kim, ana, bea;

before(async () => {
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  kim = await takeDesk(browser);
  ana = await takePhone(browser);
  bea = await takePhone(browser);
  await kim.page.addInitScript(countTones);
  await kim.comeIn(evening.links.moderator);
  await kim.openConsole();
  await ana.comeIn(evening.links.mother);
  await bea.comeIn(evening.links.mother2);
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

function countTones() {
  const make = AudioContext.prototype.createOscillator;
  window.tones = [];
  AudioContext.prototype.createOscillator = function (...args) {
    const tone = make.apply(this, args);
    const start = tone.start;
    tone.start = (...at) => {
      window.tones.push(tone.frequency.value);
      start.apply(tone, at);
    };
    return tone;
  };
}

// When her finger or key sends, on the machine's own clock, which all its pages share.
const watchSend = (page) =>
  page.evaluate(() => {
    const note = () => (window.sentAt = performance.timeOrigin + performance.now());
    document.querySelector("#write").form.addEventListener("submit", note, { capture: true });
  });

// When a red item with these words has been painted.
const watchRed = (page, text) =>
  page.evaluate((words) => {
    window.painted = new Promise((done) => {
      const look = () => {
        const shown = [...document.querySelectorAll(".queue .item.rank-red")].some((one) => one.textContent.includes(words));
        if (!shown) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, text);

for (const text of red) {
  test(`"${text}" is red on the moderator's screen within a second`, async () => {
    await watchSend(ana.page);
    await watchRed(kim.page, text);
    await ana.write(text);
    const painted = await kim.page.evaluate(() => window.painted);
    const sent = await ana.page.evaluate(() => window.sentAt);
    console.log(`red after ${(painted - sent).toFixed(0)} ms`);
    assert.ok(painted - sent < ms_max, `${painted - sent} ms`);
    await bea.sees(text);
  });
}

test("red is told by a word and a shape of its own, not by colour alone, and to a screen reader", async () => {
  const told = (page, rank) =>
    page.locator(`.queue .rank-sign.rank-${rank}`).first().evaluate((sign) => ({
      words: sign.textContent,
      shape: sign.querySelector("svg").innerHTML,
      silent: sign.querySelector("svg").getAttribute("aria-hidden"),
      colour: getComputedStyle(sign).color,
    }));
  await bea.openMessage(red[0]);
  await bea.button("I'm worried about her").click();
  await bea.button("Tell the team").click();
  await bea.page.getByText("Thank you. The team has it.").waitFor();
  await bea.closeSheet();
  await kim.item("Someone is worried about her").waitFor();
  const [now, soon] = [await told(kim.page, "red"), await told(kim.page, "amber")];
  assert.deepEqual([now.words, soon.words], ["Now", "Soon"]);
  assert.deepEqual([now.silent, soon.silent], ["true", "true"]);
  assert.notEqual(now.shape, soon.shape);
  assert.notEqual(now.colour, soon.colour);
  await kim.page.getByRole("status").filter({ hasText: "Now: Words that call for you" }).waitFor({ state: "attached" });
  assert.match(await kim.item(red[0]).first().textContent(), /Now.*Words that call for you/s);
});

test("sound is off until she switches it on, and says in words which it is", async () => {
  assert.deepEqual(await kim.page.evaluate(() => window.tones), []);
  await kim.button("Sound is off").click();
  await kim.button("Sound is on").waitFor();
  await ana.write("i want to kill myself");
  await kim.item("i want to kill myself").waitFor();
  assert.equal((await kim.page.evaluate(() => window.tones)).length, 2, "two notes for red");
});

test("who took a red one and closed it gets a card for herself, with cover at one tap, and puts it away", async () => {
  const card = kim.page.getByRole("region", { name: "A moment for you" });
  assert.equal(await card.count(), 0);
  await kim.select(red[0], kim.item(red[0]).first());
  await kim.keys("c");
  await kim.item(red[0]).getByText("You have this").waitFor();
  await kim.keys("e", "1", "we talked", "Enter");
  await card.waitFor();
  await isClean(kim.page, "debrief");
  await kim.button("Ask for cover", card).click();
  await card.getByText("Your team knows.").waitFor();
  await kim.button("Put this away", card).click();
  await card.waitFor({ state: "detached" });
});

// What a message looks like without its words, number and time.
const build = (phone, text) =>
  phone.message(text).evaluate((item) => {
    const copy = item.cloneNode(true);
    copy.removeAttribute("data-number");
    for (const one of copy.querySelectorAll(".words, time, .who")) one.remove();
    return copy.outerHTML.replace(/\bcontinues\b/, "");
  });

test("no mother's screen shows anything of it, hers included", async () => {
  await ana.sayAndSee("good night everyone");
  await bea.sees("good night everyone");
  for (const phone of [ana, bea]) {
    for (const text of red) assert.equal(await build(phone, text), await build(phone, "good night everyone"));
    assert.equal(await phone.page.locator("[data-held], .server-words, dialog[open], mark").count(), 0);
    assert.deepEqual(phone.complaints, []);
  }
  assert.deepEqual(kim.complaints, []);
});
