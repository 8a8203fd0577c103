import type { Tools } from '../../../lib/sync/machine';

/** Random numbers from 0 up to 1 that a seed decides (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A clock that goes on by a second at each look, and names from a seed. */
export function toolsOf(random: () => number, start = '2026-03-01T00:00:00.000Z'): Tools {
  let time = Date.parse(start);
  return {
    now: () => {
      time += 1_000;
      return new Date(time).toISOString();
    },
    random: (bytes) =>
      Array.from({ length: bytes }, () =>
        Math.floor(random() * 256)
          .toString(16)
          .padStart(2, '0'),
      ).join(''),
  };
}
