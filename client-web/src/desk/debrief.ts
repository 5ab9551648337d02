// After a red alert that she took is closed, one card for herself. What she has put away does not come back; nothing is
// counted, and nobody else is told.
import { AlertLevel } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { QueueRoom } from "./queue";

export interface Debrief {
  readonly key: string;
  readonly room: string;
}

const put_away_key = "debriefed";

// The newest of hers; null when there is none, or it was put away.
export function debriefOf(rooms: readonly QueueRoom[], putAway: readonly string[]): Debrief | null {
  const hers = rooms.flatMap(({ room, me, staff }) =>
    staff.alerts
      .filter(({ level, owner, closed }) => closed && level === AlertLevel.RED && me !== 0 && owner === me)
      .map(({ alert, atMs }) => ({ key: `${room} ${alert} ${atMs}`, room, atMs })),
  );
  const left = hers.filter(({ key }) => !putAway.includes(key)).sort((a, b) => b.atMs - a.atMs)[0];
  return left === undefined ? null : { key: left.key, room: left.room };
}

// Kept in this tab, and dropped with everything else at quick exit.
export function readPutAway(): string[] {
  return (sessionStorage.getItem(put_away_key) ?? "").split("\n").filter((key) => key !== "");
}

export function keepPutAway(keys: readonly string[]): void {
  sessionStorage.setItem(put_away_key, keys.join("\n"));
}
