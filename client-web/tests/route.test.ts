import { expect, test } from "vitest";
import { hashOf, routeOf } from "../src/session/route";

test.each([
  ["#/enter/s3cret", { at: "enter", secret: "s3cret" }],
  ["#/rooms", { at: "rooms" }],
  ["#/room/a%20b", { at: "room", room: "a b" }],
  ["#/staff", { at: "staff" }],
  ["#/console", { at: "console" }],
  ["#/calendar", { at: "calendar" }],
  ["#/plan", { at: "plan" }],
  ["#/enter/", { at: "home" }],
  ["", { at: "home" }],
  ["#/anything/else", { at: "home" }],
])("%s", (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test("an invitation's secret is never written into an address", () => {
  expect(hashOf({ at: "enter", secret: "s3cret" })).toBe("#/");
});
