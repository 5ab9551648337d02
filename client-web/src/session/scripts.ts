// A facilitator's cards and the course of her evenings, on the machine she works at: her own words, nothing about anybody.
// They stay when she signs out, since she wants them next week, and go with quick exit.
import { scriptsFrom, type Script } from "../desk/scripts";
import { stepsFrom, stepsText, type Step, type Walk } from "../desk/course";

const scripts_key = "scripts";
const course_key = "course";
const walk_key = (room: string) => `walk:${room}`;

export function readScripts(first: readonly Script[]): readonly Script[] {
  return scriptsFrom(localStorage.getItem(scripts_key), first);
}

export function keepScripts(scripts: readonly Script[]): void {
  localStorage.setItem(scripts_key, JSON.stringify(scripts));
}

export function readCourse(first: string): readonly Step[] {
  return stepsFrom(localStorage.getItem(course_key) ?? first);
}

export function keepCourse(steps: readonly Step[]): void {
  localStorage.setItem(course_key, stepsText(steps));
}

// Where she is in it, for this tab.
export function readWalk(room: string): Walk | null {
  try {
    const { step, sinceMs } = JSON.parse(sessionStorage.getItem(walk_key(room)) ?? "{}") as Partial<Walk>;
    return Number.isInteger(step) && Number.isFinite(sinceMs) ? ({ step, sinceMs } as Walk) : null;
  } catch {
    return null;
  }
}

export function keepWalk(room: string, walk: Walk | null): void {
  if (walk === null) sessionStorage.removeItem(walk_key(room));
  else sessionStorage.setItem(walk_key(room), JSON.stringify(walk));
}
