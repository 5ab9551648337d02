// A small room of its own for tests: random histories as events, for members and for staff, and the snapshot that a
// server would give at any point of them. Written apart from the fold it is compared with.
import { create } from "@bufbuild/protobuf";
import fc from "fast-check";
import { SnapshotSchema, type Snapshot } from "../../src/protocol/generated/nightlight/wire/v1/chat_pb";
import { CircleBeganSchema, EventSchema, RoundEndedSchema, SaidSchema, type Event } from "../../src/protocol/generated/nightlight/wire/v1/event_pb";
import {
  MessageSchema,
  PersonSchema,
  Phase,
  PollSchema,
  Reaction,
  ReactionCountSchema,
  Role,
  RoundSchema,
  SanctionSchema,
} from "../../src/protocol/generated/nightlight/wire/v1/room_pb";

export type Deed =
  | { is: "say"; who: number; text: string; replyTo: number; note: string; aside: "" | "hidden" | "retracted" }
  | { is: "react"; who: number; which: number; reaction: Reaction; withdraw: boolean }
  | { is: "retract"; which: number; reason: string }
  | { is: "join"; who: number; listening: boolean }
  | { is: "leave"; who: number }
  | { is: "listen"; who: number; listening: boolean }
  | { is: "slow"; seconds: number }
  | { is: "phase"; phase: Phase }
  | { is: "hide"; which: number }
  | { is: "show"; which: number; text: string }
  | { is: "hand"; who: number; raised: boolean }
  | { is: "floor"; to: number }
  | { is: "hands"; on: boolean }
  | { is: "pin"; text: string }
  | { is: "round"; question: string; to: number }
  | { is: "turn"; to: number }
  | { is: "endRound" }
  | { is: "ask"; question: string }
  | { is: "answered"; answered: number }
  | { is: "endPoll" }
  | { is: "began" }
  | { is: "soon"; minutes: number }
  | { is: "longer"; endsAtMs: number }
  | { is: "mute"; who: number; untilMs: number }
  | { is: "unmute"; who: number }
  | { is: "remove"; who: number; untilMs: number }
  | { is: "door"; locked: boolean };

const who = fc.integer({ min: 1, max: 4 });
const which = fc.integer({ min: 1, max: 12 });
const note = fc.constantFrom("", "", "loss");
const reaction = fc.constantFrom(Reaction.HEART, Reaction.HUG, Reaction.CANDLE);

export const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ is: fc.constant("say" as const), who, text: fc.string({ minLength: 1, maxLength: 8 }), replyTo: fc.constantFrom(0, 1, 2), note, aside: fc.constantFrom("", "", "", "hidden", "retracted") }) },
    { weight: 3, arbitrary: fc.record({ is: fc.constant("react" as const), who, which, reaction, withdraw: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant("retract" as const), which, reason: fc.constantFrom("", "kindness") }) },
    fc.record({ is: fc.constant("join" as const), who, listening: fc.boolean() }),
    fc.record({ is: fc.constant("leave" as const), who }),
    fc.record({ is: fc.constant("listen" as const), who, listening: fc.boolean() }),
    fc.record({ is: fc.constant("slow" as const), seconds: fc.constantFrom(0, 30) }),
    fc.record({ is: fc.constant("phase" as const), phase: fc.constantFrom(Phase.OPEN, Phase.PAUSED, Phase.CLOSED) }),
    { weight: 2, arbitrary: fc.record({ is: fc.constant("hide" as const), which }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant("show" as const), which, text: fc.string({ minLength: 1, maxLength: 8 }) }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant("hand" as const), who, raised: fc.boolean() }) },
    fc.record({ is: fc.constant("floor" as const), to: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ is: fc.constant("hands" as const), on: fc.boolean() }),
    fc.record({ is: fc.constant("pin" as const), text: fc.constantFrom("", "What helped?") }),
    fc.record({ is: fc.constant("round" as const), question: fc.constantFrom("", "How are you?"), to: who }),
    fc.record({ is: fc.constant("turn" as const), to: who }),
    fc.record({ is: fc.constant("endRound" as const) }),
    fc.record({ is: fc.constant("ask" as const), question: fc.constantFrom("Tonight?", "A break?") }),
    fc.record({ is: fc.constant("answered" as const), answered: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ is: fc.constant("endPoll" as const) }),
    fc.record({ is: fc.constant("began" as const) }),
    fc.record({ is: fc.constant("soon" as const), minutes: fc.constantFrom(0, 5, 15) }),
    fc.record({ is: fc.constant("longer" as const), endsAtMs: fc.constantFrom(5_000, 9_000) }),
    fc.record({ is: fc.constant("mute" as const), who, untilMs: fc.constantFrom(0, 9_000) }),
    fc.record({ is: fc.constant("unmute" as const), who }),
    fc.record({ is: fc.constant("remove" as const), who, untilMs: fc.constantFrom(0, 9_000) }),
    fc.record({ is: fc.constant("door" as const), locked: fc.boolean() }),
  ),
  { maxLength: 60 },
);

const staffOnly = new Set<Deed["is"]>(["mute", "unmute", "remove", "door", "answered"]);

// The log: positions for all, circle numbers for what members see, as the server places them.
export function logOf(room: string, history: Deed[]): Event[] {
  let circle = 0;
  return history.map((deed, index) => {
    const number = BigInt(staffOnly.has(deed.is) ? 0 : ++circle);
    return create(EventSchema, {
      room,
      number,
      position: BigInt(index + 1),
      atMs: BigInt(1_000 + index),
      body: bodyOf(deed, number),
    });
  });
}

export function seenBy(staff: boolean, log: Event[]): Event[] {
  if (staff) return log;
  return log
    .filter((event) => event.number !== 0n)
    .map((event) => create(EventSchema, { ...event, position: 0n, body: bodyForMembers(event.body) }));
}

// Words that are set aside when the event is sent are not on a member's wire.
function bodyForMembers(body: Event["body"]): Event["body"] {
  if (body.case !== "said" || !body.value.hidden) return body;
  return { case: "said", value: create(SaidSchema, { ...body.value, text: "", contentNote: "" }) };
}

function bodyOf(deed: Deed, number: bigint): Event["body"] {
  const made = create(EventSchema, { body: initOf(deed, number) });
  return made.body;
}

function initOf(deed: Deed, number: bigint) {
  switch (deed.is) {
    case "say":
      return { case: "said" as const, value: saidOf(deed) };
    case "react":
      return {
        case: "reacted" as const,
        value: { number: BigInt(deed.which), member: deed.who, reaction: deed.reaction, withdrawn: deed.withdraw },
      };
    case "retract":
      return { case: "retracted" as const, value: { numbers: [BigInt(deed.which)], reason: deed.reason } };
    case "join":
      return { case: "memberJoined" as const, value: { person: personOf(deed.who, deed.listening) } };
    case "leave":
      return { case: "memberLeft" as const, value: { member: deed.who } };
    case "listen":
      return { case: "listeningChanged" as const, value: { member: deed.who, listening: deed.listening } };
    case "slow":
      return { case: "slowModeSet" as const, value: { seconds: deed.seconds } };
    case "phase":
      return { case: "phaseChanged" as const, value: { phase: deed.phase, cause: "" } };
    case "hide":
      return { case: "messageHidden" as const, value: { number: BigInt(deed.which) } };
    case "show":
      return { case: "messageShown" as const, value: { number: BigInt(deed.which), text: deed.text, contentNote: "shown" } };
    case "hand":
      return { case: "handRaised" as const, value: { member: deed.who, raised: deed.raised } };
    case "floor":
      return { case: "floorGiven" as const, value: { member: deed.to } };
    case "hands":
      return { case: "handsRequiredSet" as const, value: { on: deed.on } };
    case "pin":
      return { case: "promptPinned" as const, value: { text: deed.text } };
    case "round":
      return { case: "roundBegan" as const, value: { round: { question: deed.question, turn: deed.to } } };
    case "turn":
      return { case: "turnGiven" as const, value: { member: deed.to } };
    case "endRound":
      return { case: "roundEnded" as const, value: create(RoundEndedSchema) };
    case "ask":
      return { case: "pollBegan" as const, value: { poll: pollOf(deed.question, number) } };
    case "answered":
      return { case: "pollAnswered" as const, value: { answered: deed.answered } };
    case "endPoll":
      return { case: "pollEnded" as const, value: { counts: [] } };
    case "began":
      return { case: "circleBegan" as const, value: create(CircleBeganSchema) };
    case "soon":
      return { case: "endingSoon" as const, value: { minutes: deed.minutes, endsAtMs: 1n, closesAtMs: 2n } };
    case "longer":
      return { case: "meetingExtended" as const, value: { endsAtMs: BigInt(deed.endsAtMs) } };
    case "mute":
      return { case: "memberMuted" as const, value: { member: deed.who, untilMs: BigInt(deed.untilMs) } };
    case "unmute":
      return { case: "memberUnmuted" as const, value: { member: deed.who } };
    case "remove":
      return { case: "memberRemoved" as const, value: { member: deed.who, untilMs: BigInt(deed.untilMs) } };
    case "door":
      return { case: "doorChanged" as const, value: { locked: deed.locked } };
  }
}

function saidOf({ who: author, text, replyTo, note: contentNote, aside }: Extract<Deed, { is: "say" }>) {
  const retracted = aside === "retracted";
  const words = retracted ? { text: "", contentNote: "" } : { text, contentNote };
  return { author, replyTo: BigInt(replyTo), retracted, hidden: aside === "hidden", ...words };
}

function personOf(member: number, listening: boolean) {
  return create(PersonSchema, { member, name: `name ${member}`, role: Role.MEMBER, listening, present: true });
}

function pollOf(question: string, number: bigint) {
  return create(PollSchema, { number, question, answers: ["Yes", "No"] });
}

// What a server would answer to someone who joins after the first `count` events of the log.
export function snapshotAt(room: string, epoch: string, history: Deed[], log: Event[], count: number, staff: boolean): Snapshot {
  const snapshot = create(SnapshotSchema, { room, epoch, phase: Phase.SCHEDULED });
  history.slice(0, count).forEach((deed, index) => {
    const event = log[index];
    if (event !== undefined) enact(snapshot, deed, event, staff);
  });
  const last = log.slice(0, count).map((event) => (staff ? event.position : event.number));
  snapshot.through = last.reduce((most, one) => (one > most ? one : most), 0n);
  return snapshot;
}

function enact(snapshot: Snapshot, deed: Deed, event: Event, staff: boolean): void {
  const person = "who" in deed ? snapshot.people.find((one) => one.member === deed.who) : undefined;
  const message = "which" in deed ? snapshot.messages.find((one) => one.number === BigInt(deed.which)) : undefined;
  switch (deed.is) {
    case "say":
      snapshot.messages.push(
        create(MessageSchema, {
          number: event.number,
          author: deed.who,
          atMs: event.atMs,
          ...(deed.aside === "" || (deed.aside === "hidden" && staff) ? { text: deed.text, contentNote: deed.note } : {}),
          replyTo: BigInt(deed.replyTo),
          retracted: deed.aside === "retracted",
          hidden: deed.aside === "hidden",
        }),
      );
      return;
    case "react": {
      if (message === undefined || message.retracted) return;
      let count = message.reactions.find((one) => one.reaction === deed.reaction);
      if (count === undefined) {
        count = create(ReactionCountSchema, { reaction: deed.reaction });
        message.reactions.push(count);
      }
      count.members = count.members.filter((member) => member !== deed.who);
      if (!deed.withdraw) count.members.push(deed.who);
      message.reactions = message.reactions.filter((one) => one.members.length > 0);
      return;
    }
    case "retract":
      if (message === undefined) return;
      Object.assign(message, { text: "", retracted: true, retractionReason: deed.reason, reactions: [] });
      Object.assign(message, { contentNote: "", hidden: false });
      return;
    case "hide":
      if (message === undefined || message.retracted) return;
      Object.assign(message, { hidden: true, ...(staff ? {} : { text: "", contentNote: "" }) });
      return;
    case "show":
      if (message === undefined || message.retracted) return;
      Object.assign(message, { hidden: false, text: deed.text, contentNote: "shown" });
      return;
    case "hand":
      if (person !== undefined) Object.assign(person, { handRaised: deed.raised, hand: deed.raised ? event.number : 0n });
      return;
    case "floor": {
      snapshot.floor = deed.to;
      const speaker = snapshot.people.find((one) => one.member === deed.to);
      if (speaker !== undefined) Object.assign(speaker, { handRaised: false, hand: 0n });
      return;
    }
    case "hands":
      Object.assign(snapshot, { handsRequired: deed.on, floor: 0 });
      return;
    case "join":
      if (person === undefined) snapshot.people.push(personOf(deed.who, deed.listening));
      else Object.assign(person, { listening: deed.listening, present: true, handRaised: false, hand: 0n });
      return;
    case "leave":
      if (person !== undefined) Object.assign(person, { present: false, handRaised: false, hand: 0n });
      return;
    case "listen":
      if (person !== undefined) person.listening = deed.listening;
      return;
    case "pin":
      snapshot.prompt = deed.text;
      return;
    case "round":
      snapshot.round = create(RoundSchema, { question: deed.question, turn: deed.to });
      return;
    case "turn":
      if (snapshot.round !== undefined) snapshot.round.turn = deed.to;
      return;
    case "endRound":
      delete snapshot.round;
      return;
    case "ask":
      snapshot.poll = pollOf(deed.question, event.number);
      return;
    case "endPoll":
      delete snapshot.poll;
      return;
    case "began":
      snapshot.gathering = false;
      return;
    case "longer":
      snapshot.endsAtMs = BigInt(deed.endsAtMs);
      return;
    case "slow":
      snapshot.slowModeSeconds = deed.seconds;
      return;
    case "phase":
      snapshot.phase = deed.phase;
      if (deed.phase === Phase.CLOSED) Object.assign(snapshot, { prompt: "", round: undefined, poll: undefined });
      return;
    default:
      if (staff) enactForStaff(snapshot, deed);
  }
}

function enactForStaff(snapshot: Snapshot, deed: Deed): void {
  if (deed.is === "answered") {
    if (snapshot.poll !== undefined) snapshot.poll.answered = deed.answered;
    return;
  }
  if (deed.is === "door") {
    snapshot.doorLocked = deed.locked;
    return;
  }
  if (deed.is !== "mute" && deed.is !== "unmute" && deed.is !== "remove") return;
  let sanction = snapshot.sanctions.find((one) => one.member === deed.who);
  if (sanction === undefined) {
    sanction = create(SanctionSchema, { member: deed.who });
    snapshot.sanctions.push(sanction);
  }
  if (deed.is === "mute") Object.assign(sanction, { muted: true, mutedUntilMs: BigInt(deed.untilMs) });
  if (deed.is === "unmute") Object.assign(sanction, { muted: false, mutedUntilMs: 0n });
  if (deed.is === "remove") Object.assign(sanction, { removed: true, removedUntilMs: BigInt(deed.untilMs) });
  snapshot.sanctions = snapshot.sanctions.filter((one) => one.muted || one.removed);
}
