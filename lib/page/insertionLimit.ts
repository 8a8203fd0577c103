/** A control may be put back so often in so long; a page that removes it more often does not want it. */
const MOST_TRIES = 60;
const WINDOW = 10_000;

/** Remembers how often something had to be put on the page, a paper's control or any at all, and when to stop trying. */
export interface InsertionLimit {
  /** Counts one more try; false when it is time to give it up, until the page is loaded again. */
  mayTry(id: string): boolean;
  isLost(id: string): boolean;
}

/** @param now milliseconds that only grow */
export function createInsertionLimit(now: () => number, most = MOST_TRIES): InsertionLimit {
  const tries = new Map<string, number[]>();
  const lost = new Set<string>();
  return {
    mayTry(id) {
      if (lost.has(id)) return false;
      const at = now();
      const recent = (tries.get(id) ?? []).filter((before) => before > at - WINDOW);
      recent.push(at);
      tries.set(id, recent);
      if (recent.length > most) lost.add(id);
      return !lost.has(id);
    },
    isLost: (id) => lost.has(id),
  };
}
