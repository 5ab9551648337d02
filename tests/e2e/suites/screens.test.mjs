// Each screen as a tired mother meets it: 360×740, dark, in Spanish. axe-core finds nothing, nothing is wider than the
// phone, what is touched is large enough, and help and the way out are always there.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
let browser, evening, ana, kim;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  ana = await takePhone(browser, { language: "es" });
  kim = await takePhone(browser, { language: "es" });
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

async function inspect(phone, screen) {
  const { page } = phone;
  await page.screenshot({ path: `${pictures}/${screen}.png` });
  await isClean(page, screen);
  const { title, language, wide, small, ground } = await page.evaluate(() => {
    const touched = [...document.querySelectorAll("button, a[href], select, textarea, input:not([type=checkbox]), label:has(input[type=checkbox])")];
    const shown = touched.filter((one) => one.checkVisibility());
    return {
      title: document.title,
      language: document.documentElement.lang,
      wide: document.documentElement.scrollWidth > innerWidth,
      small: shown.filter((one) => one.getBoundingClientRect().height < 47.5).map((one) => one.outerHTML.slice(0, 80)),
      ground: getComputedStyle(document.body).backgroundColor,
    };
  });
  assert.equal(title, "Notas", "the title says nothing");
  assert.equal(language, "es");
  assert.equal(wide, false, `${screen} fits the phone`);
  assert.deepEqual(small, [], `${screen}: large enough to touch`);
  assert.equal(ground, "rgb(23, 20, 26)", "dim");
  assert.ok(await phone.button(phone.t.exit).last().isVisible(), `${screen}: the way out is there`);
}

test("no link yet, and the team's sign-in", async () => {
  const other = await takePhone(browser, { language: "es" });
  await other.page.goto(new URL("/", evening.links.mother).href);
  await other.button("Soy del equipo").waitFor();
  await inspect(other, "home");
  await other.button("Soy del equipo").click();
  await other.button("Entrar").waitFor();
  await inspect(other, "sign-in");
  await other.end();
});

test("guidelines and name, then the room", async () => {
  await kim.comeIn(evening.links.moderator);
  await ana.open(evening.links.mother);
  await inspect(ana, "enter");
  assert.ok(await ana.button(ana.t.agree).isVisible());
  await ana.button(ana.t.agree).click();
  await ana.inRoom();
  await ana.sayAndSee("Hola a todas.");
  await inspect(ana, "room");
});

test("what can be done with a message, help, and who is here", async () => {
  await ana.openMessage("Hola a todas.");
  await inspect(ana, "message");
  await ana.closeSheet();
  await ana.button(ana.t.help).click();
  await inspect(ana, "help");
  assert.ok((await ana.page.locator('a[href="tel:988"]').count()) > 0);
  assert.equal(await ana.page.locator('a[href="tel:+18002522873"]').count(), 0, "a staff number is not hers");
  await ana.closeSheet();
  await ana.button(ana.t.people).click();
  await inspect(ana, "people");
  await ana.closeSheet();
});

test("help opens without a network, and without one she is told so", async () => {
  await ana.context.setOffline(true);
  await ana.button(ana.t.help).click();
  await ana.page.locator('a[href="tel:911"]').waitFor();
  await ana.closeSheet();
  await ana.context.setOffline(false);
  await ana.inRoom();
});

test("a moderator's sheets", async () => {
  await kim.openMessage("Hola a todas.");
  await kim.button("Silenciar 5 minutos").waitFor();
  await inspect(kim, "staff-message");
  await kim.closeSheet();
  await kim.button("Sala").click();
  await kim.button("Cerrar la puerta").waitFor();
  await inspect(kim, "staff-room");
  await kim.button("30 s").click();
  await ana.page.locator('[data-standing="slow"]').waitFor({ state: "attached" });
  await inspect(ana, "slow-mode");
});

test("a moderator's keyboard: walk to a message, ask, act", async () => {
  await kim.page.locator(".log").focus();
  await kim.page.keyboard.press("k");
  await kim.page.keyboard.press("m");
  await kim.button("Silenciar 5 minutos").waitFor();
  await kim.page.waitForFunction(() => document.activeElement?.dataset.focus === "mute");
  await kim.page.keyboard.press("Enter");
  await ana.page.locator('[data-standing="muted"]').waitFor({ state: "attached" });
  await inspect(ana, "muted");
});

test("no page made a request to anyone else, and nothing went wrong on the way", async () => {
  assert.deepEqual(ana.complaints, []);
  assert.deepEqual(kim.complaints, []);
  const strangers = await ana.page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => !name.startsWith(location.origin)),
  );
  assert.deepEqual(strangers, []);
});
