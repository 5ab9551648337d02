// One list of everything that waits for somebody of the team, over all the rooms she has open: who needs someone first
// stands first. Pure; what it is called on the screen is the screens' business.
import { AlertKind, AlertLevel } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { Alert, Held, Span, StaffRoom } from "../room/staff_view";

export type Rank = "red" | "amber" | "overdue" | "held" | "soft";

export interface Item {
  readonly key: string;
  readonly room: string;
  readonly rank: Rank;
  readonly atMs: number; // on the server's clock
  readonly member: number; // whom it is about; 0: nobody in particular
  readonly alert: Alert | null;
  readonly held: Held | null;
  readonly number: number; // the message it is about; 0: none
  readonly owner: number; // 0: nobody yet
  readonly elsewhere: boolean; // somebody else has it, and said so
  readonly words: string;
  readonly spans: readonly Span[]; // of `words`: what a rule heard
}

export interface QueueRoom {
  readonly room: string;
  readonly me: number;
  readonly staff: StaffRoom;
}

const ranks: readonly Rank[] = ["red", "amber", "overdue", "held", "soft"];

export function queueOf(rooms: readonly QueueRoom[]): Item[] {
  return rooms.flatMap(itemsOf).sort(before);
}

// What to look at next when the selected one is gone: the one that took its place, or the last.
export function nextKey(items: readonly Item[], gone: string, was: readonly string[]): string {
  const place = was.indexOf(gone);
  const later = was.slice(place + 1).find((key) => items.some((item) => item.key === key));
  return later ?? items.at(-1)?.key ?? "";
}

export function alertKey(room: string, alert: number): string {
  return `${room}/alert-${alert}`;
}

export function heldKey(room: string, hold: number): string {
  return `${room}/held-${hold}`;
}

function before(a: Item, b: Item): number {
  if (a.elsewhere !== b.elsewhere) return a.elsewhere ? 1 : -1;
  return ranks.indexOf(a.rank) - ranks.indexOf(b.rank) || a.atMs - b.atMs || (a.key < b.key ? -1 : 1);
}

function itemsOf({ room, me, staff }: QueueRoom): Item[] {
  const open = staff.alerts.filter((alert) => !alert.closed);
  const late = new Map(open.filter((alert) => alert.kind === AlertKind.HELD).map((alert) => [alert.hold, alert]));
  const waiting = new Set(staff.held.map((held) => held.hold));
  const held = staff.held.map((one) => heldItem(room, me, one, late.get(one.hold) ?? null));
  // A held message that waited too long is one thing to do, not two.
  const alerts = open.filter((alert) => alert.kind !== AlertKind.HELD || !waiting.has(alert.hold));
  return [...held, ...alerts.map((alert) => alertItem(room, me, alert, staff))];
}

function heldItem(room: string, me: number, held: Held, alert: Alert | null): Item {
  const owner = alert?.owner ?? 0;
  return {
    key: heldKey(room, held.hold),
    room,
    rank: held.overdue ? "overdue" : "held",
    atMs: held.atMs,
    member: held.author,
    alert,
    held,
    number: 0,
    owner,
    elsewhere: owner !== 0 && owner !== me && alert?.accepted === true,
    words: held.text,
    spans: [],
  };
}

function alertItem(room: string, me: number, alert: Alert, staff: StaffRoom): Item {
  const held = staff.held.find((one) => one.hold === alert.hold && alert.hold !== 0) ?? null;
  const heard = held?.text ?? staff.words.get(alert.number) ?? alert.words;
  return {
    key: alertKey(room, alert.alert),
    room,
    rank: rankOf(alert),
    atMs: alert.atMs,
    member: alert.about,
    alert,
    held,
    number: alert.number,
    owner: alert.owner,
    elsewhere: alert.owner !== 0 && alert.owner !== me && alert.accepted,
    words: heard,
    spans: alert.spans.filter(({ begin, end }) => begin < end && end <= heard.length),
  };
}

function rankOf({ level, kind }: Alert): Rank {
  if (kind === AlertKind.HELD) return "soft"; // it was decided meanwhile; only the list still has it
  switch (level) {
    case AlertLevel.RED:
      return "red";
    case AlertLevel.AMBER:
      return "amber";
    case AlertLevel.SOFT:
    case AlertLevel.UNSPECIFIED:
      return "soft";
  }
}
