import { create, fromBinary, toBinary, type MessageInitShape } from "@bufbuild/protobuf";
import { beforeEach, expect, test } from "vitest";
import { Desk, undo_ms } from "../src/desk/desk";
import { empty_desk_state, heard } from "../src/desk/desk_room";
import { lastAbout } from "../src/desk/doings";
import { ClientFrameSchema, ServerFrameSchema, SnapshotSchema } from "../src/protocol/generated/nightlight/wire/v1/chat_pb";
import { AlertKind, AlertLevel, HoldCause, Phase, Role, RoomControlsSchema } from "../src/protocol/generated/nightlight/wire/v1/room_pb";
import type { SocketEvents, World } from "../src/room/driver";
import type { StaffBody } from "./support/staff_history";

type Reply = NonNullable<MessageInitShape<typeof ServerFrameSchema>["body"]>;
type Heard = { is: string; id: string; value: Record<string, unknown> };

// The far end of one room's connection: lets staff in with a snapshot, remembers what it is asked, and says what the test says.
class FarEnd {
  readonly asked: Heard[] = [];
  events: SocketEvents | null = null;
  position = 0;
  needsGlass = false;

  say(body: Reply): void {
    const bytes = toBinary(ServerFrameSchema, create(ServerFrameSchema, { body }));
    this.events?.received(bytes.slice().buffer);
  }
  happens(body: StaffBody, by = 1): void {
    this.position += 1;
    this.say({ case: "event", value: { room: "a", position: BigInt(this.position), atMs: 1_000n, by, body } });
  }
  acks(): void {
    this.say({ case: "ack", value: { room: "a", id: this.asked.at(-1)?.id ?? "" } });
  }
  refuses(code: string, words: string): void {
    this.say({ case: "refusal", value: { room: "a", id: this.asked.at(-1)?.id ?? "", code, words } });
  }
  heard(bytes: Uint8Array): void {
    const { body } = fromBinary(ClientFrameSchema, bytes);
    if (body.case === "hello") this.say({ case: "welcome", value: { name: "Kim", role: Role.MODERATOR } });
    if (body.case === "join" && this.needsGlass) {
      this.say({ case: "refusal", value: { room: "a", code: "glass_needed", words: "Say why first." } });
    } else if (body.case === "join") {
      this.say({ case: "joined", value: { room: "a", epoch: "e", member: 1 } });
      const held = [{ hold: 1, author: 2, text: "hello", cause: HoldCause.NEWCOMER }];
      const through = BigInt(this.position);
      this.say({ case: "snapshot", value: { room: "a", epoch: "e", through, phase: Phase.OPEN, held } });
    }
    if (body.case === "submit") {
      const { command, id } = body.value;
      this.asked.push({ is: command.case ?? "", id, value: { ...command.value } });
      if (command.case === "breakGlass") this.needsGlass = false;
    }
  }
}

let far: FarEnd;
let nowMs: number;
let raised: AlertLevel[];
let desk: Desk;
let ids: number;

function world(): World {
  return {
    connect: (events) => {
      far.events = events;
      return { send: (bytes) => far.heard(bytes), close: () => undefined };
    },
    nowMs: () => nowMs,
    chance: () => 0.5,
    newId: () => `id-${++ids}`,
    after: () => () => undefined,
    hello: () => ({ pageHalf: "half", language: "en" }),
    keep: () => undefined,
    placeGone: () => Promise.resolve(false),
  };
}

const come = () => {
  desk.comeInto("a", "Circle");
  far.events?.opened();
};

beforeEach(() => {
  far = new FarEnd();
  nowMs = 0;
  ids = 0;
  raised = [];
  desk = new Desk(world, { role: Role.MODERATOR, name: "Kim" }, (level) => raised.push(level));
});

const mute = [{ room: "a", command: { is: "muteMember", member: 2, seconds: 300, reason: "" } }] as const;

test("a room's snapshot and events come onto the desk", () => {
  come();
  expect(desk.queueRooms).toMatchObject([{ room: "a", me: 1 }]);
  expect(desk.room("a")?.state.staff?.held).toHaveLength(1);
  far.happens({ case: "heldDeclined", value: { holds: [1] } }, 5);
  expect(desk.room("a")?.state.staff?.held).toEqual([]);
});

test("what can be undone is offered once it is kept, and not for long", () => {
  come();
  desk.ask(mute, "x");
  expect(desk.undoable(nowMs)).toBeNull();
  far.acks();
  expect(desk.undoable(undo_ms - 1)?.done.command).toEqual(mute[0].command);
  expect(desk.undoable(undo_ms)).toBeNull();
});

test("undoing asks for the opposite, once", () => {
  come();
  desk.ask(mute, "x");
  far.acks();
  desk.takeBack(100);
  expect(far.asked.map(({ is }) => is)).toEqual(["muteMember", "unmuteMember"]);
  desk.takeBack(200);
  expect(far.asked).toHaveLength(2);
});

test("what is taken back before the server has answered is undone once it has", () => {
  come();
  desk.ask(mute, "x");
  desk.takeBack(50);
  desk.takeBack(60);
  expect(far.asked.map(({ is }) => is)).toEqual(["muteMember"]);
  far.acks();
  expect(far.asked.map(({ is }) => is)).toEqual(["muteMember", "unmuteMember"]);
  expect(desk.undoable(nowMs)).toBeNull();
  far.acks();
  expect(far.asked).toHaveLength(2);
});

test("taking back means the newest, and nothing when the server said no to it", () => {
  come();
  desk.ask(mute, "x");
  far.acks();
  desk.ask([{ room: "a", command: { is: "hideMessage", number: 1 } }], "x");
  desk.takeBack(100);
  far.refuses("message_unknown", "That message is not here.");
  expect(far.asked.map(({ is }) => is)).toEqual(["muteMember", "hideMessage"]);
  expect(desk.refused?.code).toBe("message_unknown");
  desk.takeBack(200);
  expect(far.asked.at(-1)?.is).toBe("unmuteMember");
});

test("what the server has not answered yet is known", () => {
  come();
  desk.ask([{ room: "a", command: { is: "admitWaiting", waiting: 3 } }], "lobby");
  expect(desk.unanswered).toEqual([{ room: "a", command: { is: "admitWaiting", waiting: 3 } }]);
  far.acks();
  expect(desk.unanswered).toEqual([]);
});

test("a refusal stands beside what she acted on, in its own words, and nothing is undone", () => {
  come();
  desk.ask([{ room: "a", command: { is: "claimAlert", alert: 1 } }], "a/alert-1");
  far.refuses("alert_taken", "Someone on the team has this one.");
  expect(desk.refused).toMatchObject({ about: "a/alert-1", code: "alert_taken", words: "Someone on the team has this one." });
  expect(desk.undoable(nowMs)).toBeNull();
  desk.ask(mute, "x");
  expect(desk.refused).toBeNull();
});

test("a pressed server is asked again by itself and says nothing", () => {
  come();
  desk.ask(mute, "x");
  far.refuses("busy", "One moment.");
  expect(desk.refused).toBeNull();
});

test("two who release at once see one outcome, and whose it was", () => {
  come();
  desk.ask([{ room: "a", command: { is: "releaseHeld", holds: [1] } }], "a/held-1");
  far.happens({ case: "said", value: { author: 2, text: "hello", hold: 1 } }, 5);
  far.refuses("held_unknown", "That message does not wait any more.");
  expect(lastAbout(desk.room("a")?.state.doings ?? [], "a/held-1")).toMatchObject({ by: 5, deed: { is: "released", member: 2 } });
  expect(desk.refused?.code).toBe("held_unknown");
});

test("lock-down says who and when to whoever comes later too", () => {
  const controls = create(RoomControlsSchema, { lockdown: true, lockdownBy: 5, lockdownAtMs: 700n });
  const frame = (value: MessageInitShape<typeof SnapshotSchema>) =>
    create(ServerFrameSchema, { body: { case: "snapshot", value: create(SnapshotSchema, value) } });
  expect(heard(empty_desk_state, frame({ controls })).lockdown).toEqual({ by: 5, atMs: 700 });
  expect(heard(empty_desk_state, frame({})).lockdown).toBeNull();
});

test("lock-down says who and when to those who were there", () => {
  come();
  far.happens({ case: "controlsChanged", value: { controls: { lockdown: true } } }, 5);
  expect(desk.room("a")?.state.lockdown).toEqual({ by: 5, atMs: 1_000 });
  far.happens({ case: "controlsChanged", value: { controls: { lockdown: true, doorLocked: true } } }, 1);
  expect(desk.room("a")?.state.lockdown?.by).toBe(5);
  far.happens({ case: "controlsChanged", value: { controls: {} } }, 1);
  expect(desk.room("a")?.state.lockdown).toBeNull();
});

test("an alert is told once, and never from a snapshot", () => {
  come();
  far.happens({ case: "alertRaised", value: { alert: { alert: 1, kind: AlertKind.PHRASE, level: AlertLevel.RED } } });
  far.position -= 1;
  far.happens({ case: "alertRaised", value: { alert: { alert: 1, kind: AlertKind.PHRASE, level: AlertLevel.RED } } });
  expect(raised).toEqual([AlertLevel.RED]);
});

test("an admin is outside until she says why, and the reason goes before her", () => {
  far.needsGlass = true;
  desk = new Desk(world, { role: Role.ADMIN, name: "Ida" });
  come();
  expect(desk.room("a")?.driver.state.link.at).toBe("turned_away");
  desk.breakGlass("a", "nobody answers", 10);
  far.events?.opened();
  expect(far.asked).toMatchObject([{ is: "breakGlass", value: { reason: "nobody answers", minutes: 10 } }]);
  expect(desk.room("a")?.driver.state.link.at).toBe("live");
});

test("the team of the room is told of an admin until she goes", () => {
  come();
  far.happens({ case: "glassBroken", value: { reason: "nobody answers", untilMs: 9_000n } }, 7);
  expect(desk.room("a")?.state.glass).toEqual({ by: 7, reason: "nobody answers", untilMs: 9_000 });
  far.happens({ case: "memberLeft", value: { member: 7 } }, 0);
  expect(desk.room("a")?.state.glass).toBeNull();
});

test("a side room's words come to its two people, and go with it", () => {
  come();
  const notice = (body: object) => far.say({ case: "notice", value: { room: "a", body } as never });
  notice({ case: "sideRoom", value: { member: 2, staff: 1, said: [{ member: 2, author: 1, text: "here", atMs: 1n }] } });
  notice({ case: "sideSaid", value: { member: 2, author: 2, text: "thank you", atMs: 2n } });
  expect(desk.room("a")?.state.talks.get(2)?.map(({ text }) => text)).toEqual(["here", "thank you"]);
  notice({ case: "sideClosed", value: { member: 2 } });
  expect(desk.room("a")?.state.talks.size).toBe(0);
});

test("a room that is put away is nobody's any more", () => {
  come();
  desk.putAway("a");
  expect(desk.rooms).toEqual([]);
  desk.ask(mute, "x");
  expect(far.asked).toEqual([]);
});

test("words that the room does not take come back to her; those that only wait do not", () => {
  come();
  desk.say("a", { is: "say", text: "a very long story", replyTo: 0 }, "say/a/0");
  far.refuses("body_too_long", "This message is too long.");
  expect(desk.refused).toMatchObject({ back: "a very long story" });
  expect(desk.room("a")?.driver.state.outbox).toEqual([]);
  desk.say("a", { is: "say", text: "hello", replyTo: 0 }, "say/a/0");
  far.refuses("room_paused", "The room is taking a short pause.");
  expect(desk.refused).toMatchObject({ back: "", words: "The room is taking a short pause." });
  expect(desk.room("a")?.driver.state.outbox).toHaveLength(1);
});
