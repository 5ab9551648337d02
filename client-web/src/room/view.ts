// What a phone knows of a room: a value, made from a snapshot and the events after it. fold.ts makes it; the screens
// read it. It holds nothing about the connection and nothing that is only true for a moment.
import type { Beside } from "./beside";
import type { Phase, Reaction, Role } from "../protocol/generated/nightlight/wire/v1/room_pb";

export interface Person {
  readonly member: number;
  readonly name: string;
  readonly role: Role;
  readonly listening: boolean;
  readonly present: boolean;
  readonly hand: number; // where it was raised: who asked first is first; 0 while it is down
}

export interface Message {
  readonly number: number;
  readonly author: number;
  readonly atMs: number;
  readonly text: string;
  readonly replyTo: number;
  readonly retracted: boolean;
  readonly retractionReason: string;
  readonly reactions: readonly Reacted[];
  readonly contentNote: string; // what its author says it touches; empty for none
  readonly hidden: boolean; // the team looks at it first
}

export interface Reacted {
  readonly reaction: Reaction;
  readonly members: readonly number[];
}

// Staff only.
export interface Sanction {
  readonly muted: boolean;
  readonly mutedUntilMs: number; // 0: until the meeting ends
  readonly removed: boolean;
  readonly removedUntilMs: number;
}

// Everybody is asked in turn.
export interface Round {
  readonly question: string; // empty: none was asked
  readonly turn: number; // whose it is
}

// A question that is open. What she has chosen is hers and stands beside the view (poll.ts).
export interface Poll {
  readonly number: number; // its event's: what answers name it by
  readonly question: string;
  readonly answers: readonly string[];
  readonly answered: number; // staff only: so many have
}

export interface RoomView {
  readonly room: string;
  readonly epoch: string;
  // The last number folded in, in this client's own numbering: circle numbers for a member, positions for staff.
  readonly through: number;
  readonly title: string;
  readonly phase: Phase;
  readonly pauseCause: string;
  readonly slowModeSeconds: number;
  readonly people: ReadonlyMap<number, Person>;
  readonly messages: readonly Message[]; // in order of number
  readonly hasEarlier: boolean;
  readonly handsRequired: boolean; // only who has the floor may write
  readonly floor: number; // 0: nobody has it
  readonly prompt: string; // pinned above the talk; empty: nothing is
  readonly round: Round | null;
  readonly poll: Poll | null;
  readonly startsAtMs: number; // on the server's clock; 0: nothing is planned
  readonly endsAtMs: number; // as it is now, with what was added
  readonly gathering: boolean; // the planned beginning has not come
  readonly beside: Beside; // staff only
  readonly doorLocked: boolean;
  readonly sanctions: ReadonlyMap<number, Sanction>;
}

export function messageAt(view: RoomView, number: number): Message | undefined {
  let low = 0;
  let high = view.messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = view.messages[middle];
    if (found === undefined || found.number >= number) high = middle;
    else low = middle + 1;
  }
  const candidate = view.messages[low];
  return candidate?.number === number ? candidate : undefined;
}

export function messagesOf(view: RoomView, author: number): Message[] {
  return view.messages.filter((message) => message.author === author);
}

export function lastNumber(view: RoomView): number {
  return view.messages.at(-1)?.number ?? 0;
}

export function isStaff(role: Role): boolean {
  // ROLE_UNSPECIFIED and ROLE_MEMBER have no powers; every other role works here.
  return role > 1;
}

// Facilitators, moderators and admins change a room's rules; on-call staff help in a room that others look after.
export function looksAfterRooms(role: Role): boolean {
  return role === 2 || role === 3 || role === 5;
}

// Facilitators and admins plan meetings.
export function mayPlan(role: Role): boolean {
  return role === 2 || role === 5;
}
