// An alert and a held message with everything that a test does not care about.
import {
  AlertKind,
  AlertLevel,
  AlertOutcome,
  AlertRung,
  Feeling,
  HoldCause,
} from "../../src/protocol/generated/nightlight/wire/v1/room_pb";
import type { Alert, Held } from "../../src/room/staff_view";

export const alert = (number: number, part: Partial<Alert> = {}): Alert => ({
  alert: number, kind: AlertKind.WORRY, level: AlertLevel.AMBER, atMs: number, about: 2, by: 0, number: 0, hold: 0,
  words: "", rule: "", category: "", spans: [], feeling: Feeling.UNSPECIFIED, owner: 0, closed: false,
  outcome: AlertOutcome.UNSPECIFIED, note: "", accepted: (part.owner ?? 0) !== 0, rung: AlertRung.FACILITATOR,
  climbedAtMs: 0, ...part,
});
export const held = (hold: number, part: Partial<Held> = {}): Held => ({
  hold, author: 3, atMs: hold, text: `held ${hold}`, replyTo: 0, contentNote: "", cause: HoldCause.NEWCOMER, rule: "",
  rephraseAsked: false, overdue: false, ...part,
});
