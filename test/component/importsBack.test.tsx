import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ImportPreview } from '../../entrypoints/options/ImportPreview';
import type { Preview } from '../../lib/imports/importing';
import { noProblems } from '../../lib/imports/readFile';
import { hasFolder } from '../../lib/imports/transfer';
import { mergeBookmarks } from '../../lib/papers/merging';
import { takeEnglishTexts } from './englishTexts';
import {
  bookmark,
  EARLY,
  mine,
  NO_SEARCHES_OR_COLOURS,
  nothing,
  previewOf,
  showPreview,
} from './importsStage';
import { show } from './optionsStage';

beforeAll(takeEnglishTexts);

test('a new paper that lies in the trash is shown as it comes back, with its note and its tags', async () => {
  const before = bookmark(7, { note: 'Thrown away.', tags: ['old'] });
  const comes = bookmark(7, { starred: true });
  const broughtBack = async () => new Map([[comes.paper.id, mergeBookmarks(before, comes)]]);
  const place = showPreview(
    previewOf({ added: [comes, bookmark(8, { starred: true })], broughtBack }),
  );
  await expect.element(page.getByText('restored from the trash')).toBeVisible();
  const said = [...place.querySelectorAll('.incoming')].map((paper) =>
    [...paper.querySelectorAll('.incoming-said > li')].map((item) => item.textContent),
  );
  expect(said).toEqual([
    ['restored from the trash', 'Starred', 'old', 'Thrown away.'],
    ['Starred'],
  ]);
});

test('searches and colours are listed with what becomes of them, and can come in by themselves', async () => {
  const search = (name: string) => ({ name, query: `tag:${name}`, savedAt: EARLY });
  const searchesAndColours = {
    added: { searches: [search('one')], colours: [] },
    same: { searches: [search('two')], colours: [] },
    differing: { searches: [], colours: [{ key: 'ml', tag: 'ml', colour: 'red' as const }] },
  };
  const problems = { ...noProblems(), first: [], unreadableSearches: 2 };
  const place = showPreview(previewOf({ searchesAndColours, problems }));
  const lines = [...place.querySelectorAll('.incoming-search')].map((line) =>
    [...line.querySelectorAll('.incoming-search-name, .incoming-search-fate')].map(
      (part) => part.textContent,
    ),
  );
  expect(lines).toEqual([
    ['one', 'new'],
    ['ml', 'yours is different and stays as it is'],
    ['two', 'already there'],
  ]);
  await expect.element(page.getByText('2 of them cannot be read')).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'Add searches, colours and settings' }))
    .toBeVisible();
});

test('where every search and colour is there already, there is nothing to apply', async () => {
  const same = { searches: [{ name: 'one', query: '', savedAt: EARLY }], colours: [] };
  showPreview(
    previewOf({
      searchesAndColours: {
        added: NO_SEARCHES_OR_COLOURS,
        same,
        differing: NO_SEARCHES_OR_COLOURS,
      },
    }),
  );
  await expect
    .element(page.getByText(/everything in this file is already in your library/))
    .toBeVisible();
  expect(page.getByRole('button', { name: /Import|Add/ }).elements()).toEqual([]);
});

test('the preview of a copy does not speak of files', async () => {
  const preview = previewOf({
    name: 'copy of today',
    files: [{ name: 'x', format: 'asterism', refused: null, break: null }],
    unchanged: [mine],
  });
  const place = show(
    <ImportPreview preview={preview} of="copy" onApply={nothing} onDiscard={nothing} />,
  );
  await expect.element(page.getByText(/^Nothing to restore/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Back to the copies' })).toBeVisible();
  expect(place.textContent).not.toMatch(/file|Read as/);
});

test.each([true, false])('a folder that is dropped is told from files: %s', (isDirectory) => {
  const item = { webkitGetAsEntry: () => ({ isDirectory }) };
  expect(hasFolder({ items: [item] as unknown as DataTransferItemList })).toBe(isDirectory); // no test can drop one
});

test('numbers in the thousands are written as people read them', async () => {
  const added = Array.from({ length: 1_234 }, (_, at) => bookmark(at + 1, { starred: true }));
  showPreview(previewOf({ added }));
  await expect.element(page.getByRole('button', { name: 'Import 1,234 papers' })).toBeVisible();
});

test('settings that come in are shown with their value, and what becomes of them', () => {
  const settings: Preview['settings'] = {
    added: [{ name: 'singleKeys', value: false }],
    same: [{ name: 'history', value: { maxAgeDays: 30, maxPapers: 1_000 } }],
    differing: [{ name: 'theme', value: 'dark' }],
  };
  const place = showPreview(previewOf({ settings }));
  const lines = [...place.querySelectorAll('.incoming-search')].map((line) =>
    [...line.querySelectorAll('span')].map((part) => part.textContent),
  );
  expect(lines).toEqual([
    ['Single-key shortcuts, such as s, 1 or ?', 'off', 'new'],
    ['Theme', 'Dark', 'yours is different and stays as it is'],
    [expect.any(String), 'Days: 30. Papers: 1,000.', 'already there'],
  ]);
});
