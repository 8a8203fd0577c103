import type { SearchAnswer, SearchRequest } from '../../search/query/request';
import type { Answered, Asked } from './protocol';

/** Searches in a worker of its own. The newest search wins: of older ones nothing more is heard. */
export interface SearchClient {
  /** Calls back with what was found so far, until it is complete; with null where it cannot be read. */
  search(request: SearchRequest, heard: (answer: SearchAnswer | null) => void): void;
  /** Stops the search that runs. */
  stop(): void;
  close(): void;
}

type Port = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** A client with a worker that starts with the first search, or earlier where `search` is asked for nothing. */
export function createSearchClient(start: () => Port = startWorker): SearchClient {
  let port: Port | null = null;
  let turn = 0;
  let last: SearchAnswer | null = null;
  let hear: (answer: SearchAnswer | null) => void = () => {};

  function take({ turn: of, answer }: Answered): void {
    if (of !== turn) return;
    if (answer !== 'same') last = answer;
    hear(last !== null && answer === 'same' ? { ...last, isCurrent: true } : last);
  }

  function ask(request: SearchRequest | null): void {
    if (port === null) {
      port = start();
      port.addEventListener('message', (event) => {
        const { data }: MessageEvent<Answered> = event as MessageEvent; // the worker sends nothing else
        take(data);
      });
      port.addEventListener('error', () => hear(null));
    }
    turn += 1;
    port.postMessage({ turn, request } satisfies Asked);
  }

  return {
    search(request, heard) {
      hear = heard;
      ask(request);
    },
    stop() {
      if (port !== null) ask(null);
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
