// Quick exit: empty within a tenth of a second, out within half a second, and nothing left to come back to.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

let browser, evening, kim;

before(async () => {
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  kim = await takePhone(browser, { wide: true });
  await kim.comeIn(evening.links.moderator);
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

const blank_ms_max = 100;
const frame_ms = 17; // until an empty page is an empty screen

// Time, in the page's own clock, from the touch or key to an empty page. The page that follows may come before the next
// frame is drawn, so the frame is counted and not awaited.
async function watchForBlank(page) {
  let tell;
  const emptied = new Promise((done) => (tell = done));
  await page.exposeFunction("tellBlank", tell);
  await page.evaluate(() => {
    let begun = 0;
    const begin = (event) => (begun = event.timeStamp);
    addEventListener("click", begin, { capture: true });
    addEventListener("keydown", begin, { capture: true });
    new MutationObserver(() => {
      if (document.body.children.length === 0) window.tellBlank(performance.now() - begun);
    }).observe(document.body, { childList: true });
  });
  return { promise: emptied }; // not itself a promise: the watch is set when this returns
}

async function leaves(phone, leave) {
  const { page, context } = phone;
  const half = await page.evaluate(() => JSON.parse(sessionStorage.getItem("place")).pageHalf);
  const cookies = await context.cookies();
  const emptied = await watchForBlank(page);
  const revoked = page.waitForRequest(/SignOut$/);
  await leave();
  const begun = Date.now();
  const emptyAfter = await emptied.promise;
  console.log(`empty after ${emptyAfter.toFixed(1)} ms`);
  assert.ok(emptyAfter + frame_ms <= blank_ms_max, `empty after ${emptyAfter} ms`);
  await revoked;
  await page.waitForURL(/\/blank\.html$/);
  assert.ok(Date.now() - begun < 1_000);

  assert.equal(await page.title(), "Notes");
  assert.equal(await page.locator("body").innerText(), "");
  const left = await page.evaluate(async () => ({
    kept: sessionStorage.length + localStorage.length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  assert.deepEqual(left, { kept: 0, caches: 0, workers: 0 });

  // Even someone who holds both halves finds the session gone.
  const answer = await page.evaluate(async (pageHalf) => {
    const said = await fetch("/nightlight.api.v1.SessionService/Current", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Nightlight-Session": pageHalf },
      body: "{}",
    });
    return said.status;
  }, half);
  assert.equal(answer, 401);
  assert.ok(cookies.length > 0);
}

test("one touch: empty in 100 ms, signed out, nothing kept, and back does not bring it back", async () => {
  const ana = await takePhone(browser, { language: "es" });
  await ana.comeIn(evening.links.mother);
  await ana.sayAndSee("algo mío");
  await leaves(ana, () => ana.button(ana.t.exit).click());
  await ana.page.goBack().catch(() => null);
  assert.equal(await ana.page.getByText("algo mío").count(), 0);
  await ana.end();
});

test("Esc twice does the same, from inside a sheet too", async () => {
  const bea = await takePhone(browser, { wide: true });
  await bea.comeIn(evening.links.mother2);
  await bea.button(bea.t.help).click();
  await bea.page.locator("dialog[open]").waitFor();
  await leaves(bea, async () => {
    await bea.page.keyboard.press("Escape");
    await bea.page.keyboard.press("Escape");
  });
  await bea.end();
});
