// The team's page, as an admin with a phone sees it, in Spanish: somebody new with a password that is shown once, another
// role, a phone that was lost, and somebody who may not sign in any more.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { isClean } from "../support/axe.mjs";
import { beginEvening } from "../support/evening.mjs";
import { launch, takePhone } from "../support/phone.mjs";

const pictures = fileURLToPath(new URL("../output", import.meta.url));
const password = "nine quiet lanterns";
let browser, evening, ada, lee, lees_password;

before(async () => {
  mkdirSync(pictures, { recursive: true });
  [browser, evening] = await Promise.all([launch(), beginEvening()]);
  evening.addStaff("Ada", "admin", password);
  ada = await takePhone(browser, { language: "es" });
  lee = await takePhone(browser, { language: "es" });
});

after(async () => {
  await browser?.close();
  await evening?.end();
});

async function signIn(phone, name, with_password) {
  await phone.page.goto(new URL("/#/staff", evening.links.mother).href);
  await phone.page.locator('input[name="username"]').fill(name);
  await phone.page.locator('input[name="password"]').fill(with_password);
  await phone.page.keyboard.press("Enter");
}

// She finds out as her page is opened again: it is the front page then.
async function isSignedOut(phone) {
  await phone.page.reload();
  await phone.page.waitForFunction(() => location.hash === "#/");
}

async function fits(phone, screen) {
  await phone.page.screenshot({ path: `${pictures}/${screen}.png` });
  await isClean(phone.page, screen);
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(wide, false, `${screen} fits`);
}

const card = (name) => ada.page.locator("li.card", { hasText: name });
const sheet = () => ada.page.locator("dialog[open]");
const said = (words) => ada.page.getByRole("status").filter({ hasText: words }).waitFor();

test("she sees who is on the team, and nobody is the last admin by accident", async () => {
  await signIn(ada, "Ada", password);
  await ada.button("El calendario de la noche").click();
  await ada.button("El equipo").click();
  await card("Ada").getByText("Administra").waitFor();
  await fits(ada, "team");
  const admins = await ada.page.locator("li.card", { hasText: "Administra" }).count();
  await ada.button("Cambiar Ada").click();
  await sheet().getByLabel("Qué hace esta persona").selectOption("2");
  await fits(ada, "team-one");
  if (admins === 1) {
    await ada.button("Guardar", sheet()).click();
    await sheet().getByText("Nadie más es de la administración.").waitFor();
  }
  await ada.page.keyboard.press("Escape");
  await sheet().waitFor({ state: "detached" });
});

test("somebody new gets a password, which is shown once, with the keyboard alone", async () => {
  const { page } = ada;
  await ada.button("Agregar a una persona").focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Nombre, como lo verán todas").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("Por favor, llena este campo.").waitFor();
  await page.keyboard.type("Lee");
  await page.keyboard.press("Tab");
  await page.keyboard.press("M");
  await fits(ada, "team-add");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Dale esta contraseña a Lee ahora.").waitFor();
  await fits(ada, "team-password");
  lees_password = await page.getByLabel("La contraseña").inputValue();
  await signIn(lee, "Lee", lees_password);
  await lee.button("El calendario de la noche").waitFor();
});

test("a name that looks like another is refused at its field", async () => {
  await ada.button("Agregar a una persona").click();
  await ada.page.getByLabel("Nombre, como lo verán todas").fill("lee");
  await ada.page.getByLabel("Qué hace esta persona").selectOption("3");
  await ada.button("Agregar y hacer una contraseña").click();
  await ada.page.getByText("Ya hay una cuenta con este nombre").waitFor();
  await isClean(ada.page, "an error at its field");
  await ada.button("Volver sin guardar").click();
});

test("a lost phone is signed out, and the password goes on", async () => {
  await ada.button("Cambiar Lee").click();
  await ada.button("Cerrar todas sus sesiones", sheet()).click();
  await said("Se cerraron todas las sesiones de Lee.");
  await isSignedOut(lee);
  await signIn(lee, "Lee", lees_password);
  await lee.button("El calendario de la noche").waitFor();
});

test("another role, and nobody may sign in who should not", async () => {
  await ada.button("Cambiar Lee").click();
  await sheet().getByLabel("Qué hace esta persona").selectOption("2");
  await ada.button("Guardar", sheet()).click();
  await said("Guardado.");
  await card("Lee").getByText("Lleva reuniones").waitFor();
  await ada.button("Cambiar Lee").click();
  await ada.button("Bloquear la entrada", sheet()).click();
  await ada.button("Sí, Lee ya no puede entrar", sheet()).click();
  await said("Guardado.");
  await card("Lee").getByText("No puede entrar").waitFor();
  await isSignedOut(lee);
  await signIn(lee, "Lee", lees_password);
  await lee.page.getByText("Ese nombre y esa contraseña no coinciden.").waitFor();
});

test("the settings are there to read, each with the key that changes it", async () => {
  await ada.button("Planear").click();
  await ada.button("Ajustes").click();
  await ada.page.getByText("Clave: organisation.name").waitFor();
  await ada.page.getByText("Lantern Circle (demo)").waitFor();
  await ada.page.getByText(/^Versión 2/).waitFor();
  await fits(ada, "settings");
  await ada.end();
});
