import { later } from '../../later';
import type { Change } from '../../messages/announce';
import type { Send } from '../../messages/delivery';
import type { AnnotationPatch } from '../../papers/annotation';
import type { PaperId } from '../../papers/ids';
import type { ListedPaper } from '../../papers/list';
import type { LibraryReader } from '../../store/reader';
import { text } from '../../text/text';
import { type Annotating, createAnnotating } from '../annotating';
import { type Announcement, createNotices, type Notices, type Toast } from '../notices';
import { createObservers, type Observable } from '../observable';
import { withPlainTitles } from '../plainTitles';
import { createActiveRow } from './activeRow';
import { type Address, orderOf } from './address';
import { type BulkDeps, createBulk } from './bulk';
import { coalesced } from './coalescing';
import type { SearchSource } from './latestSearch';
import { createNavigating, type Navigating, type Place, type Understood } from './navigating';
import { createResults, type ResultsState } from './results';
import { createRowLoader } from './rowLoader';
import { createRows } from './rows';
import { createSelectionActions, type SelectionActions } from './selectionActions';
import { type CountsTags, createSummary, type Summary, type SummaryState } from './summary';

export interface LibraryDeps extends CountsTags, Pick<BulkDeps, 'newJob' | 'onProgress'> {
  reader: Pick<LibraryReader, 'first' | 'bookmarks' | 'papers' | 'count' | 'tags'>;
  source: SearchSource;
  send: Send;
  place: Place;
  now: () => Date;
}

export interface LibraryState extends Understood, SummaryState {
  address: Address;
  results: ResultsState;
  /** Where the keys act; -1: nowhere yet. */
  active: number;
  selected: number;
  toast: Toast | null;
  said: Announcement;
}

/** The library page's state and all that can be done on it. Knows no DOM. */
export interface Library
  extends Observable,
    Pick<Annotating, 'patch' | 'remove' | 'undo' | 'flush'>,
    Pick<Notices, 'show' | 'dismiss'>,
    Pick<Summary, 'countTags'>,
    Navigating {
  state(): LibraryState;
  /** The page's edits; the reading pane makes its own through them. */
  annotating: Annotating;
  choosing: SelectionActions;
  /** Reads what is shown first; again after a failure. */
  open(): Promise<void>;
  /** Reads what the first screen did without. */
  readRest(): Promise<void>;
  idAt(place: number): PaperId | undefined;
  placeOf(id: PaperId): number;
  paper(id: PaperId): ListedPaper | undefined;
  /** These places are in sight. */
  want(from: number, to: number): void;
  activate(place: number): void;
  /** Annotations changed somewhere. */
  changed(change: Change): Promise<void>;
}

/** Bookmarks on the first screen. */
const FIRST = 30;
/** Rows that are remembered. */
const MOST_ROWS = 600;

const matching = later(async () => (await import('../matching')).matchesQuery);

/** See `Library`. */
export function createLibrary(deps: LibraryDeps): Library {
  const { reader, source, send, place, now } = deps;
  const papers = withPlainTitles(reader);
  const { subscribe, notify } = createObservers();
  const notices = createNotices(notify);
  /** Where the list itself could not be read, it says so, and why. */
  const couldNotRead = (): void => {
    if (results.state().phase !== 'failed') notices.show('error', text('couldNotRead'));
  };
  const summary = createSummary(reader, deps, notify);
  const walking = createActiveRow(() => results);
  const changed = coalesced(async (change) => {
    await opening; // what is being read may be older than the change
    await takeIn(change).catch(couldNotRead);
  });
  let opening = Promise.resolve();
  /** Whether the search has begun; the first screen may do without. */
  let searched = false;
  let asked = 0; // the last time that the focus was called to a paper

  const annotating = createAnnotating({
    send,
    now,
    notices,
    most: MOST_ROWS,
    onChange: () => {
      const focus = annotating.focus();
      if (focus !== null && focus.turn !== asked) {
        asked = focus.turn;
        walking.go(results.placeOf(focus.id));
      }
      notify();
    },
    onTouched: (ids) => changed([...ids]),
    onEmptied: (id) => results.leave(id),
    onHold: () => {},
    onPatch: (id) => results.edited(id),
  });
  const { listed } = annotating;
  const rows = createRows(papers, listed);
  const results = createResults({
    source,
    prepare: async (ids) => {
      await rows.read(ids).catch(couldNotRead);
    },
    stays,
    onChange: () => {
      summary.meet(results.state().facets);
      walking.follow();
      notify();
      filling.again();
    },
  });
  const filling = createRowLoader(results, rows, onRead, couldNotRead);
  const bulk = createBulk({ ...deps, notices, stepped: annotating.stepped, onChange: notify });
  const choosing = createSelectionActions({
    results,
    bulk,
    paper: listed.get,
    notices,
    onChange: notify,
  });
  const navigating = createNavigating(place, now, ({ searches }) => {
    if (searches) {
      choosing.none();
      walking.reset();
      void search();
    }
    notify();
  });

  function onRead(): void {
    walking.follow();
    notify();
  }

  /** Whether a paper that was edited here stays in a list that it no longer fits: not if it has left the library. */
  function stays(id: PaperId): boolean {
    const shown = listed.get(id);
    const { scope } = navigating.address();
    if (!shown?.bookmarked || scope === 'history') return false;
    return matching.now()?.(navigating.understood().query, shown, scope) === false;
  }

  function search(): Promise<void> {
    const { scope } = navigating.address();
    searched = true;
    return results.search({
      query: navigating.understood().query,
      scope,
      order: orderOf(navigating.address()),
    });
  }

  async function open(): Promise<void> {
    const { scope, query, sort, reversed } = navigating.address();
    searched = false;
    if (scope !== 'bookmarks' || query !== '' || sort !== 'starred' || reversed) return search();
    try {
      const first = await papers.first(FIRST);
      for (const row of first) listed.put(row.paper, row.annotation);
      results.begin(first.map(({ paper }) => paper.id));
    } catch {
      results.fail();
    }
  }

  async function readRest(): Promise<void> {
    const searching = searched ? null : search();
    const reading = summary.count().then(summary.readTags);
    const [counted] = await Promise.allSettled([reading, matching.load()]);
    await searching;
    // Where the list could not be read either, it says so, and why.
    if (counted.status === 'rejected' && results.state().phase !== 'failed') couldNotRead();
  }

  async function takeIn(change: Change): Promise<void> {
    const inSight = new Set(filling.ids());
    const known = listed.ids();
    const stale = change === 'all' ? known : known.filter((id) => change.includes(id));
    const tagsOf = (ids: PaperId[]): string =>
      ids.map((id) => listed.get(id)?.annotation.tags.join('\n')).join('\n\n');
    const before = tagsOf(stale);
    // What is out of sight is read when it comes back.
    const { paper } = navigating.address();
    const again = stale.filter((id) => change !== 'all' || inSight.has(id) || id === paper);
    for (const id of stale) if (!again.includes(id)) listed.drop(id);
    await rows.again(again);
    notify();
    const { from, to } = filling.inSight();
    await results.again(from, to);
    await summary.count();
    const retagged = annotating.takeRetagged() || stale.length === 0 || before !== tagsOf(stale);
    if (change === 'all' || retagged) await summary.readTags();
  }

  return {
    ...navigating,
    subscribe,
    annotating,
    choosing: { ...choosing, run: (action) => annotating.making(choosing.run(action)) },
    patch: (id: PaperId, patch: AnnotationPatch) => annotating.patch(id, patch),
    remove: annotating.remove,
    undo: annotating.undo,
    flush: annotating.flush,
    show: notices.show,
    dismiss: notices.dismiss,
    state: () => ({
      ...navigating.understood(),
      address: navigating.address(),
      results: results.state(),
      ...summary.state(),
      active: walking.place(),
      selected: choosing.count(),
      toast: notices.toast(),
      said: notices.said(),
    }),
    open() {
      opening = open();
      return opening;
    },
    readRest,
    idAt: results.idAt,
    placeOf: results.placeOf,
    countTags: summary.countTags,
    paper: listed.get,
    want: filling.want,
    activate(at) {
      walking.go(at);
      notify();
    },
    changed,
  };
}
