// A whole evening from the calendar, a mother's part of it on a small phone in Spanish: a facilitator plans a weekly series,
// she finds it, keeps a place, gets the reminder by mail and comes back by its link, waits in the lobby, is let in, raises
// her hand, has the floor, passes, and checks out when it ends. Nobody drives the clock: the circle is planned for an hour
// and a minute from now, so that the reminder is due soon, and then moved to begin at once.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { takeDesk } from "../support/desk.mjs";
import { beginEvening } from "../support/evening.mjs";
import { openMailSink } from "../support/mail_sink.mjs";
import { launch, takePhone } from "../support/phone.mjs";
import { addTopic, localParts, planWeekly, signInToPlan, zone } from "../support/planning.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
const password = "nine quiet lanterns";
const circle = "Noches en calma";
const address = "luna.prueba@example.org";
const inputs_max = 25;
const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
let browser, evening, mail, fay, ana, link, planned;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, mail] = await Promise.all([launch(), openMailSink()]);
  evening = await beginEvening({
    NIGHTLIGHT_PAGING_SMTP_HOST: "127.0.0.1",
    NIGHTLIGHT_PAGING_SMTP_PORT: String(mail.port),
    NIGHTLIGHT_PAGING_SMTP_SECURITY: "none",
    NIGHTLIGHT_PAGING_MAIL_FROM: "evening@example.org",
    NIGHTLIGHT_PAGING_PUBLIC_ADDRESS: "https://circle.example.org",
  });
  evening.addStaff("Fay", "facilitator", password);
  evening.addStaff("Kim Lee", "facilitator", password);
  fay = await takeDesk(browser, { zone });
  ana = await takePhone(browser, { language: "es", zone });
  // Time to plan, to keep a place and to leave an address before the reminder is due.
  planned = localParts(wholeMinute(Date.now() + 45_000) + hour_ms);
});

after(async () => {
  await browser?.close();
  await evening?.end();
  await mail?.close();
});

const wholeMinute = (ms) => Math.ceil(ms / minute_ms) * minute_ms;
const mondayOf = (day) => Date.parse(`${day}T00:00:00Z`) - ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) * 24 * hour_ms;
const card = () => ana.page.locator("li.meeting", { hasText: circle });
const button = (words) => ana.page.getByRole("button", { name: `${words}: ${circle}` });

// Nothing wider than her phone, everything large enough for a thumb, and the thumb reaches what comes first.
async function fits(screen) {
  await ana.page.screenshot({ path: `${pictures}/evening-${screen}.png` });
  await isClean(ana.page, screen);
  const { wide, small } = await ana.page.evaluate(() => {
    const touched = [...document.querySelectorAll("button, a[href], select, textarea, summary, input:not([type=checkbox])")];
    const low = touched.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 47.5);
    return { wide: document.documentElement.scrollWidth > innerWidth, small: low.map((one) => one.outerHTML.slice(0, 80)) };
  });
  assert.equal(wide, false, `${screen} fits`);
  assert.deepEqual(small, [], `${screen}: large enough to touch`);
}

test("a facilitator plans a weekly series with few inputs", async () => {
  await signInToPlan(fay, evening.links.mother, "Fay", password);
  await addTopic(fay, circle);
  const inputs = await planWeekly(fay, { topic: circle, at: planned, second: "Kim Lee" });
  console.log(`# ${inputs} inputs`);
  assert.ok(inputs <= inputs_max, `${inputs} inputs`);
});

test("a mother finds tonight's circle and keeps a place under her name", async () => {
  await ana.open(evening.links.mother);
  await ana.button(ana.t.agree).click();
  await ana.button(ana.t.people).click();
  await ana.button("El calendario de la noche").click();
  await card().waitFor();
  await button("Guárdame un lugar").click();
  await ana.page.getByText("Tienes tu lugar, como Ana.").waitFor();
  await fits("kept");
});

test("she chooses a reminder that gives nothing away, and has a link of her own", async () => {
  await button("Recordatorio y mi enlace").click();
  const sheet = ana.page.locator("dialog[open]");
  await sheet.getByLabel("Tu correo").waitFor();
  const quiet = sheet.getByRole("button", { name: "Solo la hora" });
  assert.equal(await quiet.getAttribute("aria-pressed"), "true");
  assert.ok((await quiet.innerText()).includes(`Recordatorio: ${planned.time}`));
  await fits("reminder");
  await sheet.getByLabel("Tu correo").fill(address);
  link = await sheet.getByLabel("Tu propio enlace").inputValue();
  assert.match(link, /^http:\/\/[^/]+\/#\/back\/.+$/);
  await ana.button("Recuérdame", sheet).click();
  await ana.page.getByText("Listo. Te llegará un correo.").waitFor();
});

test("the mail comes, in neutral words, with one click to stop it", async () => {
  const letter = await mail.next(({ to }) => to.includes(address));
  const tomorrow = planned.day === localParts(Date.now()).day ? "" : "mañana, "; // in the last hour of a day
  assert.equal(letter.headers.subject, `Recordatorio: ${tomorrow}${planned.time}`);
  assert.doesNotMatch(`${letter.headers.subject} ${letter.headers.from}`, /Noches en calma/);
  assert.ok(letter.headers["list-unsubscribe"], "it can be stopped from the mail's own menu");
  assert.match(letter.text, /#\/back\//);
  const [theirs] = letter.text.match(/https?:\/\/\S+\/#\/back\/[^\s>]+/) ?? [];
  assert.equal(new URL(theirs).hash, new URL(link).hash);
});

test("the link brings her back as the same person, and stands in no address", async () => {
  await ana.page.evaluate(() => sessionStorage.clear());
  await ana.page.goto("about:blank");
  await ana.page.goto(link);
  await ana.page.getByText("Tienes tu lugar, como Ana.").waitFor();
  assert.doesNotMatch(await ana.page.evaluate(() => location.href), /back/);
  await fits("came-back");
});

test("the facilitator moves tonight's circle, and she is told the new time by mail", async () => {
  const { page } = fay;
  if (mondayOf(planned.day) !== mondayOf(localParts(Date.now()).day)) await fay.button("Week after").click();
  await page.locator(".slot", { hasText: circle }).first().click();
  await fay.button("Move it").click();
  const soon = localParts(wholeMinute(Date.now() + minute_ms));
  await page.getByLabel("New day").fill(soon.day);
  await page.getByLabel("New time").fill(soon.time);
  await page.locator("dialog[open]").getByLabel("Minutes").fill("10"); // so that its end is near from the start
  await page.locator("dialog[open]").getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("status").filter({ hasText: "Saved." }).waitFor();
  const letter = await mail.next(({ headers }) => headers.subject.startsWith("Nueva hora"));
  assert.ok(letter.headers.subject.includes(soon.time));
});

test("the facilitator opens the room from her console, and keeps its lobby", async () => {
  await fay.button("Rooms").click();
  await fay.openConsoleHere();
  await fay.button(`Open ${circle}`).click({ timeout: 90_000 }); // the room is made meanwhile
  await fay.watch(circle);
  await fay.openSheet("g");
  await fay.page.getByRole("switch", { name: "New people wait in the lobby" }).click();
  await fay.closeSheets();
});

test("she comes into the lobby: greeted, told when it begins and who is here, in words", async () => {
  await ana.button("Mirar otra vez").click();
  await button("Entrar").click({ timeout: 90_000 }); // the room is made meanwhile
  await ana.button(ana.t.agree).waitFor();
  assert.equal(await ana.page.locator('input[name="name"]').inputValue(), "Ana");
  await ana.button(ana.t.agree).click();
  await ana.status("lobby");
  await ana.page.getByText("Hola, Ana.").waitFor();
  const words = await ana.page.locator("main").innerText();
  assert.doesNotMatch(words.replace(/\d{1,2}:\d{2}/g, ""), /\d/, "the wait is told in words");
  await ana.page.locator("summary").click();
  await fits("lobby");
});

test("she takes another name while she waits", async () => {
  await ana.button("Elegir otro nombre").click();
  await ana.page.locator('input[name="name"]').fill("Luna");
  await ana.button("Usar este nombre").click();
  await ana.page.getByText("Hola, Luna.").waitFor();
});

test("the facilitator sees her and lets her in with one key, in place", async () => {
  await fay.chip(circle).click();
  await fay.page.getByRole("button", { name: /^Let Luna in/ }).waitFor();
  await isClean(fay.page, "someone waits");
  await fay.keys("q");
  await ana.inRoom();
  await fay.doing("let Luna in").waitFor();
  await fits("let-in");
});

test("the opening is a card, sent with a digit and Enter", async () => {
  await fay.keys("y");
  await fay.sheet().waitFor();
  await isClean(fay.page, "cards");
  await fay.keys("1");
  await fay.sheet().getByLabel("What the room will read").waitFor();
  await fay.page.keyboard.press("Enter");
  await ana.sees("Welcome. We are glad you are here.");
});

test("she raises her hand, has the floor, speaks, and passes", async () => {
  await fay.openSheet("g");
  await fay.page.getByRole("switch", { name: "Raise a hand to speak" }).click();
  await fay.closeSheets();
  await ana.button("Levantar la mano").click();
  await fay.page.getByRole("button", { name: "Floor to Luna" }).click();
  await ana.page.getByText("Es tu turno.").waitFor();
  await fits("floor");
  await ana.sayAndSee("hoy dormí tres horas");
  await ana.button("Paso").click();
  await ana.button("Levantar la mano").waitFor();
});

test("near its end a calm line says so to everyone, and more time takes it away", async () => {
  await ana.page.locator('[data-meeting="soon"]').waitFor({ timeout: 2.5 * minute_ms });
  await ana.page.getByText("Todavía hay tiempo para ti.").waitFor();
  await fits("soon");
  await fay.page.locator('.talk-pane [data-meeting="soon"]').getByRole("button", { name: "+15 min" }).click();
  await ana.page.locator('[data-meeting="on"]').waitFor({ state: "attached" });
  await ana.page.getByText("Tenemos más tiempo").waitFor();
});

test("it ends with last words; then she checks out and leaves", async () => {
  await fay.openSheet("g");
  await fay.button("End the meeting", fay.sheet()).click();
  await isClean(fay.page, "ending");
  await fay.button("Send this and end it for everyone", fay.sheet()).click();
  await ana.status("closed");
  await ana.sees("Thank you for being here.");
  await ana.page.getByRole("region", { name: "Antes de irte" }).waitFor();
  await ana.button("Más ligera").click();
  await ana.page.getByText("Gracias. El equipo ya lo tiene.").waitFor();
  await ana.page.getByLabel("¿Algo que el equipo deba saber?").fill("me hizo bien");
  await ana.button("Decirle al equipo").click();
  await ana.page.getByText("Gracias. El equipo ya lo tiene.").last().waitFor();
  await fits("after");
  await fay.closeSheets();
  await fay.openSheet("t");
  await fay.sheet().getByText("Leaves lighter").waitFor();
  await fay.sheet().getByText("me hizo bien").waitFor();
  await ana.button("Salir de la sala").click();
  await ana.page.getByRole("heading", { name: "Buenas noches" }).waitFor();
});

test("nothing went wrong on the way", () => {
  for (const phone of [fay, ana]) assert.deepEqual(phone.complaints, []);
});
