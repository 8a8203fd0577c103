import type { PaperId } from '../papers/ids';
import {
  byRank,
  type Filter,
  isFiltering,
  matcher,
  NO_FILTER,
  placeOf,
  type Ranked,
  type Sort,
} from '../papers/list';
import type { LibraryReader } from '../store/reader';
import type { BookmarkRow } from '../store/rows';
import type { Listed } from './listed';

/** Bookmarks read for the first screen, and the fewest that each further read brings. */
const FIRST = 30;
const MORE = 100;

export interface ReadingListState {
  /** `failed`: the library could not be read. */
  phase: 'loading' | 'ready' | 'failed';
  sort: Sort;
  filter: Filter;
  /** What is read so far, in the order of display. */
  ids: PaperId[];
  /** Whether there is more than that. */
  more: boolean;
  /** How many fit the filter; null while they are being counted, or where nothing is filtered. */
  matches: number | null;
}

export interface ReadingListDeps {
  reader: Pick<LibraryReader, 'first' | 'bookmarks' | 'scan'>;
  listed: Listed;
  onChange: () => void;
}

/** The reading list: which bookmarks, in which order. Reads as little as it shows. */
export interface ReadingList {
  state(): ReadingListState;
  /** Reads the list anew, as long as it is now. */
  load(): Promise<void>;
  /** Reads on. */
  more(): Promise<void>;
  show(part: { sort?: Sort; filter?: Partial<Filter> }): Promise<void>;
  /** A paper edited here: it keeps its place, and stays although it may not fit the filter any more. */
  pin(id: PaperId): void;
  /** A paper whose editor is open: it stays whatever happens to it. Null: none. */
  hold(id: PaperId | null): void;
  /** Takes what was read again of some papers into the list; those not in `found` are no bookmarks. */
  reconcile(ids: readonly PaperId[], found: readonly BookmarkRow[]): void;
}

/** See `ReadingList`. */
export function createReadingList({ reader, listed, onChange }: ReadingListDeps): ReadingList {
  let state: ReadingListState = {
    phase: 'loading',
    sort: 'starred',
    filter: NO_FILTER,
    ids: [],
    more: false,
    matches: null,
  };
  /** What is read (no filter) or all that matches (filter), sorted but for pinned papers. */
  let order: Ranked[] = [];
  let limit = FIRST;
  let held: PaperId | null = null;
  const pinned = new Set<PaperId>();
  let reading = new AbortController();

  const rankOf = (row: BookmarkRow): Ranked => ({ id: row.id, rank: row.rank[state.sort] });
  const put = (row: BookmarkRow): void => listed.put(row.paper, row.annotation);
  const has = (id: PaperId): boolean => order.some((row) => row.id === id);

  function publish(part: Partial<ReadingListState> = {}): void {
    const ids = isFiltering(state.filter) ? order.slice(0, limit) : order;
    state = { ...state, phase: 'ready', ids: ids.map(({ id }) => id), ...part };
    onChange();
  }

  /** The newest reading wins. A library that cannot be read is a state of the list, which offers to try again. */
  async function read(how: (signal: AbortSignal) => Promise<void>): Promise<void> {
    reading.abort();
    reading = new AbortController();
    const { signal } = reading;
    try {
      await how(signal);
    } catch {
      if (signal.aborted) return;
      state = { ...state, phase: 'failed' };
      onChange();
    }
  }

  const readAnew = (): Promise<void> =>
    read(isFiltering(state.filter) ? search : (signal) => readFirst(signal, []));

  async function readFirst(signal: AbortSignal, keep: readonly Ranked[]): Promise<void> {
    const wanted = limit;
    const rows = await reader.first(state.sort, wanted);
    if (signal.aborted) return;
    rows.forEach(put);
    const kept = new Set(keep.map(({ id }) => id));
    replaceOrder([...keep, ...rows.filter(({ id }) => !kept.has(id)).map(rankOf)]);
    publish({ more: rows.length === wanted, matches: null });
  }

  async function search(signal: AbortSignal): Promise<void> {
    const fits = matcher(state.filter);
    let found: Ranked[] = [];
    const take = (rows: BookmarkRow[]): void => {
      const fitting = rows.filter(fits);
      if (fitting.length === 0) return;
      found = [...found, ...fitting.map(rankOf)].sort(byRank);
      const top = new Set(found.slice(0, limit).map(({ id }) => id));
      for (const row of fitting) if (top.has(row.id)) put(row);
      replaceOrder(found);
      publish({ more: found.length > limit, matches: null });
    };
    await reader.scan(take, signal);
    if (signal.aborted) return;
    if (found.length === 0) replaceOrder([]);
    publish({ more: found.length > limit, matches: found.length });
  }

  async function readMatches(signal: AbortSignal): Promise<void> {
    const missing = order.slice(0, limit).filter(({ id }) => listed.get(id) === undefined);
    const rows = await reader.bookmarks(missing.map(({ id }) => id));
    if (signal.aborted) return;
    rows.forEach(put);
    publish({ more: order.length > limit });
  }

  /** A paper whose editor is open stays where it is, in whatever list comes. */
  function replaceOrder(next: Ranked[]): void {
    const at = order.findIndex((row) => row.id === held);
    const kept = order[at];
    order = next;
    if (kept !== undefined && !has(kept.id)) order = order.toSpliced(at, 0, kept);
  }

  function reconcileOne(id: PaperId, row: BookmarkRow | undefined): void {
    if (id === held) return;
    const paper = listed.get(id);
    const fits =
      row !== undefined && paper?.bookmarked && (pinned.has(id) || matcher(state.filter)(paper));
    if (fits && pinned.has(id) && has(id)) return;
    order = order.filter((other) => other.id !== id);
    if (!fits) return;
    const at = placeOf(rankOf(row), order);
    // What comes after all that is read is read when it is scrolled to.
    if (at < order.length || !state.more) order = order.toSpliced(at, 0, rankOf(row));
  }

  return {
    state: () => state,
    load() {
      pinned.clear();
      limit = Math.max(limit, state.ids.length);
      return readAnew();
    },
    async more() {
      if (!state.more) return;
      state = { ...state, more: false }; // once
      limit = Math.max(MORE, limit * 2);
      await read(isFiltering(state.filter) ? readMatches : (signal) => readFirst(signal, order));
    },
    show({ sort = state.sort, filter = {} }) {
      state = { ...state, sort, filter: { ...state.filter, ...filter } };
      limit = FIRST;
      pinned.clear();
      onChange();
      return readAnew();
    },
    pin: (id) => pinned.add(id),
    hold(id) {
      held = id;
    },
    reconcile(ids, found) {
      if (state.phase !== 'ready') return; // what is about to be read has it
      const byId = new Map(found.map((row) => [row.id, row]));
      const before = order.length;
      for (const id of ids) reconcileOne(id, byId.get(id));
      const { matches } = state;
      publish({ matches: matches === null ? null : matches + order.length - before });
    },
  };
}
