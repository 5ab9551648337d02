// What the team knows of a room beside what everyone sees: a value, made by staff_fold.ts from a snapshot and the events
// after it. It holds nothing about the connection.
import type {
  AlertKind,
  AlertLevel,
  AlertOutcome,
  AlertRung,
  Feeling,
  HoldCause,
  HoldMode,
  Leaving,
  Phase,
} from "../protocol/generated/nightlight/wire/v1/room_pb";

export interface Controls {
  readonly doorLocked: boolean;
  readonly invitationsClosed: boolean;
  readonly lockdown: boolean;
  readonly listeningDefault: boolean;
  readonly hold: HoldMode;
  readonly holdFirst: number;
  readonly lobby: boolean; // whoever is new waits to be let in
}

// In the lobby. Numbered apart from the members, in the order of coming.
export interface Waiting {
  readonly waiting: number;
  readonly name: string;
  readonly listening: boolean;
  readonly sinceMs: number;
}

export interface Held {
  readonly hold: number;
  readonly author: number;
  readonly atMs: number;
  readonly text: string;
  readonly replyTo: number;
  readonly contentNote: string;
  readonly cause: HoldCause;
  readonly rule: string;
  readonly rephraseAsked: boolean;
  readonly overdue: boolean;
}

export interface Alert {
  readonly alert: number;
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  readonly atMs: number;
  readonly about: number; // 0: nobody in particular
  readonly by: number; // 0: the room itself
  readonly number: number; // the message, or
  readonly hold: number; // the held one; 0: neither
  readonly words: string;
  readonly rule: string;
  readonly category: string;
  readonly spans: readonly Span[];
  readonly feeling: Feeling;
  readonly owner: number; // 0: nobody yet
  readonly closed: boolean;
  readonly outcome: AlertOutcome;
  readonly note: string;
  readonly accepted: boolean; // by its owner; while it is not, it climbs
  readonly rung: AlertRung;
  readonly climbedAtMs: number; // 0: it has not climbed
}

// In UTF-16 code units, as JavaScript counts.
export interface Span {
  readonly begin: number;
  readonly end: number;
}

// A mute, or being kept out. `untilMs` 0: until the meeting ends.
export interface Term {
  readonly untilMs: number;
  readonly reason: string;
  readonly by: number;
}

export interface Standing {
  readonly mute: Term | null;
  readonly removal: Term | null;
  readonly banned: boolean;
  readonly warnings: number;
}

export interface PersonNote {
  readonly text: string;
  readonly by: number;
  readonly untilMs: number;
}

export interface BackstageLine {
  readonly author: number;
  readonly text: string;
  readonly atMs: number;
}

// How the evening left her, and what she wants the team to know.
export interface CheckOut {
  readonly leaving: Leaving;
  readonly text: string;
  readonly firstTime: boolean; // she had not been here before
}

export interface HandOver {
  readonly from: number;
  readonly text: string;
  readonly takenBy: number; // 0: nobody has signed for it yet
}

export interface StaffRoom {
  readonly through: number; // a position
  readonly phase: Phase;
  readonly controls: Controls;
  readonly waiting: readonly Waiting[]; // who came first stands first
  readonly held: readonly Held[]; // oldest first
  readonly alerts: readonly Alert[]; // in order of number, closed ones too
  readonly sides: ReadonlyMap<number, number>; // member → the one of the team
  readonly notes: ReadonlyMap<number, PersonNote>;
  readonly backstage: readonly BackstageLine[];
  readonly handOver: HandOver | null;
  readonly checkOuts: ReadonlyMap<number, CheckOut>;
  readonly standings: ReadonlyMap<number, Standing>;
  readonly hidden: ReadonlySet<number>; // messages set aside for now
  // What the team may read of each message: for those taken back only for as long as the short-lived copy is kept.
  readonly words: ReadonlyMap<number, string>;
  readonly setAside: ReadonlySet<number>; // those of them
}

export const no_standing: Standing = { mute: null, removal: null, banned: false, warnings: 0 };

export function standingOf(room: StaffRoom, member: number): Standing {
  return room.standings.get(member) ?? no_standing;
}

export function inForce(term: Term | null, serverNowMs: number): term is Term {
  return term !== null && (term.untilMs === 0 || serverNowMs < term.untilMs);
}
