// The course of an evening: its steps, how long each may take, and where the facilitator is in it. The clock is gentle: it
// says how it stands in words, never runs out, and nobody but the team sees it. Pure.
export interface Step {
  readonly title: string;
  readonly minutes: number;
}

export interface Walk {
  readonly step: number;
  readonly sinceMs: number;
}

export const steps_max = 20;
const minutes_max = 240;
const usual_minutes = 10;
const minute_ms = 60_000;
const few_minutes = 3;

// One step a line, its minutes first: "20 Check-in". A line without a number takes ten.
export function stepsFrom(text: string): readonly Step[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.flatMap((line) => stepFrom(line)).slice(0, steps_max);
}

export function stepsText(steps: readonly Step[]): string {
  return steps.map(({ title, minutes }) => `${minutes} ${title}`).join("\n");
}

export type Pace = { is: "time"; minutes: number } | { is: "few" } | { is: "over" };

// What is left of a step, to five minutes: a figure that changes every minute would be a countdown.
export function paceOf({ minutes }: Step, { sinceMs }: Walk, nowMs: number): Pace {
  const left = minutes - Math.max(0, nowMs - sinceMs) / minute_ms;
  if (left <= 0) return { is: "over" };
  return left <= few_minutes ? { is: "few" } : { is: "time", minutes: Math.ceil(left / 5) * 5 };
}

function stepFrom(line: string): Step[] {
  const { minutes = "", title = "" } = /^(?<minutes>\d{1,3})?\s*(?:min\b\.?)?\s*(?<title>.*)$/.exec(line)?.groups ?? {};
  if (title === "") return [];
  const number = minutes === "" ? usual_minutes : Number(minutes);
  return [{ title, minutes: Math.min(minutes_max, Math.max(1, number)) }];
}
