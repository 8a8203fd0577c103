import type { OldRows } from './rows.ts';
import type { OldSchema } from './schemas.ts';

export interface OldDatabase {
  name: string;
  schema: OldSchema;
  rows: OldRows;
}

/** Makes a database as it was, in place of what is there. Stands alone: it also runs in a page of the browser. */
export async function writeDatabase({ name, schema, rows }: OldDatabase): Promise<void> {
  const done = (request: IDBRequest): Promise<unknown> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await done(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, schema.version);
  opening.onupgradeneeded = () => {
    for (const { name: table, key, auto = false, indexes = [] } of schema.tables) {
      const made = opening.result.createObjectStore(table, { keyPath: key, autoIncrement: auto });
      for (const { name: index, multi = false } of indexes) {
        made.createIndex(index, index, { multiEntry: multi });
      }
    }
  };
  await done(opening);
  const db = opening.result;
  const names = schema.tables.map((table) => table.name).filter((table) => rows[table]);
  const writing = db.transaction(names, 'readwrite');
  for (const table of names) {
    for (const row of rows[table] ?? []) writing.objectStore(table).put(row);
  }
  await new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(writing.error);
  });
  db.close();
}

/** All rows of all tables, and the version. Stands alone, as above. */
export async function readDatabase(
  name: string,
): Promise<{ version: number; rows: Record<string, Record<string, unknown>[]> }> {
  const opening = indexedDB.open(name);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const rows: Record<string, Record<string, unknown>[]> = {};
  const { version } = db;
  const reading = db.transaction([...db.objectStoreNames]);
  for (const table of db.objectStoreNames) {
    const request = reading.objectStore(table).getAll();
    request.onsuccess = () => {
      rows[table] = request.result;
    };
  }
  await new Promise<void>((resolve) => {
    reading.oncomplete = () => resolve();
  });
  db.close();
  return { version, rows };
}
