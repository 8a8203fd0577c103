import type { SearchAnswer, SearchRequest } from '../../search/searcher';

/** What a page tells its search worker: a search to begin; null: none, and the one that runs is to stop. */
export interface Asked {
  turn: number;
  request: SearchRequest | null;
}

/** What the worker tells its page of a search; `answer` is null where the library could not be read. */
export interface Answered {
  turn: number;
  answer: SearchAnswer | null;
}
