import { describe, expect, test } from "vitest";
import { ordersOf, other_length, type Order } from "../src/desk/actions";
import { finished, pressed, type Asking, type Press } from "../src/desk/asking";
import { no_length, secondsOf, units } from "../src/desk/length";
import { console_en } from "../src/i18n/console_en";
import { console_es } from "../src/i18n/console_es";
import { on_a_message } from "./support/desk_target";

const reasons = console_en.reasons;

function asked(...keys: string[]): Asking {
  let asking: Asking | null = null;
  for (const key of keys) {
    const press: Press = pressed(asking, key, on_a_message, reasons);
    if (press.is !== "asks") throw new Error(`${key}: ${press.is}`);
    asking = press.asking;
  }
  if (asking === null) throw new Error("nothing was asked");
  return asking;
}

function orders(asking: Asking): Order[] | null {
  const press = finished(asking, on_a_message);
  if (press.is !== "does") return null;
  return ordersOf(press.action, on_a_message, press.choice, press.written, press.other, press.typed);
}

describe("a length that is typed", () => {
  test.each([
    ["1", "minutes", 60],
    ["90", "minutes", 5_400],
    [" 2 ", "hours", 7_200],
    ["007", "days", 604_800],
    ["28", "days", 2_419_200],
    ["672", "hours", 2_419_200],
    ["40320", "minutes", 2_419_200],
  ] as const)("%s %s is %d seconds", (amount, unit, seconds) => {
    expect(secondsOf({ amount, unit })).toBe(seconds);
  });
  test.each([
    ["29", "days"],
    ["673", "hours"],
    ["40321", "minutes"],
    ["0", "minutes"],
    ["", "days"],
    ["-5", "minutes"],
    ["1.5", "hours"],
    ["1e3", "minutes"],
    ["ten", "minutes"],
    ["٣", "hours"],
    ["9999999", "minutes"],
  ] as const)("%s %s is none", (amount, unit) => {
    expect(secondsOf({ amount, unit })).toBeNull();
  });
});

describe("a mute of another length", () => {
  test("is asked for with 0 and done with Enter, with a reason as ever", () => {
    const asking = { ...asked("m", "0"), length: { amount: "2", unit: "hours" as const } };
    const also = pressed(asking, "3", on_a_message, reasons);
    expect(also).toMatchObject({ is: "asks", asking: { written: "advice on medicine", choice: other_length } });
    if (also.is === "asks") {
      expect(orders(also.asking)).toEqual([
        { room: "circle", command: { is: "muteMember", member: 2, seconds: 7_200, reason: "advice on medicine" } },
      ]);
    }
  });
  test("without a length it is not done: what is wrong is said, and never the whole meeting is taken instead", () => {
    const asking = asked("m", "0");
    expect(orders(asking)).toBeNull();
    expect(finished(asking, on_a_message)).toMatchObject({ is: "asks", asking: { tried: true } });
    expect(orders({ ...asking, length: { amount: "29", unit: "days" } })).toBeNull();
  });
  test("is let be for a usual one by touch", () => {
    const asking = { ...asked("m", "0"), length: { amount: "nonsense", unit: "days" as const }, choice: 2 };
    expect(orders(asking)?.[0]?.command).toMatchObject({ seconds: 0 });
  });
  test("the digits after the usual four are reasons as before, and 0 asks for nothing elsewhere", () => {
    expect(asked("m", "5")).toMatchObject({ choice: 1, written: "a calmer moment", length: no_length });
    expect(pressed(asked("b"), "0", on_a_message, reasons)).toEqual({ is: "ignored" });
    expect(pressed({ ...asked("m"), written: "no 2" }, "0", on_a_message, reasons)).toEqual({ is: "ignored" });
  });
  test("every unit has its words", () => {
    for (const words of [console_en, console_es]) expect(Object.keys(words.length.units)).toEqual([...units]);
  });
});
