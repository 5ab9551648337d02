// The second room beside a room, as its team knows it. Members are told nothing but what concerns them alone (notices.ts):
// for them nothing of this changes.
import type { Beside as WireBeside } from "../protocol/generated/nightlight/wire/v1/beside_pb";
import type { Event } from "../protocol/generated/nightlight/wire/v1/event_pb";
import { Phase } from "../protocol/generated/nightlight/wire/v1/room_pb";

export interface Beside {
  readonly second: string; // while it is open
  readonly first: string; // when this is the second
  readonly asked: readonly number[]; // over there, without an answer
  readonly over: readonly number[]; // gone there, and not back
  readonly filling: boolean; // so many speak that one may be wanted
}

export const alone: Beside = { second: "", first: "", asked: [], over: [], filling: false };

export function besideOf(beside: WireBeside | undefined): Beside {
  if (beside === undefined) return alone;
  const { second, first, asked, over, filling } = beside;
  return { second, first, asked, over, filling };
}

// The same value when nothing of it changes.
export function besideAfter(before: Beside, { body }: Event): Beside {
  switch (body.case) {
    case "fillingUp":
      return { ...before, filling: true };
    case "secondOpened":
      return { ...before, second: body.value.room, filling: false };
    case "secondClosed":
      return closed(before);
    case "askedOver":
      return { ...before, asked: [...without(before.asked, body.value.member), body.value.member] };
    case "overAnswered": {
      const { member, going } = body.value;
      return { ...before, asked: without(before.asked, member), over: going ? [...before.over, member] : before.over };
    }
    case "calledBack":
      return { ...before, asked: [] };
    case "memberJoined": {
      const member = body.value.person?.member ?? 0;
      return has(before, member) ? { ...before, asked: without(before.asked, member), over: without(before.over, member) } : before;
    }
    case "memberLeft": {
      const { member } = body.value;
      return before.asked.includes(member) ? { ...before, asked: without(before.asked, member) } : before;
    }
    case "phaseChanged":
      return body.value.phase === Phase.CLOSED ? closed(before) : before;
    default:
      return before;
  }
}

function closed(before: Beside): Beside {
  return { ...before, second: "", asked: [], over: [] };
}

function has({ asked, over }: Beside, member: number): boolean {
  return asked.includes(member) || over.includes(member);
}

function without(members: readonly number[], gone: number): readonly number[] {
  return members.filter((member) => member !== gone);
}
