import './closedNetwork';
import type { Scope } from '../../search/document';
import type { SearchAnswer, SearchRequest } from '../../search/query/request';
import { createSearch, type Search } from '../../search/query/searcher';
import { openRanking } from '../../store/rankingReader';
import { openSearchSource } from '../../store/searchSource';
import { readingFits } from './fits';
import type { Answered, Asked } from './protocol';

// Searching has a thread and a heap of its own: what it loads is gone with the page, and typing never waits for it.

const source = openSearchSource();
const readFits = readingFits(openRanking());
let searching = new AbortController();
let readying = 0;
let loaded: { scope: Scope; search: Search; readied: number } | null = null;

/** The history's index has the library too; the library's is loaded as long as it is enough. */
function searchOf(scope: Scope): Search {
  if (loaded === null || (scope === 'history' && loaded.scope === 'bookmarks')) {
    loaded = { scope, search: createSearch(source, scope, readFits), readied: 0 };
  }
  return loaded.search;
}

/** Beginnings of most words. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** How long nothing is asked before the letters are readied, and the pause between two, in milliseconds. */
const IDLE_MS = 250;
const PAUSE_MS = 10;

/**
 * While nothing is asked it is looked up what has a word that begins with a letter. That is the first that one types,
 * and nearly all of the index, which then remembers it.
 */
function readySoon(asked: SearchRequest, after: number): void {
  clearTimeout(readying);
  readying = self.setTimeout(() => {
    const text = LETTERS[loaded?.readied ?? LETTERS.length];
    if (loaded === null || text === undefined) return;
    loaded.readied += 1;
    const query = { kind: 'word', text } as const;
    const request = { ...asked, query, from: 0, count: 0, facets: false, further: true };
    loaded
      .search(request, () => {}, searching.signal)
      .then(
        () => readySoon(asked, PAUSE_MS),
        () => {}, // a search that is asked for says so
      );
  }, after);
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { turn, request } = data;
  clearTimeout(readying);
  searching.abort();
  searching = new AbortController();
  if (request === null) return;
  const { signal } = searching;
  const tell = (answer: Answered['answer']): void => {
    if (!signal.aborted) self.postMessage({ turn, answer } satisfies Answered);
  };
  let last: SearchAnswer | null = null;
  const heard = (answer: SearchAnswer): void => {
    const isSame = answer.ids === last?.ids;
    last = answer;
    tell(isSame ? 'same' : answer);
  };
  searchOf(request.scope)(request, heard, signal).then(
    () => signal.aborted || readySoon(request, IDLE_MS),
    () => {
      loaded = null; // the next search reads it all again
      tell(null);
    },
  );
});
