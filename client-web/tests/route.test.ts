import { expect, test } from "vitest";
import { hashOf, routeOf } from "../src/session/route";

test.each([
  ["#/enter/s3cret", { at: "enter", secret: "s3cret" }],
  ["#/back/h3r.link", { at: "back", link: "h3r.link" }],
  ["#/back/a%2Bb", { at: "back", link: "a+b" }],
  ["#/back/%E0%A4", { at: "back", link: "%E0%A4" }],
  ["#/back/", { at: "home" }],
  ["#/rooms", { at: "rooms" }],
  ["#/room/a%20b", { at: "room", room: "a b" }],
  ["#/staff", { at: "staff" }],
  ["#/console", { at: "console" }],
  ["#/calendar", { at: "calendar" }],
  ["#/plan", { at: "plan" }],
  ["#/incidents", { at: "incidents" }],
  ["#/rota", { at: "rota" }],
  ["#/words/a%20b", { at: "words", room: "a b" }],
  ["#/words/", { at: "home" }],
  ["#/enter/", { at: "home" }],
  ["", { at: "home" }],
  ["#/anything/else", { at: "home" }],
])("%s", (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test("an invitation's secret is never written into an address, nor is the way back", () => {
  expect(hashOf({ at: "enter", secret: "s3cret" })).toBe("#/");
  expect(hashOf({ at: "back", link: "h3r.link" })).toBe("#/");
});

test("the page of a room's rules comes back by its address, without where it was opened from", () => {
  expect(hashOf({ at: "words", room: "a b", fromConsole: true })).toBe("#/words/a%20b");
});
