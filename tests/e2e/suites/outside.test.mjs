// What the outside sees: the schedule on the organisation's own web site and on nobody else's, a card to print, and the
// directory. Everything here is asked of this machine alone.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";
import { addTopic, localParts, planWeekly, signInToPlan, zone } from "../support/planning.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
const password = "nine quiet lanterns";
const day_ms = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), "nightlight-outside-"));
let browser, evening, fay, ana, own, other;

const both = (en, es) => ({ en, es });
const entry = (id, more) => ({
  id,
  about: both("Walking together, slowly, with a stop for tea", "Caminar juntas, despacio, con una pausa para el té"),
  who: both("Anyone with a stroller", "Quien venga con carriola"),
  topic: both("Groups", "Grupos"),
  area: both("North side", "Zona norte"),
  call: "+13125550100",
  display: "312-555-0100",
  web: "https://walk.example/",
  languages: ["en", "es"],
  source: "invented for a test",
  checked: "2026-11-24",
  review: "unreviewed",
  state: "ok",
  ...more,
});
const entries = [
  entry("walk", { name: both("An invented walk", "Un paseo inventado") }),
  entry("milk", {
    name: both("An invented table", "Una mesa inventada"),
    about: both("Questions about feeding", "Preguntas sobre la lactancia"),
    topic: both("Feeding", "Alimentación"),
    area: both("South side", "Zona sur"),
    web: "",
  }),
  entry("later", { name: both("Not looked up", "Sin revisar"), state: "confirm" }),
];

// Somebody's web site of one page, with the frame in it.
function webSite(frame) {
  const page = (_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>A web site</title><h1>Our own page</h1>${frame()}</html>`);
  };
  return new Promise((done) => {
    const server = createServer(page).listen(0, "127.0.0.1", () => {
      done({ origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() });
    });
  });
}

const snippet = () =>
  `<iframe src="http://localhost:${evening.port}/embed?lang=es" title="Horario" width="100%" height="640" referrerpolicy="no-referrer" style="border: 0"></iframe>`;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  const directory = join(folder, "directory.json");
  writeFileSync(directory, JSON.stringify({ note: "", entries }));
  [own, other, browser] = await Promise.all([webSite(snippet), webSite(snippet), launch()]);
  evening = await beginEvening({
    NIGHTLIGHT_ORGANISATION_SCHEDULE_SHOWN_ON: own.origin,
    NIGHTLIGHT_ORGANISATION_SIGN_UP_ADDRESS: `${own.origin}/join`,
    NIGHTLIGHT_ORGANISATION_DIRECTORY_FILE: directory,
  });
  evening.addStaff("Fay", "facilitator", password);
  fay = await takePhone(browser, { wide: true, zone });
  ana = await takePhone(browser, { language: "es", zone });
});

after(async () => {
  own?.close();
  other?.close();
  await browser?.close();
  await evening?.end();
  rmSync(folder, { recursive: true, force: true });
});

// Every address that a page asks for; its icon is the browser's own wish.
function askedBy(page) {
  const asked = [];
  page.on("request", (request) => {
    const address = new URL(request.url());
    if (address.pathname !== "/icon.svg") asked.push(address);
  });
  return asked;
}

test("whoever plans finds the snippet for the web site", async () => {
  await signInToPlan(fay, evening.links.mother, "Fay", password);
  await addTopic(fay, "First months");
  await planWeekly(fay, { topic: "First months", at: localParts(Date.now() + 2 * day_ms) });
  await fay.button("On our web site").click();
  const code = await fay.page.getByLabel("For your page").inputValue();
  assert.match(code, /^<iframe src="http:\/\/[^"]+\/embed\?lang=en" title="Schedule"/);
  await fay.page.screenshot({ path: `${pictures}/outside-snippet.png` });
  await isClean(fay.page, "the snippet");
  await fay.closeSheet();
});

test("the schedule stands on the site that is named, dark and light, and asks nobody else for anything", async () => {
  const visitor = await takePhone(browser, { language: "en", zone });
  const asked = askedBy(visitor.page);
  await visitor.page.goto(own.origin);
  const frame = visitor.page.frameLocator("iframe");
  const link = frame.getByRole("link", { name: /^Cómo participar: First months/ }).first();
  await link.waitFor();
  assert.equal(await link.getAttribute("href"), `${own.origin}/join`);
  assert.equal(await link.getAttribute("target"), "_blank");
  assert.match(await link.getAttribute("rel"), /\bnoopener\b/);
  await visitor.page.screenshot({ path: `${pictures}/outside-embed-dark.png` });
  await visitor.page.emulateMedia({ colorScheme: "light" });
  await visitor.page.screenshot({ path: `${pictures}/outside-embed-light.png` });
  const hosts = new Set(asked.map(({ host }) => host));
  assert.deepEqual([...hosts].sort(), [new URL(own.origin).host, `localhost:${evening.port}`].sort());
  await visitor.page.goto(`http://localhost:${evening.port}/embed`);
  await visitor.page.getByRole("link", { name: /^How to join: First months/ }).first().waitFor();
  const kept = await visitor.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  assert.deepEqual(kept, [0, 0, ""]);
  await isClean(visitor.page, "the schedule");
  await visitor.end();
});

test("on any other site the frame stays empty, and no other page can be framed anywhere", async () => {
  for (const [site, path] of [[other, "/embed"], [own, "/"], [own, "/embed.html"], [own, "/blank.html"]]) {
    const visitor = await takePhone(browser);
    const refused = visitor.page.waitForEvent("console", (said) => /frame-ancestors|X-Frame-Options/.test(said.text()));
    await visitor.page.goto(site.origin);
    await visitor.page.evaluate((src) => (document.querySelector("iframe").src = src), `http://localhost:${evening.port}${path}`);
    await refused;
    await visitor.context.close();
  }
});

test("an invitation is printed as a card, and nothing else of the page is on the paper", async () => {
  await fay.button("Rooms").click();
  await fay.page.getByLabel("Name of the room").fill("Tuesday");
  await fay.button("Make it").click();
  await fay.button("Print it as a card").first().click();
  const asked = askedBy(fay.page);
  await fay.page.getByLabel("A line of your own, if you like").fill("Tuesday, 8 pm");
  await fay.page.keyboard.press("Enter");
  await fay.button("Spanish", fay.page.locator("dialog[open]")).click();
  await fay.page.locator("dialog .invitation-card", { hasText: "Tienes una invitación" }).waitFor();
  await fay.page.screenshot({ path: `${pictures}/outside-card-sheet.png` });
  await isClean(fay.page, "the card");
  await fay.page.emulateMedia({ media: "print" });
  const seen = await fay.page.evaluate(() => document.body.innerText);
  assert.match(seen, /^Tienes una invitación\s+Tuesday, 8 pm\s/);
  assert.match(seen, /\/#\/enter\/[\w-]+/);
  assert.doesNotMatch(seen, /Imprimir|Print|Rooms|Name of the room/);
  for (const paper of [{ format: "A4" }, { format: "Letter" }, { format: "A6" }]) {
    const pdf = await fay.page.pdf(paper);
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1, `one page of ${paper.format}`);
  }
  await fay.page.screenshot({ path: `${pictures}/outside-card-paper.png` });
  assert.deepEqual(asked.map(String), []);
  await fay.page.emulateMedia({ media: "screen" });
  await fay.closeSheet();
  await fay.page.locator(".paper").waitFor({ state: "detached" });
});

test("the directory is a page from the front page, found by a word, and opening it asks for nothing", async () => {
  await ana.page.goto(`http://localhost:${evening.port}/`);
  await ana.button("Grupos y lugares cerca de ti").waitFor();
  const asked = askedBy(ana.page);
  await ana.button("Grupos y lugares cerca de ti").click();
  await ana.page.getByRole("heading", { name: "Un paseo inventado" }).waitFor();
  assert.equal(await ana.page.getByText("Sin revisar").count(), 0);
  await ana.page.screenshot({ path: `${pictures}/outside-directory.png` });
  await isClean(ana.page, "the directory");
  await ana.page.getByLabel("Busca una palabra").fill("LACTANCIA");
  await ana.page.getByRole("heading", { name: "Un paseo inventado" }).waitFor({ state: "detached" });
  await ana.page.getByRole("heading", { name: "Una mesa inventada" }).waitFor();
  await ana.page.getByLabel("Busca una palabra").fill("nada de eso");
  await ana.page.getByText("Aquí no hay nada con esas palabras.").waitFor();
  await ana.button("Atrás").click();
  await ana.button(ana.t.help).click();
  await ana.button("Grupos y lugares cerca de ti", ana.page.locator("dialog[open]")).click();
  await ana.page.locator("dialog[open]").getByRole("heading", { name: "Una mesa inventada" }).waitFor();
  await ana.page.screenshot({ path: `${pictures}/outside-directory-sheet.png` });
  await isClean(ana.page, "the directory in the help sheet");
  await ana.button("Volver a los números de ayuda").click();
  await ana.page.locator("dialog[open]").getByText("Ahora mismo, a cualquier hora").waitFor();
  assert.deepEqual(asked.map(String), []);
  await ana.end();
});
