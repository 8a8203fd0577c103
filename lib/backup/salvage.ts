import { updatedAt } from '../papers/annotation';
import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import { update } from './chunkTree';
import { beginFold } from './commit';
import { NOTHING } from './headAndJournal';
import { unpack } from './packing';
import { type CopyStorage, foldOf, journalNumber, read } from './storage';
import { type Head, isBookmark, isSearchesAndColours, type Piece } from './written';

type Reading = Pick<CopyStorage, 'get' | 'getKeys'>;

/**
 * The bookmarks of all leaves that can still be read, up to a fold: what there is where the way to them is damaged.
 * `sure`: leaves to which there is a way. Of two rows of one paper the newer counts; one that a newer leaf around it does
 * not have was removed.
 */
export async function salvagedRows(
  storage: Reading,
  through: number,
  sure: readonly (readonly Bookmark[])[] = [],
): Promise<Map<PaperId, Bookmark>> {
  const rows = new Map<PaperId, Bookmark>();
  const spans: [PaperId, PaperId][] = [];
  const take = (leaf: readonly Bookmark[]): void => {
    const [first, last] = [leaf.at(0)?.paper.id, leaf.at(-1)?.paper.id];
    if (first === undefined || last === undefined) return;
    const around = spans.filter(([from, to]) => from <= last && first <= to);
    for (const row of leaf) {
      const { id } = row.paper;
      if (!around.some(([from, to]) => from <= id && id <= to)) rows.set(id, row);
    }
    spans.push([first, last]);
  };
  for (const leaf of sure) take(leaf);
  for (const key of await newestChunks(storage, through)) {
    const value = await unpack(await read(storage, key));
    if (Array.isArray(value) && value.every(isBookmark)) take(value);
  }
  return rows;
}

/**
 * The state of a copy whose heads are both damaged, made again of all that its chunks still have; null where it has none.
 * `database`: the name of the database that is there.
 */
export async function salvagedHead(
  storage: CopyStorage,
  database: string | null,
  rest: () => Promise<void>,
): Promise<Head | null> {
  const keys = (await storage.getKeys?.()) ?? [];
  const old = keys.filter((key) => /^backup\.(?:chunk|left)\./.test(key));
  const journal = keys.flatMap((key) => journalNumber(key) ?? []);
  if (old.length + journal.length === 0) return null;
  const rows = await salvagedRows(storage, Number.POSITIVE_INFINITY);
  const changes = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  const at = changes.reduce((latest, [, { annotation }]) => {
    const changedAt = updatedAt(annotation);
    return changedAt > latest ? changedAt : latest;
  }, '');
  const before: Head = {
    ...NOTHING,
    at,
    day: at.slice(0, 10),
    database: database ?? '',
    fold: old.reduce((newest, key) => Math.max(newest, foldOf(key)), 0),
    journal: journal.reduce((first, number) => Math.min(first, number), journal[0] ?? 0),
  };
  const fold = beginFold(storage, before, rest);
  const root = await update(null, changes, fold);
  const shelves = await searchesAndColoursAgain(storage, fold);
  return fold.commit({ ...before, fold: before.fold + 1, root, shelves }, old);
}

/** Saved searches and colours of the newest chunk that has them, in a chunk of the new state. */
async function searchesAndColoursAgain(
  storage: Reading,
  fold: { store(value: unknown): Promise<Piece> },
): Promise<Piece | null> {
  for (const key of await newestChunks(storage, Number.POSITIVE_INFINITY)) {
    const value = await unpack(await read(storage, key));
    if (isSearchesAndColours(value)) return fold.store(value);
  }
  return null;
}

/** Keys of chunks up to a fold, the newest first; none where the browser does not tell them. */
async function newestChunks(storage: Reading, through: number): Promise<string[]> {
  return ((await storage.getKeys?.()) ?? [])
    .filter((key) => key.startsWith('backup.chunk.') && foldOf(key) <= through)
    .sort((a, b) => foldOf(b) - foldOf(a));
}
