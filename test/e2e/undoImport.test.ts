import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Bookmark } from '../../lib/papers/bookmark.ts';
import { fillLibrary, starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import {
  applyImport,
  chooseFile,
  exportedText,
  libraryFile,
  openOptions,
  papersInLibrary,
  previewCounts,
} from './drive/options.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { stopWorker } from './harness/worker.ts';

let asterism: Asterism;
let options: Page;

beforeAll(async () => {
  asterism = await launch();
});
afterAll(() => asterism?.close());
beforeEach(async () => {
  options = await openOptions(asterism);
});

/** An export without the time of its making. */
const timeless = (file: string): string => file.replace(/"exportedAt": "[^"]*"/, '');

/** The bookmarks with what a file says about them: more facts, another note and another tag. */
function told(bookmarks: readonly Bookmark[]): string {
  const said = bookmarks.map(({ paper, annotation }) => ({
    paper: { ...paper, title: `${paper.title}, as a longer title`, abstract: 'An abstract.' },
    annotation: { ...annotation, tags: ['theirs'], note: 'Theirs.' },
    extra: { shelf: 3 },
  }));
  return libraryFile(said);
}

async function undoImport(): Promise<void> {
  await options.getByRole('button', { name: named('importUndo') }).click();
}

const undone = (): Promise<void> =>
  options.getByText(named('importUndone')).waitFor({ timeout: 60_000 });

test('after an undo the export is what it was, byte for byte', async () => {
  await fillLibrary(options, [
    starred(1, 'Tiny Nets', { note: 'N', tags: ['mine'] }),
    starred(2, 'Other Nets', { status: 'read' }),
  ]);
  const before = timeless(await exportedText(options));
  const table = 'title,url,tags\narxiv.org/pdf/v2.pdf – downloaded,https://arxiv.org/abs/';
  const { id } = starred(1, '').paper;
  await chooseFile(options, 'input.csv', `${table}${id.slice('arxiv:'.length)},theirs\n`);
  await applyImport(options);
  expect(timeless(await exportedText(options))).not.toBe(before);
  await undoImport();
  await undone();
  expect(timeless(await exportedText(options))).toBe(before);

  await chooseFile(options, 'told.json', told([starred(1, 'Tiny Nets'), starred(2, 'Other Nets')]));
  await applyImport(options);
  expect(await exportedText(options)).toContain('as a longer title');
  await undoImport();
  await undone();
  expect(timeless(await exportedText(options))).toBe(before);
});

test('a link’s text changes nothing about a paper that a site has named', async () => {
  const before = timeless(await exportedText(options));
  const bare = starred(1, '').paper.id.slice('arxiv:'.length);
  const list = `- [Tiny Nets](https://arxiv.org/abs/${bare}) | Accepted at NeurIPS 2024 (Oral)`;
  await chooseFile(options, 'input.md', list);
  await expect.poll(() => previewCounts(options)).toMatchObject({ new: 0, merged: 0, same: 1 });
  expect(timeless(await exportedText(options))).toBe(before);
});

test('an import into 4,000 papers is taken back whole, though the worker stops in the middle', async () => {
  const many = Array.from({ length: 4_000 }, (_, n) =>
    starred(n, `Paper ${n}`, { tags: ['mine'] }),
  );
  await fillLibrary(options, many);
  await expect.poll(() => papersInLibrary(options)).toBe(4_000);
  const before = timeless(await exportedText(options));
  await chooseFile(options, 'told.json', told(many));
  await expect.poll(() => previewCounts(options)).toMatchObject({ merged: 4_000 });
  await applyImport(options);
  await undoImport();
  await new Promise((later) => setTimeout(later, 200)); // some of its parts are done, and some are not
  await stopWorker(asterism);
  await undone();
  await expect.poll(() => papersInLibrary(options)).toBe(4_000);
  expect(timeless(await exportedText(options))).toBe(before);
});
