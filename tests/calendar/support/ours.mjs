// Asks our own program for all cases at once.
import { spawnSync } from "node:child_process";

const program = new URL("../../../build/release/tests/nightlight_occurrences", import.meta.url).pathname;

/** Lines of fields, as tests/calendar/occurrences.cpp describes; answers by name. */
export function askOurs(lines) {
  const input = lines.map((fields) => fields.join("\t") + "\n").join("");
  const ran = spawnSync(program, { input, encoding: "utf8", maxBuffer: 64 << 20 });
  if (ran.error || ran.status !== 0) throw new Error(`${program}: ${ran.error ?? ran.stderr}`);
  return new Map(ran.stdout.trim().split("\n").map((line) => {
    const answer = JSON.parse(line);
    return [answer.name, answer];
  }));
}
