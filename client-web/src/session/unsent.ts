// Words that have not been acknowledged, and the ones still being written, kept in this tab across a reload.
import type { Entry, Outbox } from "../room/outbox";

const outbox_key = (room: string) => `unsent:${room}`;
const draft_key = (room: string) => `draft:${room}`;

export function readUnsent(room: string): Outbox {
  try {
    return JSON.parse(sessionStorage.getItem(outbox_key(room)) ?? "[]") as Entry[];
  } catch {
    return [];
  }
}

export function keepUnsent(room: string, outbox: Outbox): void {
  if (outbox.length === 0) sessionStorage.removeItem(outbox_key(room));
  else sessionStorage.setItem(outbox_key(room), JSON.stringify(outbox));
}

export function readDraft(room: string): string {
  return sessionStorage.getItem(draft_key(room)) ?? "";
}

export function keepDraft(room: string, text: string): void {
  if (text === "") sessionStorage.removeItem(draft_key(room));
  else sessionStorage.setItem(draft_key(room), text);
}
