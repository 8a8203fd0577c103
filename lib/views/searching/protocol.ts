import type { SearchAnswer, SearchRequest } from '../../search/query/request';

/** What a page tells its search worker: a search to begin; null: none, and the one that runs is to stop. */
export interface Asked {
  turn: number;
  request: SearchRequest | null;
}

/** What the worker tells its page of a search. */
export interface Answered {
  turn: number;
  /** Null where the library could not be read; `same`: the last answer was complete. */
  answer: SearchAnswer | 'same' | null;
}
