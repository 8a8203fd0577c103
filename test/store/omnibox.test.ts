import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { plainLine } from '../../lib/formats/plainText';
import type { PaperId } from '../../lib/papers/ids';
import type { Source } from '../../lib/search/index/source';
import { openSearchSource } from '../../lib/store/searchSource';
import { createFindPapers } from '../../lib/worker/findPapers';
import { asText, asXml, createOmnibox } from '../../lib/worker/omnibox';
import { bookmark, clock, fill, freshDatabase, id, patch } from './support';

const pageOf = (n: number): string =>
  `https://huggingface.co/papers/${id(n).slice('arxiv:'.length)}`;

async function start(titles: readonly string[]) {
  const db = freshDatabase();
  const some = titles.map((title, at) => {
    const { paper, annotation } = bookmark(at + 1, {
      starredAt: `2026-01-${String(28 - at).padStart(2, '0')}T00:00:00.000Z`,
    });
    return { paper: { ...paper, title, publishedAt: '2025-04-16' }, annotation };
  });
  await fill(db, some);
  const source = openSearchSource(db.name);
  onTestFinished(source.close);
  const showFirst = vi.fn();
  const open = vi.fn(async () => {});
  const libraryAt = (query: string, paper: PaperId | null): string => `library ${query} ${paper}`;
  const find = createFindPapers(source, clock().now);
  const box = createOmnibox({ find, showFirst, open, libraryAt, write: asText });
  return { db, find, box, showFirst, open, source };
}

test('what is typed is a search of the library: the first paper is what Enter means, the others are rows', async () => {
  const { box, showFirst, open } = await start([
    'Tree Search',
    'Trees',
    'Flow Matching',
    'Treecode',
  ]);
  const rows = await box.suggest('tree is:starred');
  expect(showFirst).toHaveBeenLastCalledWith('Tree Search (Ada Lovelace, 2025)');
  expect(rows).toEqual([
    { content: pageOf(2), description: 'Trees (Ada Lovelace, 2025)' },
    { content: pageOf(4), description: 'Treecode (Ada Lovelace, 2025)' },
  ]);
  await box.enter('tree is:starred', 'current');
  expect(open).toHaveBeenLastCalledWith(pageOf(1), 'current');
});

test('a row that is picked is opened, in a tab behind if so asked', async () => {
  const { box, open } = await start(['Tree Search', 'Trees']);
  await box.suggest('tree');
  await box.enter(pageOf(2), 'behind');
  expect(open).toHaveBeenLastCalledWith(pageOf(2), 'behind');
});

test('with Alt the library opens with that search, beside it the paper that was picked', async () => {
  const { box, open } = await start(['Tree Search', 'Trees']);
  await box.suggest('tree');
  await box.enter('tree', 'front');
  expect(open).toHaveBeenLastCalledWith('library tree null', 'front');
  await box.suggest('tree');
  await box.enter(pageOf(2), 'front');
  expect(open).toHaveBeenLastCalledWith(`library tree ${id(2)}`, 'front');
});

test('a worker that was stopped meanwhile still opens what was picked, and what was typed', async () => {
  const titles = ['Tree Search', 'Trees'];
  const picked = await start(titles);
  await picked.box.enter(pageOf(2), 'current');
  expect(picked.open).toHaveBeenLastCalledWith(pageOf(2), 'current');
  const typed = await start(titles);
  await typed.box.enter('trees', 'current');
  expect(typed.open).toHaveBeenLastCalledWith(pageOf(2), 'current');
});

test('where nothing is found that is said, and Enter opens the library with the search', async () => {
  const { box, showFirst, open } = await start(['Tree Search']);
  expect(await box.suggest('zebra')).toEqual([]);
  expect(showFirst).toHaveBeenLastCalledWith('omniboxNothing');
  await box.enter('zebra', 'current');
  expect(open).toHaveBeenLastCalledWith('library zebra null', 'current');
});

test('of what is typed quickly only the last is shown', async () => {
  const { box, showFirst } = await start(['Tree Search', 'Flow Matching']);
  const [first, last] = await Promise.all([box.suggest('tree'), box.suggest('flow')]);
  expect(first).toBeNull();
  expect(last).toEqual([]);
  expect(showFirst).toHaveBeenCalledTimes(1);
});

test('what changed since the last search is found', async () => {
  const { db, box } = await start(['Tree Search', 'Trees']);
  expect(await box.suggest('tag:new')).toEqual([]);
  await patch(db, 1, { addTags: ['new'] }, clock().now);
  await patch(db, 2, { addTags: ['new'] }, clock().now);
  expect(await box.suggest('tag:new')).toHaveLength(1);
});

test('an index that takes too long to read is not waited for, and one that cannot be read is told', async () => {
  const never = new Promise<never>(() => {});
  const slow: Source = { news: () => never, part: () => never, documents: async () => [] };
  const find = createFindPapers(slow, clock().now, 20);
  expect(await find.find('tree', 5)).toEqual({ papers: [], total: 0, isComplete: false });
  const showFirst = vi.fn();
  const [open, libraryAt] = [vi.fn(async () => {}), () => 'library'];
  const box = createOmnibox({ find, showFirst, open, libraryAt, write: asText });
  expect(await box.suggest('tree')).toEqual([]);
  expect(showFirst).toHaveBeenLastCalledWith('omniboxNotYet');
  await box.enter('tree', 'current');
  expect(open).toHaveBeenLastCalledWith('library', 'current');
  const broken: Source = { ...slow, news: () => Promise.reject(new Error('broken')) };
  await expect(createFindPapers(broken, clock().now).find('a', 5)).rejects.toThrow('broken');
});

test('a description for Chromium is XML that says the text, whatever is in a title', () => {
  const parser = new DOMParser();
  const readBack = (description: string): string | null => {
    const read = parser.parseFromString(`<fragment>${description}</fragment>`, 'application/xml');
    return read.querySelector('parsererror') ? null : read.documentElement.textContent;
  };
  const signs = [
    '&',
    '<',
    '>',
    '"',
    "'",
    '&amp;',
    '<b>',
    ']]>',
    '\u0000',
    '\ufffe',
    '\ud83d',
    '🔥',
  ];
  const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...signs));
  const texts = fc.array(part, { maxLength: 8 }).map((parts) => plainLine(parts.join('')));
  fc.assert(
    fc.property(texts, texts, (title, about) => {
      expect(readBack(asXml(title, about))).toBe(about === '' ? title : `${title} ${about}`);
    }),
    { numRuns: 2_000 },
  );
});

test('a long title is cut between characters', () => {
  const shown = asText('🔥'.repeat(400), '');
  expect([...shown]).toHaveLength(301);
  expect(shown.isWellFormed()).toBe(true);
});
