import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ROOT } from '../e2e/harness/build.ts';
import { launch } from '../e2e/harness/launch.ts';
import { untilIndexed } from './indexed.ts';
import { bookmarkRow, countRows, historyRow, paperRow } from './seedRows.ts';

/** Rows that are written in one transaction. */
const CHUNK = 500;

/** What the stored rows and the stored index depend on. */
const SOURCES = [
  'test/bench/library.ts',
  'test/bench/seedRows.ts',
  'test/bench/seeding.ts',
  'lib/store/database.ts',
  'lib/store/counts.ts',
  'lib/store/rows.ts',
  'lib/store/searchRows.ts',
  'lib/papers/caseFolding.ts',
  'lib/papers/query/words.ts',
];

/** A profile with a library of a size in it, made once and kept. Not to be changed: start from a copy. */
export async function seededProfile(
  folder: string,
  extension: string,
  size: number,
  say: (sentence: string) => void,
): Promise<string> {
  const profile = join(folder, String(size));
  const stamp = join(profile, 'bench-stamp');
  const wanted = versionOf(extension);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return profile;
  rmSync(profile, { recursive: true, force: true });
  mkdirSync(profile, { recursive: true });
  const start = performance.now();
  say(`Making a library of ${size} bookmarks, and a history of these and as many others, once …`);
  await seed(profile, extension, size);
  writeFileSync(stamp, wanted);
  say(`… which took ${Math.round((performance.now() - start) / 1_000)} s.`);
  return profile;
}

/** The extension's address depends on its folder, and with it where its database lies. */
function versionOf(extension: string): string {
  const hash = createHash('sha256').update(extension);
  const search = readdirSync(join(ROOT, 'lib/search'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `lib/search/${name}`);
  for (const source of [...SOURCES, ...search.sort()]) {
    hash.update(readFileSync(join(ROOT, source)));
  }
  return hash.digest('hex');
}

async function seed(profile: string, extension: string, size: number): Promise<void> {
  await inBrowser(profile, extension, async (page) => {
    await keepWholeHistory(page);
    await untilIndexed(page); // until the worker has made the database
    const now = new Date();
    for (let from = 0; from < size; from += CHUNK) {
      const numbers = Array.from({ length: Math.min(CHUNK, size - from) }, (_, at) => from + at);
      const others = numbers.map((n) => size + n);
      const seen = [...numbers, ...others];
      await write(page, 'papers', seen.map(paperRow));
      await write(page, 'bookmarks', numbers.map(bookmarkRow));
      await write(
        page,
        'history',
        seen.map((n) => historyRow(n, now)),
      );
    }
    const all = Array.from({ length: size }, (_, n) => bookmarkRow(n));
    await write(page, 'counts', countRows(all));
  });
  // A worker that starts looks what there is to index.
  await inBrowser(profile, extension, untilIndexed);
}

async function inBrowser(
  profile: string,
  extension: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const asterism = await launch({ extension, profile });
  try {
    const page = await asterism.context.newPage();
    await page.goto(`chrome-extension://${asterism.extensionId}/options.html`);
    await page.evaluate(`chrome.runtime.sendMessage({ name: 'tags.list', request: {} })`);
    await work(page);
  } finally {
    await asterism.close();
  }
}

/** Else the worker would evict what is over the usual measure. */
async function keepWholeHistory(page: Page): Promise<void> {
  const policy = { maxAgeDays: 36_500, maxPapers: 1_000_000 };
  await page.evaluate(
    `chrome.storage.local.set(${JSON.stringify({ 'settings.history': policy })})`,
  );
}

/** Writes rows, and notes papers for the search index and the copy, as `touching` in lib/store does. */
async function write(
  page: Page,
  table: 'bookmarks' | 'papers' | 'history' | 'counts',
  rows: readonly object[],
): Promise<void> {
  await page.evaluate(
    async ([name, added]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('asterism');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const writing = db.transaction([name, 'touched', 'uncopied'], 'readwrite');
      for (const row of added) writing.objectStore(name).put(row);
      const ids = added.flatMap((row) => ('id' in row ? row.id : []));
      if (ids.length > 0) writing.objectStore('touched').add({ ids });
      if (name === 'bookmarks') writing.objectStore('uncopied').add({ ids });
      await new Promise<void>((resolve, reject) => {
        writing.oncomplete = () => resolve();
        writing.onabort = () => reject(writing.error);
      });
      db.close();
    },
    [table, rows] as const,
  );
}
