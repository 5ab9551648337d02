import { create, type MessageInitShape } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HistoryPageSchema } from "../src/protocol/generated/nightlight/wire/v1/chat_pb";
import { EventSchema, WordClass } from "../src/protocol/generated/nightlight/wire/v1/event_pb";
import { Phase } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { beginsMeeting, emptyView, fold, viewOf, withEarlier } from "../src/room/fold";
import { handsUp } from "../src/room/turns";
import { messageAt, type RoomView } from "../src/room/view";
import { deeds, logOf, seenBy, snapshotAt } from "./support/history";

const room = "circle";
const epoch = "e1";

function comparable(view: RoomView): object {
  const byMember = <T>(map: ReadonlyMap<number, T>) => [...map].sort(([a], [b]) => a - b);
  // Why a room paused is only told to those who were there.
  return { ...view, pauseCause: "", people: byMember(view.people), sanctions: byMember(view.sanctions) };
}

describe.each([
  ["a member", false],
  ["staff", true],
])("for %s", (_who, staff) => {
  test("a snapshot and the events after it are the same as all events", () => {
    fc.assert(
      fc.property(deeds, fc.double({ min: 0, max: 1, noNaN: true }), (history, part) => {
        const log = logOf(room, history);
        const cut = Math.floor(part * log.length);
        const whole = seenBy(staff, log).reduce((view, event) => fold(view, event, staff), emptyView(room, epoch));
        const tail = seenBy(staff, log.slice(cut));
        const snapshot = viewOf(snapshotAt(room, epoch, history, log, cut, staff));
        const resumed = tail.reduce((view, event) => fold(view, event, staff), snapshot);
        expect(comparable(resumed)).toEqual(comparable(whole));
      }),
      { numRuns: 2_000 },
    );
  });
});

test("a fold never changes the view it was given", () => {
  fc.assert(
    fc.property(deeds, (history) => {
      let view = emptyView(room, epoch);
      for (const event of logOf(room, history)) {
        const before = structuredClone(view);
        const next = fold(view, event, true);
        expect(view).toEqual(before);
        view = next;
      }
    }),
    { numRuns: 200 },
  );
});

test("an event this client does not know moves the number and nothing else", () => {
  const view = fold(emptyView(room, epoch), create(EventSchema, { room, number: 1n }), false);
  expect(view).toEqual({ ...emptyView(room, epoch), through: 1 });
});

test("words taken back before they were sent arrive empty", () => {
  const said = create(EventSchema, {
    room,
    number: 1n,
    body: { case: "said", value: { author: 1, text: "never to be seen", retracted: true } },
  });
  const view = fold(emptyView(room, epoch), said, false);
  expect(messageAt(view, 1)).toMatchObject({ text: "", retracted: true });
});

test("earlier messages come in front and never twice", () => {
  const said = (number: number) => ({ number: BigInt(number), author: 1, text: `words ${number}` });
  const view: RoomView = { ...emptyView(room, epoch), hasEarlier: true };
  const two = withEarlier(view, create(HistoryPageSchema, { room, messages: [said(5), said(6)], hasEarlier: true }));
  const all = withEarlier(two, create(HistoryPageSchema, { room, messages: [said(4), said(5)], hasEarlier: false }));
  expect(all.messages.map((message) => message.number)).toEqual([4, 5, 6]);
  expect(all.hasEarlier).toBe(false);
});

test("opening a room that had ended begins another meeting, going on after a pause does not", () => {
  const opened = create(EventSchema, { room, number: 1n, body: { case: "phaseChanged", value: { phase: Phase.OPEN } } });
  expect(beginsMeeting({ ...emptyView(room, epoch), phase: Phase.CLOSED }, opened)).toBe(true);
  expect(beginsMeeting({ ...emptyView(room, epoch), phase: Phase.PAUSED }, opened)).toBe(false);
});

test("a purge after the meeting takes words and names away", () => {
  const person = { member: 1, name: "Ana", role: 1, listening: false, present: false, hand: 0 };
  const ended: RoomView = {
    ...emptyView(room, epoch),
    phase: Phase.CLOSED,
    people: new Map([[1, person]]),
    messages: [
      {
        number: 2, author: 1, atMs: 0, text: "hello", replyTo: 0, retracted: false, retractionReason: "", reactions: [],
        contentNote: "", hidden: false,
      },
    ],
  };
  const purge = create(EventSchema, { room, number: 3n, body: { case: "wordsPurged", value: { through: 2n } } });
  const view = fold(ended, purge, false);
  expect(view.messages).toEqual([]);
  expect(view.people.get(1)?.name).toBe("");
});

test.each([WordClass.SET_ASIDE, WordClass.REPORT])("words of the team's (%i) are none of a member's", (words) => {
  const ended: RoomView = { ...emptyView(room, epoch), through: 2, phase: Phase.CLOSED };
  const purge = create(EventSchema, { room, number: 3n, body: { case: "wordsPurged", value: { through: 2n, words } } });
  expect(fold(ended, purge, false)).toEqual({ ...ended, through: 3 });
});

describe("words that the team set aside", () => {
  const said = { case: "said" as const, value: { author: 1, text: "hello", contentNote: "loss" } };
  const hidden = { case: "messageHidden" as const, value: { number: 1n } };
  const shown = { case: "messageShown" as const, value: { number: 1n, text: "hello", contentNote: "loss" } };
  const told = (staff: boolean, ...bodies: NonNullable<MessageInitShape<typeof EventSchema>["body"]>[]) =>
    bodies.reduce((view: RoomView, body, index) => {
      const at = BigInt(index + 1);
      return fold(view, create(EventSchema, { room, number: at, position: at, body }), staff);
    }, emptyView(room, epoch));

  test("are gone from a member's view until they are shown again", () => {
    expect(messageAt(told(false, said, hidden), 1)).toMatchObject({ hidden: true, text: "", contentNote: "" });
    expect(messageAt(told(false, said, hidden, shown), 1)).toMatchObject({ hidden: false, text: "hello", contentNote: "loss" });
  });
  test("stay readable for staff", () => {
    expect(messageAt(told(true, said, hidden), 1)).toMatchObject({ hidden: true, text: "hello" });
  });
  test("do not come back once they were taken back", () => {
    const back = { case: "retracted" as const, value: { numbers: [1n] } };
    expect(messageAt(told(false, said, hidden, back, shown), 1)).toMatchObject({ retracted: true, hidden: false, text: "" });
  });
});

test("who is given the floor has taken her hand down, and nobody has it when turns begin or end", () => {
  const joined = { case: "memberJoined" as const, value: { person: { member: 4, name: "Ana", role: 1, present: true } } };
  const steps = [
    joined,
    { case: "handsRequiredSet" as const, value: { on: true } },
    { case: "handRaised" as const, value: { member: 4, raised: true } },
    { case: "floorGiven" as const, value: { member: 4 } },
    { case: "handsRequiredSet" as const, value: { on: false } },
  ];
  const views = steps.reduce(
    (all: RoomView[], body, index) => [
      ...all,
      fold(all.at(-1) ?? emptyView(room, epoch), create(EventSchema, { room, number: BigInt(index + 1), body }), false),
    ],
    [],
  );
  expect(views.map((view) => handsUp(view).some(({ member }) => member === 4))).toEqual([false, false, true, false, false]);
  expect(views.map((view) => view.floor)).toEqual([0, 0, 0, 4, 0]);
  expect(views.map((view) => view.handsRequired)).toEqual([false, true, true, true, false]);
});

test("hands are up in the order of asking, whoever came first", () => {
  const person = (member: number) => ({ case: "memberJoined" as const, value: { person: { member, name: `name ${member}`, role: 1, present: true } } });
  const hand = (member: number, raised: boolean) => ({ case: "handRaised" as const, value: { member, raised } });
  const steps = [person(1), person(2), person(3), hand(3, true), hand(1, true), hand(2, true), hand(3, false), hand(3, true)];
  const view = steps.reduce(
    (now, body, index) => fold(now, create(EventSchema, { room, number: BigInt(index + 1), body }), false),
    emptyView(room, epoch),
  );
  expect(handsUp(view).map((one) => one.member)).toEqual([1, 2, 3]);
});

test("staff see who is kept out: a ban does, leave to come back does not, a readmission ends it", () => {
  const at = (position: bigint, body: NonNullable<MessageInitShape<typeof EventSchema>["body"]>) =>
    create(EventSchema, { room, position, body });
  const asked = fold(emptyView(room, epoch), at(1n, { case: "memberRemoved", value: { member: 2, mayReturn: true } }), true);
  expect(asked.sanctions.size).toBe(0);
  const banned = fold(asked, at(2n, { case: "memberBanned", value: { member: 2, untilMs: 9n } }), true);
  expect(banned.sanctions.get(2)).toMatchObject({ removed: true, removedUntilMs: 9 });
  expect(fold(banned, at(3n, { case: "memberReadmitted", value: { member: 2 } }), true).sanctions.size).toBe(0);
});
