// The rules about words on a page: a sentence is tried while it is typed, a rule is added, refused where the mistake is,
// saved, and holds in the room; two who change them at once lose nothing. And a mute as long as somebody types.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { takeDesk } from "../support/desk.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "nightlight-words-"));
const circle = "Newborn nights";
let browser, evening, kim, noor, ana;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  const rules = join(folder, "conduct.rules");
  writeFileSync(rules, "word our-hospital alert : st. mary's\n");
  [browser, evening] = await Promise.all([launch(), beginEvening({ NIGHTLIGHT_ORGANISATION_CONDUCT_RULES_FILE: rules })]);
  kim = await takeDesk(browser);
  noor = await takeDesk(browser, { wide: false, language: "es" });
  ana = await takePhone(browser);
  await kim.comeIn(evening.links.facilitator);
  await kim.openConsole();
  await readsFirstWhatIsFlagged();
  await noor.comeIn(evening.links.moderator);
  await ana.comeIn(evening.links.mother);
});

after(async () => {
  await browser?.close();
  await evening?.end();
  rmSync(folder, { recursive: true, force: true });
});

const said = {
  en: { sample: "A sentence to try", words: "Rules about words", texts: "Words or phrases, with commas between" },
  es: { sample: "Una frase para probar", words: "Reglas sobre palabras", texts: "Palabras o frases, con comas entre ellas" },
};

// A rule that holds is for rooms where words are read first.
async function readsFirstWhatIsFlagged() {
  const sheet = await kim.openSheet("g");
  const modes = sheet.getByRole("group", { name: "Read messages first" });
  await kim.button("Flagged", modes).click();
  await modes.locator('[aria-pressed="true"]', { hasText: "Flagged" }).waitFor();
  await kim.closeSheets();
}

async function openRules(desk, words) {
  await desk.button(words.words, desk.page.locator("li.card", { hasText: circle })).click();
  await desk.page.getByLabel(words.sample).waitFor();
}

const finding = (desk, words) => desk.page.locator(".findings li", { hasText: words });
const rule = (desk, name) => desk.page.locator("li.card", { has: desk.page.getByRole("heading", { name, exact: true }) });
const tells = (desk, words) => desk.page.locator(".conduct-said [role=status]", { hasText: words }).waitFor();

async function saves(desk, words, told) {
  await desk.button(words).click();
  await tells(desk, told);
}

// Nothing wider than the window, and everything that is touched large enough for a thumb.
async function fits(desk, screen, within = ".screen") {
  await desk.page.screenshot({ path: `${pictures}/words-${screen}.png` });
  await isClean(desk.page, screen);
  const { wide, low } = await desk.page.evaluate((part) => ({
    wide: document.documentElement.scrollWidth - innerWidth,
    low: [...document.querySelector(part).querySelectorAll("button, select, textarea, input")]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 47.5)
      .map((one) => one.textContent),
  }), within);
  assert.ok(wide <= 0, `${screen} is ${wide} px too wide`);
  assert.deepEqual(low, [], `${screen} has what a thumb misses`);
}

test("a sentence is tried while it is typed: what is found, by whose rule, and what would happen", async () => {
  await kim.button(kim.d.rooms).click();
  await openRules(kim, said.en);
  const sample = kim.page.getByLabel(said.en.sample);
  await sample.fill("good night");
  await kim.page.getByText("Nothing is found. It goes out as it is.").waitFor();
  await sample.fill("write to ana@example.org, I gave birth at st. mary's");
  await finding(kim, "email-address").getByText("built in").waitFor();
  await finding(kim, "our-hospital").getByText("rule of the organisation").waitFor();
  await kim.page.locator(".try-result", { hasText: "She is asked to say it another way." }).waitFor();
  assert.deepEqual(await kim.page.locator(".tried mark").allTextContents(), ["ana@example.org", "st. mary's"]);
});

test("by keyboard a rule is added and tried before it is saved; then it holds in the room", async () => {
  await kim.page.getByLabel(said.en.sample).fill("qué tonta soy");
  await kim.button("Add a rule").focus();
  await kim.keys("Enter");
  await kim.page.locator("form select").first().waitFor();
  await kim.page.waitForFunction(() => document.activeElement?.matches("form select"));
  await kim.keys("Tab");
  await kim.page.keyboard.type("tonta, mala madre");
  await finding(kim, "tonta").waitFor();
  await kim.page.locator(".try-result", { hasText: "A person reads it before anybody else does." }).waitFor();
  await fits(kim, "rule-1280");
  await saves(kim, "Save", "Saved. It holds from the next message on.");
  await rule(kim, "tonta").getByText("tonta, mala madre").waitFor();
  await finding(kim, "tonta").getByText("rule of this room").waitFor();
  await ana.sayAndSee("hello all");
  await ana.write("soy una mala madre");
  await ana.page.locator('[data-held="reading"]').waitFor();
});

test("what the server does not take is said where the mistake is, and nothing is saved", async () => {
  await kim.button("Add a rule").click();
  await kim.button("Save").click();
  await tells(kim, "Not saved. Please look at what is marked.");
  await kim.page.getByText("Write at least one word.").waitFor();
  await kim.page.getByLabel("How to look").selectOption("pattern");
  await kim.page.getByLabel("The pattern").fill("zoom(");
  await kim.page.getByText("This pattern cannot be read.").waitFor();
  await kim.button("Save").click();
  await tells(kim, "Not saved. Please look at what is marked.");
  assert.equal(await kim.page.getByLabel("The pattern").getAttribute("aria-invalid"), "true");
  await kim.page.getByLabel("The pattern").fill("zoom\\.us/j/[0-9]+");
  await kim.page.getByLabel(/Name the team sees/).fill("tonta");
  await kim.page.getByText("Another rule has this name.").waitFor();
  await kim.page.getByLabel(/Name the team sees/).fill("Zoom room");
  await kim.page.getByText("Another rule has this name.").waitFor({ state: "detached" });
  await saves(kim, "Save", "Saved. It holds from the next message on.");
  await rule(kim, "zoom-room").waitFor();
});

test("with a thumb and in Spanish: a built-in rule is switched, and the second who saves is told", async () => {
  await noor.button(noor.d.room).click();
  await noor.button(noor.d.rooms).click();
  await openRules(noor, said.es);
  await noor.page.getByLabel(said.es.sample).fill("qué tonta soy, mira https://example.org");
  await finding(noor, "link").waitFor();
  await fits(noor, "try-360-es");
  await noor.page.getByLabel("Qué pasa: link").selectOption("off");
  await finding(noor, "link").waitFor({ state: "detached" });
  await noor.button("Cambiar: tonta").tap();
  await noor.page.getByLabel("Qué pasa", { exact: true }).selectOption("rephrase");
  await fits(noor, "rule-360-es");

  await kim.button("Change: tonta").click();
  await kim.page.getByLabel(said.en.texts).fill("tonta, mala madre, boba");
  await kim.button("Take out: zoom-room").click();
  await saves(kim, "Save", "Saved. It holds from the next message on.");

  await noor.button("Guardar").tap();
  const sheet = noor.page.locator("dialog[open]");
  await sheet.getByText("Alguien más cambió estas reglas").waitFor();
  await sheet.getByText("zoom-room: quitada").waitFor();
  await sheet.getByText("La tuya, tonta").waitFor();
  await noor.page.screenshot({ path: `${pictures}/words-stale-360-es.png` });
  await isClean(noor.page, "both versions");
  await noor.button("Dejar ambos; lo mío donde no coincide", sheet).tap();
  await tells(noor, "Guardado. Vale desde el próximo mensaje.");
  await rule(noor, "zoom-room").waitFor({ state: "detached" });
  await rule(noor, "tonta").getByText("Pedir otras palabras").waitFor();
  await noor.page.locator(".built-in").scrollIntoViewIfNeeded();
  await noor.page.screenshot({ path: `${pictures}/words-built-in-360-es.png` });
  assert.equal(await noor.page.getByLabel("Qué pasa: link").inputValue(), "off");
});

test("whoever leaves with something unsaved is asked once more", async () => {
  await kim.page.getByLabel("What happens: selling").selectOption("off");
  await tells(kim, "Not saved yet.");
  await kim.button("Back").click();
  await kim.button("Leave without saving").click();
  await kim.button(kim.d.console).waitFor();
  await noor.button("Volver").tap();
  await noor.button(noor.d.console).waitFor();
});

test("from the console: its room sheet leads to the rules and back; a mute lasts two days by keyboard", async () => {
  await kim.openConsoleHere();
  await (await kim.openSheet("g")).getByRole("button", { name: said.en.words }).click();
  await rule(kim, "tonta").waitFor();
  await kim.button("Back").click();
  await kim.page.locator(".console .room-chip").first().waitFor();

  await kim.said("hello all").waitFor();
  await kim.pick("hello all");
  await kim.keys("m", "0", "Enter");
  await kim.page.getByText("A whole number, from 1 minute to 28 days.").waitFor();
  await kim.page.screenshot({ path: `${pictures}/words-mute-1280.png` });
  await isClean(kim.page, "a length that is none");
  await kim.page.keyboard.type("2");
  await kim.page.locator(".length select").selectOption("days");
  await kim.page.locator(".length select").focus();
  await kim.keys("1", "Enter");
  await ana.page.locator('[data-standing="muted"]').waitFor({ state: "attached" });
  await ana.page.locator(".standing", { hasText: "The team says: unkind words" }).waitFor();
  await kim.pick("hello all");
  await kim.keys("u");
  await ana.page.locator('[data-standing="free"]').waitFor({ state: "attached" });
});

test("with a thumb another length is one more tap, and longer than 28 days is said to be too long", async () => {
  await noor.openConsoleHere();
  await noor.button(noor.d.talk).tap();
  await noor.pick("hello all");
  await noor.button("Silenciar").tap();
  await noor.button("otro tiempo").tap();
  await noor.page.getByLabel("Cuánto tiempo", { exact: true }).fill("29");
  await noor.page.getByLabel("Minutos, horas o días").selectOption("days");
  await noor.button("palabras que hieren").tap();
  await noor.page.getByText("Un número entero, de 1 minuto a 28 días.").waitFor();
  await fits(noor, "mute-360-es", ".question");
  await noor.page.getByLabel("Cuánto tiempo", { exact: true }).fill("28");
  await noor.button("palabras que hieren").tap();
  await ana.page.locator('[data-standing="muted"]').waitFor({ state: "attached" });
  for (const one of [kim, noor, ana]) assert.deepEqual(one.complaints, []);
});
