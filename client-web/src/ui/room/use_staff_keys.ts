// A moderator's keyboard: j and k (or the arrows) walk through the messages, a letter asks for what to do with the one
// under the focus. The letter only opens; Enter on what it opened acts. Silent while she writes or a sheet is open.
import { useLayoutEffect } from "preact/hooks";

export type StaffKey = "act" | "mute" | "retract" | "remove" | "slow" | "door" | "keys";

const letters: Readonly<Record<string, StaffKey>> = {
  Enter: "act",
  m: "mute",
  r: "retract",
  x: "remove",
  s: "slow",
  l: "door",
  "?": "keys",
};

export function useStaffKeys(on: boolean, act: (key: StaffKey, number: number) => void): void {
  useLayoutEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const way = event.key === "j" || event.key === "ArrowDown" ? 1 : event.key === "k" || event.key === "ArrowUp" ? -1 : 0;
      if (way !== 0) {
        event.preventDefault();
        walk(way);
        return;
      }
      const key = letters[event.key];
      const number = Number(focused()?.dataset["number"] ?? 0);
      if (key === undefined || (key === "act" && document.activeElement !== focused())) return;
      event.preventDefault();
      act(key, number);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [on, act]);
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]") !== null) return true;
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}

function focused(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("[data-number]") ?? null;
}

function walk(way: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>("[data-number]")];
  const now = focused();
  const next = now === null ? all.at(-1) : all[all.indexOf(now) + way];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
