import { expect, test } from "vitest";
import type { Command } from "../src/protocol/command";
import * as box from "../src/room/outbox";

const say = (text: string): Command => ({ is: "say", text, replyTo: 0 });
const heart: Command = { is: "react", number: 1, reaction: 1, withdraw: false };
const two = () => box.added(box.added([], "a", say("one")), "b", say("two"));
const ids = (entries: readonly box.Entry[]) => entries.map((entry) => entry.id);
const busy = { code: "busy", words: "One moment.", retryAfterMs: 1_000 };
const no = { code: "not_allowed", words: "Please leave that out.", retryAfterMs: 0 };

test("words go out one at a time and in order", () => {
  const outbox = two();
  expect(ids(box.sendable(outbox, 0))).toEqual(["a"]);
  const sent = box.markedSent(outbox, new Set(["a"]));
  expect(box.sendable(sent, 0)).toEqual([]);
  expect(ids(box.sendable(box.acked(sent, "a", 7), 0))).toEqual(["b"]);
});

test("a tap does not wait for words", () => {
  const outbox = box.markedSent(box.added(two(), "c", heart), new Set(["a"]));
  expect(ids(box.sendable(outbox, 0))).toEqual(["c"]);
});

test("words that must wait hold those behind them back, and go again under the same id", () => {
  const outbox = box.refused(box.markedSent(two(), new Set(["a"])), "a", busy, 500);
  expect(box.sendable(outbox, 1_499)).toEqual([]);
  expect(box.nextRetryMs(outbox)).toBe(1_500);
  expect(ids(box.sendable(outbox, 1_500))).toEqual(["a"]);
});

test.each(["waiting_for_staff", "room_paused", "busy", "too_fast", "store_unavailable", "slow_mode_active"])("%s passes by itself", (code) => {
  const [entry] = box.refused(two(), "a", { code, words: "", retryAfterMs: 0 }, 100);
  expect(entry?.state).toMatchObject({ at: "waiting", untilMs: 5_100 });
});

test("refused words stay with the server's reason and let the next ones through", () => {
  const outbox = box.refused(box.markedSent(two(), new Set(["a"])), "a", no, 0);
  expect(outbox[0]?.state).toEqual({ at: "refused", code: "not_allowed", words: "Please leave that out." });
  expect(ids(box.sendable(outbox, 0))).toEqual(["b"]);
  expect(ids(box.sendable(box.retried(outbox, "a"), 0))).toEqual(["a"]);
  expect(ids(box.dropped(outbox, "a"))).toEqual(["b"]);
});

test("a refused tap is forgotten", () => {
  expect(box.refused(box.added([], "c", heart), "c", no, 0)).toEqual([]);
});

test("what was sent on a lost connection is queued again", () => {
  const outbox = box.requeued(box.markedSent(two(), new Set(["a"])));
  expect(ids(box.sendable(outbox, 0))).toEqual(["a"]);
});

test("acknowledged words are shown until their message is there", () => {
  const outbox = box.acked(two(), "a", 9);
  expect(ids(box.settled(outbox, 8))).toEqual(["a", "b"]);
  expect(ids(box.settled(outbox, 9))).toEqual(["b"]);
});

test("words whose message came before the acknowledgement are not shown twice", () => {
  const sent = box.markedSent(two(), new Set(["a"]));
  const echoed = box.echoed(sent, "one", 0);
  expect(echoed.map((entry) => entry.echoed)).toEqual([true, false]);
  expect(ids(box.acked(echoed, "a", 9))).toEqual(["b"]);
});

test("the same words twice are two entries", () => {
  const outbox = box.markedSent(box.added(box.added([], "a", say("ok")), "b", say("ok")), new Set(["a", "b"]));
  expect(box.echoed(box.echoed(outbox, "ok", 0), "ok", 0).map((entry) => entry.echoed)).toEqual([true, true]);
});

test("when the room opens again nothing waits for its clock, except slow mode", () => {
  const paused = box.refused(two(), "a", { code: "room_paused", words: "", retryAfterMs: 60_000 }, 0);
  const both = box.refused(paused, "b", { code: "slow_mode_active", words: "", retryAfterMs: 60_000 }, 0);
  expect(box.awakened(both).map((entry) => entry.state.at)).toEqual(["queued", "waiting"]);
});

test("a reload keeps words and forgets taps and what has arrived", () => {
  const outbox = box.acked(box.markedSent(box.added(two(), "c", heart), new Set(["a", "b", "c"])), "a", 3);
  expect(box.worthKeeping(outbox)).toEqual([{ id: "b", command: say("two"), state: { at: "queued" }, echoed: false }]);
});
