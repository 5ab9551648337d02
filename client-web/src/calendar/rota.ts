// The coming weeks as the team looks at them: first the dates that somebody is needed on, then the others, both by time.
import {
  Meeting_Staffing,
  Seat,
  type Cover,
  type Meeting,
} from "../protocol/generated/nightlight/api/v1/plan_pb";

export const rota_days = 28;

export type Gap = "nobody" | "one" | "";

export function gapOf({ staffing }: Pick<Meeting, "staffing">): Gap {
  if (staffing === Meeting_Staffing.NOBODY_LEADS) return "nobody";
  return staffing === Meeting_Staffing.ONE ? "one" : "";
}

export interface Rota {
  readonly needed: readonly Meeting[];
  readonly fine: readonly Meeting[];
}

// `meetings` are by time. What does not take place needs nobody.
export function rotaOf(meetings: readonly Meeting[], nowMs: number): Rota {
  const coming = meetings.filter((one) => !one.cancelled && Number(one.startsAtMs) > nowMs);
  const isNeeded = (one: Meeting) => gapOf(one) !== "" || one.covers.length > 0;
  return { needed: coming.filter(isNeeded), fine: coming.filter((one) => !isNeeded(one)) };
}

export function coverBy({ covers }: Pick<Meeting, "covers">, person: string): Cover | null {
  return covers.find((one) => one.askedBy === person) ?? null;
}

export function mayAsk(meeting: Pick<Meeting, "covers" | "facilitator" | "second">, me: string): boolean {
  const isHers = me !== "" && (meeting.facilitator === me || meeting.second === me);
  return isHers && coverBy(meeting, me) === null;
}

// The second may step up; whoever is on the date already cannot do more than that.
export function mayTake(meeting: Pick<Meeting, "facilitator" | "second">, { seat }: Pick<Cover, "seat">, me: string): boolean {
  if (me === "" || meeting.facilitator === me) return false;
  return meeting.second !== me || seat === Seat.LEAD;
}
