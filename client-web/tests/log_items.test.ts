import { expect, test } from "vitest";
import type { Line } from "../src/room/lines";
import type { Message } from "../src/room/view";
import { logItems } from "../src/ui/room/log_items";

const message = (number: number, author: number, atMs = 0): Message => ({
  number, author, atMs, text: "", replyTo: 0, retracted: false, retractionReason: "", reactions: [],
  contentNote: "", hidden: false,
});
const joined = (member: number, after: number): Line => ({
  key: `line-${member}`, atMs: 0, after, body: { is: "joined", member },
});

test("lines stand where they happened and neighbours become one", () => {
  const items = logItems([message(1, 1), message(4, 2)], [joined(2, 1), joined(3, 1), joined(5, 4)]);
  expect(items.map((item) => item.key)).toEqual(["message-1", "line-2", "message-4", "line-5"]);
  expect(items[1]).toMatchObject({ members: [2, 3] });
});

test("a name is not repeated while the same person goes on", () => {
  const items = logItems([message(1, 1), message(2, 1, 1_000), message(3, 1, 900_000), message(4, 2, 900_001)], []);
  expect(items.map((item) => item.is === "message" && item.continues)).toEqual([false, true, false, false]);
});
