// Who waits in a lobby, over all the rooms on the desk, and whom the one key lets in: whoever has waited longest.
import type { Waiting } from "../room/staff_view";
import type { Order } from "./actions";
import type { QueueRoom } from "./queue";

export interface LobbyOf {
  readonly room: string;
  readonly waiting: readonly Waiting[];
}

export function lobbies(rooms: readonly QueueRoom[]): LobbyOf[] {
  return rooms.map(({ room, staff }) => ({ room, waiting: staff.waiting })).filter(({ waiting }) => waiting.length > 0);
}

// Two quick presses let in two: who has been asked for already is on her way.
export function admitLongest(rooms: readonly QueueRoom[], unanswered: readonly Order[] = []): Order[] {
  const asked = (room: string, number: number) =>
    unanswered.some((one) => one.room === room && one.command.is === "admitWaiting" && one.command.waiting === number);
  const all = lobbies(rooms).flatMap(({ room, waiting }) => waiting.map((one) => ({ room, ...one })));
  const longest = all.filter((one) => !asked(one.room, one.waiting)).sort((a, b) => a.sinceMs - b.sinceMs)[0];
  return longest === undefined ? [] : [admit(longest.room, longest.waiting)];
}

export function admitEveryone(rooms: readonly QueueRoom[]): Order[] {
  return lobbies(rooms).map(({ room }) => admitAll(room));
}

export function admit(room: string, waiting: number): Order {
  return { room, command: { is: "admitWaiting", waiting } };
}

export function admitAll(room: string): Order {
  return { room, command: { is: "admitAll" } };
}
