// What the team does in a room, at random: each deed becomes one event, and changes a wire snapshot in place the way the
// server's own fold does. Written apart from the fold it is compared with.
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import fc from "fast-check";
import { SnapshotSchema, type Snapshot } from "../../src/protocol/generated/nightlight/wire/v1/chat_pb";
import { EventSchema, SetAsideSchema, WordClass, type Event } from "../../src/protocol/generated/nightlight/wire/v1/event_pb";
import {
  AlertKind,
  AlertLevel,
  AlertOutcome,
  AlertRung,
  AlertSchema,
  BackstageSchema,
  CheckedOutSchema,
  HandOverSchema,
  HeldSchema,
  HoldCause,
  HoldMode,
  Leaving,
  MessageSchema,
  PersonNoteSchema,
  PersonSchema,
  Phase,
  RoomControlsSchema,
  SanctionSchema,
  SideSchema,
  WaitingPersonSchema,
  type Sanction,
} from "../../src/protocol/generated/nightlight/wire/v1/room_pb";

export type Body = NonNullable<MessageInitShape<typeof EventSchema>["body"]>;
export type StaffBody = Exclude<Body, { case: undefined }>;

const who = fc.integer({ min: 1, max: 4 });
const hold = fc.integer({ min: 1, max: 4 });
const number = fc.bigInt({ min: 1n, max: 8n });
const alert = fc.integer({ min: 1, max: 6 });
const waiting = fc.integer({ min: 1, max: 4 });
const text = fc.string({ minLength: 1, maxLength: 6 });
const untilMs = fc.constantFrom(0n, 9_000n);
const by = fc.integer({ min: 5, max: 6 });

function deed<Case extends StaffBody["case"], Value>(name: Case, value: fc.Arbitrary<Value>): fc.Arbitrary<StaffBody> {
  return value.map((made) => ({ case: name, value: made }) as unknown as StaffBody);
}

const controls = fc.record({
  doorLocked: fc.boolean(),
  invitationsClosed: fc.boolean(),
  lockdown: fc.boolean(),
  listeningDefault: fc.boolean(),
  hold: fc.constantFrom(HoldMode.OFF, HoldMode.NEWCOMERS, HoldMode.EVERYTHING),
  holdFirst: fc.constantFrom(0, 2),
  lobby: fc.boolean(),
});
const held = fc.record({ hold, author: who, text, cause: fc.constantFrom(HoldCause.NEWCOMER, HoldCause.FLAGGED) });
const raised = fc.record({
  alert,
  kind: fc.constantFrom(AlertKind.HELD, AlertKind.PHRASE, AlertKind.REPORT),
  level: fc.constantFrom(AlertLevel.RED, AlertLevel.AMBER),
  about: who,
  hold,
  number,
  words: text,
});

export const each_deed: Readonly<Partial<Record<StaffBody["case"], fc.Arbitrary<StaffBody>>>> = {
  said: deed("said", fc.record({ author: who, text, hold: fc.constantFrom(0, 1, 2, 3) })),
  retracted: deed("retracted", fc.record({ numbers: fc.array(number, { maxLength: 2 }), kept: fc.constant([]), reason: text })),
  messageHidden: deed("messageHidden", fc.record({ number })),
  messageShown: deed("messageShown", fc.record({ number, text })),
  handRaised: deed("handRaised", fc.record({ member: who, raised: fc.boolean() })),
  floorGiven: deed("floorGiven", fc.record({ member: fc.constantFrom(0, 1, 2) })),
  handsRequiredSet: deed("handsRequiredSet", fc.record({ on: fc.boolean() })),
  memberJoined: deed("memberJoined", fc.record({ person: fc.record({ member: who, name: text }), waited: fc.constantFrom(0, 1, 2, 3) })),
  waitBegan: deed("waitBegan", fc.record({ person: fc.record({ waiting, name: text, listening: fc.boolean(), sinceMs: fc.constant(3n) }) })),
  waitRenamed: deed("waitRenamed", fc.record({ waiting, name: text })),
  waitEnded: deed("waitEnded", fc.record({ waiting })),
  memberLeft: deed("memberLeft", fc.record({ member: who })),
  phaseChanged: deed("phaseChanged", fc.record({ phase: fc.constantFrom(Phase.PAUSED, Phase.CLOSED) })),
  wordsPurged: deed("wordsPurged", fc.record({ through: fc.constant(100n), words: fc.constantFrom(0, 1, 2, 3) })),
  memberWarned: deed("memberWarned", fc.record({ member: who, reason: text })),
  memberMuted: deed("memberMuted", fc.record({ member: who, untilMs, reason: text })),
  memberUnmuted: deed("memberUnmuted", fc.record({ member: who })),
  memberRemoved: deed("memberRemoved", fc.record({ member: who, untilMs, reason: text, mayReturn: fc.boolean() })),
  memberBanned: deed("memberBanned", fc.record({ member: who, untilMs: fc.constant(9_000n), reason: text })),
  memberReadmitted: deed("memberReadmitted", fc.record({ member: who })),
  banLifted: deed("banLifted", fc.record({ member: fc.integer({ min: 0, max: 4 }) })),
  sanctionsCarried: deed("sanctionsCarried", fc.record({ standing: fc.record({ member: who, muted: fc.boolean(), mutedUntilMs: untilMs, warnings: fc.integer({ min: 1, max: 3 }) }) })),
  messageHeld: deed("messageHeld", fc.record({ held })),
  heldEdited: deed("heldEdited", fc.record({ hold, text })),
  heldDeclined: deed("heldDeclined", fc.record({ holds: fc.array(hold, { minLength: 1, maxLength: 2 }), reason: text })),
  rephraseAsked: deed("rephraseAsked", fc.record({ hold, reason: text })),
  doorChanged: deed("doorChanged", fc.record({ locked: fc.boolean() })),
  controlsChanged: deed("controlsChanged", fc.record({ controls })),
  sideOpened: deed("sideOpened", fc.record({ side: fc.record({ member: who, staff: by }) })),
  sideEnded: deed("sideEnded", fc.record({ member: who })),
  sideSpoke: deed("sideSpoke", fc.record({ member: who, author: by })),
  backstageSaid: deed("backstageSaid", fc.record({ said: fc.record({ author: by, text, atMs: fc.constant(7n) }) })),
  personNoted: deed("personNoted", fc.record({ note: fc.record({ member: who, text: fc.constantFrom("", "quiet tonight"), by, untilMs }) })),
  handedOver: deed("handedOver", fc.record({ packet: fc.record({ from: by, text }) })),
  checkedOut: deed("checkedOut", fc.record({ member: who, leaving: fc.constantFrom(Leaving.LIGHTER, Leaving.HEAVIER), text })),
  takenOver: deed("takenOver", fc.record({ takenBy: by })),
  alertRaised: deed("alertRaised", fc.record({ alert: raised })),
  alertClaimed: deed("alertClaimed", fc.record({ alert, owner: fc.constantFrom(0, 5, 6), accepted: fc.boolean() })),
  alertClimbed: deed("alertClimbed", fc.record({ alert, rung: fc.constantFrom(AlertRung.CO_FACILITATOR, AlertRung.ON_CALL) })),
  alertClosed: deed("alertClosed", fc.record({ alert, outcome: fc.constantFrom(AlertOutcome.TALKED, AlertOutcome.SANCTION), note: text })),
  glassBroken: deed("glassBroken", fc.record({ reason: text, untilMs })),
};

const quiet = new Set<StaffBody["case"]>(["wordsPurged"]); // everything is gone after it: rarely
export const staff_deeds: fc.Arbitrary<StaffBody[]> = fc.array(
  fc.oneof(
    ...Object.entries(each_deed).map(([name, arbitrary]) => ({
      weight: quiet.has(name as StaffBody["case"]) ? 1 : 6,
      arbitrary,
    })),
  ),
  { maxLength: 60 },
);

const seen_by_the_circle = new Set<string>([
  "said", "retracted", "messageHidden", "messageShown", "handRaised", "floorGiven", "handsRequiredSet", "memberLeft", "memberJoined",
  "phaseChanged", "wordsPurged",
]);

// Events as staff get them. What staff took back comes with its words, the server knows them; and it never tells of a
// message that is not there.
export function staffLogOf(room: string, deeds: readonly StaffBody[]): Event[] {
  let circle = 0n;
  const said = new Map<bigint, string>();
  let ended = false;
  return deeds.map((body, index) => {
    const event = create(EventSchema, { room, position: BigInt(index + 1), atMs: BigInt(index), by: 5 + (index % 2), body });
    if (event.body.case === "phaseChanged") ended = event.body.value.phase === Phase.CLOSED;
    if (event.body.case === "wordsPurged" && ended && event.body.value.words < WordClass.SET_ASIDE) said.clear();
    if (event.body.case === "messageHidden" && !said.has(event.body.value.number)) event.body = { case: undefined };
    if (seen_by_the_circle.has(body.case)) event.number = ++circle;
    if (event.body.case === "said") said.set(event.number, event.body.value.text);
    if (event.body.case === "retracted") {
      const numbers = event.body.value.numbers.filter((one) => said.has(one));
      event.body.value.numbers = numbers;
      event.body.value.kept = numbers.map((one) => create(SetAsideSchema, { number: one, text: said.get(one) ?? "" }));
    }
    return event;
  });
}

export function staffSnapshot(room: string, log: readonly Event[]): Snapshot {
  const people = [1, 2, 3, 4].map((member) => create(PersonSchema, { member, name: `name ${member}`, present: true }));
  const snapshot = create(SnapshotSchema, { room, phase: Phase.OPEN, people, controls: create(RoomControlsSchema) });
  for (const event of log) {
    enact(snapshot, event);
    snapshot.through = event.position;
  }
  return snapshot;
}

function sanctionOf(snapshot: Snapshot, member: number): Sanction {
  const known = snapshot.sanctions.find((one) => one.member === member);
  if (known !== undefined) return known;
  const made = create(SanctionSchema, { member });
  snapshot.sanctions.push(made);
  return made;
}

function enact(snapshot: Snapshot, event: Event): void {
  const { body } = event;
  const message = (wanted: bigint) => snapshot.messages.find((one) => one.number === wanted);
  const person = (wanted: number) => snapshot.people.find((one) => one.member === wanted);
  switch (body.case) {
    case "said":
      snapshot.messages.push(create(MessageSchema, { number: event.number, author: body.value.author, text: body.value.text }));
      if (body.value.hold !== 0) decide(snapshot, [body.value.hold]);
      return;
    case "retracted":
      for (const one of body.value.numbers) Object.assign(message(one) ?? {}, { text: "", retracted: true, hidden: false });
      for (const one of body.value.kept) Object.assign(message(one.number) ?? {}, { text: one.text });
      return;
    case "messageHidden":
      Object.assign(message(body.value.number) ?? {}, { hidden: true });
      return;
    case "messageShown":
      Object.assign(message(body.value.number) ?? {}, { hidden: false });
      return;
    case "handRaised":
      Object.assign(person(body.value.member) ?? {}, {
        handRaised: body.value.raised,
        hand: body.value.raised ? event.number : 0n,
      });
      return;
    case "floorGiven":
      snapshot.floor = body.value.member;
      Object.assign(person(body.value.member) ?? {}, { handRaised: false, hand: 0n });
      return;
    case "handsRequiredSet":
      Object.assign(snapshot, { handsRequired: body.value.on, floor: 0 });
      return;
    case "memberLeft":
      Object.assign(person(body.value.member) ?? {}, { present: false, handRaised: false, hand: 0n });
      return;
    case "phaseChanged":
      snapshot.phase = body.value.phase;
      return;
    case "wordsPurged":
      if (snapshot.phase === Phase.CLOSED) forget(snapshot, body.value.words);
      return;
    case "messageHeld":
      if (body.value.held !== undefined) snapshot.held.push(create(HeldSchema, body.value.held));
      return;
    case "heldEdited":
      for (const one of snapshot.held) {
        if (one.hold === body.value.hold) Object.assign(one, { text: body.value.text, rephraseAsked: false });
      }
      return;
    case "heldDeclined":
      decide(snapshot, body.value.holds);
      return;
    case "rephraseAsked":
      for (const one of snapshot.held) if (one.hold === body.value.hold) one.rephraseAsked = true;
      return;
    case "alertRaised":
      if (body.value.alert === undefined) return;
      if (body.value.alert.kind === AlertKind.HELD) {
        for (const one of snapshot.held) if (one.hold === body.value.alert.hold) one.overdue = true;
      }
      snapshot.alerts.push(create(AlertSchema, body.value.alert));
      return;
    case "alertClaimed":
      for (const one of snapshot.alerts) {
        const { alert: number_, owner, accepted } = body.value;
        if (one.alert !== number_) continue;
        Object.assign(one, { owner, accepted });
        if (!accepted) Object.assign(one, { rung: AlertRung.FACILITATOR, climbedAtMs: 0n });
      }
      return;
    case "alertClimbed":
      for (const one of snapshot.alerts) {
        if (one.alert === body.value.alert) Object.assign(one, { rung: body.value.rung, climbedAtMs: event.atMs });
      }
      return;
    case "alertClosed":
      for (const one of snapshot.alerts) {
        const { alert: number_, outcome, note } = body.value;
        if (one.alert === number_) Object.assign(one, { closed: true, outcome, note });
      }
      return;
    default:
      enactForTeam(snapshot, event);
  }
}

function forget(snapshot: Snapshot, words: WordClass): void {
  if (words === WordClass.SET_ASIDE) {
    for (const one of snapshot.messages) if (one.retracted) one.text = "";
    return;
  }
  if (words !== WordClass.TALK) Object.assign(snapshot, { alerts: [], notes: [] });
  if (words === WordClass.REPORT) return;
  Object.assign(snapshot, { messages: [], waiting: [], checkOuts: [], held: [], sides: [], backstage: [] });
  delete snapshot.handOver;
  for (const one of snapshot.sanctions) one.reason = "";
  snapshot.alerts = snapshot.alerts.filter((one) => one.words !== "" || one.note !== "");
  for (const one of snapshot.alerts) one.closed = true;
}

function enactForTeam(snapshot: Snapshot, { body, by: actor }: Event): void {
  switch (body.case) {
    case "memberWarned":
      sanctionOf(snapshot, body.value.member).warnings += 1;
      break;
    case "memberMuted": {
      const one = sanctionOf(snapshot, body.value.member);
      Object.assign(one, { muted: true, mutedUntilMs: body.value.untilMs });
      if (!one.removed) Object.assign(one, { reason: body.value.reason, by: actor });
      break;
    }
    case "memberUnmuted":
      Object.assign(sanctionOf(snapshot, body.value.member), { muted: false, mutedUntilMs: 0n });
      break;
    case "memberRemoved":
    case "memberBanned": {
      if (body.case === "memberRemoved" && body.value.mayReturn) return;
      const { member, untilMs: until, reason } = body.value;
      const banned = body.case === "memberBanned";
      Object.assign(sanctionOf(snapshot, member), { removed: true, removedUntilMs: until, reason, by: actor, banned });
      break;
    }
    case "sanctionsCarried": {
      if (body.value.standing === undefined) return;
      const { member, muted, mutedUntilMs, warnings } = body.value.standing;
      snapshot.sanctions = snapshot.sanctions.filter((one) => one.member !== member);
      snapshot.sanctions.push(create(SanctionSchema, { member, muted, mutedUntilMs, warnings }));
      break;
    }
    case "banLifted":
      if (body.value.member === 0) return;
      Object.assign(sanctionOf(snapshot, body.value.member), { removed: false, removedUntilMs: 0n, banned: false });
      break;
    case "memberReadmitted":
      Object.assign(sanctionOf(snapshot, body.value.member), { removed: false, removedUntilMs: 0n, banned: false });
      break;
    case "waitBegan":
      if (body.value.person === undefined) return;
      snapshot.waiting = snapshot.waiting.filter((one) => one.waiting !== body.value.person?.waiting);
      snapshot.waiting.push(create(WaitingPersonSchema, body.value.person));
      break;
    case "waitRenamed":
      for (const one of snapshot.waiting) if (one.waiting === body.value.waiting) one.name = body.value.name;
      break;
    case "waitEnded":
      snapshot.waiting = snapshot.waiting.filter((one) => one.waiting !== body.value.waiting);
      break;
    case "memberJoined":
      snapshot.waiting = snapshot.waiting.filter((one) => one.waiting !== body.value.waited);
      break;
    case "doorChanged":
      if (snapshot.controls !== undefined) snapshot.controls.doorLocked = body.value.locked;
      break;
    case "controlsChanged":
      snapshot.controls = create(RoomControlsSchema, body.value.controls);
      break;
    case "sideOpened":
      if (body.value.side === undefined) return;
      snapshot.sides = snapshot.sides.filter((one) => one.member !== body.value.side?.member);
      snapshot.sides.push(create(SideSchema, body.value.side));
      break;
    case "sideEnded":
      snapshot.sides = snapshot.sides.filter((one) => one.member !== body.value.member);
      break;
    case "backstageSaid":
      if (body.value.said !== undefined) snapshot.backstage.push(create(BackstageSchema, body.value.said));
      break;
    case "personNoted":
      if (body.value.note === undefined) return;
      snapshot.notes = snapshot.notes.filter((one) => one.member !== body.value.note?.member);
      if (body.value.note.text !== "") snapshot.notes.push(create(PersonNoteSchema, body.value.note));
      break;
    case "checkedOut":
      snapshot.checkOuts = snapshot.checkOuts.filter((one) => one.member !== body.value.member);
      snapshot.checkOuts.push(create(CheckedOutSchema, body.value));
      break;
    case "handedOver":
      snapshot.handOver = create(HandOverSchema, body.value.packet);
      break;
    case "takenOver":
      if (snapshot.handOver !== undefined) snapshot.handOver.takenBy = body.value.takenBy;
      break;
    default:
      break;
  }
  snapshot.sanctions = snapshot.sanctions.filter((one) => one.muted || one.removed || one.warnings > 0);
}

function decide(snapshot: Snapshot, holds: readonly number[]): void {
  snapshot.held = snapshot.held.filter((one) => !holds.includes(one.hold));
  for (const one of snapshot.alerts) {
    if (one.closed || one.kind !== AlertKind.HELD || !holds.includes(one.hold)) continue;
    Object.assign(one, { closed: true, outcome: AlertOutcome.NO_ACTION });
  }
}
