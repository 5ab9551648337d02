// A link as a QR code, drawn here: no request is made for it. Bytes, error correction M, with the quiet border of four
// modules that the standard asks for.
import { encode } from "uqr";

export interface Drawn {
  readonly side: number; // modules, border included
  readonly path: string; // the dark ones, one unit each, as an SVG path
}

const border = 4;

export function modulesOf(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: "M", boostEcc: false, border }).data;
}

export function drawn(text: string): Drawn {
  const rows = modulesOf(text);
  const path = rows.map((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`).join("")).join("");
  return { side: rows.length, path };
}

// [where it begins, how long it is] of each dark run.
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
