// The connection as a machine: a state, what just happened, and what to do about it. No sockets, clocks or timers:
// time and chance are arguments, and a state carries its own deadline, so that one timer outside serves everything.
import type { Verdict } from "../protocol/close_codes";

export type Link =
  | { at: "idle" }
  | { at: "opening"; attempt: number; untilMs: number }
  | { at: "greeting"; attempt: number; untilMs: number } // hello sent
  | { at: "joining"; attempt: number; untilMs: number } // join sent
  | { at: "knocking"; attempt: number; untilMs: number } // the room said "not yet"; the socket stays open
  | { at: "turned_away" } // the room said no; hers to try again
  | { at: "live"; attempt: number; nextPingMs: number; pongByMs: number | null }
  | { at: "waiting"; attempt: number; untilMs: number }
  | { at: "over"; why: "left" | "sign_in" | "removed" | "never" };

export type LinkInput =
  | { is: "start" }
  | { is: "opened" }
  | { is: "welcomed" }
  | { is: "joined" }
  | { is: "not_yet"; retryMs: number }
  | { is: "turned_away" }
  | { is: "heard" } // any frame at all: the line is alive
  | { is: "closed"; verdict: Verdict; notBeforeMs: number } // notBeforeMs: from Drain, 0 without
  | { is: "gap" } // a number is missing: resume
  | { is: "wake" } // back online, or back on the screen
  | { is: "again" } // she pressed "try again"
  | { is: "due" } // the deadline has come
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
      return { link: { ...link, at: "joining", untilMs: at.nowMs + handshake_ms }, actions: ["join"] };
    case "joined":
      if (link.at !== "joining" && link.at !== "knocking") return stay(link);
      // The attempt is forgotten at the first ping only: a server that lets us in and drops us gets our patience.
      return stay({ at: "live", attempt: link.attempt, nextPingMs: at.nowMs + at.pace.pingMs, pongByMs: null });
    case "not_yet":
      if (link.at !== "joining") return stay(link);
      return stay({ at: "knocking", attempt: 0, untilMs: at.nowMs + input.retryMs });
    case "turned_away":
      return link.at === "joining" ? { link: { at: "turned_away" }, actions: ["shut"] } : stay(link);
    case "heard":
      return link.at === "live" ? stay({ ...link, pongByMs: null }) : stay(link);
    case "closed":
      return closed(link, input.verdict, input.notBeforeMs, at);
    case "gap":
      return link.at === "live" ? again(link.attempt, at, ["shut"]) : stay(link);
    case "wake":
      return wake(link, at);
    case "again":
      return knock(link, at);
    case "due":
      return due(link, at);
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
    case "live":
      return link.pongByMs ?? link.nextPingMs;
    case "opening":
    case "greeting":
    case "joining":
    case "knocking":
    case "waiting":
      return link.untilMs;
  }
}

function stay(link: Link): Step {
  return { link, actions: [] };
}

function open(attempt: number, at: Circumstances): Step {
  return { link: { at: "opening", attempt, untilMs: at.nowMs + handshake_ms }, actions: ["open"] };
}

function over(link: Link, why: Extract<Link, { at: "over" }>["why"]): Step {
  return link.at === "over" ? stay(link) : { link: { at: "over", why }, actions: ["shut"] };
}

function attemptOf(link: Link): number {
  return "attempt" in link ? link.attempt : 0;
}

function again(attempt: number, at: Circumstances, actions: LinkAction[], leastMs = 0): Step {
  const untilMs = at.nowMs + Math.max(leastMs, backoff(attempt, at.chance));
  return { link: { at: "waiting", attempt: attempt + 1, untilMs }, actions };
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
      return attempt === 0 ? open(1, at) : again(attempt, at, []);
    case "reconnect": {
      const spread = notBeforeMs > at.nowMs ? notBeforeMs - at.nowMs + Math.round(at.chance * 1_000) : 0;
      return again(attempt, at, doubt, spread);
    }
    case "later":
      return again(attempt, at, doubt, Math.round(later_ms * (0.75 + at.chance / 2)));
    case "once_more":
      return again(attempt, at, [], once_more_ms);
  }
}

function wake(link: Link, at: Circumstances): Step {
  if (link.at === "waiting") return open(link.attempt, at);
  if (link.at !== "live") return stay(link);
  return {
    link: { ...link, nextPingMs: at.nowMs + at.pace.pingMs, pongByMs: at.nowMs + wake_pong_ms },
    actions: ["ping"],
  };
}

function knock(link: Link, at: Circumstances): Step {
  if (link.at === "waiting") return open(link.attempt, at);
  if (link.at === "turned_away") return open(0, at);
  if (link.at !== "knocking") return stay(link);
  return { link: { at: "joining", attempt: link.attempt, untilMs: at.nowMs + handshake_ms }, actions: ["join"] };
}

function due(link: Link, at: Circumstances): Step {
  const deadline = deadlineOf(link);
  if (deadline === null || deadline > at.nowMs) return stay(link);
  switch (link.at) {
    case "waiting":
      return open(link.attempt, at);
    case "knocking":
      return knock(link, at);
    case "live":
      if (link.pongByMs !== null) return again(0, at, ["shut"]);
      return {
        link: { at: "live", attempt: 0, nextPingMs: at.nowMs + at.pace.pingMs, pongByMs: at.nowMs + at.pace.pongMs },
        actions: ["ping"],
      };
    case "opening":
    case "greeting":
    case "joining":
      return again(link.attempt, at, ["shut"]);
    case "idle":
    case "turned_away":
    case "over":
      return stay(link);
  }
}
