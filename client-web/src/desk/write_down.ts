// Alerts of these meetings that she may write down: taken by her, or closed; amber and red. What she wrote down, or does not
// mean to, does not come back. Pure, but for what this tab keeps.
import { AlertLevel } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { Alert } from "../room/staff_view";
import type { QueueRoom } from "./queue";

export interface ToWrite {
  readonly key: string;
  readonly room: string;
  readonly alert: Alert;
  readonly words: string; // what it was about, where the team may still read it
}

const put_away_key = "written_down";
const shown_max = 5;
export const excerpt_max = 500; // code points

// `leads`: she may write down what somebody else had. The newest first.
export function toWrite(rooms: readonly QueueRoom[], leads: boolean, putAway: readonly string[]): ToWrite[] {
  return rooms
    .flatMap(({ room, me, staff }) =>
      staff.alerts
        .filter((alert) => mayWrite(alert, me, leads))
        .map((alert) => ({
          key: `${room} ${alert.alert} ${alert.atMs}`,
          room,
          alert,
          words: staff.words.get(alert.number) ?? alert.words,
        })),
    )
    .filter(({ key }) => !putAway.includes(key))
    .sort((a, b) => b.alert.atMs - a.alert.atMs)
    .slice(0, shown_max);
}

function mayWrite({ level, owner, closed, accepted }: Alert, me: number, leads: boolean): boolean {
  if (me === 0 || level < AlertLevel.AMBER) return false;
  return (closed || accepted) && (owner === me || (closed && (leads || owner === 0)));
}

export function cut(words: string): string {
  return [...words].slice(0, excerpt_max).join("");
}

// Kept in this tab, and dropped with everything else at quick exit.
export function readWritten(): string[] {
  return (sessionStorage.getItem(put_away_key) ?? "").split("\n").filter((key) => key !== "");
}

export function keepWritten(keys: readonly string[]): void {
  sessionStorage.setItem(put_away_key, keys.join("\n"));
}
