// How many red alerts she has taken in these meetings: what she carries herself, told to her alone. Nothing is stored.
import { AlertLevel } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { QueueRoom } from "./queue";

export function redAlertsTaken(rooms: readonly QueueRoom[]): number {
  const hers = ({ me, staff }: QueueRoom) =>
    staff.alerts.filter((alert) => alert.level === AlertLevel.RED && alert.owner === me && me !== 0).length;
  return rooms.reduce((sum, room) => sum + hers(room), 0);
}
