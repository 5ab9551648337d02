import { create } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EventSchema, WordClass, type Event } from "../src/protocol/generated/nightlight/wire/v1/event_pb";
import { Phase } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import { empty_staff_room, foldStaff, staffRoomOf } from "../src/room/staff_fold";
import { inForce, standingOf, type StaffRoom } from "../src/room/staff_view";
import { each_deed, staff_deeds, staffLogOf, staffSnapshot, type StaffBody } from "./support/staff_history";

const room = "circle";
const open: StaffRoom = { ...empty_staff_room, phase: Phase.OPEN };

function comparable(state: StaffRoom): object {
  const sorted = <T>(map: ReadonlyMap<number, T>) => [...map].sort(([a], [b]) => a - b);
  const members = (set: ReadonlySet<number>) => [...set].sort();
  // The wire tells one reason, the newest's: why someone was muted is lost under a removal.
  const standings = sorted(state.standings).map(([member, { mute, ...rest }]) => [member, mute?.untilMs, rest]);
  return {
    ...state,
    standings,
    sides: sorted(state.sides),
    notes: sorted(state.notes),
    checkOuts: sorted(state.checkOuts),
    words: sorted(state.words),
    hidden: members(state.hidden),
    setAside: members(state.setAside),
  };
}

function resumedEqualsFresh(bodies: StaffBody[], cut: number): void {
  const log = staffLogOf(room, bodies);
  const resumed = log.slice(cut).reduce(foldStaff, staffRoomOf(staffSnapshot(room, log.slice(0, cut))));
  expect(comparable(resumed)).toEqual(comparable(staffRoomOf(staffSnapshot(room, log))));
}

describe("a snapshot and the events after it are the same as a fresh snapshot", () => {
  test.each(Object.keys(each_deed))("with %s in the middle", (name) => {
    const deed = each_deed[name as StaffBody["case"]] as fc.Arbitrary<StaffBody>;
    fc.assert(
      fc.property(staff_deeds, deed, staff_deeds, (before, one, after) => {
        resumedEqualsFresh([...before, one, ...after], before.length);
      }),
      { numRuns: 60 },
    );
  });
  test("wherever it is cut", () => {
    fc.assert(
      fc.property(staff_deeds, fc.double({ min: 0, max: 1, noNaN: true }), (bodies, part) => {
        resumedEqualsFresh(bodies, Math.floor(part * bodies.length));
      }),
      { numRuns: 1_000 },
    );
  });
});

test("a fold never changes the state it was given", () => {
  fc.assert(
    fc.property(staff_deeds, (bodies) => {
      let state = open;
      for (const event of staffLogOf(room, bodies)) {
        const before = structuredClone(state);
        const next = foldStaff(state, event);
        expect(state).toEqual(before);
        state = next;
      }
    }),
    { numRuns: 200 },
  );
});

const at = (position: number, body: StaffBody, by = 5): Event =>
  create(EventSchema, { room, position: BigInt(position), by, body });

test("an event twice, or one after a missing one, changes nothing", () => {
  const door = at(1, { case: "doorChanged", value: { locked: true } });
  const once = foldStaff(open, door);
  expect(foldStaff(once, door)).toBe(once);
  expect(foldStaff(open, at(3, { case: "doorChanged", value: { locked: true } }))).toBe(open);
});

test("warnings count earlier evenings when the server tells how many, and by one when it does not", () => {
  const told = foldStaff(open, at(1, { case: "memberWarned", value: { member: 2, warnings: 2 } }));
  expect(standingOf(told, 2).warnings).toBe(2);
  expect(standingOf(foldStaff(told, at(2, { case: "memberWarned", value: { member: 2 } })), 2).warnings).toBe(3);
});

test("who may return stands under no sanction", () => {
  const gone = foldStaff(open, at(1, { case: "memberRemoved", value: { member: 2, mayReturn: true, untilMs: 9n } }));
  expect(gone.standings.size).toBe(0);
});

test("words that staff took back are there to read, her own are gone", () => {
  const said = create(EventSchema, { room, position: 1n, number: 1n, body: { case: "said", value: { author: 1, text: "hm" } } });
  const one = foldStaff(open, said);
  const kept = at(2, { case: "retracted", value: { numbers: [1n], kept: [{ number: 1n, text: "hm" }] } });
  expect(foldStaff(one, kept).words.get(1)).toBe("hm");
  const own = at(2, { case: "retracted", value: { numbers: [1n] } });
  expect(foldStaff(one, own).words.has(1)).toBe(false);
});

test("a term without an end holds, one at its end does not", () => {
  expect(inForce({ untilMs: 0, reason: "", by: 1 }, 5_000)).toBe(true);
  expect(inForce({ untilMs: 5_000, reason: "", by: 1 }, 4_999)).toBe(true);
  expect(inForce({ untilMs: 5_000, reason: "", by: 1 }, 5_000)).toBe(false);
  expect(inForce(null, 0)).toBe(false);
});

test("each class of words goes at its own time", () => {
  const bodies: StaffBody[] = [
    { case: "said", value: { author: 1, text: "a street" } },
    { case: "said", value: { author: 1, text: "hello" } },
    { case: "retracted", value: { numbers: [1n], kept: [] } }, // the history fills in what is kept
    { case: "alertRaised", value: { alert: { alert: 1, words: "rude" } } },
    { case: "alertRaised", value: { alert: { alert: 2 } } },
    { case: "phaseChanged", value: { phase: Phase.CLOSED } },
    { case: "wordsPurged", value: { words: WordClass.SET_ASIDE } },
    { case: "wordsPurged", value: { words: WordClass.TALK } },
    { case: "wordsPurged", value: { words: WordClass.REPORT } },
  ];
  const log = staffLogOf(room, bodies);
  const after = (events: number) => log.slice(0, events).reduce(foldStaff, open);
  expect([...after(6).words.values()].sort()).toEqual(["a street", "hello"]);
  expect([...after(7).words.values()]).toEqual(["hello"]);
  expect(after(7).alerts).toHaveLength(2);
  expect(after(8).words.size).toBe(0);
  expect(after(8).alerts).toMatchObject([{ alert: 1, words: "rude", closed: true }]);
  expect(after(9).alerts).toEqual([]);
});

test("a purge takes every word and leaves the sanctions", () => {
  const bodies: StaffBody[] = [
    { case: "memberMuted", value: { member: 1, reason: "unkind" } },
    { case: "personNoted", value: { note: { member: 1, text: "new" } } },
    { case: "phaseChanged", value: { phase: Phase.CLOSED } },
    { case: "wordsPurged", value: { through: 4n } },
  ];
  const state = staffLogOf(room, bodies).reduce(foldStaff, open);
  expect(state.notes.size).toBe(0);
  expect(standingOf(state, 1).mute).toMatchObject({ reason: "" });
});
