// Reads a QR code as a phone does, from the standard (ISO/IEC 18004) and not from the library that drew it: level M,
// bytes, versions 1 to 10. Throws when a block does not agree with its own error correction.
type Modules = readonly (readonly boolean[])[];

// Of level M, by version: codewords of error correction in each block, and the data codewords of the blocks.
const blocks: Record<number, [number, number[]]> = {
  1: [10, [16]],
  2: [16, [28]],
  3: [26, [44]],
  4: [18, [32, 32]],
  5: [24, [43, 43]],
  6: [16, [27, 27, 27, 27]],
  7: [18, [31, 31, 31, 31]],
  8: [22, [38, 38, 39, 39]],
  9: [22, [36, 36, 36, 37, 37]],
  10: [26, [43, 43, 43, 43, 44]],
};
const centres: Record<number, number[]> = {
  1: [], 2: [6, 18], 3: [6, 22], 4: [6, 26], 5: [6, 30], 6: [6, 34], 7: [6, 22, 38], 8: [6, 24, 42], 9: [6, 26, 46], 10: [6, 28, 50],
};
const masks: ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

export function readQr(framed: Modules, border: number): { text: string; version: number } {
  const inside = framed.slice(border, framed.length - border).map((row) => row.slice(border, row.length - border));
  const side = inside.length;
  const version = (side - 17) / 4;
  const format = formatOf(inside);
  if (format >> 3 !== 0) throw new Error("not level M");
  const words = codewords(inside, version, masks[format & 7]!);
  const bits = dataOf(words, version).map((word) => word.toString(2).padStart(8, "0")).join("");
  if (bits.slice(0, 4) !== "0100") throw new Error("not bytes");
  const countBits = version < 10 ? 8 : 16;
  const count = parseInt(bits.slice(4, 4 + countBits), 2);
  const bytes = Array.from({ length: count }, (_, i) => parseInt(bits.slice(4 + countBits + i * 8, 12 + countBits + i * 8), 2));
  return { text: new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(bytes)), version };
}

// Both copies, which must be one: level (2 bits) and mask (3 bits).
function formatOf(at: Modules): number {
  const side = at.length;
  const around: [number, number][] = [...[0, 1, 2, 3, 4, 5, 7, 8].map((x): [number, number] => [8, x]), ...[7, 5, 4, 3, 2, 1, 0].map((y): [number, number] => [y, 8])];
  const apart: [number, number][] = Array.from({ length: 15 }, (_, i) => (i < 7 ? [side - 1 - i, 8] : [8, side - 15 + i]));
  const read = (places: [number, number][]) => places.reduce((bits, [y, x]) => bits * 2 + Number(at[y]![x]), 0) ^ 0x5412;
  if (read(around) !== read(apart)) throw new Error("two formats");
  return read(around) >> 10;
}

function isFunction(y: number, x: number, side: number, version: number): boolean {
  const corner = (y < 9 && x < 9) || (y < 9 && x >= side - 8) || (y >= side - 8 && x < 9);
  const versions = version >= 7 && ((y < 6 && x >= side - 11) || (x < 6 && y >= side - 11));
  if (corner || y === 6 || x === 6 || versions) return true;
  const all = centres[version]!;
  const last = all.at(-1);
  return all.some((cy) =>
    all.some((cx) => {
      const inCorner = (cy === 6 && cx === 6) || (cy === 6 && cx === last) || (cy === last && cx === 6);
      return !inCorner && Math.abs(cy - y) <= 2 && Math.abs(cx - x) <= 2;
    }),
  );
}

function codewords(at: Modules, version: number, mask: (y: number, x: number) => boolean): number[] {
  const side = at.length;
  let bits = "";
  let up = true;
  for (let right = side - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right -= 1;
    for (let step = 0; step < side; step += 1) {
      const y = up ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!isFunction(y, x, side, version)) bits += at[y]![x]! !== mask(y, x) ? "1" : "0";
      }
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8), 2));
}

function dataOf(words: number[], version: number): number[] {
  const [correction, sizes] = blocks[version]!;
  const data: number[][] = sizes.map(() => []);
  let next = 0;
  for (let i = 0; i < Math.max(...sizes); i += 1) {
    sizes.forEach((size, block) => {
      if (i < size) data[block]!.push(words[next++]!);
    });
  }
  const whole = data.map((block) => [...block]);
  for (let i = 0; i < correction; i += 1) for (const block of whole) block.push(words[next++]!);
  for (const block of whole) if (!agrees(block, correction)) throw new Error("a block is damaged");
  return data.flat();
}

// Every syndrome is zero in GF(256) over x^8 + x^4 + x^3 + x^2 + 1.
function agrees(block: number[], correction: number): boolean {
  const times = (one: number, other: number): number => {
    let product = 0;
    for (let a = one, b = other; b > 0; b >>= 1, a = a & 0x80 ? (a << 1) ^ 0x11d : a << 1) if (b & 1) product ^= a;
    return product;
  };
  for (let i = 0, root = 1; i < correction; i += 1, root = times(root, 2)) {
    if (block.reduce((sum, word) => times(sum, root) ^ word, 0) !== 0) return false;
  }
  return true;
}
