import { MOST_TAGS, type TagCount } from '../../papers/tags';
import { isComplete, type SearchAnswer, type SearchRequest } from '../../search/request';
import type { Answered, Asked } from './protocol';

/** Searches in a worker of its own. The newest search wins: of older ones nothing more is heard. */
export interface SearchClient {
  /** Calls back with what was found so far, until it is complete; with null where it cannot be read. */
  search(request: SearchRequest, heard: (answer: SearchAnswer | null) => void): void;
  /** Stops the search that runs. */
  stop(): void;
  /** Tags in use, most used first; as many as completing needs, or `most`. The search that runs goes on. */
  tags(most?: number): Promise<TagCount[]>;
  close(): void;
}

/** What tags are counted in. */
const EVERYTHING: SearchRequest = {
  query: { kind: 'all' },
  scope: 'bookmarks',
  order: { by: 'starred', ascending: false },
  from: 0,
  count: 0,
  facets: true,
};

type Port = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** A client with a worker that starts with the first search, or earlier where `search` is asked for nothing. */
export function createSearchClient(start: () => Port = startWorker): SearchClient {
  let port: Port | null = null;
  let turn = 0;
  let searching = 0;
  let hear: (answer: SearchAnswer | null) => void = () => {};
  let last: SearchAnswer | null = null;
  /** What is asked beside the search. */
  const beside = new Map<number, (answer: SearchAnswer | null) => void>();

  function take({ turn: of, answer }: Answered): void {
    if (of !== searching) beside.get(of)?.(answer === 'same' ? null : answer);
    else if (answer !== 'same') {
      last = answer;
      hear(answer);
    } else if (last !== null) hear({ ...last, isCurrent: true });
  }

  function fail(): void {
    hear(null);
    for (const heard of beside.values()) heard(null);
  }

  function ask(asked: Omit<Asked, 'turn'>): number {
    if (port === null) {
      port = start();
      port.addEventListener('message', (event) => take((event as MessageEvent<Answered>).data)); // the worker sends nothing else
      port.addEventListener('error', fail);
    }
    turn += 1;
    port.postMessage({ turn, ...asked } satisfies Asked);
    return turn;
  }

  return {
    search(request, heard) {
      hear = heard;
      searching = ask({ request });
    },
    stop() {
      if (port !== null) searching = ask({ request: null });
    },
    tags(most = MOST_TAGS) {
      return new Promise((resolve, reject) => {
        const mine = ask({ request: { ...EVERYTHING, most }, beside: true });
        beside.set(mine, (answer) => {
          if (answer !== null && !isComplete(answer)) return;
          beside.delete(mine);
          const tags = answer?.facets?.tag.map(({ value, count }) => ({ tag: value, count }));
          if (tags) resolve(tags);
          else reject(new Error('The library could not be searched.'));
        });
      });
    },
    close() {
      port?.terminate();
      port = null;
      hear = () => {};
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
