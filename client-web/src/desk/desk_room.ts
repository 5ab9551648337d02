// One room on a moderator's desk: what the team knows of it, her side rooms in it, and what was done while she was there.
// Pure; desk.ts feeds it the frames that the room's own connection brings.
import type { ServerFrame } from "../protocol/generated/nightlight/wire/v1/chat_pb";
import type { Event } from "../protocol/generated/nightlight/wire/v1/event_pb";
import type { Notice } from "../protocol/generated/nightlight/wire/v1/notice_pb";
import { AlertLevel, type RoomControls } from "../protocol/generated/nightlight/wire/v1/room_pb";
import { foldStaff, staffRoomOf, withEarlierWords } from "../room/staff_fold";
import type { StaffRoom } from "../room/staff_view";
import { withDoing, type Doing } from "./doings";

export interface SideLine {
  readonly author: number;
  readonly text: string;
  readonly atMs: number;
}

export interface DeskState {
  readonly staff: StaffRoom | null; // null: she has not come in yet
  readonly newest: number; // the newest message
  readonly met: number; // how much the team had said when she came
  readonly talks: ReadonlyMap<number, readonly SideLine[]>; // her own side rooms, by member
  readonly doings: readonly Doing[];
  readonly lockdown: { readonly by: number; readonly atMs: number } | null; // who and when
  readonly glass: { readonly by: number; readonly reason: string; readonly untilMs: number } | null;
}

export const empty_desk_state: DeskState = {
  staff: null,
  newest: 0,
  met: 0,
  talks: new Map(),
  doings: [],
  lockdown: null,
  glass: null,
};

export function heard(state: DeskState, { body }: ServerFrame): DeskState {
  switch (body.case) {
    case "joined": // her side rooms are told again
      return { ...state, talks: new Map() };
    case "snapshot": {
      const newest = Number(body.value.messages.at(-1)?.number ?? 0n);
      const met = state.staff === null ? body.value.backstage.length : state.met;
      const lockdown = lockdownIn(body.value.controls);
      return { ...state, staff: staffRoomOf(body.value), newest, met, doings: [], lockdown, glass: null };
    }
    case "event":
      return happened(state, body.value);
    case "history":
      return state.staff === null ? state : { ...state, staff: withEarlierWords(state.staff, body.value) };
    case "notice":
      return { ...state, talks: talked(state.talks, body.value) };
    default:
      return state;
  }
}

function lockdownIn(controls: RoomControls | undefined): DeskState["lockdown"] {
  if (controls === undefined || !controls.lockdown) return null;
  return { by: controls.lockdownBy, atMs: Number(controls.lockdownAtMs) };
}

// The level of an alert that this frame raises; nothing when it raises none, or tells of it again.
export function raisedBy(state: DeskState, { body }: ServerFrame): AlertLevel {
  if (body.case !== "event" || body.value.body.case !== "alertRaised") return AlertLevel.UNSPECIFIED;
  const fresh = state.staff !== null && Number(body.value.position) === state.staff.through + 1;
  return fresh ? (body.value.body.value.alert?.level ?? AlertLevel.UNSPECIFIED) : AlertLevel.UNSPECIFIED;
}

function happened(state: DeskState, event: Event): DeskState {
  const { staff } = state;
  if (staff === null) return state;
  const next = foldStaff(staff, event);
  if (next === staff) return state;
  const newest = event.body.case === "said" ? Number(event.number) : state.newest;
  const { by } = event;
  const atMs = Number(event.atMs);
  const lockdown = !next.controls.lockdown ? null : staff.controls.lockdown ? state.lockdown : { by, atMs };
  return {
    ...state,
    staff: next,
    newest,
    lockdown,
    glass: glassAfter(state, event),
    doings: withDoing(state.doings, event, staff, newest),
  };
}

function glassAfter({ glass }: DeskState, { body, by }: Event): DeskState["glass"] {
  if (body.case === "glassBroken") return { by, reason: body.value.reason, untilMs: Number(body.value.untilMs) };
  return body.case === "memberLeft" && body.value.member === glass?.by ? null : glass;
}

function talked(talks: DeskState["talks"], { body }: Notice): DeskState["talks"] {
  const next = new Map(talks);
  switch (body.case) {
    case "sideRoom": {
      const { member, said } = body.value;
      next.set(
        member,
        said.map(({ author, text, atMs }) => ({ author, text, atMs: Number(atMs) })),
      );
      return next;
    }
    case "sideSaid": {
      const { member, author, text, atMs } = body.value;
      next.set(member, [...(next.get(member) ?? []), { author, text, atMs: Number(atMs) }]);
      return next;
    }
    case "sideClosed":
      next.delete(body.value.member);
      return next;
    default:
      return talks;
  }
}
