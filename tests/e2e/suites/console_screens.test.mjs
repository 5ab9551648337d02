// The console as a moderator has it in front of her, at a desk and on a phone, in both languages, dim and light: on each
// screen axe-core finds nothing, nothing is wider than the phone, and what a thumb touches is large enough.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { isClean } from "../support/axe.mjs";
import { desk_words, makeRoom, takeDesk } from "../support/desk.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone, words } from "../support/phone.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
let browser, evening, kim, noor, ana, bea, cleo;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  kim = await takeDesk(browser);
  noor = await takeDesk(browser, { wide: false });
  ana = await takePhone(browser);
  bea = await takePhone(browser);
  cleo = await takePhone(browser, { language: "es" });
  await kim.comeIn(evening.links.facilitator);
  await kim.button("Room").click();
  await kim.button("All rooms").click();
  const link = await makeRoom(kim, "Quiet corner");
  await kim.openConsoleHere();
  await noor.comeIn(evening.links.moderator);
  await noor.openConsole();
  await ana.comeIn(evening.links.mother);
  await bea.comeIn(evening.links.mother2);
  await cleo.comeIn(link, "Cleo");
  await fillTheQueue();
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

// Something of every rank, in two rooms; and notes, sanctions and words of the team to show on a card and in a packet.
async function fillTheQueue() {
  await ana.sayAndSee("i am going to kill myself tonight");
  await bea.openMessage("i am going to kill myself tonight");
  await bea.button(bea.t.reply).click();
  await bea.sayAndSee("Please stay with us.");
  await bea.openMessage("i am going to kill myself tonight");
  await bea.button("I'm worried about her").click();
  await bea.page.getByLabel("Anything to add? You don't have to.").fill("she does not answer me");
  await bea.button("Tell the team").click();
  await bea.closeSheet();
  await kim.watch("Quiet corner");
  const sheet = await kim.openSheet("g");
  const modes = sheet.getByRole("group", { name: "Read messages first" });
  await kim.button("All", modes).click();
  await modes.locator('[aria-pressed="true"]', { hasText: "All" }).waitFor();
  await kim.closeSheets();
  await cleo.write("Hace tres noches que no duermo nada, y nadie me cree.");
  await kim.item("Hace tres noches").first().waitFor();
  await kim.select("Someone is worried");
  await kim.keys("w", "5", "Enter");
  await kim.keys("n", "third evening, alone at home", "Enter");
  await bea.button("People").click();
  await bea.button("Just listen").click();
  await bea.button("Not ok").click();
  await kim.item("I'm not ok").waitFor();
}

const looks = ["en", "es"].flatMap((language) => ["dark", "light"].map((scheme) => ({ language, scheme })));

async function look(desk, { language, scheme }) {
  await desk.page.emulateMedia({ colorScheme: scheme });
  if ((await desk.page.locator("html").getAttribute("lang")) !== language) {
    await desk.page.locator("button.language").click();
    await desk.page.locator(`html[lang="${language}"]`).waitFor({ state: "attached" });
  }
  Object.assign(desk, { t: words[language], d: desk_words[language] });
  await desk.page.waitForFunction(() => document.querySelector('.room-chip:not([data-link="live"])') === null); // back in both rooms
}

async function inspect(desk, screen, { language, scheme }) {
  const width = desk.page.viewportSize().width;
  const name = `console-${screen}-${width}-${scheme}-${language}`;
  await desk.page.screenshot({ path: `${pictures}/${name}.png` });
  await isClean(desk.page, name);
  const { wide, small } = await desk.page.evaluate(() => {
    const touched = [...document.querySelectorAll("button, a[href], select, textarea, input:not([type=checkbox]), label:has(input[type=checkbox])")];
    return {
      wide: document.documentElement.scrollWidth > innerWidth,
      small: touched
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
        .map((one) => one.outerHTML.slice(0, 80)),
    };
  });
  assert.equal(wide, false, `${name} fits`);
  if (width === 360) assert.deepEqual(small, [], `${name}: large enough to touch`);
}

// `shows` brings the screen up, `puts` it away again; both for either of the two.
function screen(name, shows, puts = () => Promise.resolve()) {
  test(`${name}: at a desk and on a phone, in both languages, dim and light`, async () => {
    for (const each of looks) {
      for (const desk of [kim, noor]) {
        await look(desk, each);
        await shows(desk);
        await inspect(desk, name, each);
        await puts(desk);
      }
    }
  });
}

const onPhone = (desk) => desk === noor;
const pane = async (desk, which) => {
  if (onPhone(desk)) await desk.page.locator(".pane-nav .chip").nth(["queue", "talk", "person"].indexOf(which)).click();
};
const closes = (desk) => desk.closeSheets();

// Her alert, selected.
async function worried(desk) {
  await pane(desk, "queue");
  await desk.item("she does not answer me").click();
  await desk.page.locator('.queue [aria-selected="true"]', { hasText: "she does not answer me" }).waitFor({ state: "attached" });
}

screen("queue", async (desk) => {
  await pane(desk, "queue");
  await desk.page.locator(".queue .item.rank-red").first().waitFor();
  await desk.page.locator(".queue .item.rank-held").waitFor();
});

screen("talk", async (desk) => {
  await worried(desk);
  await desk.page.locator(".talk .chosen-words").waitFor();
});

screen("person", async (desk) => {
  await worried(desk);
  await pane(desk, "person");
  await desk.page.locator(".person-card", { hasText: "third evening, alone at home" }).waitFor();
});

screen(
  "question",
  async (desk) => {
    await worried(desk);
    await desk.keys("m");
    await desk.page.locator(".question").waitFor();
  },
  async (desk) => {
    await desk.page.locator(".question .button.quiet").click();
    await desk.page.locator(".question").waitFor({ state: "detached" });
  },
);

screen(
  "range",
  async (desk) => {
    await pane(desk, "queue");
    await desk.watch("Newborn nights");
    await desk.said("Hi. She is three weeks old").locator(".more").click();
    await desk.keys("i");
    await desk.page.locator(".question .in-force").waitFor();
  },
  async (desk) => {
    await desk.page.locator(".question .button.quiet").click();
    await desk.page.locator(".question").waitFor({ state: "detached" });
  },
);

screen("who-is-here", async (desk) => {
  await pane(desk, "queue");
  await desk.watch("Newborn nights");
  await pane(desk, "person");
  await desk.page.locator(".person-pane li", { hasText: "Bea" }).waitFor();
});

screen(
  "controls",
  async (desk) => {
    await desk.openSheet("Shift+L");
    await desk.page.locator(".lockdown .warn").waitFor();
  },
  closes,
);

screen(
  "keys",
  (desk) => desk.openSheet("?"),
  closes,
);

screen(
  "side-room",
  async (desk) => {
    await worried(desk);
    await desk.keys("s");
    await desk.page.locator(".talk-tabs").waitFor();
    await desk.sayToRoom("I am here, only for you.");
    await desk.page.locator(".talk .words", { hasText: "only for you" }).waitFor();
  },
  async (desk) => {
    await ana.button("Back to the group").click();
    await desk.page.locator(".talk-tabs").waitFor({ state: "detached" });
  },
);

test("backstage, and a hand-over that is written: at a desk and on a phone, in both languages, dim and light", async () => {
  for (const each of looks) {
    for (const desk of [kim, noor]) {
      await look(desk, each);
      await worried(desk);
      const sheet = await desk.openSheet("t");
      const box = sheet.locator(".say-box input");
      await box.fill("Has anyone called her sister?");
      await box.press("Enter");
      await sheet.locator(".backstage .words").last().waitFor();
      await sheet.locator("section > .button").last().click();
      await sheet.locator("textarea").fill("Ana has not answered yet.");
      await sheet.locator(".packet").last().scrollIntoViewIfNeeded();
      await inspect(desk, "hand-over", each);
      await desk.closeSheets();
    }
  }
});

test("a packet that waits for the second signature, and one that both signed", async () => {
  const each = { language: "es", scheme: "dark" };
  for (const desk of [kim, noor]) {
    await look(desk, each);
    await worried(desk);
  }
  const hers = await kim.openSheet("t");
  await kim.button("Entregar la sala", hers).click();
  await kim.button("Firmar y entregar", hers).click();
  await hers.getByText("Espera a quien la reciba.").waitFor();
  await inspect(kim, "waits", each);
  const his = await noor.openSheet("t");
  await noor.button("Firmar y recibir", his).waitFor();
  await inspect(noor, "waits", each);
  await noor.button("Firmar y recibir", his).click();
  for (const [desk, sheet] of [[kim, hers], [noor, his]]) {
    await sheet.getByText("Recibida por Noor").waitFor();
    await inspect(desk, "signed", each);
    await desk.closeSheets();
  }
  for (const one of [kim, noor, ana, bea, cleo]) assert.deepEqual(one.complaints, []);
});
