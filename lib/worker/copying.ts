import { copiedFields } from '../backup/copiedFields';
import { type Copy, type Moment, openCopy } from '../backup/copy';
import { dayOf, FOREVER } from '../backup/generations';
import { type Offer, readOffer } from '../backup/offer';
import { searchesAndColoursIn } from '../backup/restoring';
import { type CopyStorage, OFFER } from '../backup/storage';
import type { Change, Generation } from '../backup/written';
import { deepEqual } from '../papers/deepEqual';
import type { PaperId } from '../papers/ids';
import type { SearchesAndColours } from '../papers/searchesAndColours';
import {
  bookmarksAfter,
  bookmarksNow,
  type DatabaseState,
  databaseState,
  forgetCopied,
  libraryCount,
  nameDatabase,
  searchesAndColoursNow,
  uncopiedPapers,
} from '../store/commands/copying';
import type { AsterismDatabase } from '../store/database';
import type { Pace } from './slices';

/** Keeps the copy of the library outside of the database. One thing at a time: callers wait for each. */
export interface Copying {
  /** Brings the copy up to date. `waits`: changes are in the journal, to be folded when there is time. */
  copy(): Promise<{ waits: boolean }>;
  /** Takes the journal into the chunks. */
  fold(): Promise<void>;
  /** Offers a restore because the database cannot be read. */
  offerUnread(): Promise<void>;
}

interface Needs {
  db: AsterismDatabase;
  storage: CopyStorage;
  now: () => Date;
  pace: Pick<Pace, 'rest'>;
}

/** Most changes of the journal; as many as that at once go into the chunks directly. */
const JOURNAL = 200;

/** Most papers that are folded at once: half a second's work, and of no more is there to be done again. */
const FOLD = 2_000;

/** Bookmarks that are read at once: a star waits for no longer. */
const ROWS = 200;

/** See `Copying`. Nothing is read or written before the first call. */
export function createCopying({ db, storage, now, pace }: Needs): Copying {
  let opened: Copy | null = null;
  let shelves: SearchesAndColours | null = null;
  let forgotten = 0;

  const moment = (): Moment => ({ at: now().toISOString(), day: dayOf(now()) });

  async function open(): Promise<Copy> {
    // First: the copy of a database that is a newer version's is left as it is.
    const state = await databaseState(db);
    // A database that was deleted under the worker, or that the browser replaced, has another name.
    if (opened !== null && opened.head()?.database === state.database) return opened;
    const copy = await openCopy(storage, pace.rest, state.database);
    await join(copy, state);
    await settle(copy);
    const head = copy.head();
    shelves = copy.shelves() ?? (await searchesAndColoursIn(storage, head?.shelves?.key));
    forgotten = 0;
    opened = copy;
    return copy;
  }

  /** What fails is begun again from what is stored. */
  async function safely<T>(work: (copy: Copy) => Promise<T>): Promise<T> {
    try {
      return await work(await open());
    } catch (error) {
      opened = null;
      throw error;
    }
  }

  /** Makes sure that the copy is this database's. A copy of another one, or of a later state, is kept and offered. */
  async function join(copy: Copy, state: DatabaseState): Promise<void> {
    const head = copy.head();
    if ((await readOffer(storage))?.reason === 'unreadable') await storage.remove([OFFER]);
    const isSame = head !== null && state.database === head.database;
    const isBehind = state.through < copy.through();
    // Everything removed would be in the list of changes.
    const isEmptied =
      !state.hasBookmarks &&
      head?.root !== null &&
      copy.waiting() === 0 &&
      state.through === copy.through();
    if (isSame && !isBehind && !isEmptied) return;
    await copy.fold();
    const database =
      head === null && state.database !== null ? state.database : crypto.randomUUID();
    const before = await readOffer(storage);
    await copy.begin(database, state.through, moment(), (pinned) => {
      const offer = pinned && offerOf(pinned, state.hasBookmarks ? 'older' : 'empty');
      // Who loses two databases in a row wants the larger one back.
      return offer === null || (before !== null && before.papers > offer.papers)
        ? {}
        : { [OFFER]: offer };
    });
    await nameDatabase(db, { database, through: state.through });
  }

  /** What was on offer and is not any more is kept for some weeks. */
  async function settle(copy: Copy): Promise<void> {
    const isPinned = copy.head()?.generations.some(({ pinned }) => pinned === FOREVER);
    if (isPinned && (await readOffer(storage)) === null) await copy.settle(dayOf(now()));
  }

  async function newSearches(): Promise<SearchesAndColours | undefined> {
    const found = await searchesAndColoursNow(db);
    if (deepEqual(found, shelves)) return undefined;
    return found;
  }

  async function changesOf(ids: readonly PaperId[]): Promise<Change[]> {
    const changes: Change[] = [];
    for (let at = 0; at < ids.length; at += ROWS) {
      const rows = await bookmarksNow(db, ids.slice(at, at + ROWS));
      for (const [id, bookmark] of rows) changes.push([id, bookmark && copiedFields(bookmark)]);
      await pace.rest();
    }
    return changes;
  }

  /** Copies the next bookmarks of the library, whatever is known of them. */
  async function scan(copy: Copy, after: PaperId | ''): Promise<void> {
    const changes: Change[] = [];
    let last = after;
    let isAll = false;
    while (!isAll && changes.length < FOLD) {
      const rows = await bookmarksAfter(db, last, ROWS);
      for (const row of rows) changes.push([row.paper.id, copiedFields(row)]);
      last = rows.at(-1)?.paper.id ?? last;
      isAll = rows.length < ROWS;
      await pace.rest();
    }
    const exact = { after, through: isAll || last === '' ? null : last };
    await copy.fold({ ...moment(), through: copy.through(), changes, exact });
  }

  async function forget(copy: Copy): Promise<void> {
    const through = copy.head()?.through ?? 0;
    if (through <= forgotten) return;
    await forgetCopied(db, through);
    forgotten = through;
  }

  return {
    copy: () =>
      safely(async (copy) => {
        await settle(copy);
        for (;;) {
          const { ids, through } = await uncopiedPapers(db, copy.through(), FOLD);
          const found = await newSearches();
          if (ids.length === 0 && found === undefined) break;
          const batch = { ...moment(), through, changes: await changesOf(ids), shelves: found };
          if (ids.length + copy.waiting() <= JOURNAL)
            await copy.note(batch, await libraryCount(db));
          else await copy.fold(batch);
          shelves = found ?? shelves;
        }
        for (let at = copy.head()?.scanned; typeof at === 'string'; at = copy.head()?.scanned) {
          await scan(copy, at);
        }
        await forget(copy);
        return { waits: copy.waiting() > 0 };
      }),
    fold: () =>
      safely(async (copy) => {
        await copy.fold();
        await forget(copy);
      }),
    offerUnread: async () => {
      const copy = await openCopy(storage, pace.rest);
      await copy.fold(); // the last changes may be in the journal alone
      const head = copy.head();
      if (head === null || head.root === null) return;
      const { at, root } = head;
      const offer: Offer = { name: 'present', at, papers: root.papers, reason: 'unreadable' };
      if ((await readOffer(storage)) === null) await storage.set({ [OFFER]: offer });
    },
  };
}

function offerOf({ fold, at, root }: Generation, reason: Offer['reason']): Offer | null {
  return root === null ? null : { name: fold, at, papers: root.papers, reason };
}
