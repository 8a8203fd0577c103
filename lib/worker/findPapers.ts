import type { Paper } from '../papers/paper';
import { parseQuery } from '../papers/query/parse';
import type { Source } from '../search/index/source';
import type { SearchAnswer } from '../search/query/request';
import { createSearch, type Search } from '../search/query/searcher';

/** What a search of the worker's found: the first papers in the library's usual order, and how many there are. */
export interface Found {
  papers: Paper[];
  total: number;
  /** Whether the library was looked through to its end; else there was no time for that. */
  isComplete: boolean;
}

/** Searches the library as its page does, for what the browser asks the worker. */
export interface FindPapers {
  /** At most `most` papers that the text finds. The newest search wins: an earlier one ends with what it has. */
  find(text: string, most: number): Promise<Found>;
  /** Lets go of the index, which may be tens of megabytes. */
  release(): void;
}

/** How long a search may take, in milliseconds, reading the index of a large library included. */
const MOST_MS = 1_500;

/** See `FindPapers`. The index is read with the first search, and kept until it is released. */
export function createFindPapers(source: Source, now: () => Date, mostMs = MOST_MS): FindPapers {
  let search: Search | null = null;
  let running = new AbortController();

  function found(text: string, most: number, signal: AbortSignal): Promise<SearchAnswer | null> {
    search ??= createSearch(source, 'bookmarks');
    const asked = {
      query: parseQuery(text, now()).query,
      scope: 'bookmarks',
      order: { by: 'starred', ascending: false },
      from: 0,
      count: most,
      facets: false,
    } as const;
    let last: SearchAnswer | null = null;
    const whole = search(
      asked,
      (answer) => {
        last = answer;
      },
      signal,
    );
    const outOfTime = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve());
    });
    whole.catch(() => {}); // thrown below, or too late for anybody
    return Promise.race([whole, outOfTime]).then(() => last);
  }

  return {
    async find(text, most) {
      running.abort();
      running = new AbortController();
      const mine = running;
      const timer = setTimeout(() => mine.abort(), mostMs);
      try {
        const answer = await found(text, most, mine.signal);
        if (answer === null) return { papers: [], total: 0, isComplete: false };
        const documents = await source.documents(answer.ids);
        const byId = new Map(documents.map(({ id, paper }) => [id, paper]));
        const papers = answer.ids.flatMap((id) => byId.get(id) ?? []);
        const isComplete = answer.rest === 0 && answer.isCurrent;
        return { papers, total: answer.total, isComplete };
      } finally {
        clearTimeout(timer);
      }
    },
    release() {
      running.abort();
      search = null;
    },
  };
}
