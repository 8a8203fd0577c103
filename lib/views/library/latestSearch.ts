import { isComplete, type SearchAnswer, type SearchRequest } from '../../search/query/request';

/** Where the library page searches (`lib/views/searching/client.ts`). The newest search wins. */
export interface SearchSource {
  /** Calls back with what was found so far, until it is complete; with null where it cannot be read. */
  search(request: SearchRequest, heard: (answer: SearchAnswer | null) => void): void;
}

/** How a search ended: complete, given up for a newer one, or the library could not be read. */
export type Ending = 'complete' | 'superseded' | 'failed';

/** Searches one at a time. */
export interface Asking {
  /** Searches at once; whatever runs or waits is given up. */
  now(request: SearchRequest, heard: (answer: SearchAnswer) => void): Promise<Ending>;
  /** Searches when the others are done. */
  next(request: SearchRequest, heard: (answer: SearchAnswer) => void): Promise<Ending>;
}

interface Asked {
  request: SearchRequest;
  heard: (answer: SearchAnswer) => void;
  end: (ending: Ending) => void;
}

/** See `Asking`. */
export function createAsking(source: SearchSource): Asking {
  let running: Asked | null = null;
  let waiting: Asked[] = [];

  function start(asked: Asked): void {
    running = asked;
    source.search(asked.request, (answer) => {
      if (running !== asked) return;
      if (answer !== null) asked.heard(answer);
      // Whoever heard it may have begun another search.
      if (running !== asked || (answer !== null && !isComplete(answer))) return;
      running = null;
      asked.end(answer === null ? 'failed' : 'complete');
      const next = waiting.shift();
      if (next !== undefined) start(next);
    });
  }

  return {
    now(request, heard) {
      const given = [...(running ? [running] : []), ...waiting];
      waiting = [];
      running = null;
      for (const { end } of given) end('superseded');
      return new Promise((end) => start({ request, heard, end }));
    },
    next(request, heard) {
      return new Promise((end) => {
        const asked = { request, heard, end };
        if (running === null) start(asked);
        else waiting.push(asked);
      });
    },
  };
}
