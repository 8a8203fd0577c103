import type { PaperId } from '../papers/ids';

/** A control may be put back so often in so long; a page that removes it more often does not want it. */
const MOST_TRIES = 60;
const WINDOW = 10_000;

/** Remembers how often each paper's control had to be put on the page, and when to stop trying. */
export interface Patience {
  /** Counts one more try; false when it is time to give up on this paper, until the page is loaded again. */
  mayTry(id: PaperId): boolean;
  isLost(id: PaperId): boolean;
}

/** @param now milliseconds that only grow */
export function createPatience(now: () => number): Patience {
  const tries = new Map<PaperId, number[]>();
  const lost = new Set<PaperId>();
  return {
    mayTry(id) {
      if (lost.has(id)) return false;
      const at = now();
      const recent = (tries.get(id) ?? []).filter((before) => before > at - WINDOW);
      recent.push(at);
      tries.set(id, recent);
      if (recent.length > MOST_TRIES) lost.add(id);
      return !lost.has(id);
    },
    isLost: (id) => lost.has(id),
  };
}
