import type { PaperId } from '../papers/ids';
import { parseQuery } from '../papers/query/parse';
import type { Problem } from '../papers/query/problems';
import { isComplete, type SearchAnswer, type SearchRequest } from '../search/query/request';
import type { SearchSource } from '../views/library/latestSearch';
import { createObservers, type Observable } from '../views/observable';
import type { ExportAim } from './exportChoice';

export interface ExportSearchState {
  query: string;
  problems: readonly Problem[];
  /** Whether the library could not be searched. */
  failed: boolean;
}

/** A search whose papers are to be exported. Knows no DOM. */
export interface ExportSearch extends Observable {
  state(): ExportSearchState;
  type(query: string): void;
}

/** Papers that a preview needs. */
const FIRST = 3;

/** See `ExportSearch`. `onFound` hears what the search finds; null while that is not known. */
export function createExportSearch(
  source: SearchSource,
  now: () => Date,
  onFound: (found: ExportAim) => void,
): ExportSearch {
  const { subscribe, notify } = createObservers();
  let state: ExportSearchState = { query: '', problems: [], failed: false };
  let turn = 0;
  /** Ends the search for all papers that is under way: the source says nothing more of one that another follows. */
  let giveUp = (): void => {};

  function request(count: number): SearchRequest {
    const { query } = parseQuery(state.query, now());
    const order = { by: 'starred', ascending: false } as const;
    return { query, scope: 'bookmarks', order, from: 0, count, facets: false };
  }

  /** All papers that are found. Null: the library could not be read, or something else is searched for. */
  function all(count: number): Promise<PaperId[] | null> {
    giveUp();
    return new Promise((resolve) => {
      giveUp = () => resolve(null);
      source.search(request(count), (answer) => {
        if (answer === null || isComplete(answer)) resolve(answer?.ids ?? null);
      });
    });
  }

  function hear(mine: number, answer: SearchAnswer | null): void {
    if (mine !== turn) return;
    state = { ...state, failed: answer === null };
    notify();
    if (answer === null || !isComplete(answer)) return;
    const { total, ids } = answer;
    onFound({ count: total, first: ids, all: () => all(total) });
  }

  return {
    subscribe,
    state: () => state,
    type(query) {
      giveUp();
      turn += 1;
      const mine = turn;
      state = { query, problems: parseQuery(query, now()).problems, failed: false };
      notify();
      onFound(null);
      source.search(request(FIRST), (answer) => hear(mine, answer));
    },
  };
}
