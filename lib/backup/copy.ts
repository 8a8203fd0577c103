import type { SearchesAndColours } from '../papers/searchesAndColours';
import type { Range } from './chunks';
import { update } from './chunkTree';
import { beginFold, dropState } from './commit';
import { daysAfter, FOREVER } from './generations';
import {
  changesIn,
  isHeadDamaged,
  type Journal,
  NOTHING,
  readHead,
  readJournal,
  writeHead,
} from './headAndJournal';
import { pack } from './packing';
import { salvagedHead } from './salvage';
import { type CopyStorage, chunkKey, journalKey } from './storage';
import type { Change, Generation, Head, JournalRecord } from './written';

/** A time, and the reader's own calendar day of it. */
export interface Moment {
  at: string;
  day: string;
}

/** Changes, and up to where the database's list of changes is then known. */
export interface Batch extends Moment {
  through: number;
  changes: readonly Change[];
  shelves?: SearchesAndColours | undefined;
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
  shelves(): SearchesAndColours | undefined;
  /** Changes that wait in the journal; a record of searches and colours alone is one. */
  waiting(): number;
  /** Writes changes down, which make it so many papers: one small write, whatever the size of the copy. */
  note(batch: Omit<Batch, 'exact'>, papers: number): Promise<void>;
  /** Takes the journal into the chunks, and then a batch, if there is one. */
  fold(batch?: Batch): Promise<void>;
  /** Begins again, for another database. The state before becomes a generation, kept until `settle`; null: it was empty. */
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

/**
 * Opens the copy, and clears away what a stopped worker has left half done. Where something is damaged, the whole library
 * is copied again. `database`: the name of the database that is there.
 */
export async function openCopy(
  storage: CopyStorage,
  rest: () => Promise<void>,
  database: string | null = null,
): Promise<Copy> {
  const found = await readHead(storage);
  let head = found ?? (await salvagedHead(storage, database, rest));
  let journal: Journal = { records: [], end: 0, isDamaged: false };
  if (head !== null) {
    if (head.doomed.length > 0) await storage.remove(head.doomed);
    const left = await unfinishedKeys(storage, head.fold + 1);
    if (left.length > 0) await storage.remove(left);
    journal = await readJournal(storage, head.journal);
    const isDamaged = journal.isDamaged || (await isHeadDamaged(storage));
    head = { ...head, doomed: [], scanned: isDamaged ? '' : head.scanned };
  }

  const records = (): JournalRecord[] => journal.records.map(({ record }) => record);

  /** Takes a batch into the chunks; the journal up to a number is in it. */
  async function foldOne(batch: Batch, end: number): Promise<void> {
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
        journal: end,
        scanned: fold.isDamaged() ? '' : exact === undefined ? head.scanned : exact.through,
      },
      journalKeys(head.journal, end),
    );
    journal = { ...journal, records: journal.records.filter(({ number }) => number >= end) };
  }

  return {
    head: () => head,
    through: () => records().at(-1)?.through ?? head?.through ?? 0,
    shelves: () => searchesAndColoursOf(records()),
    waiting: () => records().reduce((sum, { changes }) => sum + Math.max(changes.length, 1), 0),
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
      const number = journal.end;
      await storage.set({ [journalKey(number)]: await pack(record) });
      journal = { ...journal, records: [...journal.records, { number, record }], end: number + 1 };
    },
    async fold(batch) {
      for (let first = journal.records.at(0); first; first = journal.records.at(0)) {
        const { day } = first.record;
        const next = journal.records.find(({ record }) => record.day !== day);
        const some = records().slice(0, next && journal.records.indexOf(next));
        const newest = some.at(-1) ?? first.record;
        const together = {
          ...newest,
          changes: changesIn(some),
          shelves: searchesAndColoursOf(some),
        };
        await foldOne(together, next?.number ?? journal.end);
      }
      if (batch !== undefined) await foldOne(batch, journal.end);
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
          journal: journal.end,
          scanned: '',
          generations: pinned === null ? before.generations : [...before.generations, pinned],
        },
        journalKeys(before.journal, journal.end),
        also(pinned),
      );
      journal = { ...journal, records: [] };
    },
    async settle(today) {
      if (head === null) return;
      const generations = head.generations.map((one) =>
        one.pinned === FOREVER ? { ...one, pinned: daysAfter(today, SETTLED_DAYS) } : one,
      );
      head = { ...head, turn: head.turn + 1, generations };
      await writeHead(storage, head);
    },
  };
}

/** The newest searches and colours in some records. */
function searchesAndColoursOf(records: readonly JournalRecord[]): SearchesAndColours | undefined {
  return records.findLast((record) => record.shelves !== undefined)?.shelves;
}

function journalKeys(from: number, end: number): string[] {
  return Array.from({ length: end - from }, (_, at) => journalKey(from + at));
}

/** The present state as a generation. */
export function generationOf({ fold, root, shelves, through, at, day }: Head): Generation {
  return { fold, root, shelves, through, at, day };
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
