// Seeded choices: xorshift32, so that a failure's seed brings the same choices back.
export function seeded(seed) {
  let state = (Math.imul(seed, 2654435761) | 1) >>> 0;
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
  for (let i = 0; i < 8; ++i) next();
  return { below: (n) => next() % n };
}

// TRIAL_SEED repeats a run; otherwise every run tries another.
export const seed_of_run = Number(process.env.TRIAL_SEED ?? (Date.now() % 1_000_000) + 1);
