// Run in an extension page: the least that reading and writing a library could take.

/** Reads all bookmarks with their facts, a batch at a time, and gives the milliseconds it took. */
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
    const reading = db.transaction(['bookmarks', 'papers']);
    const rows: { id: string }[] = await settled(
      reading.objectStore('bookmarks').getAll(range, 500),
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    const batch = IDBKeyRange.bound(rows[0]?.id, last.id);
    await settled(reading.objectStore('papers').getAll(batch));
    range = IDBKeyRange.lowerBound(last.id, true);
  }
  db.close();
  return performance.now() - start;
}

/**
 * Writes all bookmarks into another database, as rows and with the indexes that they had before version 5 of the schema:
 * one row with everything, sorted by three things, and found by its tags. Counts the writing alone.
 */
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
    const store = making.result.createObjectStore('bookmarks', { keyPath: 'id' });
    for (const name of ['rank.starred', 'rank.published', 'rank.title']) {
      store.createIndex(name, name);
    }
    store.createIndex('tags', 'annotation.tags', { multiEntry: true });
  };
  const db = await settled(making);
  let took = 0;
  let range: IDBKeyRange | null = null;
  for (;;) {
    const reading = from.transaction(['bookmarks', 'papers']);
    const rows: { id: string; rank: number }[] = await settled(
      reading.objectStore('bookmarks').getAll(range, 500),
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    const facts: { id: string; paper: { title: string; publishedAt?: string } }[] = await settled(
      reading.objectStore('papers').getAll(IDBKeyRange.bound(rows[0]?.id, last.id)),
    );
    const papers = new Map(facts.map((row) => [row.id, row.paper]));
    const whole = rows.map((row) => {
      const paper = papers.get(row.id);
      const published = -Date.parse(paper?.publishedAt ?? '') || 0;
      const rank = { starred: row.rank, published, title: paper?.title.toLowerCase() };
      return { ...row, paper, rank };
    });
    range = IDBKeyRange.lowerBound(last.id, true);
    const start = performance.now();
    const writing = db.transaction('bookmarks', 'readwrite', { durability: 'strict' });
    for (const row of whole) writing.objectStore('bookmarks').put(row);
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

/** Reads the first bookmarks by id and puts them back as they are, and gives the milliseconds it took. */
export async function rewriteBare(most: number): Promise<number> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settled(indexedDB.open('asterism'));
  const start = performance.now();
  let range: IDBKeyRange | null = null;
  for (let done = 0; done < most; ) {
    const writing = db.transaction('bookmarks', 'readwrite', { durability: 'strict' });
    const store = writing.objectStore('bookmarks');
    const rows: { id: string }[] = await settled(store.getAll(range, 500));
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const row of rows) store.put(row);
    await new Promise<void>((resolve, reject) => {
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error);
    });
    range = IDBKeyRange.lowerBound(last.id, true);
    done += rows.length;
  }
  const took = performance.now() - start;
  db.close();
  return took;
}

/** Writes what a library of bookmarks is made of, and what was said to other machines, into another database. Counts the writing alone. */
export async function writeAgain(): Promise<number> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await settled(indexedDB.deleteDatabase('bare'));
  const from = await settled(indexedDB.open('asterism'));
  const making = indexedDB.open('bare', 1);
  making.onupgradeneeded = () => {
    making.result.createObjectStore('bookmarks', { keyPath: 'id' }).createIndex('rank', 'rank');
    making.result.createObjectStore('papers', { keyPath: 'id' });
    making.result.createObjectStore('replica', { keyPath: 'first' });
  };
  const db = await settled(making);
  let took = 0;
  // Neighbours that make one row in `replica` are some 64.
  for (const [table, many] of [
    ['bookmarks', 500],
    ['papers', 500],
    ['replica', 8],
  ] as const) {
    let range: IDBKeyRange | null = null;
    for (;;) {
      const store = from.transaction(table).objectStore(table);
      const rows: object[] = await settled(store.getAll(range, many));
      const last = rows.at(-1);
      if (last === undefined) break;
      range = IDBKeyRange.lowerBound(Reflect.get(last, String(store.keyPath)), true);
      const start = performance.now();
      const writing = db.transaction(table, 'readwrite', { durability: 'strict' });
      for (const row of rows) writing.objectStore(table).put(row);
      await new Promise<void>((resolve, reject) => {
        writing.oncomplete = () => resolve();
        writing.onabort = () => reject(writing.error);
      });
      took += performance.now() - start;
    }
  }
  db.close();
  from.close();
  await settled(indexedDB.deleteDatabase('bare'));
  return took;
}
