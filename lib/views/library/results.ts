import type { PaperId } from '../../papers/ids';
import type { Facets } from '../../search/query/facets';
import { isComplete, type SearchAnswer, type SearchRequest } from '../../search/query/request';
import { createKeptInPlace } from './keptInPlace';
import { createAsking, type Ending, type SearchSource } from './latestSearch';
import type { Range } from './prefetch';
import { createWindows, WINDOW } from './windows';

/** What is searched for. */
export type Wanted = Pick<SearchRequest, 'query' | 'scope' | 'order'>;

export interface ResultsState {
  /** `failed`: the library could not be read. */
  phase: 'loading' | 'ready' | 'failed';
  /** How many rows the list has; null while unknown. */
  length: number | null;
  /** How many papers fit the search; null while unknown. */
  total: number | null;
  facets: Facets | null;
  /** Papers of which a search reads little (`SearchAnswer`). */
  unreadable: readonly PaperId[];
  /** Whether more may still be found. */
  searching: boolean;
  /** Another number: another search is shown. */
  serial: number;
}

/** The papers that a search finds, in their order: of many, the part that is looked at. */
export interface Results {
  state(): ResultsState;
  idAt(place: number): PaperId | undefined;
  /** Where a paper is, among the places that were read; -1: not there. */
  placeOf(id: PaperId): number;
  /** Shows what is known without a search. */
  begin(ids: readonly PaperId[]): void;
  /** The library could not be read. */
  fail(): void;
  /** Searches again; what was found before stays on show until there is something to show. */
  search(wanted: Wanted): Promise<void>;
  /** Searches for the same again: something has changed. */
  again(from: number, to: number): Promise<void>;
  /**
   * Reads which papers are at some places, and, where any of them is not known, at those around them up to the ends of
   * `far`. `known`: they were, or another search has begun, which reads its own.
   */
  read(near: Range, far: Range): Promise<'known' | 'read' | 'failed'>;
  /**
   * All papers between two places, or up to the end where there are fewer; as they are after what changes meanwhile. Null:
   * the library could not be read, or another search has begun.
   */
  between(from: number, to: number): Promise<PaperId[] | null>;
  /** A paper is edited on show: should it no longer fit, it stays where it is until the next search. */
  edited(id: PaperId): void;
  /** A paper has left the library. */
  leave(id: PaperId): void;
}

export interface ResultsDeps {
  source: SearchSource;
  /** Reads what a first screen needs of some papers, so that they appear at once. */
  prepare: (ids: readonly PaperId[]) => Promise<void>;
  /** Whether an edited paper that is not found stays on show. */
  stays: (id: PaperId) => boolean;
  onChange: () => void;
}

/** Places that are asked for at once while one scrolls. */
const MOST_AT_ONCE = 20 * WINDOW;

/** Rows of a first screen. */
const SCREEN = 24;

/** See `Results`. */
export function createResults({ source, prepare, stays, onChange }: ResultsDeps): Results {
  const asking = createAsking(source);
  const windows = createWindows();
  const staying = createKeptInPlace();
  /** Papers that were edited since the last answer, and where they are shown. */
  const edited = new Map<PaperId, number>();
  let wanted: Wanted | null = null;
  let turn = 0;
  let newest: Promise<void> = Promise.resolve();
  let showing = 0;
  let total: number | null = null;
  /** How many papers were shown before the first search. */
  let begun: number | null = null;
  let facets: Facets | null = null;
  let unreadable: readonly PaperId[] = [];
  let phase: ResultsState['phase'] = 'loading';
  let searching = false;
  let serial = 0;
  let isOther = false;

  const request = (
    from: number,
    count: number,
    how: Partial<SearchRequest> = {},
  ): SearchRequest | null => wanted && { ...wanted, from, count, facets: false, ...how };

  /** Shows an answer for the places from `from` on; of what was known about others nothing is right any more. */
  async function show(answer: SearchAnswer, from: number, screen: readonly PaperId[]) {
    showing += 1;
    const mine = showing;
    await prepare(screen);
    if (mine !== showing) return; // there is something newer to show
    windows.clear();
    windows.put(from, answer.ids);
    total = answer.total;
    for (const [id, place] of edited) if (stays(id)) staying.keep(id, place);
    edited.clear();
    staying.settle(total, answer.ids);
    facets = answer.facets ?? facets;
    unreadable = answer.unreadable;
    phase = 'ready';
    searching = answer.rest > 0;
    if (isOther) serial += 1;
    isOther = false;
    onChange();
  }

  function ended(ending: Ending): void {
    if (ending !== 'failed') return;
    phase = 'failed';
    searching = false;
    onChange();
  }

  async function searchAgain(from: number, to: number, keep: boolean): Promise<void> {
    const first = Math.floor(foundAt(from) / WINDOW) * WINDOW;
    const count = Math.max(WINDOW, Math.ceil((to - first) / WINDOW) * WINDOW);
    const asked = request(first, count, { facets: true });
    if (asked === null) return;
    turn += 1;
    showing += 1;
    let shown = Promise.resolve();
    let last: readonly PaperId[] | null = null;
    const ending = await asking.now(asked, (answer) => {
      // While a change is taken in, papers are missing in the first answers. The last may only say that one was complete.
      if ((keep && !isComplete(answer)) || answer.ids === last) return;
      last = answer.ids;
      const screen = answer.ids.slice(
        Math.max(0, from - first),
        Math.max(0, from - first) + SCREEN,
      );
      shown = show(answer, first, screen);
    });
    await shown;
    ended(ending);
  }

  function searchNow(from: number, to: number, keep: boolean): Promise<void> {
    newest = searchAgain(from, to, keep);
    return newest;
  }

  function placeOf(id: PaperId): number {
    const kept = staying.placeOf(id);
    if (kept >= 0) return kept;
    const found = windows.placeOf(id);
    return found < 0 ? -1 : staying.shownAt(found);
  }

  const foundAt = (place: number): number => {
    const here = staying.at(place);
    return 'found' in here ? here.found : Math.max(0, place - staying.size);
  };

  async function ask(from: number, count: number, further = false): Promise<PaperId[] | null> {
    const asked = request(from, count, { further });
    if (asked === null) return null;
    const mine = turn;
    let ids: PaperId[] = [];
    const ending = await asking.next(asked, (answer) => {
      ids = answer.ids;
    });
    return ending === 'complete' && mine === turn ? ids : null;
  }

  const length = (): number | null => (total === null ? begun : total + staying.size);

  async function between(from: number, to: number): Promise<PaperId[] | null> {
    const [mine, searched] = [turn, wanted];
    const end = Math.min(to, length() ?? 0);
    const ids = await ask(foundAt(from), foundAt(end) - foundAt(from));
    if (ids === null && mine !== turn && searched === wanted) {
      await newest; // something has changed meanwhile, which the same search finds
      return between(from, to);
    }
    return ids && [...ids, ...staying.between(from, end)];
  }

  return {
    state: () => ({
      phase,
      total,
      length: length(),
      facets,
      unreadable,
      searching,
      serial,
    }),
    idAt(place) {
      const here = staying.at(place);
      return 'stays' in here ? here.stays : windows.idAt(here.found);
    },
    placeOf,
    begin(ids) {
      windows.put(0, ids);
      begun = ids.length;
      phase = 'ready';
      onChange();
    },
    fail: () => ended('failed'),
    search(next) {
      // What a first screen was read without a search is what the first search finds.
      isOther = wanted !== null;
      wanted = next;
      staying.clear();
      edited.clear();
      return searchNow(0, WINDOW, false);
    },
    again: (from, to) => searchNow(from, to, true),
    async read(near, far) {
      const end = total ?? 0;
      const missing = windows.missing(foundAt(near.from), Math.min(foundAt(near.to), end));
      if (missing === undefined) return 'known';
      const least = Math.max(0, foundAt(far.from), missing + WINDOW - MOST_AT_ONCE);
      const first = far.from < near.from ? Math.floor(least / WINDOW) * WINDOW : missing;
      const last = Math.max(missing + WINDOW, Math.min(foundAt(far.to), end));
      const count = Math.min(MOST_AT_ONCE, Math.ceil((last - first) / WINDOW) * WINDOW);
      const mine = turn;
      const ids = await ask(first, count, true);
      if (mine !== turn) return 'known';
      if (ids === null) return 'failed';
      windows.put(first, ids);
      return 'read';
    },
    between,
    edited(id) {
      const place = placeOf(id);
      if (place >= 0) edited.set(id, place);
    },
    leave(id) {
      edited.delete(id);
      staying.leave(id);
    },
  };
}
