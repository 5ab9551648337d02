// Her words that a person of the team reads before the circle does: being read, to be said another way, or declined.
// They have no number in the room. What the server does not repeat at a join is no longer waiting there.
import { messagesOf, type RoomView } from "./view";

export interface Hold {
  readonly hold: number;
  readonly text: string;
  readonly at: "reading" | "rephrase" | "declined";
  readonly words: string; // the server's, for her; empty when it had none
  readonly reason: string;
  readonly sure: boolean; // false while a new connection has not said that it still waits
}

export type Holds = readonly Hold[];

type Told = Pick<Hold, "hold" | "at" | "words"> & { text?: string; reason?: string };

// What a notice says about one; a reason or words that it does not repeat stay as they were.
export function told(holds: Holds, { hold, at, words, text, reason }: Told): Holds {
  const before = holds.find((one) => one.hold === hold);
  const next: Hold = {
    hold,
    at,
    words: words === "" && before?.at === at ? before.words : words,
    text: text ?? before?.text ?? "",
    reason: reason === undefined || reason === "" ? (before?.reason ?? "") : reason,
    sure: true,
  };
  return before === undefined ? [...holds, next] : holds.map((one) => (one.hold === hold ? next : one));
}

// Acknowledged as waiting, before its notice came.
export function waits(holds: Holds, hold: number, text: string): Holds {
  return holds.some((one) => one.hold === hold) ? holds : told(holds, { hold, at: "reading", words: "", text });
}

// Declined words that are not here were taken back by herself.
export function declined(holds: Holds, hold: number, words: string, reason: string): Holds {
  return holds.some((one) => one.hold === hold) ? told(holds, { hold, at: "declined", words, reason }) : holds;
}

// She said it another way; without any words she took it back.
export function edited(holds: Holds, hold: number, text: string): Holds {
  if (text === "") return without(holds, hold);
  return holds.map((one) => (one.hold === hold ? { ...one, text, at: "reading", words: "", reason: "" } : one));
}

export function without(holds: Holds, hold: number): Holds {
  return holds.filter((one) => one.hold !== hold);
}

export function doubted(holds: Holds): Holds {
  return holds.map((one) => (one.at === "declined" ? one : { ...one, sure: false }));
}

export function ended(holds: Holds): Holds {
  return holds.map((one) => (one.at === "declined" ? one : { ...one, at: "declined", words: "", reason: "" }));
}

// The new connection has told everything that waits: the others were released, and stand in the room, or they were not.
export function settled(holds: Holds, view: RoomView | null, me: number): Holds {
  if (holds.every((one) => one.sure)) return holds;
  const standing = view === null ? [] : messagesOf(view, me).map((message) => message.text);
  return holds.flatMap((one): Hold[] => {
    if (one.sure) return [one];
    return standing.includes(one.text) ? [] : [{ ...one, at: "declined", words: "", reason: "", sure: true }];
  });
}
