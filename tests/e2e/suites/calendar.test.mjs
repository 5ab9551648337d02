// The evening calendar from both sides: a facilitator plans a weekly series with few inputs, mothers find it on their
// phones, in Spanish, and keep a place; two facilitators change it at once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";
import { addTopic, countInputs, signInToPlan, zone } from "../support/planning.mjs";
import { fits as fitsSmall } from "../support/small_screen.mjs";

const password = "nine quiet lanterns";
const inputs_max = 25;
const day_ms = 86_400_000;
let browser, evening, fay, kim, ana, bea;

before(async () => {
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  evening.addStaff("Fay", "facilitator", password);
  evening.addStaff("Kim Lee", "facilitator", password);
  fay = await takePhone(browser, { wide: true, zone });
  kim = await takePhone(browser, { zone });
  ana = await takePhone(browser, { language: "es", zone });
  bea = await takePhone(browser, { language: "es", zone });
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

// The day after tomorrow, in Chicago.
const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(Date.now() + 2 * day_ms);
const weekdayOf = (text) => (new Date(`${text}T00:00:00Z`).getUTCDay() + 6) % 7;
const isNextWeek = weekdayOf(day) < 2;

const signIn = (phone, name) => signInToPlan(phone, evening.links.mother, name, password);

async function toItsWeek(phone) {
  if (isNextWeek) await phone.button("Week after").click();
}

const touchable = "button, a[href], select, textarea, summary, input:not([type=checkbox])";
const fits = (phone, screen) => fitsSmall(phone, screen, touchable);

// Through the door, and on to the calendar; nobody of the team need be there.
async function toCalendar(phone, link) {
  await phone.open(link);
  await phone.button(phone.t.agree).click();
  await phone.button(phone.t.people).click();
  await phone.button("El calendario de la noche").click();
}

const slot = (phone, title) => phone.page.locator(".slot", { hasText: title });
const card = (phone, title) => phone.page.locator("li.meeting", { hasText: title });
const saved = (phone) => phone.page.getByRole("status").filter({ hasText: "Saved." }).waitFor();

test("a topic is made where it is needed", async () => {
  await signIn(fay, "Fay");
  await fits(fay, "plan-week");
  await addTopic(fay, "Noches con bebé");
});

test("a weekly series is planned with few inputs, and its dates show as it is typed", async () => {
  const { page } = fay;
  await countInputs(page);
  await page.keyboard.press("n");
  await page.getByLabel("Topic", { exact: true }).selectOption({ label: "Noches con bebé" });
  await page.getByLabel("First day").click({ position: { x: 20, y: 20 } });
  await page.keyboard.type(`${day.slice(5, 7)}${day.slice(8)}${day.slice(0, 4)}`);
  await page.getByLabel("Starts at").click({ position: { x: 20, y: 20 } });
  await page.keyboard.type("0730P");
  await page.locator(".dates li", { hasText: "7:30" }).first().waitFor();
  assert.equal(await page.locator(".dates li").count(), 6);
  await page.getByText("No second person on 8 dates").waitFor();
  await page.getByLabel("Second person").selectOption({ label: "Kim Lee" });
  await page.getByText("No conflicts.").waitFor();
  await fits(fay, "plan-editor");
  await fay.button("Save").click();
  await saved(fay);
  const inputs = await page.evaluate(() => window.inputs);
  console.log(`# ${inputs} inputs`);
  assert.ok(inputs <= inputs_max, `${inputs} inputs`);
  await toItsWeek(fay);
  await slot(fay, "Noches con bebé").waitFor();
});

test("a collision, and a time that the clocks skip, are said at once", async () => {
  const { page } = fay;
  await page.keyboard.press("n");
  await page.getByLabel("Topic", { exact: true }).selectOption({ label: "Noches con bebé" });
  await page.getByLabel("First day").fill(day);
  await page.getByLabel("Starts at").fill("20:00");
  await page.getByText("Fay leads Noches con bebé at that time").first().waitFor();
  await page.getByLabel("First day").fill("2027-03-14");
  await page.getByLabel("Starts at").fill("02:30");
  await page.locator('[aria-invalid="true"][type="date"]').waitFor();
  await page.getByText("Clocks go forward that night").waitFor();
  await isClean(page, "an error at its field");
  await fay.button("Back without saving").click();
});

test("a mother finds it on her phone, in Spanish, and keeps a place under her name", async () => {
  await toCalendar(ana, evening.links.mother);
  await card(ana, "Noches con bebé").waitFor();
  assert.match(await card(ana, "Noches con bebé").innerText(), /7:30/);
  assert.equal(await card(ana, "Noches con bebé").locator("button, a").count(), 2);
  await ana.button("Guárdame un lugar: Noches con bebé").click();
  await ana.page.getByText("Tienes tu lugar, como Ana.").waitFor();
  await fits(ana, "calendar");
  await ana.page.reload();
  await ana.page.getByText("Tienes tu lugar, como Ana.").waitFor();
});

test("her phone's own calendar can have it", async () => {
  const link = await card(ana, "Noches con bebé").getByRole("link").getAttribute("href");
  const { status, type, text } = await ana.page.evaluate(async (address) => {
    const feed = await fetch(address);
    return { status: feed.status, type: feed.headers.get("Content-Type"), text: await feed.text() };
  }, link);
  assert.equal(status, 200);
  assert.match(type, /^text\/calendar/);
  assert.match(text, /SUMMARY:Noches con bebé/);
});

test("two facilitators change a series at once: the second sees both, and keeps hers on top of the first's", async () => {
  await signIn(kim, "Kim Lee");
  for (const phone of [kim, fay]) {
    if (phone === kim) await toItsWeek(phone);
    await slot(phone, "Noches con bebé").click();
    await phone.button("All of them").click();
  }
  await kim.page.getByLabel("Name of the meeting").fill("Noches en calma");
  await kim.button("Save").click();
  await saved(kim);
  await fay.page.locator("summary").click();
  await fay.page.getByLabel("Places").fill("1");
  await fay.page.getByLabel("Name of the meeting").fill("Noches juntas");
  await fay.button("Save").click();
  await fay.page.locator(".versions tbody tr").first().waitFor();
  const rows = await fay.page.locator(".versions tbody tr").allInnerTexts();
  assert.ok(rows.some((row) => row.includes("Noches juntas") && row.includes("Noches en calma")), rows.join("\n"));
  await fits(fay, "plan-both");
  await fay.button("Keep mine").click();
  await saved(fay);
  await slot(fay, "Noches juntas").waitFor();
});

test("who comes when all places are taken waits in words, and is offered the place that is given back", async () => {
  await toCalendar(bea, evening.links.mother2);
  await bea.button("Esperar un lugar: Noches juntas").click();
  await bea.page.getByText("Estás en la fila.").first().waitFor();
  const words = await card(bea, "Noches juntas").locator(".status").innerText();
  assert.doesNotMatch(words, /\d/, "never a number");
  await isClean(bea.page, "in line");
  await ana.page.reload();
  await ana.button("Dejar mi lugar: Noches juntas").click();
  await ana.button("Esperar un lugar: Noches juntas").waitFor();
  await bea.button("Mirar otra vez").click();
  await bea.page.getByText("Hay un lugar para ti.").waitFor();
  await fits(bea, "offered");
  await bea.button("Tomar el lugar: Noches juntas").click();
  await bea.page.getByText("Tienes tu lugar, como Bea.").waitFor();
});

test("one date is skipped and put back, on a phone", async () => {
  const { page } = kim;
  await page.reload();
  await toItsWeek(kim);
  await slot(kim, "Noches juntas").click();
  await page.locator("dialog .names").getByText("Bea").waitFor();
  await fits(kim, "plan-meeting");
  await kim.button("Skip it").click();
  await kim.button("Yes, skip this date").click();
  await slot(kim, "skipped").waitFor();
  await bea.button("Mirar otra vez").click();
  await bea.page.getByText("Esta vez no habrá reunión.").waitFor();
  await slot(kim, "Noches juntas").click();
  await kim.button("Put it back as planned").click();
  await slot(kim, "skipped").waitFor({ state: "detached" });
  await isClean(page, "planning on a phone");
});

test("she who keeps a place comes in from the calendar, under the name she has", async () => {
  const soon = Date.now() + 8 * 60_000;
  const local = (form, parts) => new Intl.DateTimeFormat(form, { timeZone: "America/Chicago", ...parts }).format(soon);
  await fay.page.keyboard.press("n");
  await fay.page.getByLabel("Topic", { exact: true }).selectOption({ label: "Noches con bebé" });
  await fay.page.getByLabel("Name of the meeting").fill("Ahora");
  await fay.page.getByLabel("How often").selectOption("once");
  await fay.page.getByLabel("Day", { exact: true }).fill(local("en-CA"));
  await fay.page.getByLabel("Starts at").fill(local("en-GB", { hour: "2-digit", minute: "2-digit" }));
  await fay.button("Save").click();
  await fay.page.locator(".planner").waitFor();
  await ana.page.reload();
  await ana.button("Guárdame un lugar: Ahora").click();
  await ana.page.getByText("Tienes tu lugar, como Ana.").waitFor();
  await ana.page.getByRole("button", { name: "Entrar: Ahora" }).click({ timeout: 60_000 }); // the room is made meanwhile
  await ana.button(ana.t.agree).waitFor();
  assert.equal(await ana.page.locator('input[name="name"]').inputValue(), "Ana");
  await ana.button(ana.t.agree).click();
  await ana.button(ana.t.people).waitFor();
});

test("nothing went wrong on the way", () => {
  for (const phone of [fay, kim, ana, bea]) assert.deepEqual(phone.complaints, []);
});
