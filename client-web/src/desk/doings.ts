// What the team did, as lines: who, what, and which item of the queue it was about. So two who act at once see one
// outcome and whose it was. Only for those who were there: no snapshot tells it.
import type { Event } from "../protocol/generated/nightlight/wire/v1/event_pb";
import type { AlertOutcome, HoldMode } from "../protocol/generated/nightlight/wire/v1/room_pb";
import { alertKey, heldKey } from "./queue";
import type { StaffRoom } from "../room/staff_view";

export type Deed =
  | {
      is: "released" | "declined" | "rephrase" | "warned" | "banned" | "readmitted" | "sideOpened" | "sideEnded" | "admitted";
      member: number;
    }
  | { is: "hidden" | "shown" | "claimed" | "handedOver" | "takenOver" | "controls" | "handedBack" }
  | { is: "lockdown"; on: boolean }
  | { is: "hold"; mode: HoldMode }
  | { is: "closed"; outcome: AlertOutcome }
  | { is: "handed"; to: number }
  | { is: "glass"; reason: string; untilMs: number };

export interface Doing {
  readonly key: string;
  readonly atMs: number;
  readonly by: number; // 0: the room itself
  readonly after: number; // it stands after the message with this number
  readonly about: readonly string[]; // keys of queue items
  readonly deed: Deed;
}

const doings_max = 60;

// `before`: the room as it was when this happened.
export function withDoing(doings: readonly Doing[], event: Event, before: StaffRoom, after: number): readonly Doing[] {
  const deed = deedOf(event, before);
  if (deed === null) return doings;
  const key = `doing-${event.position}`;
  const doing = { key, atMs: Number(event.atMs), by: event.by, after, about: aboutOf(event), deed };
  return [...doings, doing].slice(-doings_max);
}

// The newest thing done about an item.
export function lastAbout(doings: readonly Doing[], item: string): Doing | undefined {
  return doings.filter((doing) => doing.about.includes(item)).at(-1);
}

function aboutOf({ room, body }: Event): string[] {
  switch (body.case) {
    case "said":
      return [heldKey(room, body.value.hold)];
    case "heldDeclined":
      return body.value.holds.map((hold) => heldKey(room, hold));
    case "rephraseAsked":
      return [heldKey(room, body.value.hold)];
    case "alertClaimed":
    case "alertClosed":
      return [alertKey(room, body.value.alert)];
    default:
      return [];
  }
}

function deedOf({ body, by }: Event, before: StaffRoom): Deed | null {
  switch (body.case) {
    case "said":
      return body.value.hold === 0 ? null : { is: "released", member: body.value.author };
    case "heldDeclined": {
      const [first] = body.value.holds;
      return { is: "declined", member: before.held.find((held) => held.hold === first)?.author ?? 0 };
    }
    case "rephraseAsked": {
      const { hold } = body.value;
      return { is: "rephrase", member: before.held.find((held) => held.hold === hold)?.author ?? 0 };
    }
    case "memberJoined": {
      const member = body.value.person?.member ?? 0;
      return body.value.waited === 0 || by === 0 || by === member ? null : { is: "admitted", member };
    }
    case "memberWarned":
      return { is: "warned", member: body.value.member };
    case "memberBanned":
      return { is: "banned", member: body.value.member };
    case "banLifted":
      return body.value.member === 0 ? null : { is: "readmitted", member: body.value.member };
    case "memberReadmitted":
      return { is: "readmitted", member: body.value.member };
    case "messageHidden":
      return { is: "hidden" };
    case "messageShown":
      return { is: "shown" };
    case "controlsChanged": {
      const controls = body.value.controls;
      if (controls === undefined) return null;
      if (controls.lockdown !== before.controls.lockdown) return { is: "lockdown", on: controls.lockdown };
      return controls.hold === before.controls.hold ? { is: "controls" } : { is: "hold", mode: controls.hold };
    }
    case "sideOpened":
      return { is: "sideOpened", member: body.value.side?.member ?? 0 };
    case "sideEnded":
      return { is: "sideEnded", member: body.value.member };
    case "handedOver":
      return { is: "handedOver" };
    case "takenOver":
      return { is: "takenOver" };
    case "alertClaimed": {
      const { owner } = body.value;
      if (owner === by) return { is: "claimed" };
      return owner === 0 ? { is: "handedBack" } : { is: "handed", to: owner };
    }
    case "alertClosed":
      return { is: "closed", outcome: body.value.outcome };
    case "glassBroken":
      return { is: "glass", reason: body.value.reason, untilMs: Number(body.value.untilMs) };
    default:
      return null;
  }
}
