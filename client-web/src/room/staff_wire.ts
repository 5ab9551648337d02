// What the wire says of a room to its team, as the plain values of staff_view.ts. What is newer than this client becomes
// "unspecified" and is still shown.
import {
  AlertKind,
  AlertLevel,
  AlertOutcome,
  AlertRung,
  Feeling,
  HoldCause,
  HoldMode,
  type Alert as WireAlert,
  type Held as WireHeld,
  type RoomControls,
  type Sanction,
  type WaitingPerson,
} from "../protocol/generated/nightlight/wire/v1/room_pb";
import { no_standing, type Alert, type CheckOut, type Controls, type Held, type Standing, type Waiting } from "./staff_view";

export const open_controls: Controls = {
  doorLocked: false,
  invitationsClosed: false,
  lockdown: false,
  listeningDefault: false,
  hold: HoldMode.OFF,
  holdFirst: 0,
  lobby: false,
};

// The wire tells one reason, the newest's: with a removal beside it, why she was muted is not told.
export function standingFrom({
  muted,
  mutedUntilMs,
  removed,
  removedUntilMs,
  banned,
  warnings,
  reason,
  by,
}: Sanction): Standing {
  return {
    ...no_standing,
    mute: muted ? { untilMs: Number(mutedUntilMs), reason: removed ? "" : reason, by: removed ? 0 : by } : null,
    removal: removed ? { untilMs: Number(removedUntilMs), reason, by } : null,
    banned,
    warnings,
  };
}

export function rungOf(rung: AlertRung): AlertRung {
  return rung in AlertRung ? rung : AlertRung.UNSPECIFIED;
}

export function controlsOf(controls: RoomControls | undefined): Controls {
  if (controls === undefined) return open_controls;
  const { doorLocked, invitationsClosed, lockdown, listeningDefault, hold, holdFirst, lobby } = controls;
  return { doorLocked, invitationsClosed, lockdown, listeningDefault, hold, holdFirst, lobby };
}

export function waitingOf({ waiting, name, listening, sinceMs }: WaitingPerson): Waiting {
  return { waiting, name, listening, sinceMs: Number(sinceMs) };
}

export function checkOutOf({ leaving, text, firstTime }: CheckOut): CheckOut {
  return { leaving, text, firstTime };
}

export function heldOf(held: WireHeld): Held {
  const { hold, author, text, contentNote, cause, rule, rephraseAsked, overdue } = held;
  const known = cause in HoldCause ? cause : HoldCause.UNSPECIFIED;
  const times = { atMs: Number(held.atMs), replyTo: Number(held.replyTo) };
  return { hold, author, text, contentNote, cause: known, rule, rephraseAsked, overdue, ...times };
}

export function alertOf(alert: WireAlert): Alert {
  const { about, by, hold, words, rule, category, owner, closed, note, accepted } = alert;
  return {
    alert: alert.alert,
    kind: alert.kind in AlertKind ? alert.kind : AlertKind.UNSPECIFIED,
    level: alert.level in AlertLevel ? alert.level : AlertLevel.AMBER, // newer than this client: rather seen than not
    atMs: Number(alert.atMs),
    about,
    by,
    number: Number(alert.number),
    hold,
    words,
    rule,
    category,
    spans: alert.spans.map(({ begin, end }) => ({ begin, end })),
    feeling: alert.feeling in Feeling ? alert.feeling : Feeling.UNSPECIFIED,
    owner,
    closed,
    outcome: alert.outcome in AlertOutcome ? alert.outcome : AlertOutcome.UNSPECIFIED,
    note,
    accepted,
    rung: rungOf(alert.rung),
    climbedAtMs: Number(alert.climbedAtMs),
  };
}
