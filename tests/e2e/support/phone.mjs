// Someone with a phone (or a moderator with a screen): a browser context of her own, and what a person does and sees
// in it. Everything waits for what the page shows.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export const launch = () => chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });

export const words = {
  en: { agree: "I agree, let me in", send: "Send", help: "Help", people: "People", close: "Close", reply: "Reply", exit: "Exit now", again: "Try again" },
  es: { agree: "Estoy de acuerdo, quiero entrar", send: "Enviar", help: "Ayuda", people: "Personas", close: "Cerrar", reply: "Responder", exit: "Salir ya", again: "Intentar otra vez" },
};

export async function takePhone(browser, { language = "en", wide = false, zone = undefined } = {}) {
  const context = await browser.newContext({
    viewport: wide ? { width: 1100, height: 800 } : { width: 360, height: 740 },
    locale: language === "es" ? "es-MX" : "en-US",
    ...(zone === undefined ? {} : { timezoneId: zone }),
    colorScheme: "dark",
    reducedMotion: "reduce",
    hasTouch: !wide,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (said) => {
    // A socket that fails to open while the server is down is not the page's fault.
    if (said.type() === "error" && !/WebSocket|ERR_CONNECTION|Failed to load resource/.test(said.text())) complaints.push(said.text());
  });
  return new Phone(context, page, words[language], complaints);
}

class Phone {
  constructor(context, page, t, complaints) {
    this.context = context;
    this.page = page;
    this.t = t;
    this.complaints = complaints;
  }

  button(name, within = this.page) {
    return within.getByRole("button", { name, exact: true });
  }

  async open(link) {
    await this.page.goto(link);
    await this.button(this.t.agree).waitFor();
  }

  async comeIn(link, name = "") {
    await this.open(link);
    if (name !== "") await this.page.locator('input[name="name"]').fill(name);
    await this.button(this.t.agree).click();
    await this.inRoom();
  }

  inRoom() {
    return this.page.locator('[data-status="live"]').waitFor({ state: "attached" });
  }

  status(name) {
    return this.page.locator(`[data-status="${name}"]`).waitFor({ state: "attached" });
  }

  async write(text) {
    await this.page.locator("#write").fill(text);
    await this.button(this.t.send).click();
  }

  // The message with these words, as it stands in the log: kept by the server, not only on its way.
  message(text) {
    return this.page.locator("[data-number]").filter({ has: this.page.locator(".words", { hasText: text }) });
  }

  sees(text) {
    return this.message(text).waitFor();
  }

  async sayAndSee(text) {
    await this.write(text);
    await this.sees(text);
  }

  async openMessage(text) {
    await this.message(text).locator(".more").click();
    return this.page.locator("dialog[open]");
  }

  closeSheet() {
    return this.button(this.t.close).click();
  }

  // Everything in the log that has a number: what it says, in the order it stands.
  transcript() {
    return this.page.locator("[data-number]").evaluateAll((items) =>
      items.map((item) => ({
        number: Number(item.dataset.number),
        text: item.querySelector(".words")?.textContent ?? "",
      })),
    );
  }

  async nothingOnItsWay() {
    await this.page.waitForFunction(() => document.querySelectorAll("[data-pending]").length === 0);
  }

  end() {
    assert.deepEqual(this.complaints, []);
    return this.context.close();
  }
}
