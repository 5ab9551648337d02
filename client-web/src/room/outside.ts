// Why she is outside the room, in the server's words, and until when: a door that stayed shut, or having been asked to go.
import type { Conversation } from "./conversation";
import { outsideOf } from "./link";

export interface Outside {
  readonly is: "turned_away" | "name" | "code" | "place" | "removed" | "never";
  readonly words: string;
  readonly reason: string;
  readonly untilMs: number | null; // on our clock; 0: until the meeting ends; null: nothing is said about it
  readonly mayReturn: boolean;
  readonly second: string; // where a seat is kept for her; "": nowhere
}

export function outsideView({ link, removed, turnedAway, skewMs }: Conversation): Outside | null {
  const nothing = { words: "", reason: "", untilMs: null, mayReturn: false, second: "" };
  if (link.at === "over" && link.why === "never") return { ...nothing, is: "never" };
  switch (outsideOf(link)) {
    case "removed": {
      if (removed === null) return { ...nothing, is: "removed" };
      const { untilMs, mayReturn } = removed;
      const onOurClock = untilMs === 0 ? 0 : untilMs - skewMs;
      return { ...nothing, ...removed, is: "removed", untilMs: mayReturn ? null : onOurClock };
    }
    case "turned_away": {
      const { code = "", words = "", untilMs = 0, second = "" } = turnedAway ?? {};
      if (code === "removed") return { ...nothing, is: "removed", words, untilMs: untilMs === 0 ? null : untilMs };
      return { ...nothing, is: keptOutBy(code), words, second };
    }
    case null:
      return null;
  }
}

function keptOutBy(code: string): Outside["is"] {
  if (code.startsWith("name_")) return "name";
  if (code.startsWith("code_")) return "code";
  return code.startsWith("place_") ? "place" : "turned_away";
}
