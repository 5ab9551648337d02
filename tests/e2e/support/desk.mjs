// A moderator at her console: the queue over all her rooms, what a key or a tap does, and how many it took.
import assert from "node:assert/strict";
import { takePhone } from "./phone.mjs";

export const desk_words = {
  en: { room: "Room", rooms: "All rooms", console: "Open the console", team: "Team", talk: "Talk", queue: "Queue" },
  es: { room: "Sala", rooms: "Todas las salas", console: "Abrir la consola", team: "Equipo", talk: "Charla", queue: "Lista" },
};

export async function takeDesk(browser, choices = {}) {
  const phone = await takePhone(browser, { wide: true, ...choices });
  const { page } = phone;
  if (choices.wide !== false) await page.setViewportSize({ width: 1280, height: 800 });
  return Object.assign(phone, {
    d: desk_words[choices.language ?? "en"],

    // From inside a room.
    async openConsole() {
      await phone.button(phone.d.room).click();
      await phone.button(phone.d.rooms).click();
      await phone.openConsoleHere();
    },

    async openConsoleHere() {
      await phone.button(phone.d.console).click();
      await page.locator(".console .room-chip").first().waitFor();
    },

    item: (text) => page.locator(".queue [role=option]", { hasText: text }),
    // Words that wait; beside them there may be an alert about what was heard in them.
    waiting: (text) => page.locator(".queue [role=option].rank-held", { hasText: text }),
    said: (text) => page.locator(".talk [data-number]", { hasText: text }),
    doing: (text) => page.locator(".talk .team-line", { hasText: text }),
    chip: (text) => page.locator(".room-chip", { hasText: text }),
    passed: (text) => page.locator(".passed", { hasText: text }),
    sheet: () => page.locator("dialog[open]"),

    async watch(room) {
      await phone.chip(room).click();
      await page.locator(`.talk-pane[aria-label="${room}"] .talk`).waitFor();
    },

    async select(text, item = phone.item(text)) {
      await item.click();
      await page.locator('.queue [aria-selected="true"]', { hasText: text }).waitFor();
    },

    selectWaiting: (text) => phone.select(text, phone.waiting(text)),

    async pick(text) {
      await phone.said(text).locator(".more").click();
      await page.locator(".talk .chosen-words", { hasText: text }).waitFor();
    },

    // Keys one after the other, as from a keyboard; a word is typed.
    async keys(...keys) {
      for (const key of keys) {
        if (key.length === 1 || /^[A-Z]/.test(key)) await page.keyboard.press(key);
        else await page.keyboard.type(key);
      }
    },

    // What was done can be taken back from the moment the server said yes to it.
    async takesBack(done) {
      await page.locator(".undo", { hasText: done }).getByRole("button").waitFor();
      await phone.keys("z");
    },

    async openSheet(key) {
      await page.keyboard.press(key);
      await phone.sheet().waitFor();
      return phone.sheet();
    },

    async closeSheets() {
      await phone.button(phone.t.close, phone.sheet()).click();
      await phone.sheet().waitFor({ state: "detached" });
    },

    // To whoever is in front: the circle, or the side room. The keys are the console's again afterwards.
    async sayToRoom(text) {
      await page.locator("#console-say").fill(text);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
    },
  });
}

// Presses and taps, and counts them; `most` is what was promised.
export class Counter {
  #count = 0;

  constructor(page) {
    this.page = page;
  }

  async press(...keys) {
    for (const key of keys) {
      this.#count += 1;
      await this.page.keyboard.press(key);
    }
  }

  async tap(target) {
    this.#count += 1;
    await target.tap();
  }

  tookAtMost(most, what) {
    console.log(`${what}: ${this.#count} of at most ${most}`);
    assert.ok(this.#count <= most, `${what} took ${this.#count}`);
    this.#count = 0;
  }
}

// A room of its own, made and opened on the rooms screen; the link lets in whoever has it.
export async function makeRoom(phone, title) {
  await phone.page.getByLabel("Name of the room").fill(title);
  await phone.button("Make it").click();
  const card = phone.page.locator("li.card", { hasText: title });
  await phone.button("Open the meeting", card).click();
  await phone.button("End the meeting", card).waitFor();
  return card.getByLabel("Invitation link").inputValue();
}
