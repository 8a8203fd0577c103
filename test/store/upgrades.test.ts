import { expect, onTestFinished, test } from 'vitest';
import { restore } from '../../lib/backup/restoring';
import { createSearch } from '../../lib/search/query/searcher';
import { connect, isNewer } from '../../lib/store/connection';
import { AsterismDatabase } from '../../lib/store/database';
import { attempt } from '../../lib/store/failures';
import { openReader } from '../../lib/store/reader';
import { DATABASE, VERSION } from '../../lib/store/rows';
import { openSearchSource } from '../../lib/store/searchSource';
import { createCopying } from '../../lib/worker/copying';
import { indexPapers } from '../../lib/worker/indexing';
import { createPace } from '../../lib/worker/slices';
import { type OldRows, oldAnnotation, oldRows } from '../oldDatabases/rows';
import { NEWER_SCHEMA, OLD_SCHEMAS, type OldSchema } from '../oldDatabases/schemas';
import { readDatabase, writeDatabase } from '../oldDatabases/write';
import { memoryStorage } from '../unit/backup/memory';
import { clock, patch } from './support';

const COUNT = 60;
const versions = Object.entries(OLD_SCHEMAS);

async function old(schema: OldSchema): Promise<{ name: string; db: AsterismDatabase }> {
  const name = `old-${crypto.randomUUID()}`;
  await writeDatabase({ name, schema, rows: oldRows(schema.version, COUNT) });
  const db = new AsterismDatabase(name);
  onTestFinished(() => {
    db.close();
    indexedDB.deleteDatabase(name);
  });
  return { name, db };
}

test('the frozen schemas end with the present one', async () => {
  const db = new AsterismDatabase(`new-${crypto.randomUUID()}`);
  onTestFinished(() => db.delete());
  await db.open();
  expect(db.backendDB().version).toBe(VERSION);
  expect(Math.max(...versions.map(([, { version }]) => version))).toBe(VERSION);
  const last = OLD_SCHEMAS['8']?.tables.map(({ name }) => name).sort();
  expect([...db.backendDB().objectStoreNames].sort()).toEqual(last);
  expect(new AsterismDatabase().name).toBe(DATABASE);
});

test.each(versions)(
  'version %s comes up whole: every row, the counts, the tags',
  async (_, schema) => {
    const { name, db } = await old(schema);
    const { rows: before } = await readDatabase(name);
    await db.open();
    db.close();
    const { rows: after, version } = await readDatabase(name);
    expect(version).toBe(VERSION);
    // The same as if the present version had written all of it.
    const wanted = oldRows(VERSION, COUNT);
    const hadTrash = before['trash'] !== undefined;
    if (!hadTrash) {
      wanted['trash'] = [];
      wanted['papers']?.pop(); // the facts of what is in the trash
    }
    for (const table of ['bookmarks', 'papers', 'history', 'trash']) {
      expect(after[table], table).toEqual(wanted[table]);
    }
    for (const table of ['events', 'colours', 'searches', 'steps']) {
      expect(after[table], table).toEqual(before[table] ?? []);
    }
    const reader = await openReader(name);
    onTestFinished(() => reader.close());
    expect(await reader.count()).toBe(COUNT);
    const tags = new Map((await reader.tags()).map(({ tag, count }) => [tag, count]));
    expect(tags.get('even')).toBe(COUNT / 2);
    expect(tags.get('seven/3')).toBe(Math.ceil((COUNT - 3) / 7));
  },
);

test.each(versions)(
  'version %s is searched, copied and edited after the upgrade',
  async (_, schema) => {
    const { name, db } = await old(schema);
    const source = openSearchSource(name);
    onTestFinished(() => source.close());
    const find = async (text: string): Promise<number> => {
      const totals: number[] = [];
      const query = { kind: 'word', text } as const;
      const asked = {
        query,
        scope: 'bookmarks',
        order: { by: 'starred', ascending: false },
      } as const;
      await createSearch(source, 'bookmarks')(
        { ...asked, from: 0, count: 5, facets: false },
        ({ total }) => totals.push(total),
        new AbortController().signal,
      );
      return totals.at(-1) ?? -1;
    };
    await db.open();
    expect(await find('zettel')).toBe(COUNT / 5);
    await indexPapers(db, createPace(), 1);
    expect(await find('zettel')).toBe(COUNT / 5);

    const storage = memoryStorage();
    const { now } = clock();
    await createCopying({ db, storage, now, pace: createPace() }).copy();
    const copied = await restore(storage, 'present');
    expect(copied?.bookmarks.map(({ annotation }) => annotation)).toEqual(
      Array.from({ length: COUNT }, (_, n) => oldAnnotation(n)),
    );

    await patch(db, 1, { addTags: ['new'] }, now);
    const reader = await openReader(name);
    onTestFinished(() => reader.close());
    expect(await reader.count()).toBe(COUNT + 1);
  },
);

/** A database of version 4 with some rows changed. */
async function changed(change: (rows: OldRows) => void) {
  const schema = OLD_SCHEMAS['4'];
  if (schema === undefined) throw new Error('no such schema');
  const rows = oldRows(schema.version, COUNT);
  change(rows);
  const name = `old-${crypto.randomUUID()}`;
  await writeDatabase({ name, schema, rows });
  const db = new AsterismDatabase(name);
  onTestFinished(() => {
    db.close();
    indexedDB.deleteDatabase(name);
  });
  return { name, db };
}

test('facts that the library and the history had twice become one: what the library says stays, nothing is lost', async () => {
  const { db } = await changed(({ bookmarks = [], papers = [] }) => {
    const [own, seen] = [bookmarks[3], papers[3]];
    Object.assign(own?.['paper'] ?? {}, { title: 'As it was imported', upvotes: 7 });
    Object.assign(seen?.['paper'] ?? {}, {
      abstract: 'A longer abstract.',
      upvotes: 3,
      comments: 2,
    });
  });
  await db.open();
  const { paper } = (await db.papers.toArray())[3] ?? {};
  expect(paper).toMatchObject({
    title: 'As it was imported',
    upvotes: 7,
    abstract: 'A longer abstract.',
    comments: 2,
  });
  // The search index learns about all papers, whose words are spelled again, and the copy about this one alone.
  const touched = new Set((await db.touched.toArray()).flatMap(({ ids }) => ids));
  const found = [...(await db.bookmarks.toArray()), ...(await db.history.toArray())];
  expect(found.filter(({ id }) => !touched.has(id))).toEqual([]);
  expect((await db.touched.toArray()).at(-1)?.ids).toEqual([paper?.id]);
  expect((await db.uncopied.toArray()).at(-1)?.ids).toEqual([paper?.id]);
});

test('damaged rows come up as far as they are whole, and keep none of the others from it', async () => {
  const { name, db } = await changed(({ bookmarks = [], papers = [], trash = [] }) => {
    Object.assign(bookmarks[1] ?? {}, { paper: null });
    Object.assign(bookmarks[2] ?? {}, { annotation: 'gone' });
    Object.assign(bookmarks[3] ?? {}, { paper: { title: 7, authors: null, abstract: null } });
    Object.assign(bookmarks[4] ?? {}, { annotation: { tags: [] } });
    Object.assign(papers[3] ?? {}, { paper: 'gone' });
    Object.assign(papers[5] ?? {}, { paper: undefined, firstSeenAt: 5 });
    Object.assign(papers[COUNT + 1] ?? {}, { paper: undefined, lastSeenOn: null });
    Object.assign(trash[0] ?? {}, { paper: [], annotation: null });
  });
  await db.open();
  expect(await db.bookmarks.count()).toBe(COUNT);
  expect(await db.trash.count()).toBe(1);
  const reader = await openReader(name);
  onTestFinished(() => reader.close());
  const ids = (await db.bookmarks.toArray()).map(({ id }) => id);
  const shown = await reader.bookmarks(ids.slice(1, 6));
  expect(shown.map(({ paper: { title, authors } }) => [title, authors.length])).toEqual([
    ['Old paper 1', 2],
    ['Old paper 2', 2],
    ['arXiv 2503.00003', 0],
    ['Old paper 4', 2],
    ['Old paper 5', 2],
  ]);
  expect(shown[0]?.annotation).toEqual(oldAnnotation(1));
  expect(await db.history.count()).toBe(2 * COUNT - 2);
});

test('an upgrade that fails leaves the database as it was, and the next one brings it up', async () => {
  const { name, db } = await changed(() => {});
  const before = await readDatabase(name);
  const { put } = IDBObjectStore.prototype;
  let written = 0;
  IDBObjectStore.prototype.put = function (...row) {
    written += 1;
    if (written === 3 * COUNT) throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, row);
  };
  onTestFinished(() => {
    IDBObjectStore.prototype.put = put;
  });
  await expect(db.open()).rejects.toThrow();
  expect(await readDatabase(name)).toEqual(before);
  IDBObjectStore.prototype.put = put;
  await db.open();
  expect((await readDatabase(name)).rows['bookmarks']).toEqual(
    oldRows(VERSION, COUNT)['bookmarks'],
  );
});

test('a page on an old database wakes the worker and waits, and never says that it could not read', async () => {
  for (const [, schema] of versions.filter(([, { version }]) => version < VERSION)) {
    const { name, db } = await old(schema);
    let woken = 0;
    const reader = await openReader(name, async () => {
      woken += 1;
      await db.open();
    });
    onTestFinished(() => reader.close());
    expect(await reader.count()).toBe(COUNT);
    expect(await reader.first(1)).toHaveLength(1);
    expect(await reader.trash()).toHaveLength(
      schema.tables.some((t) => t.name === 'trash') ? 1 : 0,
    );
    expect(woken).toBe(1);
  }
});

test('a connection that holds the old version open steps aside for the upgrade and reads on afterwards', async () => {
  const schema = OLD_SCHEMAS['3'];
  if (schema === undefined) throw new Error('no such schema');
  const { name, db } = await old(schema);
  // As a page of the older version reads: it closes when it is asked to.
  const page = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
  });
  page.onversionchange = () => page.close();
  await db.open();
  const { read, close } = connect(name);
  onTestFinished(close);
  expect(await read(async (open) => open.version, 0)).toBe(VERSION);
});

test('a newer database is neither opened for writing nor changed, and everyone says why', async () => {
  const name = `newer-${crypto.randomUUID()}`;
  await writeDatabase({ name, schema: NEWER_SCHEMA, rows: oldRows(60, 5) });
  onTestFinished(() => void indexedDB.deleteDatabase(name));
  const before = await readDatabase(name);
  const db = new AsterismDatabase(name);
  onTestFinished(() => db.close());
  const room = { made: 0 };
  for (let tried = 0; tried < 2; tried++) {
    const done = await attempt(
      () => patch(db, 1, { starred: true }, clock().now),
      async () => {
        room.made += 1;
      },
    );
    expect(done).toMatchObject({ ok: false, code: 'newer' });
  }
  expect(room.made).toBe(0);
  const storage = memoryStorage();
  await storage.set({ 'backup.head.0': 'of the newer version' });
  const stored = structuredClone(await storage.get(['backup.head.0']));
  const copying = createCopying({ db, storage, now: clock().now, pace: createPace() });
  await expect(copying.copy()).rejects.toThrow();
  expect(await storage.get(['backup.head.0'])).toEqual(stored);
  const reader = await openReader(name);
  await expect(reader.count()).rejects.toThrow();
  expect(await isNewer(name)).toBe(true);
  expect(await readDatabase(name)).toEqual(before);
});
