// A facilitator who plans, as on a keyboard: signing in, and a weekly series with few inputs, each of them counted.

export const zone = "America/Chicago";

// A moment on the clocks of Chicago, as the planning form takes it: 2026-11-24 and 19:30.
export function localParts(ms) {
  const form = (locale, parts) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...parts }).format(ms);
  const time = form("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return { day: form("en-CA", {}), time };
}

export async function signInToPlan(phone, address, name, password) {
  await phone.page.goto(new URL("/#/staff", address).href);
  await phone.page.locator('input[name="username"]').fill(name);
  await phone.page.locator('input[name="password"]').fill(password);
  await phone.button("Sign in").click();
  await phone.button("The evening calendar").click();
  await phone.button("Plan a series").waitFor();
}

export async function addTopic(phone, name) {
  await phone.page.keyboard.press("n");
  await phone.page.getByLabel("Name of the topic").fill(name);
  await phone.button("Add the topic").click();
  await phone.page.waitForFunction(
    (wanted) => document.querySelector(".editor select").selectedOptions[0]?.text === wanted,
    name,
  );
  await phone.button("Back without saving").click();
  await phone.page.locator(".editor").waitFor({ state: "detached" });
}

// What somebody does with her hands: each key, each tap or click, and two for a choice from a list.
export function countInputs(page) {
  return page.evaluate(() => {
    window.inputs = 0;
    const one = (event) => (window.inputs += event.isTrusted ? 1 : 0);
    addEventListener("keydown", one, true);
    addEventListener("pointerdown", one, true);
    addEventListener("change", ({ target }) => (window.inputs += target.matches("select") ? 2 : 0), true);
  });
}

// The keys that say a day, and a time of the day, in the fields of an American browser.
export function keysOf({ day, time }) {
  const hour = Number(time.slice(0, 2));
  const twelve = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, "0");
  return { day: `${day.slice(5, 7)}${day.slice(8)}${day.slice(0, 4)}`, time: `${twelve}${time.slice(3)}${hour < 12 ? "A" : "P"}` };
}

// Weekly from that day on, led by whoever is signed in; `second` beside her. Answers how many inputs it took.
export async function planWeekly(phone, { topic, at, second, before = async () => undefined }) {
  const { page } = phone;
  const keys = keysOf(at);
  await countInputs(page);
  await page.keyboard.press("n");
  await page.getByLabel("Topic", { exact: true }).selectOption({ label: topic });
  await page.getByLabel("First day").click({ position: { x: 20, y: 20 } });
  await page.keyboard.type(keys.day);
  await page.getByLabel("Starts at").click({ position: { x: 20, y: 20 } });
  await page.keyboard.type(keys.time);
  await page.locator(".dates li").first().waitFor();
  if (second !== undefined) await page.getByLabel("Second person").selectOption({ label: second });
  await before();
  await phone.button("Save").click();
  await page.getByRole("status").filter({ hasText: "Saved." }).waitFor();
  return page.evaluate(() => window.inputs);
}
