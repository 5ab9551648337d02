// The link that brings her back as the same person: told when she keeps a place, kept where her place is kept, and gone
// with it. Whoever has it is she, so it stands in no address for longer than it takes to read it.
import { placeStore } from "./place";

const way_back_key = "way_back";

export function keepWayBack(link: string): void {
  if (link === "") return;
  forgetWayBack();
  placeStore().setItem(way_back_key, link);
}

// Her place may have moved from this tab to this phone meanwhile.
export function readWayBack(): string {
  return sessionStorage.getItem(way_back_key) ?? localStorage.getItem(way_back_key) ?? "";
}

export function wayBackAddress(link: string): string {
  return link === "" ? "" : `${location.origin}/#/back/${encodeURIComponent(link)}`;
}

export function forgetWayBack(): void {
  sessionStorage.removeItem(way_back_key);
  localStorage.removeItem(way_back_key);
}
