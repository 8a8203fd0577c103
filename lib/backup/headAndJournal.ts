import { pack, unpack } from './packing';
import { type CopyStorage, HEADS, journalKey } from './storage';
import { type Change, type Head, isHead, isRecord, type JournalRecord } from './written';

/** A copy that has nothing yet. */
export const NOTHING: Omit<Head, 'at' | 'day'> = {
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

/** Writes a head with what belongs to it in one write, and then once more in its other place: either is enough. */
export async function writeHead(
  storage: Pick<CopyStorage, 'set'>,
  head: Head,
  also: Record<string, unknown> = {},
): Promise<void> {
  const packed = await pack(head);
  const [first, second] = head.turn % 2 === 0 ? HEADS : [HEADS[1], HEADS[0]];
  await storage.set({ ...also, [first]: packed });
  await storage.set({ [second]: packed });
}

/** Whether one of the heads cannot be read. */
export async function isHeadDamaged(storage: Pick<CopyStorage, 'get'>): Promise<boolean> {
  const stored = await storage.get([...HEADS]);
  const heads = await Promise.all(HEADS.map((key) => unpack(stored[key])));
  return !heads.every(isHead);
}

/** The records of the journal that can be read, each with its number; `end` is the number after the last there is. */
export interface Journal {
  records: { number: number; record: JournalRecord }[];
  end: number;
  /** Whether some before the end cannot be read, or are missing. */
  isDamaged: boolean;
}

/** Reads the journal from one record on. */
export async function readJournal(
  storage: Pick<CopyStorage, 'get'>,
  from: number,
): Promise<Journal> {
  const journal: Journal = { records: [], end: from, isDamaged: false };
  for (let first = from; first === journal.end; first += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, at) => first + at);
    const stored = await storage.get(numbers.map(journalKey));
    for (const number of numbers) {
      if (stored[journalKey(number)] === undefined) continue;
      if (journal.end < number) journal.isDamaged = true;
      journal.end = number + 1;
      const record = await unpack(stored[journalKey(number)]);
      if (isRecord(record)) journal.records.push({ number, record });
      else journal.isDamaged = true;
    }
  }
  return journal;
}

/** The last change of each paper in some records, in the order of ids. */
export function changesIn(records: readonly JournalRecord[]): Change[] {
  const last = new Map(
    records.flatMap(({ changes }) => changes.map((one) => [one[0], one] as const)),
  );
  return [...last.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}
