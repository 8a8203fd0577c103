import type { Collection, Table } from 'dexie';
import type { PaperId } from '../papers/ids';

/** Fewer rows than this are asked for one by one: a star needs no count. */
export const FEW = 20;

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
  if (ids.length === 0) return new Map();
  const rows = await between(table, [...ids].sort());
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}

async function between<T>(table: Table<T, PaperId>, ids: PaperId[]): Promise<(T | undefined)[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined || ids.length < FEW) return table.bulkGet(ids);
  const range = (): Collection<T, PaperId> => table.where('id').between(first, last, true, true);
  const most = ids.length * IN_ONE_GO;
  const count = (await range().limit(most).primaryKeys()).length;
  if (count === 0) return [];
  return count < most ? range().toArray() : table.bulkGet(ids);
}
