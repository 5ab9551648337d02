// Folding what only the team sees; what everyone sees is fold.ts's. Total, like that: it never refuses an event and
// ignores what it does not know. The law that is tested: snapshot(n) and the events after n give what all events give.
import type { HistoryPage, Snapshot } from "../protocol/generated/nightlight/wire/v1/chat_pb";
import { WordClass, type AlertClaimed, type Event } from "../protocol/generated/nightlight/wire/v1/event_pb";
import {
  AlertKind,
  AlertOutcome,
  AlertRung,
  Phase,
  type Alert as WireAlert,
  type Message as WireMessage,
} from "../protocol/generated/nightlight/wire/v1/room_pb";
import { standingOf, type Alert, type Held, type StaffRoom, type Standing, type Waiting } from "./staff_view";
import { alertOf, checkOutOf, controlsOf, heldOf, open_controls, rungOf, standingFrom, waitingOf } from "./staff_wire";

export const empty_staff_room: StaffRoom = {
  through: 0,
  phase: Phase.SCHEDULED,
  controls: open_controls,
  waiting: [],
  held: [],
  alerts: [],
  sides: new Map(),
  notes: new Map(),
  backstage: [],
  handOver: null,
  checkOuts: new Map(),
  standings: new Map(),
  hidden: new Set(),
  words: new Map(),
  setAside: new Set(),
};

export function staffRoomOf(snapshot: Snapshot): StaffRoom {
  const { handOver } = snapshot;
  return {
    through: Number(snapshot.through),
    phase: snapshot.phase,
    controls: controlsOf(snapshot.controls),
    waiting: snapshot.waiting.map(waitingOf),
    held: snapshot.held.map(heldOf),
    alerts: snapshot.alerts.map(alertOf),
    sides: new Map(snapshot.sides.map((side) => [side.member, side.staff])),
    notes: new Map(
      snapshot.notes.map(({ member, text, by, untilMs }) => [member, { text, by, untilMs: Number(untilMs) }]),
    ),
    backstage: snapshot.backstage.map(({ author, text, atMs }) => ({ author, text, atMs: Number(atMs) })),
    handOver: handOver === undefined ? null : { from: handOver.from, text: handOver.text, takenBy: handOver.takenBy },
    checkOuts: new Map(snapshot.checkOuts.map((one) => [one.member, checkOutOf(one)])),
    standings: new Map(snapshot.sanctions.map((sanction) => [sanction.member, standingFrom(sanction)])),
    hidden: new Set(snapshot.messages.filter((message) => message.hidden).map((message) => Number(message.number))),
    words: withWords(new Map(), snapshot.messages),
    setAside: new Set(setAsideIn(snapshot.messages)),
  };
}

// An event that has been folded already, or before which one is missing, changes nothing: the connection mends that.
export function foldStaff(room: StaffRoom, event: Event): StaffRoom {
  const place = Number(event.position);
  if (place !== room.through + 1) return room;
  return { ...room, ...change(room, event), through: place };
}

export function withEarlierWords(room: StaffRoom, page: HistoryPage): StaffRoom {
  const hidden = page.messages.filter((message) => message.hidden).map((message) => Number(message.number));
  return {
    ...room,
    words: withWords(room.words, page.messages),
    hidden: new Set([...room.hidden, ...hidden]),
    setAside: new Set([...room.setAside, ...setAsideIn(page.messages)]),
  };
}

function change(room: StaffRoom, event: Event): Partial<StaffRoom> {
  const { body } = event;
  switch (body.case) {
    case "said": {
      const number = Number(event.number);
      const { text, hold, hidden } = body.value;
      return {
        words: text === "" ? room.words : new Map(room.words).set(number, text),
        hidden: hidden ? new Set(room.hidden).add(number) : room.hidden,
        ...(hold === 0 ? {} : decided(room, [hold])),
      };
    }
    case "retracted": {
      const words = new Map(room.words);
      const hidden = new Set(room.hidden);
      for (const number of body.value.numbers) {
        words.delete(Number(number));
        hidden.delete(Number(number));
      }
      const setAside = new Set(room.setAside);
      for (const { number, text } of body.value.kept) {
        if (text === "") continue;
        words.set(Number(number), text);
        setAside.add(Number(number));
      }
      return { words, hidden, setAside };
    }
    case "messageHidden":
      return { hidden: new Set(room.hidden).add(Number(body.value.number)) };
    case "messageShown": {
      const hidden = new Set(room.hidden);
      hidden.delete(Number(body.value.number));
      return { hidden };
    }
    case "phaseChanged":
      return { phase: body.value.phase };
    case "waitBegan":
    case "waitRenamed":
    case "waitEnded":
    case "memberJoined":
      return { waiting: changeOfWaiting(room.waiting, event) };
    case "wordsPurged":
      return room.phase === Phase.CLOSED ? purged(room, body.value.words) : {};
    default:
      return changeOfStanding(room, event) ?? changeOfHeld(room, event) ?? changeOfTeam(room, event);
  }
}

function changeOfWaiting(waiting: readonly Waiting[], { body }: Event): readonly Waiting[] {
  switch (body.case) {
    case "waitBegan": {
      const { person } = body.value;
      return person === undefined ? waiting : [...without(waiting, person.waiting), waitingOf(person)];
    }
    case "waitRenamed": {
      const { waiting: number, name } = body.value;
      return waiting.map((one) => (one.waiting === number ? { ...one, name } : one));
    }
    case "waitEnded":
      return without(waiting, body.value.waiting);
    case "memberJoined":
      return without(waiting, body.value.waited);
    default:
      return waiting;
  }
}

function without(waiting: readonly Waiting[], number: number): readonly Waiting[] {
  return waiting.filter((one) => one.waiting !== number);
}

function changeOfStanding(room: StaffRoom, { body, by }: Event): Partial<StaffRoom> | null {
  switch (body.case) {
    case "memberWarned": {
      const { member, warnings } = body.value;
      const known = standingOf(room, member).warnings;
      return withStanding(room, member, { warnings: warnings === 0 ? known + 1 : warnings });
    }
    case "memberMuted": {
      const { member, untilMs, reason } = body.value;
      return withStanding(room, member, { mute: { untilMs: Number(untilMs), reason, by } });
    }
    case "memberUnmuted":
      return withStanding(room, body.value.member, { mute: null });
    case "memberRemoved": {
      const { member, untilMs, reason, mayReturn } = body.value;
      if (mayReturn) return {};
      return withStanding(room, member, { removal: { untilMs: Number(untilMs), reason, by }, banned: false });
    }
    case "memberBanned": {
      const { member, untilMs, reason } = body.value;
      return withStanding(room, member, { removal: { untilMs: Number(untilMs), reason, by }, banned: true });
    }
    case "sanctionsCarried":
    case "standingNoted": {
      const { standing } = body.value;
      return standing === undefined ? {} : { standings: new Map(room.standings).set(standing.member, standingFrom(standing)) };
    }
    case "banLifted":
      if (body.value.member === 0) return {};
      return withStanding(room, body.value.member, { removal: null, banned: false });
    case "memberReadmitted":
      return withStanding(room, body.value.member, { removal: null, banned: false });
    default:
      return null;
  }
}

function changeOfHeld(room: StaffRoom, { body }: Event): Partial<StaffRoom> | null {
  switch (body.case) {
    case "messageHeld":
      return body.value.held === undefined ? {} : { held: [...room.held, heldOf(body.value.held)] };
    case "heldEdited": {
      const { hold, text } = body.value;
      return { held: changed(room.held, hold, { text, rephraseAsked: false }) };
    }
    case "heldDeclined":
      return decided(room, body.value.holds);
    case "rephraseAsked":
      return { held: changed(room.held, body.value.hold, { rephraseAsked: true }) };
    default:
      return null;
  }
}

function changeOfTeam(room: StaffRoom, { body, atMs }: Event): Partial<StaffRoom> {
  switch (body.case) {
    case "doorChanged":
      return { controls: { ...room.controls, doorLocked: body.value.locked } };
    case "controlsChanged":
      return { controls: controlsOf(body.value.controls) };
    case "sideOpened": {
      const { side } = body.value;
      return side === undefined ? {} : { sides: new Map(room.sides).set(side.member, side.staff) };
    }
    case "sideEnded": {
      const sides = new Map(room.sides);
      sides.delete(body.value.member);
      return { sides };
    }
    case "backstageSaid": {
      const { said } = body.value;
      if (said === undefined) return {};
      return { backstage: [...room.backstage, { author: said.author, text: said.text, atMs: Number(said.atMs) }] };
    }
    case "personNoted": {
      const { note } = body.value;
      if (note === undefined) return {};
      const notes = new Map(room.notes);
      notes.delete(note.member);
      if (note.text !== "") notes.set(note.member, { text: note.text, by: note.by, untilMs: Number(note.untilMs) });
      return { notes };
    }
    case "handedOver": {
      const { packet } = body.value;
      return packet === undefined ? {} : { handOver: { from: packet.from, text: packet.text, takenBy: 0 } };
    }
    case "checkedOut": {
      return { checkOuts: new Map(room.checkOuts).set(body.value.member, checkOutOf(body.value)) };
    }
    case "takenOver":
      return room.handOver === null ? {} : { handOver: { ...room.handOver, takenBy: body.value.takenBy } };
    case "alertRaised": {
      const { alert } = body.value;
      return alert === undefined
        ? {}
        : { alerts: [...room.alerts, alertOf(alert)], held: madeOverdue(room.held, alert) };
    }
    case "alertClaimed":
      return { alerts: changedAlert(room.alerts, body.value.alert, taken(body.value)) };
    case "alertClimbed": {
      const { alert, rung } = body.value;
      return { alerts: changedAlert(room.alerts, alert, { rung: rungOf(rung), climbedAtMs: Number(atMs) }) };
    }
    case "alertClosed": {
      const { alert, outcome, note } = body.value;
      return { alerts: changedAlert(room.alerts, alert, { closed: true, outcome, note }) };
    }
    default:
      return {};
  }
}

function purged(room: StaffRoom, words: WordClass): Partial<StaffRoom> {
  const { alerts, notes } = empty_staff_room;
  switch (words) {
    case WordClass.SET_ASIDE:
      return withoutSetAside(room);
    case WordClass.REPORT:
      return { alerts, notes };
    case WordClass.TALK:
      return withoutTalk(room);
    case WordClass.EVERYTHING:
      break;
  }
  return { ...withoutTalk(room), alerts, notes };
}

function withoutSetAside({ words, setAside }: StaffRoom): Partial<StaffRoom> {
  return {
    words: new Map([...words].filter(([number]) => !setAside.has(number))),
    setAside: empty_staff_room.setAside,
  };
}

// What is left of the list are its words: nobody is called to it any more.
function withoutTalk(room: StaffRoom): Partial<StaffRoom> {
  const wordless = new Map<number, Standing>();
  for (const [member, standing] of room.standings) {
    const mute = standing.mute === null ? null : { ...standing.mute, reason: "" };
    const removal = standing.removal === null ? null : { ...standing.removal, reason: "" };
    wordless.set(member, { ...standing, mute, removal });
  }
  const alerts = room.alerts
    .filter(({ words, note }) => words !== "" || note !== "")
    .map((one) => ({ ...one, closed: true }));
  const { waiting, held, sides, backstage, handOver, checkOuts, hidden, words, setAside } = empty_staff_room;
  return { waiting, held, alerts, sides, backstage, handOver, checkOuts, hidden, words, setAside, standings: wordless };
}

function withStanding(room: StaffRoom, member: number, part: Partial<Standing>): Partial<StaffRoom> {
  const next = { ...standingOf(room, member), ...part };
  const standings = new Map(room.standings);
  if (next.mute === null && next.removal === null && next.warnings === 0) standings.delete(member);
  else standings.set(member, next);
  return { standings };
}

function setAsideIn(messages: readonly WireMessage[]): number[] {
  return messages.filter(({ retracted, text }) => retracted && text !== "").map(({ number }) => Number(number));
}

function withWords(words: ReadonlyMap<number, string>, messages: readonly WireMessage[]): ReadonlyMap<number, string> {
  const next = new Map(words);
  for (const { number, text } of messages) if (text !== "") next.set(Number(number), text);
  return next;
}

// However they were decided, nobody is called to them any more.
function decided({ held, alerts }: StaffRoom, holds: readonly number[]): Partial<StaffRoom> {
  const called = ({ kind, hold, closed }: Alert) => !closed && kind === AlertKind.HELD && holds.includes(hold);
  return {
    held: held.filter((one) => !holds.includes(one.hold)),
    alerts: alerts.map((one) => (called(one) ? { ...one, closed: true, outcome: AlertOutcome.NO_ACTION } : one)),
  };
}

function changed(held: readonly Held[], hold: number, part: Partial<Held>): readonly Held[] {
  return held.map((one) => (one.hold === hold ? { ...one, ...part } : one));
}

function madeOverdue(held: readonly Held[], { kind, hold }: WireAlert): readonly Held[] {
  return kind === AlertKind.HELD ? changed(held, hold, { overdue: true }) : held;
}

function changedAlert(alerts: readonly Alert[], number: number, part: Partial<Alert>): readonly Alert[] {
  return alerts.map((one) => (one.alert === number ? { ...one, ...part } : one));
}

// Handed on, it begins to climb anew.
function taken({ owner, accepted }: AlertClaimed): Partial<Alert> {
  return accepted ? { owner, accepted } : { owner, accepted, rung: AlertRung.FACILITATOR, climbedAtMs: 0 };
}
