import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { withDoing } from "../src/desk/doings";
import type { QueueRoom } from "../src/desk/queue";
import { admitEveryone, admitLongest, lobbies } from "../src/desk/waiting";
import { EventSchema } from "../src/protocol/generated/nightlight/wire/v1/event_pb";
import { empty_staff_room } from "../src/room/staff_fold";

const person = (waiting: number, sinceMs: number) => ({ waiting, name: `name ${waiting}`, listening: false, sinceMs });
const room = (name: string, ...waiting: ReturnType<typeof person>[]): QueueRoom => ({
  room: name, me: 1, staff: { ...empty_staff_room, waiting },
});

test("only rooms where somebody waits have a lobby", () => {
  expect(lobbies([room("a"), room("b", person(1, 5))]).map((one) => one.room)).toEqual(["b"]);
});

test("one key lets in who has waited longest, over all rooms; nobody when nobody waits", () => {
  const rooms = [room("a", person(1, 50), person(2, 60)), room("b", person(1, 40))];
  expect(admitLongest(rooms)).toEqual([{ room: "b", command: { is: "admitWaiting", waiting: 1 } }]);
  expect(admitLongest([room("a")])).toEqual([]);
});

test("two presses in a row let in two, before the server has answered the first", () => {
  const rooms = [room("a", person(1, 50), person(2, 60))];
  const [first] = admitLongest(rooms);
  expect(admitLongest(rooms, first === undefined ? [] : [first])).toEqual([{ room: "a", command: { is: "admitWaiting", waiting: 2 } }]);
  expect(admitLongest([room("a", person(1, 50))], first === undefined ? [] : [first])).toEqual([]);
});

test("everyone is let in room by room", () => {
  const rooms = [room("a", person(1, 50)), room("b", person(1, 40)), room("c")];
  expect(admitEveryone(rooms)).toEqual([
    { room: "a", command: { is: "admitAll" } },
    { room: "b", command: { is: "admitAll" } },
  ]);
});

test("who let her in is told to the team; who came by herself is not", () => {
  const joined = (by: number, waited: number) =>
    create(EventSchema, { room: "a", position: 1n, by, body: { case: "memberJoined", value: { person: { member: 7 }, waited } } });
  expect(withDoing([], joined(2, 1), empty_staff_room, 0)).toMatchObject([{ by: 2, deed: { is: "admitted", member: 7 } }]);
  for (const event of [joined(2, 0), joined(0, 1), joined(7, 1)]) expect(withDoing([], event, empty_staff_room, 0)).toEqual([]);
});
