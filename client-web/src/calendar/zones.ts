// Moments and local times in a zone, by the rules that the browser has. The server's rules decide in the end; these are
// for what is shown while somebody types and for reading a moment in her own zone.
import type { LocalTime } from "./days";

const minute_ms = 60_000;
const day_ms = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const number = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
    clock = new Intl.DateTimeFormat("en-US", { ...number, hourCycle: "h23", timeZone: zone });
    clocks.set(zone, clock);
  }
  return clock;
}

export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return zone !== "";
  } catch {
    return false;
  }
}

export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function localOf(zone: string, ms: number): LocalTime {
  const part: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(ms)) part[type] = value;
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

function asGreenwich(local: LocalTime): number {
  return Date.parse(`${local}:00Z`);
}

function offsetAt(zone: string, ms: number): number {
  return asGreenwich(localOf(zone, ms)) - Math.floor(ms / minute_ms) * minute_ms;
}

// A time that does not exist is moved by the length of the gap; of a time that comes twice the first is meant.
export function momentAt(zone: string, local: LocalTime): { atMs: number; moved: boolean } {
  const plain = asGreenwich(local);
  const before = plain - offsetAt(zone, plain - day_ms);
  const after = plain - offsetAt(zone, plain + day_ms);
  const fitting = [before, after].filter((ms) => localOf(zone, ms) === local);
  return fitting.length === 0 ? { atMs: before, moved: true } : { atMs: Math.min(...fitting), moved: false };
}

// The clocks of both zones show the same then, so that the zone need not be named.
export function sameClock(one: string, other: string, ms: number): boolean {
  return localOf(one, ms) === localOf(other, ms);
}

// "Central Time", "hora central"; where a browser does not know such names, the city.
export function zoneName(zone: string, language: string, ms: number): string {
  try {
    const clock = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "longGeneric" });
    const name = clock.formatToParts(ms).find(({ type }) => type === "timeZoneName")?.value;
    if (name !== undefined && !/^(GMT|UTC)[+-]/.test(name)) return name;
  } catch {
    // an older browser
  }
  return cityOf(zone);
}

export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

// Her own first, then those of the country, then every other.
export function zonesToChoose(own: string, chosen: string): string[] {
  const near = ["America/Chicago", "America/New_York", "America/Denver", "America/Phoenix", "America/Los_Angeles"];
  const all = Intl.supportedValuesOf("timeZone");
  return [...new Set([chosen, own, ...near, ...all])].filter((zone) => zone !== "");
}
