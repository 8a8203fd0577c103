import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bookmark } from '../../lib/papers/bookmark.ts';
import { fillLibrary, openLibraryTab, starred } from './drive/library.ts';
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
import { killBrowser } from './harness/kill.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { stopWorker } from './harness/worker.ts';

let asterism: Asterism;
let options: Page;

beforeAll(async () => {
  asterism = await launch();
  options = await openOptions(asterism);
});
afterAll(() => asterism?.close());

const many = (count: number): Bookmark[] =>
  Array.from({ length: count }, (_, n) => starred(n, `Paper ${n}`, { tags: ['imported'] }));

/** Presses the button that applies the preview. */
const apply = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^Import [\d,]+ paper/ }).click();

/** Puts a text on the clipboard, by keyboard alone, and pastes it into the page. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: named('importPaste') }).click();
  await page.getByLabel(named('importPasteLabel')).fill(text);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+X');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+V');
}

test('links that are pasted are shown first, come in when applied, and go again when taken back', async () => {
  await paste(
    options,
    'Read: https://arxiv.org/abs/1706.03762v5 and\nhttps://huggingface.co/papers/2401.04088, please.',
  );
  await expect.poll(() => previewCounts(options)).toMatchObject({ new: 2, merged: 0, same: 0 });
  expect(await papersInLibrary(options)).toBe(0); // nothing has happened yet
  await applyImport(options);
  await expect.poll(() => papersInLibrary(options)).toBe(2);
  await options.getByRole('button', { name: named('importUndo') }).click();
  await options.getByText(named('importUndone')).waitFor();
  await expect.poll(() => papersInLibrary(options)).toBe(0);
});

test('what a merge is shown to become is what the library then has', async () => {
  const mine = starred(1, 'One paper', { note: 'Mine.', tags: ['mine'], status: 'read' });
  const theirs = structuredClone(mine);
  Object.assign(theirs.annotation, {
    note: 'Theirs.',
    noteAt: '2026-06-01T00:00:00.000Z',
    tags: ['theirs'],
  });
  await fillLibrary(options, [mine]);
  await chooseFile(options, 'theirs.json', libraryFile([theirs]));
  await expect.poll(() => previewCounts(options)).toMatchObject({ new: 0, merged: 1 });
  const note = options.locator('[data-field=note]');
  await note.waitFor();
  const [before, incoming, after = ''] = await note.getByRole('cell').allInnerTexts();
  expect([before, incoming]).toEqual(['Mine.', 'Theirs.']);
  const tags = await options
    .locator('[data-field=tags] td:last-child li')
    .evaluateAll((chips) => chips.map((chip) => chip.firstChild?.textContent));
  await applyImport(options);

  const [merged] = JSON.parse(await exportedText(options)).papers;
  expect([merged.note, merged.tags]).toEqual([after, tags]);
  const library = await openLibraryTab(asterism, `#/?paper=${encodeURIComponent(merged.id)}`);
  await library.getByText('Theirs.').first().waitFor();
  await library.getByText('Mine.').first().waitFor();
  await library.close();
});

test('several files are read into one preview', async () => {
  const files = [
    ['a.json', libraryFile(many(30).slice(10, 20))],
    ['b.json', libraryFile(many(30).slice(15, 30))],
    ['empty.json', ''],
  ] as const;
  await options
    .locator('input[type=file]')
    .setInputFiles(
      files.map(([name, text]) => ({ name, mimeType: '', buffer: Buffer.from(text) })),
    );
  await expect.poll(() => previewCounts(options)).toMatchObject({ new: 20, merged: 0, same: 0 });
  await options
    .getByText(named('importFileSays', 'empty.json', named('importEmptyFile')))
    .waitFor();
  await options.getByRole('button', { name: named('importDiscard') }).click();
});

test('a worker that stops in the middle is started again, and all of the import comes in', async () => {
  const before = await papersInLibrary(options);
  await chooseFile(options, 'some.json', libraryFile(many(5_100).slice(100)));
  await expect.poll(() => previewCounts(options)).toMatchObject({ new: 5_000 });
  await apply(options);
  await options.getByRole('progressbar').waitFor();
  await stopWorker(asterism);
  await options.getByText(named('importDone', '').slice(0, 12)).waitFor({ timeout: 30_000 });
  await expect.poll(() => papersInLibrary(options)).toBe(before + 5_000);
});

test('a page that is closed in the middle leaves all of the import or nothing', async () => {
  const file = libraryFile(many(10_100).slice(5_100));
  const page = await openOptions(asterism);
  await chooseFile(page, 'more.json', file);
  await previewCounts(page);
  await apply(page);
  await page.getByRole('progressbar').waitFor();
  await page.close();

  await chooseFile(options, 'more.json', file);
  const { new: missing, same } = await previewCounts(options);
  expect([
    [0, 5_000],
    [5_000, 0],
  ]).toContainEqual([missing, same]);
});

test.each(['importApplying', 'importFinishing'] as const)(
  'a browser that is killed in the middle of an import of 8,000 (%s) leaves all of it or nothing',
  async (moment) => {
    const profile = mkdtempSync(join(tmpdir(), 'asterism-'));
    const file = libraryFile(many(8_000));
    const first = await launch({ profile });
    const page = await openOptions(first);
    await chooseFile(page, 'big.json', file);
    await expect.poll(() => previewCounts(page)).toMatchObject({ new: 8_000 });
    const [start = ''] = named(moment, '$1').split('$1');
    const reached = page.getByText(start).first().waitFor({ timeout: 40_000 });
    await apply(page);
    await reached;
    await killBrowser(first);

    const second = await launch({ profile });
    const again = await openOptions(second);
    expect([0, 8_000]).toContain(await papersInLibrary(again));
    await chooseFile(again, 'big.json', file);
    const { new: missing, same } = await previewCounts(again);
    expect(missing + same).toBe(8_000);
    expect([0, 8_000]).toContain(missing);
    await second.close();
    rmSync(profile, { recursive: true, force: true });
  },
  120_000,
);

test('none of it made an error anywhere', () => {
  expect(asterism.problems).toEqual([]);
});
