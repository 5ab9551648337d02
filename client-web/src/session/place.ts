// Her place: the half of the session token that the page keeps, and who she is under it. In this tab only, unless she
// asked to keep it on this phone. The other half is a cookie no page can read; either half alone opens nothing.
import type { Role } from "../protocol/generated/nightlight/wire/v1/room_pb";

export interface Place {
  pageHalf: string;
  name: string;
  role: Role;
  room: string; // the room her invitation opens; empty for staff
  listening: boolean; // how she chose to come in
}

const place_key = "place";
const link_key = "link";

export function readPlace(): Place | null {
  for (const store of [sessionStorage, localStorage]) {
    const text = store.getItem(place_key);
    if (text === null) continue;
    try {
      return JSON.parse(text) as Place;
    } catch {
      store.removeItem(place_key);
    }
  }
  return null;
}

export function keepPlace(place: Place, onThisPhone: boolean): void {
  forgetPlace();
  (onThisPhone ? localStorage : sessionStorage).setItem(place_key, JSON.stringify(place));
}

// Keeps it where it was kept before.
export function changePlace(place: Place): void {
  keepPlace(place, isOnThisPhone());
}

// Where she asked her place to be kept; what else is hers on this phone is kept beside it.
export function placeStore(): Storage {
  return localStorage.getItem(place_key) === null ? sessionStorage : localStorage;
}

export function isOnThisPhone(): boolean {
  return placeStore() === localStorage;
}

export function forgetPlace(): void {
  sessionStorage.removeItem(place_key);
  localStorage.removeItem(place_key);
}

// The invitation that is being looked at, so that a reload before entering does not send her back to her messages.
export function readLink(): string {
  return sessionStorage.getItem(link_key) ?? "";
}

export function keepLink(secret: string): void {
  if (secret === "") sessionStorage.removeItem(link_key);
  else sessionStorage.setItem(link_key, secret);
}
