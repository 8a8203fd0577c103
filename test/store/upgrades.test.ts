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
import { oldAnnotation, oldRows } from '../oldDatabases/rows';
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
  const last = OLD_SCHEMAS['4']?.tables.map(({ name }) => name).sort();
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
    for (const table of [
      'bookmarks',
      'papers',
      'trash',
      'events',
      'colours',
      'searches',
      'steps',
    ]) {
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
    expect(await reader.first('title', 1)).toHaveLength(1);
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
  await writeDatabase({ name, schema: NEWER_SCHEMA, rows: oldRows(50, 5) });
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
