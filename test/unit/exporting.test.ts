import { describe, expect, test } from 'vitest';
import {
  type ExportReader,
  type ExportScope,
  type ExportWorld,
  exportPapers,
} from '../../lib/exports/exporting';
import { previewExport } from '../../lib/exports/exportPreview';
import { EXPORT_FORMAT_IDS, type ExportFormatId } from '../../lib/formats/exportFormats';
import type { Bookmark } from '../../lib/papers/bookmark';
import type { PaperId } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';
import type { SeenPaper } from '../../lib/store/reader';
import { pacer } from '../../lib/yielding';
import { bookmarksIn, decode, starred } from './formats/files';

const APP = { name: 'Asterism', version: '0.1.0' };
const NOW = new Date(2026, 9, 1, 8); // the reader's own time zone names the file
const SEEN_AT = '2026-01-02T03:04:05.000Z';

function readerOf(bookmarks: readonly Bookmark[], seen: readonly Bookmark[] = []): ExportReader {
  const history = seen.map(
    ({ paper }): SeenPaper => ({
      paper,
      firstSeenAt: SEEN_AT,
      firstSeenOn: 'https://huggingface.co/papers',
      lastSeenAt: SEEN_AT,
      lastSeenOn: 'https://huggingface.co/papers',
    }),
  );
  const among = <T extends { paper: Paper }>(all: readonly T[], ids: readonly PaperId[]): T[] =>
    ids.flatMap((id) => all.filter(({ paper }) => paper.id === id));
  return {
    count: async () => bookmarks.length,
    scan: async (visit, signal) => {
      for (let at = 0; at < bookmarks.length && !signal?.aborted; at += 2) {
        await visit(bookmarks.slice(at, at + 2));
      }
    },
    bookmarks: async (ids) => among(bookmarks, ids),
    history: async (ids) => among(history, ids),
    searches: async () => [{ name: 'New', query: 'is:unread', savedAt: SEEN_AT }],
    tagColours: async () => [{ key: 'ml', tag: 'ML', colour: 'blue' }],
  };
}

const five = [1, 2, 3, 4, 5].map((n) => starred(n, `note ${n}`));
const idsOf = (bookmarks: readonly Bookmark[]): PaperId[] => bookmarks.map(({ paper }) => paper.id);

function take(
  reader: ExportReader,
  format: ExportFormatId = 'json',
  scope: ExportScope = 'all',
  more: Partial<ExportWorld> = {},
) {
  return exportPapers({ format, scope }, { reader, app: APP, now: NOW, ...more });
}

describe('the whole library', () => {
  test('the file has all of it, with searches and colours, and a dated name', async () => {
    const file = await take(readerOf(five));
    expect(file).toMatchObject({
      name: 'asterism-library-2026-10-01.json',
      papers: 5,
      leftOut: 0,
    });
    expect(file?.blob.type).toBe('application/json');
    const text = (await file?.blob.text()) ?? '';
    expect(bookmarksIn(await decode(text))).toEqual(five);
    expect(JSON.parse(text)).toMatchObject({
      exportedAt: NOW.toISOString(),
      app: APP,
      searches: [{ name: 'New', query: 'is:unread', savedAt: SEEN_AT }],
      tagColours: [{ tag: 'ML', colour: 'blue' }],
    });
  });

  test('it says how far it is', async () => {
    const said: [number, number][] = [];
    await take(readerOf(five), 'json', 'all', {
      onProgress: (done, total) => said.push([done, total]),
    });
    expect(said).toEqual([
      [0, 5],
      [2, 5],
      [4, 5],
      [5, 5],
    ]);
  });

  test.each(['all', idsOf(five)] as const)('a cancelled export gives no file', async (scope) => {
    const run = new AbortController();
    const done: number[] = [];
    const onProgress = (count: number): void => {
      done.push(count);
      if (count > 0) run.abort();
    };
    expect(await take(readerOf(five), 'json', scope, { onProgress, signal: run.signal })).toBe(
      null,
    );
    expect(done.length).toBe(2); // nothing is written after it
  });

  test('a large export is whole, however it is gathered', async () => {
    const note = 'ü🔭'.repeat(600_000);
    const large = [1, 2, 3, 4].map((n) => starred(n, note));
    const file = await take(readerOf(large));
    expect(bookmarksIn(await decode((await file?.blob.text()) ?? ''))).toEqual(large);
  });

  test('no more than fifty papers are written without giving the page a turn', async () => {
    const many = Array.from({ length: 620 }, (_, n) => starred(n, ''));
    const done: number[] = [];
    let atTurn = 0;
    const between: number[] = [];
    await take(readerOf(many), 'links', idsOf(many), {
      onProgress: (count) => done.push(count),
      pace: async () => {
        between.push((done.at(-1) ?? 0) - atTurn);
        atTurn = done.at(-1) ?? 0;
      },
    });
    expect(between.length).toBeGreaterThan(12);
    expect(Math.max(...between)).toBe(50);
  });
});

describe('some papers', () => {
  const chosen = [4, 0, 2].map((at) => five[at] ?? starred(0, ''));

  test('they are written in the order in which they are asked for', async () => {
    const file = await take(readerOf(five), 'json', idsOf(chosen));
    expect(file).toMatchObject({ name: 'asterism-papers-2026-10-01.json', papers: 3 });
    const text = (await file?.blob.text()) ?? '';
    expect(bookmarksIn(await decode(text))).toEqual(chosen);
    expect(JSON.parse(text)).not.toHaveProperty('searches'); // they are the library's
  });

  test('more than are read at once keep their order', async () => {
    const many = Array.from({ length: 620 }, (_, n) => starred(n, ''));
    const backwards = idsOf(many).reverse();
    const file = await take(readerOf(many), 'links', backwards);
    const lines = ((await file?.blob.text()) ?? '').trim().split('\n');
    const bare = backwards.map((id) => id.slice(id.indexOf(':') + 1));
    expect(lines.map((line) => line.slice(line.lastIndexOf('/') + 1))).toEqual(bare);
  });

  test('a paper of the history is written without an annotation, but not as a part of a library', async () => {
    const [kept, seen] = five;
    if (!kept || !seen) throw new Error('no papers');
    const reader = readerOf([kept], [seen]);
    const scope = idsOf([seen, kept]);
    const csv = await take(reader, 'csv', scope);
    expect(csv).toMatchObject({ papers: 2, leftOut: 0 });
    const [, first = ''] = ((await csv?.blob.text()) ?? '').split('\r\n');
    expect(first).toContain(seen.paper.title);
    expect(first).toContain(SEEN_AT);
    expect(first).not.toContain('note 2');
    expect(await take(reader, 'json', scope)).toMatchObject({ papers: 1, leftOut: 1 });
  });

  test('a paper that is gone is counted', async () => {
    const scope: ExportScope = ['arxiv:9999.99999', ...idsOf(five)];
    expect(await take(readerOf(five), 'ris', scope)).toMatchObject({ papers: 5, leftOut: 1 });
  });
});

describe.each(EXPORT_FORMAT_IDS)('%s', (format) => {
  test('it has a name of its kind, and its preview is its beginning', async () => {
    const reader = readerOf(five);
    const file = await take(reader, format);
    expect(file?.name).toMatch(/^asterism-library-2026-10-01\.(csl\.)?[a-z]+$/);
    expect(file?.papers).toBe(5);
    const world = { reader, app: APP, now: NOW };
    const preview = await previewExport({ format, scope: 'all' }, world);
    const id = five[0]?.paper.id.slice('arxiv:'.length) ?? '';
    expect(preview).toContain(id);
    if (format !== 'markdown-notes') {
      expect((await file?.blob.text())?.startsWith(preview)).toBe(true);
    }
    expect(preview).not.toContain(five[3]?.paper.id.slice('arxiv:'.length));
    expect(await previewExport({ format, scope: [] }, world)).toBe('');
  });
});

test('a preview of a huge paper is cut', async () => {
  const huge = starred(1, 'x'.repeat(2_000_000));
  const world = { reader: readerOf([huge]), app: APP, now: NOW };
  const preview = await previewExport({ format: 'json', scope: 'all' }, world);
  expect(preview.length).toBeLessThan(20_000);
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
