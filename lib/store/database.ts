import { Dexie, type PromiseExtended, type Table } from 'dexie';
import type { PaperId } from '../papers/ids';
import type { SavedSearch } from '../papers/savedSearch';
import type { ColouredTag } from '../papers/tagColours';
import type { PartName } from '../search/index/source';
import { changeTracking, type TouchedPapers } from './changeTracking';
import type { CapturedRow, CopyStateRow } from './copyState';
import type { CountRow } from './counts';
import type { Job, JobPart } from './jobs';
import type { RankingPartName, RankingRow } from './rankingRows';
import {
  type BookmarkRow,
  DATABASE,
  type DismissedRow,
  type EventsRow,
  type HistoryRow,
  NEWER,
  type PaperRow,
  type SightRow,
  type StepPart,
  type TrashRow,
} from './rows';
import type { IndexStateRow, SegmentPart } from './searchRows';
import type { StagedPart } from './staging';
import type { CameRow, OutboxRow, ReplicaRow, SyncStateRow } from './sync/rows';
import { countBookmarks, splitRows, touchAll } from './upgrades';

/**
 * Where a database is a newer version's, Dexie opens it without a version and may even change its schema. A version of
 * the extension that was put back would write rows into it that lack what it does not know of.
 */
const neverNewer = {
  open: (name: string, version = NEWER - 1): IDBOpenDBRequest => indexedDB.open(name, version),
  databases: (): Promise<IDBDatabaseInfo[]> => indexedDB.databases(), // else Dexie keeps a list of its own
  deleteDatabase: (name: string): IDBOpenDBRequest => indexedDB.deleteDatabase(name),
};

/**
 * The database, for the worker alone: everything that writes. Pages read it through `openReader`.
 *
 * Every write is strict (on the disk before it is answered), the history's too: it shares transactions with bookmarks
 * whose facts it refreshes, and a page that is shown costs one flush, not one per row.
 */
export class AsterismDatabase extends Dexie {
  /** The facts of every paper that is in the library, the history or the trash, or is dismissed, once. */
  declare readonly papers: Table<PaperRow, PaperId>;
  /** The library. */
  declare readonly bookmarks: Table<BookmarkRow, PaperId>;
  /** Where and when pages have shown papers: may be dropped at any time. */
  declare readonly history: Table<HistoryRow, PaperId>;
  /** Papers of the history that the reader had in sight; they go with its rows. */
  declare readonly sights: Table<SightRow, PaperId>;
  /** Papers that are not for the reader; never evicted. */
  declare readonly dismissed: Table<DismissedRow, PaperId>;
  /** Removed bookmarks. A paper with a note in both has another one in the library. */
  declare readonly trash: Table<TrashRow, PaperId>;
  /** What the reader did with each paper, and when. */
  declare readonly events: Table<EventsRow, PaperId>;
  /** Tags with a colour. */
  declare readonly colours: Table<ColouredTag, string>;
  declare readonly searches: Table<SavedSearch, string>;
  /** Commands for many papers, from their start until a day after their end. */
  declare readonly jobs: Table<Job, string>;
  /** What each of them has still to do. */
  declare readonly jobParts: Table<JobPart, [job: string, part: number]>;
  /** How many bookmarks there are, and how many have each tag. */
  declare readonly counts: Table<CountRow, string>;
  /** What can be taken back. */
  declare readonly steps: Table<StepPart, [step: number, part: number]>;
  /** Imports that are not applied yet. */
  declare readonly staged: Table<StagedPart, [importId: string, part: number]>;

  /** Papers that the search index does not know yet. */
  declare readonly touched: Table<TouchedPapers, number, Omit<TouchedPapers, 'seq'>>;
  /** The search index, in parts. */
  declare readonly segments: Table<SegmentPart, [number: number, part: PartName]>;
  declare readonly indexState: Table<IndexStateRow, 1>;

  /** What was learned from the library, in parts. */
  declare readonly ranking: Table<RankingRow, RankingPartName>;

  /** Bookmarks that the copy outside of the database does not know yet. */
  declare readonly uncopied: Table<TouchedPapers, number, Omit<TouchedPapers, 'seq'>>;
  /** What the copy knows this database by; and up to where sync has read what the copy reads. */
  declare readonly copyState: Table<CopyStateRow | CapturedRow, 1 | 2>;

  /** What was said about papers, and where. This and what follows is empty where sync is off. */
  declare readonly replica: Table<ReplicaRow, string>;
  /** What other machines do not know yet. */
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly syncState: Table<SyncStateRow, SyncStateRow['key']>;
  /** The last things that came from other machines. */
  declare readonly synced: Table<CameRow, number, Omit<CameRow, 'seq'>>;

  constructor(name = DATABASE) {
    super(name, { chromeTransactionDurability: 'strict', indexedDB: neverNewer, IDBKeyRange });
    this.version(1).stores({
      papers: 'id, lastSeenAt',
      bookmarks:
        'id, rank.starred, rank.published, rank.title, annotation.status, *annotation.tags',
      trash: 'id, trashedAt',
      events: 'id',
      colours: 'key',
      searches: 'name',
      jobs: 'id',
      jobParts: '[job+part]',
      steps: '[step+part]',
      staged: '[import+part], stagedAt',
    });
    this.version(2)
      .stores({ touched: '++seq', segments: '[number+part]', indexState: 'id' })
      .upgrade(touchAll);
    // A library without a copy is copied whole: nothing has to be noted of what is there.
    this.version(3).stores({ uncopied: '++seq', copyState: 'id' });
    this.version(4)
      .stores({
        counts: 'key',
        bookmarks: 'id, rank.starred, rank.published, rank.title, *annotation.tags',
      })
      .upgrade(countBookmarks);
    // Narrow rows: what a click changes in one table, what sites state in another, once (decision 20).
    this.version(5)
      .stores({ bookmarks: 'id, rank', papers: 'id', history: 'id, lastSeenAt' })
      .upgrade(async (upgrade) => {
        await touchAll(upgrade); // formulas are spelled again (decision 19), compounds are indexed
        await splitRows(upgrade);
      });
    // What fits the reader is learned again wherever it is not there.
    this.version(6).stores({ ranking: 'part' });
    // Which papers were in sight, apart from the history: nothing that is searched changes with it. And what is not for the reader.
    this.version(7).stores({ sights: 'id, at', dismissed: 'id' });
    // The same library on other machines.
    this.version(8).stores({ replica: 'first', outbox: 'n', syncState: 'key', synced: '++seq' });
    this.use(changeTracking);
  }

  /**
   * Dexie remembers that a database could not be opened and never tries again. A disk that was full has space again some
   * time: whoever asks later finds it open. Those who wait now are told first why it failed.
   */
  override open(): PromiseExtended<Dexie> {
    const opening = super.open();
    opening.catch(() =>
      setTimeout(() => {
        if (!this.isOpen()) this.close({ disableAutoOpen: false });
      }),
    );
    return opening;
  }
}
