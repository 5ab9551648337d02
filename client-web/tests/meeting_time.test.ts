import { expect, test } from "vitest";
import { Phase } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { emptyView } from "../src/room/fold";
import { meetingTime, nextChangeMs } from "../src/room/meeting_time";
import type { RoomView } from "../src/room/view";

const minute = 60_000;
const end = 100 * minute;
const view = (part: Partial<RoomView> = {}): RoomView => ({ ...emptyView("circle", "e"), phase: Phase.OPEN, endsAtMs: end, ...part });

test.each([
  [end - 15 * minute - 1, "on", end - 15 * minute],
  [end - 15 * minute, "soon", end - 5 * minute],
  [end - 5 * minute - 1, "soon", end - 5 * minute],
  [end - 5 * minute, "last", end],
  [end - 1, "last", end],
  [end, "over", null],
  [end + 60 * minute, "over", null],
])("at %d it is %s", (now, time, next) => {
  expect(meetingTime(view(), now)).toBe(time);
  expect(nextChangeMs(view(), now)).toBe(next);
});

test("more time takes the notice back", () => {
  expect(meetingTime(view({ endsAtMs: end + 15 * minute }), end - minute)).toBe("on");
});

test("without a plan, and when it is over, nothing is said; before it begins, that it gathers", () => {
  expect(meetingTime(view({ endsAtMs: 0 }), end)).toBe("on");
  expect(nextChangeMs(view({ endsAtMs: 0 }), end)).toBeNull();
  expect(meetingTime(view({ phase: Phase.CLOSED }), end)).toBe("on");
  expect(meetingTime(view({ gathering: true }), 0)).toBe("gathering");
  expect(meetingTime(view({ phase: Phase.PAUSED }), end)).toBe("over");
});
