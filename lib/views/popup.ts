import type { Change } from '../messages/announce';
import type { Send } from '../messages/delivery';
import type { PaperId } from '../papers/ids';
import type { Filter, ListedPaper, Sort } from '../papers/list';
import type { TagCount } from '../papers/tags';
import { tagsAbove } from '../papers/tagTree';
import type { LibraryReader } from '../store/reader';
import type { Shown } from '../store/tabPapers';
import { failureText } from '../text/failureText';
import { text } from '../text/text';
import { type Annotating, createAnnotating, type Part } from './annotating';
import type { FittingPapers, FittingPapersState } from './fittingPapers';
import type { SearchSource } from './library/latestSearch';
import { type Announcement, createNotices, type Notices, type Toast } from './notices';
import { createObservers, type Observable } from './observable';
import { createOnThisPage, type OnThisPageState } from './onThisPage';
import type { PaperCache } from './paperCache';
import { withPlainTitles } from './plainTitles';
import { createReadingList, type ReadingListState } from './readingList';
import type { TagFinds } from './searching/tagFinds';

/** The popup's views: the papers on the listing in the reader's tab, the reading list, and what is worth a look. */
export type Tab = 'page' | 'list' | 'fit';

/** Those that can be there when the popup opens. */
type FirstTab = Exclude<Tab, 'fit'>;

export interface PopupDeps {
  reader: Pick<LibraryReader, 'first' | 'bookmarks' | 'papers' | 'count' | 'tags'> &
    Partial<Pick<LibraryReader, 'dismissedOf'>>;
  /** Where the reading list is searched. */
  source: SearchSource;
  send: Send;
  /** What the reader's tab shows; null where that is not a listing. */
  readListing: () => Promise<Shown | null>;
  /** Which tab the reader chose on a listing; read at once, before anything is shown. */
  choice: { read(): FirstTab | null; write(tab: FirstTab): void };
  now: () => Date;
}

export interface PopupState {
  /** Null until it is known which tab opens first. */
  tab: Tab | null;
  page: OnThisPageState;
  list: ReadingListState;
  /** Null while it is not known what fits. */
  fit: FittingPapersState | null;
  /** How many bookmarks there are; null while unknown. */
  total: number | null;
  /** Tags in use, most used first. */
  tags: TagCount[];
  /** How many papers a search for each tag finds; null where that was not asked. */
  tagFinds: TagFinds | null;
  /** The paper whose editor is open, and the part of it that was asked for. */
  editing: { id: PaperId; part: Part | undefined } | null;
  toast: Toast | null;
  said: Announcement;
  /** The paper whose row is to take the focus. */
  focus: { id: PaperId; turn: number } | null;
}

/** The popup's state and all that can be done in it. Knows no DOM. */
export interface Popup
  extends Observable,
    Pick<Annotating, 'patch' | 'remove' | 'undo' | 'edit' | 'closeEditor' | 'flush'>,
    Pick<Notices, 'show' | 'dismiss'> {
  state(): PopupState;
  paper(id: PaperId): ListedPaper | undefined;
  /** Whether a paper of the page is not for the reader. */
  isDismissed(id: PaperId): boolean;
  /** Takes that back. */
  takeBack(id: PaperId): Promise<void>;
  /** Reads what is shown first; again after a failure. */
  open(): Promise<void>;
  /** Reads what the first screen did without. */
  readRest(): Promise<void>;
  pick(tab: Tab): void;
  narrow(part: { sort?: Sort; filter?: Partial<Filter> }): void;
  more(): void;
  /** The reader is about to choose a tag: counts what a search for each finds, where that is not how often it is used. */
  countTags(): Promise<void>;
  /** From now on it is known what is worth a look. */
  offer(make: (listed: PaperCache, onChange: () => void) => FittingPapers): void;
  /** Annotations changed somewhere. */
  changed(change: Change): Promise<void>;
  /** The tab's cards changed. */
  listingChanged(): Promise<void>;
}

/** See `Popup`. */
export function createPopup(deps: PopupDeps): Popup {
  const { reader, source, send, readListing, choice, now } = deps;
  const papers = withPlainTitles(reader);
  const { subscribe, notify } = createObservers();
  const notices = createNotices(notify);
  let tab: Tab | null = null;
  let total: number | null = null;
  let tags: TagCount[] = [];
  let tagFinds: TagFinds | null = null;
  let opening = Promise.resolve();

  const annotating = createAnnotating({
    send,
    now,
    notices,
    onChange: notify,
    onTouched: (ids) => refresh(ids),
    onEmptied: (id) => list.reconcile([id], []),
    onHold: (id) => list.hold(id),
    onPatch: (id) => list.pin(id),
  });
  const { listed } = annotating;
  const list = createReadingList({ reader: papers, source, listed, now, onChange: notify });
  let fit: FittingPapers | undefined;
  const page = createOnThisPage({
    readListing,
    reader: { ...papers, ...(reader.dismissedOf ? { dismissedOf: reader.dismissedOf } : {}) },
    listed,
    onChange: notify,
  });

  /** Where the papers themselves could not be read, their place says so, and why. */
  function couldNotRead(): void {
    const phase = { page, list, fit }[tab ?? 'list']?.state().phase;
    if (phase !== 'failed') notices.show('error', text('couldNotRead'));
  }

  async function open(): Promise<void> {
    const listRead = list.load();
    await page.load();
    tab ??= page.state().ids.length === 0 ? 'list' : (choice.read() ?? firstTab());
    notify();
    if (tab === 'fit') await fit?.load();
    await listRead;
  }
  const firstTab = (): FirstTab => (page.hasNew() ? 'page' : 'list');

  async function readRest(): Promise<void> {
    await Promise.all([list.warmUp(), count()]);
  }

  /** How many papers and tags there are. */
  async function count(): Promise<void> {
    try {
      [total, tags] = await Promise.all([reader.count(), reader.tags()]);
      tagFinds = null;
      notify();
    } catch {
      // Where the first screen could not be read either, it says so, and why.
      if (list.state().phase !== 'failed') couldNotRead();
    }
  }

  /** Reads some papers again, and shows them as they are now. */
  async function refresh(ids: readonly PaperId[]): Promise<void> {
    try {
      const [found, count] = await Promise.all([papers.bookmarks(ids), reader.count()]);
      total = count;
      const rows = new Map(found.map((row) => [row.paper.id, row]));
      let retagged = false;
      for (const id of ids) {
        const row = rows.get(id);
        const before = listed.get(id)?.annotation.tags ?? [];
        retagged ||= before.join('\n') !== (row?.annotation.tags ?? []).join('\n');
        if (row) listed.put(row.paper, row.annotation);
        else listed.store(id, null);
      }
      list.reconcile(ids, found);
      if (retagged || annotating.takeRetagged()) {
        tags = await reader.tags();
        tagFinds = null;
      }
      notify();
    } catch {
      couldNotRead();
    }
  }

  return {
    subscribe,
    ...annotating,
    show: notices.show,
    dismiss: notices.dismiss,
    state: () => ({
      tab,
      total,
      tags,
      tagFinds,
      page: page.state(),
      list: list.state(),
      fit: fit?.state() ?? null,
      editing: annotating.editing(),
      focus: annotating.focus(),
      toast: notices.toast(),
      said: notices.said(),
    }),
    paper: listed.get,
    isDismissed: page.isDismissed,
    async takeBack(id) {
      const done = await send('paper.dismiss', { id, dismissed: false });
      if (!done.ok) notices.show('error', failureText(done.code));
      await page.readDismissed();
    },
    open() {
      opening = open();
      return opening;
    },
    readRest,
    pick(next) {
      annotating.closeEditor();
      if (next === 'fit') void fit?.load();
      else if (page.state().ids.length > 0) choice.write(next);
      tab = next;
      notify();
    },
    narrow: (part) => void list.show(part),
    more: () => void list.more(),
    async countTags() {
      if (tagFinds !== null || tagsAbove(tags.map(({ tag }) => tag)).size === 0) return;
      const counted = tags;
      const finds = await list.tagFinds();
      if (tags !== counted) return; // they changed meanwhile
      tagFinds = finds;
      notify();
    },
    offer(make) {
      fit = make(listed, notify);
      notify();
    },
    async changed(change) {
      await opening; // what is being read may be older than the change
      if (change !== 'all') {
        void page.readDismissed();
        return refresh(change);
      }
      // The search is not readied again: in a stream of changes that would be out of date a second later.
      await Promise.all([list.load(), page.load(), tab === 'fit' && fit?.load(), count()]);
    },
    listingChanged: () => page.load(),
  };
}
