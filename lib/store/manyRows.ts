import type { Collection, Table } from 'dexie';
import type { PaperId } from '../papers/ids';

/** Fewer rows than this are asked for one by one: a star needs no count. */
const FEW = 20;

/** One row that was asked for takes as long as so many that are read in one go. */
const IN_ONE_GO = 4;

/**
 * The rows of some papers, by id. Where few others lie between them all are read at once, which takes half the time;
 * where there are none at all (the trash, as a rule) none is asked for.
 */
export async function rowsOf<T extends { id: PaperId }>(
  table: Table<T, PaperId>,
  ids: readonly PaperId[],
): Promise<Map<PaperId, T>> {
  const rows = await rowsWith(table, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The rows with some keys, and perhaps others between them. */
export async function rowsWith<T, K extends string>(
  table: Table<T, K>,
  keys: readonly K[],
): Promise<T[]> {
  const sorted = [...keys].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const oneByOne = async (): Promise<T[]> =>
    (await table.bulkGet(sorted)).flatMap((row) => (row === undefined ? [] : [row]));
  if (keys.length < FEW) return oneByOne();
  const range = (): Collection<T, K> => table.where(':id').between(first, last, true, true);
  const most = keys.length * IN_ONE_GO;
  const count = (await range().limit(most).primaryKeys()).length;
  if (count === 0) return [];
  return count < most ? range().toArray() : oneByOne();
}
