// The question that stands open, and what becomes of a key, a tap and a written reason: the room is asked, or nothing is.
import { useEffect, useState } from "preact/hooks";
import { letters, ordersOf, possible, type Action, type Order, type Target } from "../../../desk/actions";
import { begin, chose, finished, pressed, type Asking, type Press } from "../../../desk/asking";

interface Wants {
  target: Target;
  reasons: readonly string[];
  noted: string; // what the team has noted on her
  stillUntilMs: number; // the selection has just moved by itself: nothing begins before
  onOrders: (orders: readonly Order[], action: Action) => void;
  onSettled: () => void; // it was done, or let be
}

export interface Dialogue {
  readonly asking: Asking | null;
  start(action: Action): boolean;
  press(key: string): boolean; // true when the key was used
  choose(choice: number): void;
  write(asking: Asking): void;
  finish(written: string): void;
  reachTo(number: number): void; // the other end of a range
  letBe(): void;
  drop(): void; // something else is looked at
}

export function useAsking({ target, reasons, noted, stillUntilMs, onOrders, onSettled }: Wants): Dialogue {
  const [asked, setAsking] = useState<Asking | null>(null);
  // Somebody else may have done it meanwhile.
  const asking = asked !== null && possible(target).includes(asked.action) ? asked : null;
  useEffect(() => {
    if (asking !== asked) setAsking((now) => (now === asked ? null : now));
  }, [asking, asked]);
  const follow = (press: Press): boolean => {
    switch (press.is) {
      case "ignored":
        return false;
      case "asks":
        setAsking(press.asking);
        return true;
      case "does":
        onOrders(ordersOf(press.action, target, press.choice, press.written, press.other, press.typed), press.action);
        break;
      case "lets_be":
        break;
    }
    setAsking(null);
    onSettled();
    return true;
  };
  const still = () => asking === null && Date.now() < stillUntilMs;
  const start = (action: Action) => still() || follow(begin(action, target, action === "note" ? noted : ""));
  return {
    asking,
    start,
    press(key) {
      const notes = asking === null && key === letters.note && possible(target).includes("note");
      return notes ? start("note") : still() || follow(pressed(asking, key, target, reasons));
    },
    choose: (choice) => void (asking !== null && follow(chose(asking, choice, target))),
    write: setAsking,
    finish: (written) => void (asking !== null && follow(finished({ ...asking, written }, target))),
    reachTo: (number) => void (asking !== null && setAsking({ ...asking, other: number })),
    letBe: () => void follow({ is: "lets_be" }),
    drop: () => setAsking(null),
  };
}
