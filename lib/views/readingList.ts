import { later } from '../later';
import type { Bookmark } from '../papers/bookmark';
import { unmarked } from '../papers/excerpt';
import type { PaperId } from '../papers/ids';
import { type Filter, NO_FILTER, placeOf, type Ranked, rankOf, type Sort } from '../papers/list';
import { isComplete, type SearchAnswer, type SearchRequest } from '../search/query/request';
import type { LibraryReader } from '../store/reader';
import { orderOf } from './library/address';
import { createAsking, type SearchSource } from './library/latestSearch';
import type { PaperCache } from './paperCache';
import { TAG_FINDS, type TagFinds, tagFindsIn } from './searching/tagFinds';
import type { Understood } from './understanding';

/** Bookmarks read for the first screen, and the fewest that each further read brings. */
const FIRST = 30;
const MORE = 100;

/** A filter that leaves nothing out, for which nothing has to be loaded. */
const ALL: Understood = {
  query: { kind: 'all' },
  problems: [],
  inParts: unmarked,
  fits: () => true,
};

const understanding = later(async () => (await import('./understanding')).understand);

export interface ReadingListState {
  /** `failed`: the library could not be read. */
  phase: 'loading' | 'ready' | 'failed';
  sort: Sort;
  filter: Filter;
  /** What the filter says; of the one before while that is being read. */
  understood: Understood;
  /** Whether more may be found, or what is shown is of an earlier query. */
  searching: boolean;
  /** What is read so far, in the order of display. */
  ids: PaperId[];
  /** Whether there is more than that. */
  more: boolean;
  /** How many fit the filter; null while they are being counted, or where nothing is filtered. */
  matches: number | null;
}

export interface ReadingListDeps {
  reader: Pick<LibraryReader, 'first' | 'bookmarks'>;
  /** Where it searches. */
  source: SearchSource;
  listed: PaperCache;
  now: () => Date;
  onChange: () => void;
}

/** The reading list: which bookmarks, in which order. Reads as little as it shows. */
export interface ReadingList {
  state(): ReadingListState;
  /** Reads the list again, as long as it is now. */
  load(): Promise<void>;
  /** Reads on. */
  more(): Promise<void>;
  show(part: { sort?: Sort; filter?: Partial<Filter> }): Promise<void>;
  /** Readies the search, so that the first key is answered as soon as others. */
  warmUp(): Promise<void>;
  /** Counts what a search for each tag finds; null where that could not be done, or something else was searched for. */
  tagFinds(): Promise<TagFinds | null>;
  /** A paper edited here: it keeps its place, and stays although it may not fit the filter any more. */
  pin(id: PaperId): void;
  /** A paper whose editor is open: it stays whatever happens to it. Null: none. */
  hold(id: PaperId | null): void;
  /** Takes what was read again of some papers into the list; those not in `found` are not bookmarks. */
  reconcile(ids: readonly PaperId[], found: readonly Bookmark[]): void;
}

/** See `ReadingList`. */
export function createReadingList(deps: ReadingListDeps): ReadingList {
  const { reader, source, listed, now, onChange } = deps;
  const asking = createAsking(source);
  let state: ReadingListState = {
    phase: 'loading',
    sort: 'starred',
    filter: NO_FILTER,
    understood: ALL,
    searching: false,
    ids: [],
    more: false,
    matches: null,
  };
  /** What is read, sorted but for pinned papers. */
  let order: Ranked[] = [];
  let limit = FIRST;
  let held: PaperId | null = null;
  const pinned = new Set<PaperId>();
  let reading = new AbortController();

  const ranked = (row: Bookmark): Ranked => ({ id: row.paper.id, rank: rankOf(row, state.sort) });
  const put = (row: Bookmark): void => listed.put(row.paper, row.annotation);
  const has = (id: PaperId): boolean => order.some((row) => row.id === id);
  const isFiltering = (): boolean => state.understood.query.kind !== 'all';
  /** The store knows one order by itself. */
  const isSearching = (): boolean => isFiltering() || state.sort !== 'starred';

  function publish(part: Partial<ReadingListState> = {}): void {
    state = { ...state, phase: 'ready', ids: order.map(({ id }) => id), ...part };
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
      state = { ...state, phase: 'failed', searching: false };
      onChange();
    }
  }

  const readAnew = (): Promise<void> =>
    read((signal) => (isSearching() ? search(signal, []) : readFirst(signal, [])));

  async function readFirst(signal: AbortSignal, keep: readonly Ranked[]): Promise<void> {
    const wanted = limit;
    const rows = await reader.first(wanted);
    if (signal.aborted) return;
    rows.forEach(put);
    const kept = new Set(keep.map(({ id }) => id));
    replaceOrder([...keep, ...rows.filter(({ paper }) => !kept.has(paper.id)).map(ranked)]);
    publish({ more: rows.length === wanted, matches: null, searching: false });
  }

  const request = (count: number): SearchRequest => {
    const { sort, understood } = state;
    const { query } = understood;
    return { query, scope: 'bookmarks', order: orderOf({ sort }), from: 0, count, facets: false };
  };

  /** Shows what is found as soon as it is, and the rest when it is known. */
  async function search(signal: AbortSignal, known: readonly Ranked[]): Promise<void> {
    const wanted = limit;
    let shown = Promise.resolve();
    let last: readonly PaperId[] | null = null;
    const ending = await asking.now(request(wanted), (answer) => {
      if (answer.ids === last) return; // it only says that the answer before was complete
      last = answer.ids;
      shown = shown.then(() => take(answer, wanted, known, signal));
    });
    await shown;
    if (ending === 'failed') throw new Error('the library could not be searched');
  }

  async function take(
    { ids, total, rest }: SearchAnswer,
    wanted: number,
    known: readonly Ranked[],
    signal: AbortSignal,
  ): Promise<void> {
    const placed = new Map(known.map((row) => [row.id, row]));
    const rows = await reader.bookmarks(ids.filter((id) => !placed.has(id)));
    if (signal.aborted) return;
    rows.forEach(put);
    for (const row of rows) placed.set(row.paper.id, ranked(row));
    replaceOrder(ids.flatMap((id) => placed.get(id) ?? []));
    const isDone = rest === 0;
    const matches = isDone && isFiltering() ? total : null;
    publish({ more: total > wanted, matches, searching: !isDone });
  }

  /** What changed may be beyond what is read: only a search knows how many there are now. */
  async function countAgain(): Promise<void> {
    const { signal } = reading;
    await asking.next(request(0), (answer) => {
      if (isComplete(answer) && !signal.aborted) publish({ matches: answer.total });
    });
  }

  /** A paper whose editor is open stays where it is, in whatever list comes. */
  function replaceOrder(next: Ranked[]): void {
    const at = order.findIndex((row) => row.id === held);
    const kept = order[at];
    order = next;
    if (kept !== undefined && !has(kept.id)) order = order.toSpliced(at, 0, kept);
  }

  function reconcileOne(id: PaperId, row: Bookmark | undefined): void {
    if (id === held) return;
    const paper = listed.get(id);
    const fits =
      row !== undefined && paper?.bookmarked && (pinned.has(id) || state.understood.fits(paper));
    if (fits && pinned.has(id) && has(id)) return;
    order = order.filter((other) => other.id !== id);
    if (!fits) return;
    const at = placeOf(ranked(row), order);
    // What comes after all that is read is read when it is scrolled to.
    if (at < order.length || !state.more) order = order.toSpliced(at, 0, ranked(row));
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
      const known = order;
      await read((signal) => (isSearching() ? search(signal, known) : readFirst(signal, known)));
    },
    async show({ sort = state.sort, filter = {} }) {
      state = { ...state, sort, filter: { ...state.filter, ...filter }, searching: true };
      if (understanding.now() === null) onChange(); // what is typed is shown at once
      const understand = understanding.now() ?? (await understanding.load());
      state = { ...state, understood: understand(state.filter, now()) };
      limit = FIRST;
      pinned.clear();
      onChange();
      return readAnew();
    },
    async warmUp() {
      await Promise.all([understanding.load(), asking.next(request(0), () => {})]);
    },
    async tagFinds() {
      let finds: TagFinds | null = null;
      await asking.next(TAG_FINDS, (answer) => {
        finds = tagFindsIn(answer);
      });
      return finds;
    },
    pin: (id) => pinned.add(id),
    hold(id) {
      held = id;
    },
    reconcile(ids, found) {
      if (state.phase !== 'ready') return; // what is about to be read has it
      const byId = new Map(found.map((row) => [row.paper.id, row]));
      const before = order.length;
      for (const id of ids) reconcileOne(id, byId.get(id));
      const { matches } = state;
      publish({ matches: matches === null ? null : matches + order.length - before });
      if (matches !== null && state.more) void countAgain();
    },
  };
}
