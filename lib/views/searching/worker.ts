import type { Scope } from '../../search/document';
import type { SearchAnswer } from '../../search/request';
import { createSearch, type Search } from '../../search/searcher';
import { openSearchSource } from '../../store/searchSource';
import type { Answered, Asked } from './protocol';

// Searching has a thread and a heap of its own: what it loads is gone with the page, and typing never waits for it.

const source = openSearchSource();
let searching = new AbortController();
let loaded: { scope: Scope; search: Search } | null = null;

/** The history's index has the library too; the library's is loaded as long as it is enough. */
function searchOf(scope: Scope): Search {
  if (loaded === null || (scope === 'history' && loaded.scope === 'bookmarks')) {
    loaded = { scope, search: createSearch(source, scope) };
  }
  return loaded.search;
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { turn, request } = data;
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
  searchOf(request.scope)(request, heard, signal).catch(() => {
    loaded = null; // the next search reads it all again
    tell(null);
  });
});
