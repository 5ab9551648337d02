// The same numbers for the same seed: a case that fails is a case that fails again.
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return {
    below: (n) => next() % n,
    of: (list) => list[next() % list.length],
    some: (list, most) => {
      const count = 1 + (next() % most);
      const left = [...list];
      const taken = [];
      while (taken.length < count && left.length > 0) taken.push(left.splice(next() % left.length, 1)[0]);
      return taken;
    },
  };
}
