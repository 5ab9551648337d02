// The one thing to say above the room about how it stands, and whether she can write. Which words to use for it is the
// screens' business.
import { Phase } from "../protocol/generated/nightlight/wire/v1/room_pb";
import type { Conversation } from "./conversation";
import { isStaff } from "./view";

export type Status =
  | "connecting"
  | "reconnecting"
  | "offline"
  | "draining"
  | "waiting_for_staff"
  | "scheduled"
  | "lobby"
  | "paused"
  | "paused_staff_absent"
  | "closed"
  | "live";

export function statusOf({ link, view, lobby, draining, turnedAway }: Conversation, online: boolean): Status {
  if (draining !== null) return "draining";
  if (link.at === "knocking") return turnedAway?.code === "room_not_open" ? "scheduled" : "waiting_for_staff";
  if (link.at === "lobby") return "lobby";
  if (link.at !== "live" || view === null) {
    if (!online) return "offline";
    return view === null && lobby === null ? "connecting" : "reconnecting";
  }
  switch (view.phase) {
    case Phase.SCHEDULED:
      return "scheduled";
    case Phase.PAUSED:
      return view.pauseCause === "staff_absent" ? "paused_staff_absent" : "paused";
    case Phase.CLOSED:
      return "closed";
    case Phase.OPEN:
    case Phase.UNSPECIFIED:
      return "live";
  }
}

// She is present and has chosen not to write; before she is in, what she wishes to be.
export function isListening({ view, me, listening }: Conversation): boolean {
  return view?.people.get(me)?.listening ?? listening;
}

// Where the group takes turns, whether it is hers to write now. A round comes before hands.
export function hasTurn({ view, me, role }: Conversation): boolean {
  if (view !== null && view.round !== null) return isStaff(role) || view.round.turn === me;
  return view === null || !view.handsRequired || isStaff(role) || view.floor === me;
}
