// Folding: a snapshot becomes a view, and each event makes the next view. Total: it never refuses an event, and it
// ignores what it does not know. The law that is tested: snapshot(n) and the events after n give what all events give.
import type { HistoryPage, Snapshot } from "../protocol/generated/nightlight/wire/v1/chat_pb";
import { WordClass, type Event, type Said } from "../protocol/generated/nightlight/wire/v1/event_pb";
import {
  Phase,
  type Message as WireMessage,
  type Person as WirePerson,
  type Poll as WirePoll,
  type Reaction,
  type Round as WireRound,
} from "../protocol/generated/nightlight/wire/v1/room_pb";
import { alone, besideAfter, besideOf } from "./beside";
import type { Message, Person, Poll, Reacted, RoomView, Round, Sanction } from "./view";

export function emptyView(room: string, epoch: string): RoomView {
  return {
    room,
    epoch,
    through: 0,
    title: "",
    phase: Phase.SCHEDULED,
    pauseCause: "",
    slowModeSeconds: 0,
    people: new Map(),
    messages: [],
    hasEarlier: false,
    handsRequired: false,
    floor: 0,
    prompt: "",
    round: null,
    poll: null,
    startsAtMs: 0,
    endsAtMs: 0,
    gathering: false,
    beside: alone,
    doorLocked: false,
    sanctions: new Map(),
  };
}

export function viewOf(snapshot: Snapshot): RoomView {
  return {
    room: snapshot.room,
    epoch: snapshot.epoch,
    through: Number(snapshot.through),
    title: snapshot.title,
    phase: snapshot.phase,
    pauseCause: "",
    slowModeSeconds: snapshot.slowModeSeconds,
    people: new Map(snapshot.people.map((person) => [person.member, personOf(person)])),
    messages: snapshot.messages.map(messageOf),
    hasEarlier: snapshot.hasEarlier,
    handsRequired: snapshot.handsRequired,
    floor: snapshot.floor,
    prompt: snapshot.prompt,
    round: roundOf(snapshot.round),
    poll: pollOf(snapshot.poll),
    startsAtMs: Number(snapshot.startsAtMs),
    endsAtMs: Number(snapshot.endsAtMs),
    gathering: snapshot.gathering,
    beside: besideOf(snapshot.beside),
    doorLocked: snapshot.doorLocked,
    sanctions: new Map(
      snapshot.sanctions.filter(({ muted, removed }) => muted || removed).map((sanction) => [
        sanction.member,
        {
          muted: sanction.muted,
          mutedUntilMs: Number(sanction.mutedUntilMs),
          removed: sanction.removed,
          removedUntilMs: Number(sanction.removedUntilMs),
        },
      ]),
    ),
  };
}

// Where the event stands in this client's own numbering.
export function placeOf(event: Event, staff: boolean): number {
  return Number(staff ? event.position : event.number);
}

export function fold(view: RoomView, event: Event, staff: boolean): RoomView {
  const beside = besideAfter(view.beside, event);
  return { ...view, ...change(view, event, staff), beside, through: placeOf(event, staff) };
}

// A new meeting in the same room: other people, other numbers for them, nothing said yet. Only a snapshot tells it all.
export function beginsMeeting(view: RoomView, { body }: Event): boolean {
  if (body.case !== "phaseChanged" || body.value.phase !== Phase.OPEN) return false;
  return view.phase === Phase.SCHEDULED || view.phase === Phase.CLOSED;
}

// Older messages, asked for by hand.
export function withEarlier(view: RoomView, page: HistoryPage): RoomView {
  const first = view.messages[0]?.number ?? Infinity;
  const older = page.messages.map(messageOf).filter((message) => message.number < first);
  return { ...view, messages: [...older, ...view.messages], hasEarlier: page.hasEarlier };
}

// A member's wire carries no words of a hidden message; staff keep reading them.
function change(view: RoomView, event: Event, staff: boolean): Partial<RoomView> {
  const { body } = event;
  switch (body.case) {
    case "said":
      return { messages: [...view.messages, saidMessage(event, body.value)] };
    case "reacted": {
      const { number, member, reaction, withdrawn } = body.value;
      return changeMessages(view, new Set([Number(number)]), (message) =>
        message.retracted ? message : { ...message, reactions: react(message.reactions, reaction, member, withdrawn) },
      );
    }
    case "retracted": {
      const { reason } = body.value;
      return changeMessages(view, new Set(body.value.numbers.map(Number)), (message) => ({
        ...message,
        text: "",
        retracted: true,
        retractionReason: reason,
        reactions: [],
        contentNote: "",
        hidden: false,
      }));
    }
    case "messageHidden":
      return changeMessages(view, new Set([Number(body.value.number)]), (message) =>
        message.retracted ? message : { ...message, hidden: true, ...(staff ? {} : { text: "", contentNote: "" }) },
      );
    case "messageShown": {
      const { number, text, contentNote } = body.value;
      return changeMessages(view, new Set([Number(number)]), (message) =>
        message.retracted ? message : { ...message, hidden: false, text, contentNote },
      );
    }
    case "memberJoined":
      return body.value.person === undefined ? {} : changePeople(view, personOf(body.value.person));
    case "memberLeft":
      return changePerson(view, body.value.member, { present: false, hand: 0 });
    case "listeningChanged":
      return changePerson(view, body.value.member, { listening: body.value.listening });
    case "handRaised":
      return changePerson(view, body.value.member, { hand: body.value.raised ? Number(event.number) : 0 });
    case "floorGiven":
      return { ...changePerson(view, body.value.member, { hand: 0 }), floor: body.value.member };
    case "handsRequiredSet":
      return { handsRequired: body.value.on, floor: 0 };
    case "promptPinned":
      return { prompt: body.value.text };
    case "roundBegan":
      return { round: roundOf(body.value.round) };
    case "turnGiven":
      return view.round === null ? {} : { round: { ...view.round, turn: body.value.member } };
    case "roundEnded":
      return { round: null };
    case "pollBegan":
      return { poll: pollOf(body.value.poll) };
    case "pollEnded":
      return { poll: null };
    case "circleBegan":
      return { gathering: false };
    case "meetingExtended":
      return { endsAtMs: Number(body.value.endsAtMs) };
    case "slowModeSet":
      return { slowModeSeconds: body.value.seconds };
    case "phaseChanged":
      return {
        phase: body.value.phase,
        pauseCause: body.value.cause,
        ...(body.value.phase === Phase.CLOSED ? { prompt: "", round: null, poll: null } : {}),
      };
    case "wordsPurged": {
      // An earlier meeting's purge comes while the next one is open, and is nothing to it.
      if (view.phase !== Phase.CLOSED || !goesWithTheTalk(body.value.words)) return {};
      return purged(view, Number(body.value.through));
    }
    default:
      return changeForStaff(view, event);
  }
}

function changeForStaff(view: RoomView, { body }: Event): Partial<RoomView> {
  switch (body.case) {
    case "memberMuted": {
      const { member, untilMs } = body.value;
      return changeSanction(view, member, { muted: true, mutedUntilMs: Number(untilMs) });
    }
    case "memberUnmuted":
      return changeSanction(view, body.value.member, { muted: false, mutedUntilMs: 0 });
    case "memberRemoved":
    case "memberBanned": {
      const { member, untilMs } = body.value; // that she left is an event of its own
      if (body.case === "memberRemoved" && body.value.mayReturn) return {};
      return changeSanction(view, member, { removed: true, removedUntilMs: Number(untilMs) });
    }
    case "sanctionsCarried":
    case "standingNoted": {
      const { standing } = body.value;
      if (standing === undefined) return {};
      return changeSanction(view, standing.member, { muted: standing.muted, mutedUntilMs: Number(standing.mutedUntilMs) });
    }
    case "banLifted":
    case "memberReadmitted":
      return changeSanction(view, body.value.member, { removed: false, removedUntilMs: 0 });
    case "pollAnswered":
      return view.poll === null ? {} : { poll: { ...view.poll, answered: body.value.answered } };
    case "doorChanged":
      return { doorLocked: body.value.locked };
    case "controlsChanged":
      return { doorLocked: body.value.controls?.doorLocked === true };
    default:
      return {};
  }
}

const none: Sanction = { muted: false, mutedUntilMs: 0, removed: false, removedUntilMs: 0 };

function changeSanction(view: RoomView, member: number, part: Partial<Sanction>): Partial<RoomView> {
  const next = { ...(view.sanctions.get(member) ?? none), ...part };
  const sanctions = new Map(view.sanctions);
  if (next.muted || next.removed) sanctions.set(member, next);
  else sanctions.delete(member);
  return { sanctions };
}

// The team's own words have times of their own; a class that is newer than this client is rather taken for everything.
function goesWithTheTalk(words: WordClass): boolean {
  return words !== WordClass.SET_ASIDE && words !== WordClass.REPORT;
}

function purged(view: RoomView, through: number): Partial<RoomView> {
  return {
    messages: view.messages.filter((message) => message.number > through),
    people: new Map([...view.people].map(([member, person]) => [member, { ...person, name: "" }])),
  };
}

function changePeople(view: RoomView, person: Person): Partial<RoomView> {
  return { people: new Map(view.people).set(person.member, person) };
}

function changePerson(view: RoomView, member: number, part: Partial<Person>): Partial<RoomView> {
  const person = view.people.get(member);
  return person === undefined ? {} : changePeople(view, { ...person, ...part });
}

function changeMessages(
  view: RoomView,
  numbers: ReadonlySet<number>,
  next: (message: Message) => Message,
): Partial<RoomView> {
  return { messages: view.messages.map((message) => (numbers.has(message.number) ? next(message) : message)) };
}

function react(
  reactions: readonly Reacted[],
  reaction: Reaction,
  member: number,
  withdrawn: boolean,
): readonly Reacted[] {
  const before = reactions.find((entry) => entry.reaction === reaction)?.members ?? [];
  const without = before.filter((other) => other !== member);
  const members = withdrawn ? without : [...without, member].sort((a, b) => a - b);
  const others = reactions.filter((entry) => entry.reaction !== reaction);
  const all = members.length === 0 ? others : [...others, { reaction, members }];
  return all.sort((a, b) => a.reaction - b.reaction);
}

function roundOf(round: WireRound | undefined): Round | null {
  return round === undefined ? null : { question: round.question, turn: round.turn };
}

function pollOf(poll: WirePoll | undefined): Poll | null {
  if (poll === undefined) return null;
  const { number, question, answers, answered } = poll;
  return { number: Number(number), question, answers, answered };
}

function personOf({ member, name, role, listening, present, hand }: WirePerson): Person {
  return { member, name, role, listening, present, hand: Number(hand) };
}

function saidMessage({ number, atMs }: Event, { author, text, replyTo, retracted, contentNote, hidden }: Said): Message {
  return {
    number: Number(number),
    author,
    atMs: Number(atMs),
    text: retracted ? "" : text,
    replyTo: Number(replyTo),
    retracted,
    retractionReason: "",
    reactions: [],
    contentNote: retracted ? "" : contentNote,
    hidden: hidden && !retracted,
  };
}

function messageOf(message: WireMessage): Message {
  const reactions = message.reactions
    .filter((entry) => entry.members.length > 0)
    .map((entry) => ({ reaction: entry.reaction, members: [...entry.members].sort((a, b) => a - b) }))
    .sort((a, b) => a.reaction - b.reaction);
  return {
    number: Number(message.number),
    author: message.author,
    atMs: Number(message.atMs),
    text: message.retracted ? "" : message.text,
    replyTo: Number(message.replyTo),
    retracted: message.retracted,
    retractionReason: message.retractionReason,
    reactions,
    contentNote: message.retracted ? "" : message.contentNote,
    hidden: message.hidden && !message.retracted,
  };
}
