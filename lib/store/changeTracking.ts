import {
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreTable,
  type DBCoreTransaction,
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

/** Where each table's papers are noted: for the search index, and those that are bookmarks for the copy of the library. */
const LISTS: Record<string, readonly string[]> = {
  bookmarks: ['touched', 'uncopied'],
  papers: ['touched'],
  history: ['touched'],
  dismissed: ['touched'],
};

/** Most ids in one row. */
export const MOST_TOUCHED = 1_000;

/**
 * Notes in `touched` (and bookmarks in `uncopied`), in the same transaction, each paper whose row is written or deleted,
 * whichever command does it. The rows themselves stay as they are, and a star costs two small rows more at any size.
 */
export const changeTracking: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'touching',
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) => {
      const lists = mode === 'readwrite' ? tables.flatMap((table) => listsOf(core, table)) : [];
      return core.transaction([...new Set([...tables, ...lists])], mode, options);
    },
    table: (name) => noted(core.table(name), listsOf(core, name).map(core.table)),
  }),
};

/** The lists that a table's papers are noted in. An earlier version's database, on its way up, may not have them yet. */
function listsOf(core: DBCore, table: string): string[] {
  return (LISTS[table] ?? []).filter((list) =>
    core.schema.tables.some(({ name }) => name === list),
  );
}

function noted(table: DBCoreTable, lists: readonly DBCoreTable[]): DBCoreTable {
  if (lists.length === 0) return table;
  return {
    ...table,
    mutate: (request) =>
      idsIn(request, table).then((ids) => {
        const { trans } = request;
        // Asked at once: both are there when the transaction has ended, or neither is.
        const writing = table.mutate(request);
        const noting = lists.flatMap((list) => {
          const values = noteRows(news(ids, list.name, trans));
          return values.length > 0 ? list.mutate({ type: 'add', trans, values }) : [];
        });
        return Dexie.Promise.all([writing, ...noting]).then(() => writing);
      }),
  };
}

/** What each transaction has noted so far, by list: once is enough, however many rows of a paper it writes. */
const notes = new WeakMap<DBCoreTransaction, Map<string, Set<PaperId>>>();

/** Those of some papers that a transaction has not noted in a list yet; from now on it has. */
function news(ids: readonly PaperId[], list: string, trans: DBCoreTransaction): PaperId[] {
  const byList = notes.get(trans) ?? new Map<string, Set<PaperId>>();
  notes.set(trans, byList);
  const known = byList.get(list) ?? new Set<PaperId>();
  byList.set(list, known);
  const fresh = ids.filter((id) => !known.has(id));
  for (const id of fresh) known.add(id);
  return fresh;
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
export function noteRows(ids: readonly PaperId[]): Omit<TouchedPapers, 'seq'>[] {
  const rows: Omit<TouchedPapers, 'seq'>[] = [];
  for (let at = 0; at < ids.length; at += MOST_TOUCHED) {
    rows.push({ ids: ids.slice(at, at + MOST_TOUCHED) });
  }
  return rows;
}

/** Calls back after every commit in this context that touched a paper. Returns the way to stop. */
export function onTouched(db: Dexie, heard: () => void): () => void {
  return onWritten(db, Object.keys(LISTS), heard);
}

/** Calls back after every commit in this context that wrote to one of some tables. Returns the way to stop. */
export function onWritten(db: Dexie, tables: readonly string[], heard: () => void): () => void {
  const written = tables.map((table) => `idb://${db.name}/${table}/`);
  const listener = (parts: ObservabilitySet): void => {
    const isHeard = Object.keys(parts).some((part) => written.some((one) => part.startsWith(one)));
    if (isHeard) heard();
  };
  Dexie.on('storagemutated', listener);
  return () => Dexie.on.storagemutated.unsubscribe(listener);
}
