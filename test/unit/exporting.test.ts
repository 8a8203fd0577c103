import { expect, test } from 'vitest';
import type { Bookmark } from '../../lib/papers/bookmark';
import { toRow } from '../../lib/store/rows';
import { exportLibrary } from '../../lib/views/exporting';
import { pacer } from '../../lib/views/pace';
import { bookmarksIn, decode, starred } from './formats/files';

const APP = { name: 'Asterism', version: '0.1.0' };
const NOW = new Date(2026, 9, 1, 8); // the reader's own time zone names the file

function readerOf(bookmarks: readonly Bookmark[], batch = 2) {
  return {
    count: async () => bookmarks.length,
    scan: async (visit: (rows: ReturnType<typeof toRow>[]) => void, signal?: AbortSignal) => {
      for (let at = 0; at < bookmarks.length && !signal?.aborted; at += batch) {
        visit(bookmarks.slice(at, at + batch).map(toRow));
        await Promise.resolve();
      }
    },
  };
}
const five = [1, 2, 3, 4, 5].map((n) => starred(n, `note ${n}`));

test('the exported file has the whole library and a dated name', async () => {
  const file = await exportLibrary(readerOf(five), APP, NOW);
  expect(file?.name).toBe('asterism-library-2026-10-01.json');
  expect(file?.papers).toBe(5);
  expect(file?.blob.type).toBe('application/json');
  const text = (await file?.blob.text()) ?? '';
  expect(bookmarksIn(await decode(text))).toEqual(five);
  expect(JSON.parse(text)).toMatchObject({ exportedAt: NOW.toISOString(), app: APP });
});

test('it says how far it is', async () => {
  const said: [number, number][] = [];
  await exportLibrary(readerOf(five), APP, NOW, (done, total) => said.push([done, total]));
  expect(said).toEqual([
    [0, 5],
    [2, 5],
    [4, 5],
    [5, 5],
  ]);
});

test('a cancelled export gives no file', async () => {
  const run = new AbortController();
  const stop = (done: number): void => {
    if (done === 2) run.abort();
  };
  expect(await exportLibrary(readerOf(five), APP, NOW, stop, run.signal)).toBe(null);
});

test('a large export is whole, however it is gathered', async () => {
  const note = 'ü🔭'.repeat(600_000);
  const large = [1, 2, 3, 4].map((n) => starred(n, note));
  const file = await exportLibrary(readerOf(large, 1), APP, NOW);
  expect(bookmarksIn(await decode((await file?.blob.text()) ?? ''))).toEqual(large);
});

test('work gives the page a turn when it has run for long, and not before', async () => {
  let time = 0;
  let turns = 0;
  const pace = pacer(
    10,
    () => time,
    async () => {
      turns++;
    },
  );
  for (let piece = 0; piece < 10; piece++) {
    time += 4;
    await pace();
  }
  expect(turns).toBe(3);
});
