// A room for two that fills up: the facilitator opens a second one, whoever comes next finds a seat there, Ana is asked over
// in Spanish on a small phone, goes, keeps her place over a reload, and is called back; both end together.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { makeRoom, takeDesk } from "../support/desk.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";
import { fits } from "../support/small_screen.mjs";

let browser, evening, kim, ana, bea, cleo, link;

before(async () => {
  const small = { NIGHTLIGHT_LIMITS_SPEAKING_CAPACITY: "2", NIGHTLIGHT_LIMITS_SECOND_ROOM_AT: "2" };
  [browser, evening] = await Promise.all([launch(), beginEvening(small)]);
  kim = await takeDesk(browser);
  ana = await takePhone(browser, { language: "es" });
  bea = await takePhone(browser);
  cleo = await takePhone(browser);
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

// Both names begin alike.
async function look(room) {
  await kim.page.locator(".room-chip").getByText(room, { exact: true }).click();
  await kim.page.locator(`.talk-pane[aria-label="${room}"] .talk`).waitFor();
}

const heading = (phone, text) => phone.page.getByRole("heading", { level: 1, name: text, exact: true });
const bar = () => kim.page.getByRole("group", { name: "The second room" });

test("the team is told that the room fills up, and opens a second one", async () => {
  await kim.comeIn(evening.links.facilitator);
  await kim.button("Room").click();
  await kim.button("All rooms").click();
  link = await makeRoom(kim, "Tuesday");
  await kim.openConsoleHere();
  await kim.watch("Tuesday");
  await ana.comeIn(link, "Ana");
  assert.equal(await bar().count(), 0);
  await bea.comeIn(link, "Bea");
  await bar().getByText("It is getting full. You can open a second room.").waitFor();
  await isClean(kim.page, "it fills up");
  await kim.button("Open a second room").click();
  await bar().getByText("A second room is open.").waitFor();
});

test("whoever comes next is offered a seat in the second room, which waits for the team", async () => {
  await cleo.open(link);
  await cleo.page.locator('input[name="name"]').fill("Cleo");
  await cleo.button(cleo.t.agree).click();
  await cleo.page.getByText("All the places here are taken. There is one for you in the second room.").waitFor();
  await fits(cleo, "second-offered");
  await cleo.button("Come into the second room").click();
  await heading(cleo, "Tuesday 2").waitFor();
  await kim.button("Go to the second room").click();
  await kim.page.locator('.talk-pane[aria-label="Tuesday 2"] .talk').waitFor();
  await bar().getByText("This is the second room.").waitFor();
  await isClean(kim.page, "the second room on the desk");
  await cleo.inRoom();
  await cleo.sayAndSee("first one here");
});

test("she is asked over, goes with one tap, and finds the second room again after a reload", async () => {
  await look("Tuesday");
  await kim.button("Ask people over").click();
  await kim.sheet().getByRole("checkbox", { name: "Ana" }).check();
  await isClean(kim.page, "whom to ask over");
  await kim.button("Ask them", kim.sheet()).click();
  await bar().getByText("Asked: Ana").waitFor();
  await ana.page.getByText("El equipo te invita a una segunda sala por un rato.").waitFor();
  await fits(ana, "second-asked");
  await ana.button("Ir allá").click();
  await heading(ana, "Tuesday 2").waitFor();
  await ana.inRoom();
  await bar().getByText("Over there: Ana").waitFor();
  await ana.sees("first one here");
  await ana.sayAndSee("hola desde aquí");
  await cleo.sees("hola desde aquí");
  assert.equal(await bea.message("hola desde aquí").count(), 0, "what is said there stays there");
  await ana.page.reload();
  await ana.inRoom();
  await heading(ana, "Tuesday 2").waitFor();
  await fits(ana, "second-visiting");
});

test("everybody who was asked over is called back, and comes back with one tap", async () => {
  await kim.button("Call everyone back").click();
  await ana.page.getByText("El equipo les pide a todas que vuelvan a la primera sala.").waitFor();
  await fits(ana, "second-called");
  assert.equal(await cleo.button("Back to the first room").count(), 0, "her place is in the second room");
  await ana.button("Volver a la primera sala").click();
  await heading(ana, "Tuesday").waitFor();
  await ana.inRoom();
  await ana.sayAndSee("ya volví");
  await bea.sees("ya volví");
});

test("nobody is moved: she may say no", async () => {
  await kim.button("Ask people over").click();
  await kim.sheet().getByRole("checkbox", { name: "Bea" }).check();
  await kim.button("Ask them", kim.sheet()).click();
  await bea.button("Stay here").click();
  await bea.button("Stay here").waitFor({ state: "detached" });
  await bar().getByText("Asked: Bea").waitFor({ state: "detached" });
  await bea.sayAndSee("still here");
});

test("a mute in the first room holds in the second", async () => {
  await kim.button("Ask people over").click();
  await kim.sheet().getByRole("checkbox", { name: "Ana" }).check();
  await kim.button("Ask them", kim.sheet()).click();
  await ana.button("Ir allá").click();
  await heading(ana, "Tuesday 2").waitFor();
  await ana.inRoom();
  await kim.pick("ya volví");
  await kim.keys("m", "Enter");
  await ana.page.locator('[data-standing="muted"]').waitFor({ state: "attached" });
});

test("the second room ends with the first", async () => {
  const sheet = await kim.openSheet("g");
  await kim.button("End the meeting", sheet).click();
  await kim.button("End it without words", sheet).click();
  await cleo.page.getByText("The meeting has ended. Thank you for being here.").first().waitFor();
});

test("nothing went wrong on the way", () => {
  for (const phone of [kim, ana, bea, cleo]) assert.deepEqual(phone.complaints, []);
});
