import type { PaperId } from '../papers/ids';
import type { Shelves } from '../papers/shelves';
import type { Change, Piece, Root } from './chunks';
import type { Generation } from './generations';
import { pack, unpack } from './packing';
import { type CopyStorage, HEADS, journalKey } from './storage';

/** The state of the copy. What is in the journal comes on top. */
export interface Head {
  version: 1;
  /** Counts the writes of the head: the higher one counts. */
  turn: number;
  /** Counts the folds. */
  fold: number;
  /** The database that this is a copy of. */
  database: string;
  /** Up to where the database's list of changes is in it. */
  through: number;
  root: Root | null;
  shelves: Piece | null;
  /** When its last change was made, and on which of the reader's days. */
  at: string;
  day: string;
  /** The first record of the journal that is not folded. */
  journal: number;
  /** A copy of the whole library is on its way, and this is the last id that is in it; null: it is complete. */
  scanned: PaperId | '' | null;
  /** Oldest first, without the present state. */
  generations: Generation[];
  /** Keys that are to be removed, if that has not happened yet. */
  doomed: string[];
  /** Characters of all chunks of all generations. */
  bytes: number;
}

/** Changes that are in no chunk yet. */
export interface JournalRecord {
  at: string;
  day: string;
  through: number;
  /** How many papers the library had then. */
  papers: number;
  changes: Change[];
  shelves?: Shelves;
}

/** Records that are looked for at once. */
const AT_ONCE = 32;

/** The head, or null where there is none that can be read. Its doomed keys may be gone already. */
export async function readHead(storage: Pick<CopyStorage, 'get'>): Promise<Head | null> {
  const stored = await storage.get([...HEADS]);
  const heads: Head[] = [];
  for (const key of HEADS) {
    const value = await unpack(stored[key]);
    if (isHead(value)) heads.push(value);
  }
  return heads.sort((a, b) => b.turn - a.turn)[0] ?? null;
}

/** What writing a head writes: in the place of the one before the last. */
export async function headItem(head: Head): Promise<Record<string, string>> {
  return { [HEADS[head.turn % 2 === 0 ? 0 : 1]]: await pack(head) };
}

/** The records of the journal, from one on; up to the first that is missing or damaged. */
export async function readJournal(
  storage: Pick<CopyStorage, 'get'>,
  from: number,
): Promise<{ records: JournalRecord[]; isDamaged: boolean }> {
  const records: JournalRecord[] = [];
  for (;;) {
    const keys = Array.from({ length: AT_ONCE }, (_, at) => journalKey(from + records.length + at));
    const stored = await storage.get(keys);
    for (const key of keys) {
      if (stored[key] === undefined) return { records, isDamaged: false };
      const record = await unpack(stored[key]);
      if (!isRecord(record)) return { records, isDamaged: true };
      records.push(record);
    }
  }
}

/** The last change of each paper in some records, in the order of ids. */
export function changesIn(records: readonly JournalRecord[]): Change[] {
  const last = new Map(
    records.flatMap(({ changes }) => changes.map((one) => [one[0], one] as const)),
  );
  return [...last.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}

// The checksum has passed: what is a head at all is one that this project wrote.
function isHead(value: unknown): value is Head {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 1;
}

function isRecord(value: unknown): value is JournalRecord {
  return typeof value === 'object' && value !== null && 'changes' in value && 'through' in value;
}
