import type { Change } from '../messages/announce';
import type { Send } from '../messages/delivery';
import { SEARCH_LIMITS } from '../papers/savedSearch';
import type { LibraryReader } from '../store/reader';
import { failureText } from '../text/failureText';
import { text } from '../text/text';
import type { Notices } from './notices';
import { createObservers, type Observable } from './observable';
import { oneAtATime } from './oneAtATime';

export interface SavedSearchesDeps {
  reader: Pick<LibraryReader, 'searches'>;
  send: Send;
  notices: Pick<Notices, 'show'>;
  /** How many papers a query finds; absent: no numbers are shown. */
  count?: ((query: string) => Promise<number>) | undefined;
}

/** A saved search; `count`: how many papers it finds, null while that is not known. */
export interface CountedSearch {
  name: string;
  query: string;
  count: number | null;
}

export interface SavedSearchesState {
  phase: 'loading' | 'ready' | 'failed';
  searches: CountedSearch[];
  /** The one whose name is being given; '' for a new one, null: none. */
  editing: string | null;
  /** A name that is there already, asked about before it gets another query. */
  asking: { name: string; query: string; replaces: string; from: string | null } | null;
}

/** Searches that have a name. Knows no DOM. */
export interface SavedSearches extends Observable {
  state(): SavedSearchesState;
  open(): Promise<void>;
  changed(change: Change): Promise<void>;
  /** A name is given: to a saved search, or ('') to a new one. */
  edit(name: string): void;
  closeEditor(): void;
  save(name: string, query: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  confirm(): Promise<void>;
  cancel(): void;
}

/**
 * See `SavedSearches`. A page mounts it as
 * `<SavedSearchList {...searches.state()} query={…} actions={searches} onPick={…} />`.
 */
export function createSavedSearches({
  reader,
  send,
  notices,
  count,
}: SavedSearchesDeps): SavedSearches {
  const { subscribe, notify } = createObservers();
  const reading = oneAtATime(read);
  let searches: CountedSearch[] | null = null;
  let failed = false;
  let editing: string | null = null;
  let asking: SavedSearchesState['asking'] = null;

  async function read(): Promise<void> {
    try {
      const found = await reader.searches();
      const counted = new Map(searches?.map((search) => [search.query, search.count]));
      searches = found.map(({ name, query }) => ({
        name,
        query,
        count: counted.get(query) ?? null,
      }));
      failed = false;
    } catch {
      failed = true; // said where they would be, with the way to try again
    }
    notify();
    if (count && !failed) void countAll(count);
  }

  /** One after the other, so that counting never keeps a search waiting. */
  async function countAll(count: (query: string) => Promise<number>): Promise<void> {
    for (const { query } of searches ?? []) {
      const found = await count(query).catch(() => null); // it stays without a number
      searches = (searches ?? []).map((search) =>
        search.query === query ? { ...search, count: found } : search,
      );
      notify();
    }
  }

  async function put(name: string, query: string): Promise<boolean> {
    const result = await send('search.save', { name, query });
    if (!result.ok) {
      const retry = {
        text: text('tryAgain'),
        run: () => void put(name, query).then(reading.again),
      };
      notices.show('error', failureText(result.code), retry);
    }
    return result.ok;
  }

  async function drop(name: string): Promise<boolean> {
    const result = await send('search.delete', { name });
    if (!result.ok) notices.show('error', failureText(result.code));
    return result.ok;
  }

  const clean = (name: string): string =>
    name.trim().replace(/\s+/g, ' ').slice(0, SEARCH_LIMITS.name);
  const named = (name: string): CountedSearch | undefined =>
    searches?.find((search) => search.name === name);

  /** Under its new name first: what can be interrupted between the two loses nothing. */
  async function give(name: string, query: string, from: string | null): Promise<void> {
    editing = null;
    notify();
    if (await put(name, query)) {
      if (from !== null && from !== name) await drop(from);
      if (from === null) notices.show('done', text('searchSaved', name));
    }
    await reading.again();
  }

  return {
    subscribe,
    state: () => ({
      phase: failed ? 'failed' : searches ? 'ready' : 'loading',
      searches: searches ?? [],
      editing,
      asking,
    }),
    open: reading.again,
    changed: reading.again,
    edit(name) {
      editing = name;
      notify();
    },
    closeEditor() {
      editing = null;
      notify();
    },
    async save(typed, query) {
      const name = clean(typed);
      if (name === '') return;
      const met = named(name);
      if (met && met.query !== query) {
        asking = { name, query, replaces: met.query, from: null };
        return notify();
      }
      await give(name, query, null);
    },
    async rename(from, typed) {
      const name = clean(typed);
      const query = named(from)?.query;
      if (name === '' || query === undefined) return;
      const met = name === from ? undefined : named(name);
      if (met) {
        asking = { name, query, replaces: met.query, from };
        return notify();
      }
      if (name === from) {
        editing = null;
        return notify();
      }
      await give(name, query, from);
    },
    async remove(name) {
      const query = named(name)?.query;
      if (query === undefined || !(await drop(name))) return;
      const undo = { text: text('undo'), run: () => void put(name, query).then(reading.again) };
      notices.show('done', text('searchDeleted', name), undo);
      await reading.again();
    },
    async confirm() {
      const question = asking;
      asking = null;
      notify();
      if (question) await give(question.name, question.query, question.from);
    },
    cancel() {
      asking = null;
      notify();
    },
  };
}
