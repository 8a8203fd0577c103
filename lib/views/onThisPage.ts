import type { PaperId } from '../papers/ids';
import type { LibraryReader } from '../store/reader';
import type { Shown } from '../store/tabPapers';
import type { PaperCache } from './paperCache';

export interface OnThisPageState {
  /**
   * `none`: the tab shows no listing. `private`: its papers are not remembered, and none is in the library.
   * `failed`: the library could not be read.
   */
  phase: 'loading' | 'none' | 'private' | 'ready' | 'failed';
  /** The listing's papers, in its order. */
  ids: PaperId[];
}

export interface OnThisPageDeps {
  /** What the reader's tab shows; null where that is not a listing. */
  readListing: () => Promise<Shown | null>;
  reader: Pick<LibraryReader, 'papers' | 'bookmarks'> & Partial<Pick<LibraryReader, 'dismissedOf'>>;
  listed: PaperCache;
  onChange: () => void;
}

/** The papers of the listing that the reader looks at. */
export interface OnThisPage {
  state(): OnThisPageState;
  load(): Promise<void>;
  /** Whether a paper of the listing is not for the reader. */
  isDismissed(id: PaperId): boolean;
  /** Reads again which are not. */
  readDismissed(): Promise<void>;
  /** Whether the listing has papers that are not in the library. */
  hasNew(): boolean;
}

/** See `OnThisPage`. */
export function createOnThisPage(deps: OnThisPageDeps): OnThisPage {
  const { readListing, reader, listed, onChange } = deps;
  let state: OnThisPageState = { phase: 'loading', ids: [] };
  let turn = 0;
  let dismissed: ReadonlySet<PaperId> = new Set();

  function publish(next: OnThisPageState): void {
    state = next;
    onChange();
  }

  async function load(): Promise<void> {
    turn += 1;
    const mine = turn;
    try {
      const shown = await readListing();
      const ids = shown?.ids ?? [];
      const [papers, bookmarks, gone] = await Promise.all([
        reader.papers(ids),
        reader.bookmarks(ids),
        reader.dismissedOf?.(ids),
      ]);
      if (mine !== turn) return; // the page changed again meanwhile
      const annotations = new Map(bookmarks.map(({ paper, annotation }) => [paper.id, annotation]));
      for (const paper of papers) listed.put(paper, annotations.get(paper.id) ?? null);
      dismissed = gone ?? dismissed;
      const known = ids.filter((id) => listed.get(id) !== undefined);
      // Papers that nobody has told yet are on their way.
      const unknown = shown?.isPrivate ? 'private' : 'loading';
      publish({
        phase: ids.length === 0 ? 'none' : known.length === 0 ? unknown : 'ready',
        ids: known,
      });
    } catch {
      if (mine === turn) publish({ ...state, phase: 'failed' }); // the view offers to try again
    }
  }

  async function readDismissed(): Promise<void> {
    try {
      dismissed = (await reader.dismissedOf?.(state.ids)) ?? dismissed;
    } catch {
      return; // what is shown was true a moment ago
    }
    onChange();
  }

  return {
    state: () => state,
    load,
    isDismissed: (id) => dismissed.has(id),
    readDismissed,
    hasNew: () => state.ids.some((id) => listed.get(id)?.bookmarked === false),
  };
}
