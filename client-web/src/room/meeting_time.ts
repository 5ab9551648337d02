// How a meeting stands with its planned time: gathering before it begins, near its end, or past it. Told from the plan and the
// clock, so that who comes back late reads the same as who was there.
import { Phase } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { RoomView } from "./view";

export type MeetingTime = "gathering" | "on" | "soon" | "last" | "over";

export const soon_ms = 15 * 60_000;
export const last_ms = 5 * 60_000;

export function meetingTime(view: RoomView, serverNowMs: number): MeetingTime {
  const { phase, gathering, endsAtMs } = view;
  if (phase !== Phase.OPEN && phase !== Phase.PAUSED) return "on";
  if (gathering) return "gathering";
  if (endsAtMs === 0) return "on";
  const left = endsAtMs - serverNowMs;
  if (left <= 0) return "over";
  if (left <= last_ms) return "last";
  return left <= soon_ms ? "soon" : "on";
}

// When that changes next by the clock alone; null when it does not.
export function nextChangeMs(view: RoomView, serverNowMs: number): number | null {
  const { endsAtMs } = view;
  if (endsAtMs === 0) return null;
  return [endsAtMs - soon_ms, endsAtMs - last_ms, endsAtMs].find((moment) => moment > serverNowMs) ?? null;
}
