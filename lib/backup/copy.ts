import type { Shelves } from '../papers/shelves';
import type { Change, Range } from './chunks';
import { beginFold, dropState } from './commit';
import { daysAfter, FOREVER, type Generation } from './generations';
import { changesIn, type Head, headItem, type JournalRecord, readHead, readJournal } from './head';
import { pack } from './packing';
import { type CopyStorage, chunkKey, HEADS, journalKey } from './storage';
import { update } from './tree';

/** A time, and the reader's own calendar day of it. */
export interface Moment {
  at: string;
  day: string;
}

/** Changes, and up to where the database's list of changes is then known. */
export interface Batch extends Moment {
  through: number;
  changes: readonly Change[];
  shelves?: Shelves | undefined;
  /** Of a part of the library, these are all bookmarks. */
  exact?: Range | undefined;
}

/** The copy of a library, for its one writer. Nothing here runs at the same time as anything else here. */
export interface Copy {
  /** The state, null where there is no copy yet. */
  head(): Head | null;
  /** Up to where the database's list of changes is in it. */
  through(): number;
  /** Saved searches and colours that wait in the journal. */
  shelves(): Shelves | undefined;
  /** Changes that wait in the journal; a record of searches and colours alone is one. */
  waiting(): number;
  /** Writes changes down, which make it so many papers: one small write, whatever the size of the copy. */
  note(batch: Omit<Batch, 'exact'>, papers: number): Promise<void>;
  /** Takes the journal into the chunks, and then a batch, if there is one. */
  fold(batch?: Batch): Promise<void>;
  /** Begins anew, for another database. The state before becomes a generation, kept until `settle`; null: it was empty. */
  begin(
    database: string,
    through: number,
    moment: Moment,
    also?: (pinned: Generation | null) => Record<string, unknown>,
  ): Promise<void>;
  /** Keeps what was on offer for some weeks and no longer. */
  settle(today: string): Promise<void>;
}

/** Days for which a copy stays that was on offer. */
const SETTLED_DAYS = 28;

/** Chunks that are looked for at once. */
const AT_ONCE = 32;

/** Opens the copy, and clears away what a stopped worker has left half done. */
export async function openCopy(storage: CopyStorage, rest: () => Promise<void>): Promise<Copy> {
  let head = await readHead(storage);
  let records: JournalRecord[] = [];
  if (head !== null) {
    if (head.doomed.length > 0) await storage.remove(head.doomed);
    head = { ...head, doomed: [] };
    if (await isHeadLost(storage, head)) {
      // The state after this one cannot be read. Everything is copied again, and no number is used twice.
      head = { ...head, scanned: '', journal: head.journal + 1_000_000 };
    }
    const left = await unfinishedKeys(storage, head.fold + 1);
    if (left.length > 0) await storage.remove(left);
    const journal = await readJournal(storage, head.journal);
    records = journal.records;
    if (journal.isDamaged) head = { ...head, scanned: '' };
  }

  async function foldOne(batch: Batch, folded: number): Promise<void> {
    if (head === null) return;
    const fold = beginFold(storage, head, rest);
    const root = await update(head.root, batch.changes, fold, batch.exact);
    let { shelves } = head;
    if (batch.shelves !== undefined) {
      if (shelves !== null) fold.dropped(shelves);
      shelves = await fold.store(batch.shelves);
    }
    const { at, day } = batch;
    const changed = fold.hasChanged();
    const isNewDay = changed && day !== head.day && (head.root !== null || head.shelves !== null);
    const { exact } = batch;
    head = await fold.commit(
      {
        ...head,
        ...(changed ? { fold: head.fold + 1, root, shelves, at, day } : {}),
        generations: isNewDay ? [...head.generations, generationOf(head)] : head.generations,
        through: Math.max(head.through, batch.through),
        journal: head.journal + folded,
        scanned: fold.isDamaged() ? '' : exact === undefined ? head.scanned : exact.through,
      },
      Array.from({ length: folded }, (_, at) => journalKey((head?.journal ?? 0) + at)),
    );
    records = records.slice(folded);
  }

  return {
    head: () => head,
    through: () => records.at(-1)?.through ?? head?.through ?? 0,
    shelves: () => records.findLast((record) => record.shelves !== undefined)?.shelves,
    waiting: () => records.reduce((sum, { changes }) => sum + Math.max(changes.length, 1), 0),
    async note(batch, papers) {
      if (head === null) return;
      const { at, day, through, changes, shelves } = batch;
      const record: JournalRecord = {
        at,
        day,
        through,
        papers,
        changes: [...changes],
        ...(shelves === undefined ? {} : { shelves }),
      };
      await storage.set({ [journalKey(head.journal + records.length)]: await pack(record) });
      records = [...records, record];
    },
    async fold(batch) {
      for (let last = records.at(0); last !== undefined; last = records.at(0)) {
        const { day } = last;
        const end = records.findIndex((record) => record.day !== day);
        const some = end < 0 ? records : records.slice(0, end);
        const newest = some.at(-1) ?? last;
        const shelves = some.findLast((record) => record.shelves !== undefined)?.shelves;
        await foldOne({ ...newest, changes: changesIn(some), shelves }, some.length);
      }
      if (batch !== undefined) await foldOne(batch, 0);
    },
    async begin(database, through, { at, day }, also = () => ({})) {
      const before = head ?? { ...NOTHING, at, day };
      const isEmpty = before.root === null && before.shelves === null;
      const pinned = isEmpty ? null : { ...generationOf(before), pinned: FOREVER };
      const fold = beginFold(storage, before, rest);
      await dropState(before, fold);
      head = await fold.commit(
        {
          ...before,
          fold: before.fold + 1,
          database,
          through,
          root: null,
          shelves: null,
          at,
          day,
          journal: before.journal + records.length,
          scanned: '',
          generations: pinned === null ? before.generations : [...before.generations, pinned],
        },
        records.map((_, at) => journalKey(before.journal + at)),
        also(pinned),
      );
      records = [];
    },
    async settle(today) {
      if (head === null) return;
      const generations = head.generations.map((one) =>
        one.pinned === FOREVER ? { ...one, pinned: daysAfter(today, SETTLED_DAYS) } : one,
      );
      head = { ...head, turn: head.turn + 1, generations };
      await storage.set(await headItem(head));
    },
  };
}

/** The present state as a generation. */
export function generationOf({ fold, root, shelves, through, at, day }: Head): Generation {
  return { fold, root, shelves, through, at, day };
}

const NOTHING: Omit<Head, 'at' | 'day'> = {
  version: 1,
  turn: 0,
  fold: 0,
  database: '',
  through: 0,
  root: null,
  shelves: null,
  journal: 0,
  scanned: '',
  generations: [],
  doomed: [],
  bytes: 0,
};

/** Whether a head was written after this one. */
async function isHeadLost(storage: CopyStorage, head: Head): Promise<boolean> {
  const stored = await storage.get([...HEADS]);
  const own = Object.keys(await headItem(head))[0];
  const other = HEADS.find((key) => key !== own);
  if (other === undefined || stored[other] === undefined) return false;
  const rest = await readHead({ get: async () => ({ [other]: stored[other] }) });
  return rest === null;
}

/** Chunks that a fold wrote which was never committed. */
async function unfinishedKeys(storage: CopyStorage, fold: number): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const keys = Array.from({ length: AT_ONCE }, (_, at) => chunkKey(fold, found.length + at));
    const stored = await storage.get(keys);
    const there = keys.filter((key) => stored[key] !== undefined);
    found.push(...there);
    if (there.length < AT_ONCE) return found;
  }
}
