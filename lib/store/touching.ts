import {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreTable,
  Dexie,
  type Middleware,
  type ObservabilitySet,
} from 'dexie';
import type { PaperId } from '../papers/ids';

/** Papers whose rows were written or deleted, in the order of the writes: what the search index does not know yet. */
export interface TouchedPapers {
  seq: number;
  ids: PaperId[];
}

/** Tables whose papers are searched. */
const SEARCHED = new Set(['bookmarks', 'papers']);

/** Most ids in one row. */
export const MOST_TOUCHED = 1_000;

/**
 * Notes in `touched`, in the same transaction, each paper whose row is written or deleted, whichever command does it.
 * The rows themselves stay as they are, and a star costs one small row more at any size.
 */
export const touching: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'touching',
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) => {
      const isNoted = mode === 'readwrite' && tables.some((table) => SEARCHED.has(table));
      return core.transaction(
        isNoted && !tables.includes('touched') ? [...tables, 'touched'] : tables,
        mode,
        options,
      );
    },
    table: (name) => {
      const table = core.table(name);
      return SEARCHED.has(name) && core.schema.tables.some((one) => one.name === 'touched')
        ? noted(table, core.table('touched'))
        : table;
    },
  }),
};

function noted(table: DBCoreTable, touched: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: (request) =>
      idsIn(request, table).then((ids) =>
        table.mutate(request).then((response) => {
          if (ids.length === 0) return response;
          const values: Omit<TouchedPapers, 'seq'>[] = chunked(ids).map((chunk) => ({
            ids: chunk,
          }));
          const noting = touched.mutate({ type: 'add', trans: request.trans, values });
          return noting.then(() => response);
        }),
      ),
  };
}

// Dexie's promises all the way: a transaction ends when others are waited for.
function idsIn(request: DBCoreMutateRequest, table: DBCoreTable): Promise<PaperId[]> {
  const { primaryKey } = table.schema;
  switch (request.type) {
    case 'add':
    case 'put':
      return Dexie.Promise.resolve(
        request.values.map((row, at) => request.keys?.[at] ?? primaryKey.extractKey?.(row)),
      );
    case 'delete':
      return Dexie.Promise.resolve(request.keys);
    case 'deleteRange': {
      const { trans, range } = request;
      const query = { index: primaryKey, range };
      return table.query({ trans, values: false, query }).then(({ result }) => result);
    }
  }
}

/** Ids in the rows that hold them. */
export function chunked(ids: readonly PaperId[]): PaperId[][] {
  const chunks: PaperId[][] = [];
  for (let at = 0; at < ids.length; at += MOST_TOUCHED)
    chunks.push(ids.slice(at, at + MOST_TOUCHED));
  return chunks;
}

/** Calls back after every commit in this context that touched a paper. Returns the way to stop. */
export function onTouched(db: Dexie, heard: () => void): () => void {
  const written = [...SEARCHED].map((table) => `idb://${db.name}/${table}/`);
  const listener = (parts: ObservabilitySet): void => {
    const isTouched = Object.keys(parts).some((part) =>
      written.some((one) => part.startsWith(one)),
    );
    if (isTouched) heard();
  };
  Dexie.on('storagemutated', listener);
  return () => Dexie.on.storagemutated.unsubscribe(listener);
}
