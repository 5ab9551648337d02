// What a moderator can do about the item or person she looks at: which actions make sense, what each has to be asked
// before it acts, the commands it becomes, and how it is undone.
import type { StaffCommand } from "../protocol/staff_command";
import { AlertOutcome } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { Item } from "./queue";

export type Action =
  | "claim"
  | "hand"
  | "close"
  | "release"
  | "decline"
  | "rephrase"
  | "retract"
  | "retractAll"
  | "retractRange"
  | "hide"
  | "show"
  | "warn"
  | "mute"
  | "remove"
  | "ban"
  | "lift"
  | "side"
  | "note"
  | "floor"
  | "lockdown";

// In the order of the screen, where a phone has room for the first seven; the letter is the same on every item.
export const letters: Readonly<Record<Action, string>> = {
  claim: "c",
  close: "e",
  release: "r",
  decline: "d",
  rephrase: "p",
  side: "s",
  mute: "m",
  warn: "w",
  retract: "x",
  hide: "h",
  show: "h",
  hand: "o",
  note: "n",
  retractAll: "a",
  retractRange: "i",
  remove: "v",
  ban: "b",
  lift: "u",
  floor: "f",
  lockdown: "l",
};

// What the actions are about.
export interface Target {
  readonly room: string;
  readonly me: number;
  readonly item: Item | null;
  readonly member: number; // 0: nobody
  readonly sanctionable: boolean; // a member, and not of the team
  readonly number: number; // a message; 0: none
  readonly newest: number; // the newest message of the room
  readonly wrote: boolean; // words of hers may stand in the room
  readonly hidden: boolean;
  readonly retracted: boolean;
  readonly muted: boolean;
  readonly keptOut: boolean; // removed or banned
  readonly present: boolean;
  readonly aside: boolean; // in a side room already
  readonly burst: boolean; // many came in at once
  readonly lockedDown: boolean;
  readonly handsRequired: boolean;
  readonly team: readonly number[]; // the others of the team who are here
  readonly marked: readonly { room: string; hold: number }[]; // held messages chosen together
}

export interface Order {
  readonly room: string;
  readonly command: StaffCommand;
}

export function possible(target: Target): Action[] {
  const { item, marked } = target;
  if (marked.length > 0) return ["release", "decline"];
  const held = item?.held ?? null;
  const alert = item?.alert ?? null;
  const can: Record<Action, boolean> = {
    claim: alert !== null && (alert.owner !== target.me || !alert.accepted),
    hand: alert !== null,
    close: alert !== null && held?.overdue !== true,
    release: held !== null,
    decline: held !== null,
    rephrase: held !== null && !held.rephraseAsked,
    mute: target.sanctionable,
    warn: target.sanctionable,
    retract: target.number !== 0 && !target.retracted,
    hide: target.number !== 0 && !target.retracted && !target.hidden,
    show: target.number !== 0 && !target.retracted && target.hidden,
    side: target.sanctionable && target.present && !target.aside,
    note: target.sanctionable,
    retractAll: target.sanctionable && target.wrote,
    retractRange: target.number !== 0,
    remove: target.sanctionable && !target.keptOut,
    ban: target.sanctionable,
    lift: target.sanctionable && (target.muted || target.keptOut),
    floor: target.handsRequired && target.present && target.member !== 0,
    lockdown: target.burst && !target.lockedDown,
  };
  return (Object.keys(letters) as Action[]).filter((action) => can[action]);
}

// How many choices come first, which one is taken without asking (0: one must be chosen), and what may be written.
export interface Question {
  readonly choices: number;
  readonly preset: number;
  readonly writes: "reason" | "note" | "nothing";
}

export const mute_seconds = [300, 0, 86_400, 28 * 86_400] as const;
export const other_length = mute_seconds.length + 1; // the choice of a mute whose length is typed
export const ban_seconds = [86_400, 7 * 86_400, 28 * 86_400] as const;
export const removals = [
  { seconds: 0, mayReturn: true },
  { seconds: 0, mayReturn: false },
  { seconds: 86_400, mayReturn: false },
  { seconds: 28 * 86_400, mayReturn: false },
] as const;
export const outcomes = [
  AlertOutcome.TALKED,
  AlertOutcome.ESCALATED,
  AlertOutcome.NO_ACTION,
  AlertOutcome.SANCTION,
  AlertOutcome.FOLLOW_UP,
] as const;

// Null: it acts at once.
export function questionOf(action: Action, target: Target): Question | null {
  switch (action) {
    case "mute":
      return { choices: mute_seconds.length, preset: 1, writes: "reason" };
    case "remove":
      return { choices: removals.length, preset: 1, writes: "reason" };
    case "ban":
      return { choices: ban_seconds.length, preset: 0, writes: "reason" };
    case "close":
      return { choices: outcomes.length, preset: 0, writes: "note" };
    case "hand":
      return { choices: target.team.length + 1, preset: 0, writes: "nothing" };
    case "warn":
    case "retract":
    case "retractAll":
    case "retractRange":
    case "decline":
    case "rephrase":
      return { choices: 0, preset: 0, writes: "reason" };
    case "note":
      return { choices: 0, preset: 0, writes: "note" };
    case "claim":
    case "release":
    case "hide":
    case "show":
    case "lift":
    case "side":
    case "floor":
    case "lockdown":
      return null;
  }
}

// `choice` counts from 1. What was written is what she reads, or a note for the team. `other` is the other end of a range,
// `typed` the seconds of a length that is not in the list.
export function ordersOf(
  action: Action,
  target: Target,
  choice: number,
  written: string,
  other = 0,
  typed = 0,
): Order[] {
  const { room, member, number, item } = target;
  const alert = item?.alert?.alert ?? 0;
  const hold = item?.held?.hold ?? 0;
  const here = (command: StaffCommand): Order[] => [{ room, command }];
  switch (action) {
    case "claim":
      return here({ is: "claimAlert", alert });
    case "hand":
      return here({ is: "handAlert", alert, to: target.team[choice - 1] ?? 0 });
    case "close":
      return here({ is: "closeAlert", alert, outcome: outcomes[choice - 1] ?? AlertOutcome.NO_ACTION, note: written });
    case "release":
    case "decline":
      return decided(action, target, written);
    case "rephrase":
      return here({ is: "askRephrase", hold, reason: written });
    case "mute":
      return here({ is: "muteMember", member, seconds: muteOf(choice, typed), reason: written });
    case "warn":
      return here({ is: "warnMember", member, reason: written });
    case "retract":
      return here({ is: "retractMessage", number, reason: written });
    case "retractAll":
      return here({ is: "retractAllOf", member, reason: written });
    case "retractRange": {
      const { first, last } = rangeOf(number, other);
      return here({ is: "retractRange", first, last, reason: written });
    }
    case "hide":
      return here({ is: "hideMessage", number });
    case "show":
      return here({ is: "showMessage", number });
    case "side":
      return here({ is: "openSide", member });
    case "note":
      return here({ is: "notePerson", member, text: written });
    case "remove":
      return here({ is: "removeMember", member, reason: written, ...(removals[choice - 1] ?? removals[0]) });
    case "ban":
      return here({ is: "banMember", member, seconds: ban_seconds[choice - 1] ?? ban_seconds[0], reason: written });
    case "lift":
      return [
        ...(target.muted ? here({ is: "unmuteMember", member }) : []),
        ...(target.keptOut ? here({ is: "readmitMember", member }) : []),
      ];
    case "floor":
      return here({ is: "giveFloor", member });
    case "lockdown":
      return here({ is: "setLockdown", on: true });
  }
}

function muteOf(choice: number, typed: number): number {
  return choice === other_length && typed > 0 ? typed : (mute_seconds[choice - 1] ?? mute_seconds[0]);
}

// Both ends included, whichever way it was chosen.
export function rangeOf(one: number, other: number): { first: number; last: number } {
  return { first: Math.min(one, other), last: Math.max(one, other) };
}

// What takes it back; null where nothing does.
export function undoOf({ room, command }: Order): Order | null {
  switch (command.is) {
    case "muteMember":
      return { room, command: { is: "unmuteMember", member: command.member } };
    case "removeMember":
      return command.mayReturn ? null : { room, command: { is: "readmitMember", member: command.member } };
    case "banMember":
      return { room, command: { is: "readmitMember", member: command.member } };
    case "hideMessage":
      return { room, command: { is: "showMessage", number: command.number } };
    case "showMessage":
      return { room, command: { is: "hideMessage", number: command.number } };
    case "setLockdown":
      return { room, command: { is: "setLockdown", on: !command.on } };
    default:
      return null;
  }
}

// One command for each room. The alert that a late one carried is closed with it, by the room.
function decided(action: "release" | "decline", target: Target, reason: string): Order[] {
  const { item, room, marked } = target;
  const one = item?.held == null ? [] : [{ room, hold: item.held.hold }];
  const chosen = marked.length > 0 ? marked : one;
  return [...new Set(chosen.map((each) => each.room))].map((name): Order => {
    const holds = chosen.filter((each) => each.room === name).map((each) => each.hold);
    return {
      room: name,
      command: action === "release" ? { is: "releaseHeld", holds } : { is: "declineHeld", holds, reason },
    };
  });
}
