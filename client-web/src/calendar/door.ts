// How one comes into a series, while somebody types it. Empty numbers mean what the organisation has set.
import { create } from "@bufbuild/protobuf";
import { DoorKind, DoorSchema, type Door, type Meeting, type Series } from "../protocol/generated/nightlight/api/v1/plan_pb";

export interface DraftDoor {
  readonly kind: DoorKind;
  readonly code: string; // a new one; "" keeps the one that is there
  readonly hasCode: boolean;
  readonly speaking: number;
  readonly listening: number;
  readonly lateMinutes: number;
}

export type DoorField = "door" | "door_code" | "speaking" | "listening" | "late_entry_minutes";

export const openDoor: DraftDoor = {
  kind: DoorKind.OPEN, code: "", hasCode: false, speaking: 0, listening: 0, lateMinutes: 0,
};
export const people_max = 200;
export const late_max = 480;

export function doorOf({ door }: Series): DraftDoor | null {
  if (door === undefined) return null;
  const { kind, hasCode, speaking, listening, lateEntryMinutes } = door;
  return { kind, code: "", hasCode, speaking, listening, lateMinutes: lateEntryMinutes };
}

export function doorMessage({ kind, code, speaking, listening, lateMinutes }: DraftDoor): Door {
  return create(DoorSchema, { kind, code: code.trim(), speaking, listening, lateEntryMinutes: lateMinutes });
}

// What the server would refuse, said before.
export function gapsIn(door: DraftDoor | null): [DoorField, boolean][] {
  if (door === null) return [];
  const beyond = (value: number, most: number) => !Number.isInteger(value) || value < 0 || value > most;
  const letters = door.code.replace(/[ .-]/g, "");
  const unfit = letters === "" ? !door.hasCode : !/^[a-z0-9]{4,12}$/i.test(letters);
  return [
    ["door_code", door.kind === DoorKind.CODE && unfit],
    ["speaking", beyond(door.speaking, people_max)],
    ["listening", beyond(door.listening, people_max)],
    ["late_entry_minutes", beyond(door.lateMinutes, late_max)],
  ];
}

// What she changed of it since `was`; null leaves theirs as it is.
export function keptDoor(was: DraftDoor | null, mine: DraftDoor | null, theirs: DraftDoor | null): DraftDoor | null {
  return JSON.stringify(was) === JSON.stringify(mine) ? theirs : mine;
}

// Whether she may come in without having asked for a place.
export function takesAnybody({ door, full }: Pick<Meeting, "door" | "full">): boolean {
  return !full && (door === DoorKind.OPEN || door === DoorKind.CODE);
}
