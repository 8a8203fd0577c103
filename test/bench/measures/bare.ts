// Run in an extension page: the least that reading and writing a library could take.

/** Reads all bookmarks, a batch at a time, and gives the milliseconds it took. */
export async function readBare(): Promise<number> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const start = performance.now();
  const db = await settled(indexedDB.open('asterism'));
  let range: IDBKeyRange | null = null;
  for (;;) {
    const store = db.transaction('bookmarks').objectStore('bookmarks');
    const rows: { id: string }[] = await settled(store.getAll(range, 500));
    const last = rows.at(-1);
    if (last === undefined) break;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
  db.close();
  return performance.now() - start;
}

/** Reads all bookmarks and writes them, with the same indexes, into another database; counts the writing alone. */
export async function writeBare(): Promise<number> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await settled(indexedDB.deleteDatabase('bare'));
  const from = await settled(indexedDB.open('asterism'));
  const making = indexedDB.open('bare', 1);
  making.onupgradeneeded = () => {
    const model = from.transaction('bookmarks').objectStore('bookmarks');
    const store = making.result.createObjectStore('bookmarks', { keyPath: 'id' });
    for (const name of model.indexNames) {
      const { keyPath, unique, multiEntry } = model.index(name);
      store.createIndex(name, keyPath, { unique, multiEntry });
    }
  };
  const db = await settled(making);
  let took = 0;
  let range: IDBKeyRange | null = null;
  for (;;) {
    const model = from.transaction('bookmarks').objectStore('bookmarks');
    const rows: { id: string }[] = await settled(model.getAll(range, 500));
    const last = rows.at(-1);
    if (last === undefined) break;
    range = IDBKeyRange.lowerBound(last.id, true);
    const start = performance.now();
    const writing = db.transaction('bookmarks', 'readwrite', { durability: 'strict' });
    for (const row of rows) writing.objectStore('bookmarks').put(row);
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error);
    });
    took += performance.now() - start;
  }
  db.close();
  from.close();
  await settled(indexedDB.deleteDatabase('bare'));
  return took;
}
