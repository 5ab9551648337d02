// The connection as a machine: a state, what just happened, and what to do about it. No sockets, clocks or timers:
// time and chance are arguments, and a state carries its own deadline, so that one timer outside serves everything.
import type { Verdict } from "../protocol/close_codes";

export type Link =
  | { at: "idle" }
  | { at: "opening"; attempt: number; untilMs: number; errand?: Outside }
  | { at: "greeting"; attempt: number; untilMs: number; errand?: Outside } // hello sent
  | { at: "joining"; attempt: number; untilMs: number } // join sent
  | { at: "knocking"; attempt: number; untilMs: number } // the room said "not yet"; the socket stays open
  | { at: "turned_away" } // the room said no; hers to try again
  | { at: "lobby"; attempt: number; nextPingMs: number; pongByMs: number | null } // somebody of the team lets her in
  | { at: "live"; attempt: number; nextPingMs: number; pongByMs: number | null }
  | { at: "errand"; attempt: number; untilMs: number; errand: Outside } // outside the room, with something to ask
  | { at: "waiting"; attempt: number; untilMs: number; errand?: Outside }
  | { at: "over"; why: "left" | "sign_in" | "removed" | "never" };

// Where she stands while the room is closed to her. She can ask the team to look again from there: a connection that
// joins nothing carries it, and ends.
export type Outside = "turned_away" | "removed";

export type LinkInput =
  | { is: "start" }
  | { is: "opened" }
  | { is: "welcomed" }
  | { is: "lobby" } // not let in yet; the room will say when
  | { is: "joined" }
  | { is: "not_yet"; retryMs: number }
  | { is: "turned_away" }
  | { is: "heard" } // any frame at all: the line is alive
  | { is: "closed"; verdict: Verdict; notBeforeMs: number } // notBeforeMs: from Drain, 0 without
  | { is: "gap" } // a number is missing: resume
  | { is: "wake" } // back online, or back on the screen
  | { is: "greet_again" } // she reads another language now: only a new hello tells
  | { is: "again" } // she pressed "try again"
  | { is: "due" } // the deadline has come
  | { is: "errand" | "errand_done" } // from outside: something to ask; it was answered
  | { is: "place_gone" }
  | { is: "removed" } // staff asked her to leave this room
  | { is: "stop" };

export type LinkAction = "open" | "hello" | "join" | "ping" | "shut" | "check_place";

export interface Pace {
  pingMs: number;
  pongMs: number;
}

export const memberPace: Pace = { pingMs: 20_000, pongMs: 10_000 };
export const staffPace: Pace = { pingMs: 5_000, pongMs: 5_000 };

export const handshake_ms = 10_000;
const errand_ms = 30_000;
const wake_pong_ms = 4_000;
const backoff_first_ms = 500;
const backoff_max_ms = 30_000;
const later_ms = 15_000;
const once_more_ms = 60_000;
// Openings in a row that came to nothing before asking whether the place is still there: a browser does not tell a
// page that its upgrade was answered with 401.
const doubt_after = 2;

export interface Circumstances {
  nowMs: number;
  chance: number; // 0 ≤ chance < 1
  pace: Pace;
}

type Step = { link: Link; actions: LinkAction[] };

export function backoff(attempt: number, chance: number): number {
  const most = Math.min(backoff_max_ms, backoff_first_ms * 2 ** attempt);
  return Math.round(most * (0.5 + chance / 2));
}

export function stepLink(link: Link, input: LinkInput, at: Circumstances): Step {
  switch (input.is) {
    case "start":
      return link.at === "idle" ? open(0, at) : stay(link);
    case "opened":
      if (link.at !== "opening") return stay(link);
      return { link: { ...link, at: "greeting", untilMs: at.nowMs + handshake_ms }, actions: ["hello"] };
    case "welcomed":
      if (link.at !== "greeting") return stay(link);
      if (link.errand !== undefined) {
        return stay({ ...link, at: "errand", errand: link.errand, untilMs: at.nowMs + errand_ms });
      }
      return { link: { ...link, at: "joining", untilMs: at.nowMs + handshake_ms }, actions: ["join"] };
    case "lobby":
      if (link.at !== "joining" && link.at !== "knocking") return stay(link);
      return stay({ at: "lobby", attempt: link.attempt, nextPingMs: at.nowMs + at.pace.pingMs, pongByMs: null });
    case "joined":
      if (link.at !== "joining" && link.at !== "knocking" && link.at !== "lobby") return stay(link);
      // The attempt is forgotten at the first ping only: a server that lets us in and drops us gets our patience.
      return stay({ at: "live", attempt: link.attempt, nextPingMs: at.nowMs + at.pace.pingMs, pongByMs: null });
    case "not_yet":
      if (link.at !== "joining") return stay(link);
      return stay({ at: "knocking", attempt: 0, untilMs: at.nowMs + input.retryMs });
    case "turned_away":
      return link.at === "joining" || link.at === "lobby" ? { link: { at: "turned_away" }, actions: ["shut"] } : stay(link);
    case "heard":
      return isUp(link) ? stay({ ...link, pongByMs: null }) : stay(link);
    case "closed":
      return closed(link, input.verdict, input.notBeforeMs, at);
    case "gap":
      return link.at === "live" ? again(link, at, ["shut"]) : stay(link);
    case "wake":
      return wake(link, at);
    case "greet_again":
      return greeted(link) ? open(attemptOf(link), at) : stay(link);
    case "again":
      return knock(link, at);
    case "due":
      return due(link, at);
    case "errand": {
      const from = outsideOf(link);
      return from === null || errandOf(link) !== null ? stay(link) : open(0, at, from);
    }
    case "errand_done":
      return back(link);
    case "place_gone":
      return over(link, "sign_in");
    case "removed":
      return over(link, "removed");
    case "stop":
      return over(link, "left");
  }
}

// When this state must be looked at again, if nothing happens before.
export function deadlineOf(link: Link): number | null {
  switch (link.at) {
    case "idle":
    case "turned_away":
    case "over":
      return null;
    case "lobby":
    case "live":
      return link.pongByMs ?? link.nextPingMs;
    case "opening":
    case "greeting":
    case "joining":
    case "knocking":
    case "errand":
    case "waiting":
      return link.untilMs;
  }
}

// Outside the room, and whether on an errand there; null when she is in, or on her way in.
export function outsideOf(link: Link): Outside | null {
  if (link.at === "turned_away") return "turned_away";
  if (link.at === "over") return link.why === "removed" ? "removed" : null;
  return errandOf(link);
}

function greeted({ at }: Link): boolean {
  return at === "greeting" || at === "joining" || at === "knocking" || at === "lobby" || at === "live";
}

// The line is up and nothing is asked of it: it is pinged.
function isUp(link: Link): link is Extract<Link, { at: "lobby" | "live" }> {
  return link.at === "lobby" || link.at === "live";
}

function errandOf(link: Link): Outside | null {
  return "errand" in link ? (link.errand ?? null) : null;
}

function carrying(errand: Outside | null): { errand?: Outside } {
  return errand === null ? {} : { errand };
}

function back(link: Link): Step {
  const errand = errandOf(link);
  if (errand === null) return stay(link);
  return { link: errand === "removed" ? { at: "over", why: "removed" } : { at: "turned_away" }, actions: ["shut"] };
}

function stay(link: Link): Step {
  return { link, actions: [] };
}

function open(attempt: number, at: Circumstances, errand: Outside | null = null): Step {
  const untilMs = at.nowMs + handshake_ms;
  return { link: { at: "opening", attempt, untilMs, ...carrying(errand) }, actions: ["open"] };
}

function over(link: Link, why: Extract<Link, { at: "over" }>["why"]): Step {
  return link.at === "over" ? stay(link) : { link: { at: "over", why }, actions: ["shut"] };
}

function attemptOf(link: Link): number {
  return "attempt" in link ? link.attempt : 0;
}

function again(link: Link, at: Circumstances, actions: LinkAction[], leastMs = 0, attempt = attemptOf(link)): Step {
  const untilMs = at.nowMs + Math.max(leastMs, backoff(attempt, at.chance));
  return { link: { at: "waiting", attempt: attempt + 1, untilMs, ...carrying(errandOf(link)) }, actions };
}

function closed(link: Link, verdict: Verdict, notBeforeMs: number, at: Circumstances): Step {
  if (link.at === "over" || link.at === "idle" || link.at === "waiting" || link.at === "turned_away") return stay(link);
  const attempt = attemptOf(link);
  const doubt: LinkAction[] = link.at === "opening" && attempt + 1 >= doubt_after ? ["check_place"] : [];
  switch (verdict) {
    case "sign_in":
      return over(link, "sign_in");
    case "removed":
      return over(link, "removed");
    case "never":
      return over(link, "never");
    case "resume_at_once":
      return attempt === 0 ? open(1, at, errandOf(link)) : again(link, at, []);
    case "reconnect": {
      const spread = notBeforeMs > at.nowMs ? notBeforeMs - at.nowMs + Math.round(at.chance * 1_000) : 0;
      return again(link, at, doubt, spread);
    }
    case "later":
      return again(link, at, doubt, Math.round(later_ms * (0.75 + at.chance / 2)));
    case "once_more":
      return again(link, at, [], once_more_ms);
  }
}

function wake(link: Link, at: Circumstances): Step {
  if (link.at === "waiting") return open(link.attempt, at, errandOf(link));
  if (!isUp(link)) return stay(link);
  return {
    link: { ...link, nextPingMs: at.nowMs + at.pace.pingMs, pongByMs: at.nowMs + wake_pong_ms },
    actions: ["ping"],
  };
}

function knock(link: Link, at: Circumstances): Step {
  if (outsideOf(link) !== null) return open(0, at);
  if (link.at === "waiting") return open(link.attempt, at);
  if (link.at !== "knocking") return stay(link);
  return { link: { at: "joining", attempt: link.attempt, untilMs: at.nowMs + handshake_ms }, actions: ["join"] };
}

function due(link: Link, at: Circumstances): Step {
  const deadline = deadlineOf(link);
  if (deadline === null || deadline > at.nowMs) return stay(link);
  switch (link.at) {
    case "waiting":
      return open(link.attempt, at, errandOf(link));
    case "knocking":
      return knock(link, at);
    case "lobby":
    case "live":
      if (link.pongByMs !== null) return again(link, at, ["shut"], 0, 0);
      return {
        link: { at: link.at, attempt: 0, nextPingMs: at.nowMs + at.pace.pingMs, pongByMs: at.nowMs + at.pace.pongMs },
        actions: ["ping"],
      };
    case "opening":
    case "greeting":
    case "joining":
    case "errand":
      return again(link, at, ["shut"]);
    case "idle":
    case "turned_away":
    case "over":
      return stay(link);
  }
}
