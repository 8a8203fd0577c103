import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bookmark } from '../../lib/papers/bookmark.ts';
import { closeEditor, openEditor, titlesOnCards, toggleStar } from './drive/card.ts';
import { addTag, pickStatus, typeNote } from './drive/editor.ts';
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
import { presentCopy } from './harness/copy.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { openPopupTab } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

const AT = '2026-04-16T10:00:00.000Z';
const COUNT = 400;
const TYPED = 'Typed on the card';
const PAGE = listing(['First on the card', 'Second on the card']);
const profile = mkdtempSync(join(tmpdir(), 'asterism-'));

let asterism: Asterism;
let options: Page;

async function start(): Promise<void> {
  asterism = await launch({ profile });
  const network = await takeNetwork(asterism.context);
  network.serve({ '/papers': PAGE });
  options = await openOptions(asterism);
}
beforeAll(start);
afterAll(async () => {
  await asterism?.close();
  rmSync(profile, { recursive: true, force: true });
});

function many(): Bookmark[] {
  return Array.from({ length: COUNT }, (_, at) => ({
    paper: {
      id: `arxiv:2601.${10_000 + at}`,
      title: `Paper ${at}`,
      authors: ['A. Author', 'B. Author'],
      abstract: 'The site can tell it again. '.repeat(20),
      publishedAt: '2026-01-02',
    },
    annotation: {
      starred: at % 2 === 0,
      starredAt: AT,
      status: at % 3 === 0 ? 'read' : null,
      statusAt: AT,
      tags: ['imported', `tag ${at % 7}`],
      tagsAt: AT,
      note: `Note ${at}\n\nשלום`,
      noteAt: AT,
      createdAt: AT,
    },
  }));
}

/** What a copy keeps of an exported library. */
function kept(file: string) {
  return JSON.parse(file).papers.map((record: Record<string, unknown>) => {
    const {
      abstract,
      upvotes,
      comments,
      githubRepo,
      githubStars,
      projectPage,
      keywords,
      links,
      ...rest
    } = record;
    return rest;
  });
}

const send = (page: Page, name: string, request: object): Promise<unknown> =>
  page.evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ name, request })})`);

/** Saved searches and colours, as the database has them. */
function shelves(page: Page): Promise<unknown[][]> {
  return page.evaluate(async () => {
    const request = indexedDB.open('asterism');
    const db = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const all = (name: string): Promise<unknown[]> =>
      new Promise((resolve) => {
        const read = db.transaction(name).objectStore(name).getAll();
        read.onsuccess = () => resolve(read.result);
      });
    const found = [await all('searches'), await all('colours')];
    db.close();
    return found;
  });
}

/** Waits until the copy, by the product's own reading, has everything that was said; folded or not. */
async function copied(page: Page): Promise<void> {
  await until(
    'the copy to be made',
    async () => {
      const copy = await presentCopy(page);
      if (copy?.bookmarks.length !== COUNT + 2) return undefined;
      const isNoted = copy.bookmarks.some(({ annotation }) => annotation.note === TYPED);
      const { searches, colours } = copy.searchesAndColours;
      return isNoted && searches.length === 1 && colours.length === 1 ? true : undefined;
    },
    20_000,
  );
}

let before = '';
let shelvesBefore: unknown[][] = [];

test('a library whose database is deleted is offered back at the next start, and all of it comes back', async () => {
  await chooseFile(options, 'library.json', libraryFile(many()));
  await applyImport(options);
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const cards = await surfaceOf(page);
  const [first = '', second = ''] = await titlesOnCards(cards, 2);
  await toggleStar(cards, first);
  await openEditor(cards, second, 'tags');
  await addTag(cards, '強化学習');
  await pickStatus(cards, 'reading');
  await typeNote(cards, TYPED);
  await closeEditor(cards);
  await page.close();
  await send(options, 'search.save', { name: 'Unread', query: 'is:unread' });
  await send(options, 'tag.colour', { tag: 'imported', colour: 'teal' });
  await copied(options);
  before = await exportedText(options);
  shelvesBefore = await shelves(options);
  await asterism.close();

  const database = join(profile, 'Default', 'IndexedDB');
  expect(existsSync(database)).toBe(true);
  rmSync(database, { recursive: true });
  await start();
  await expect.poll(() => papersInLibrary(options)).toBe(0);
  const popup = await openPopupTab(asterism);
  const banner = popup.getByRole('region', { name: named('backupHeading') });
  await banner.waitFor({ timeout: 15_000 });
  const [opened] = await Promise.all([
    asterism.context.waitForEvent('page'),
    banner.getByRole('button', { name: named('backupLook') }).click(),
  ]);
  await options.close();
  options = opened;
  await options
    .locator('.offer-said')
    .getByRole('button', { name: named('backupRestore') })
    .click();
  await expect
    .poll(() => previewCounts(options))
    .toEqual({
      new: COUNT + 2,
      merged: 0,
      same: 0,
      unreadable: 0,
    });
  expect(await papersInLibrary(options)).toBe(0); // nothing has happened yet
  await applyImport(options);
  await until('nothing to be on offer', async () =>
    (await options.locator('.offer-said').count()) === 0 ? true : undefined,
  );
  await banner.waitFor({ state: 'detached' });
  await popup.close();
  const after = await exportedText(options);
  expect(kept(after)).toEqual(kept(before));
  await expect.poll(() => shelves(options)).toEqual(shelvesBefore);
}, 120_000);

test('what was restored can be taken back and restored again; the copy is still listed', async () => {
  await options.getByRole('button', { name: named('importUndo') }).click();
  await options.getByText(named('importUndone')).waitFor();
  await expect.poll(() => papersInLibrary(options)).toBe(0);
  const rows = options.locator('.copies tbody tr').filter({ hasText: String(COUNT + 2) });
  await rows.last().getByRole('button').first().click();
  await expect.poll(() => previewCounts(options)).toMatchObject({ new: COUNT + 2 });
  await applyImport(options);
  expect(kept(await exportedText(options))).toEqual(kept(before));
}, 60_000);

test('a copy is saved as a file that an import reads', async () => {
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.locator('.copies tbody tr').last().getByRole('button').last().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^asterism-copy-\d{4}-\d\d-\d\d\.json$/);
});

test('a dated file is saved in the chosen folder, and by the worker when something changed since', async () => {
  const page = await asterism.context.newPage();
  // A folder of the browser's own: nobody could answer the picker.
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true }),
    });
  });
  await page.goto(`chrome-extension://${asterism.extensionId}/options.html`);
  const files = (): Promise<[string, number][]> =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('chosen', { create: true });
      const found: [string, number][] = [];
      for await (const [name, file] of folder.entries()) {
        if (file instanceof FileSystemFileHandle) {
          found.push([name, JSON.parse(await (await file.getFile()).text()).papers.length]);
        }
      }
      return found;
    });
  await page.getByLabel(named('datedEvery')).selectOption('day');
  await page.getByLabel(named('datedTo'), { exact: true }).selectOption('folder');
  await page.getByRole('button', { name: named('datedChoose') }).click();
  const saved = await until('a file', async () => {
    const [file] = await files().catch(() => []); // one that is being written
    return file;
  });
  expect(saved[0]).toMatch(/^asterism-backup-\d{4}-\d\d-\d\d\.json$/);
  expect(saved[1]).toBe(COUNT + 2);

  await send(page, 'annotation.patch', {
    id: 'arxiv:2601.99999',
    patch: { starred: true },
    paper: { id: 'arxiv:2601.99999', title: 'One more', authors: [] },
  });
  // As if the last file were an old one, and all that is there were somebody else's.
  const there = (await files()).map(([name]) => name);
  const old = { day: '2020-01-01', changedAt: '2020-01-01T00:00:00.000Z', names: [] };
  await page.evaluate(`chrome.storage.local.set({'backup.filesLog': ${JSON.stringify(old)}})`);
  const second = await until(
    'the file of the worker',
    async () => (await files().catch(() => [])).find(([name]) => !there.includes(name)),
    30_000,
  );
  expect(second).toEqual([saved[0].replace('.json', ' (2).json'), COUNT + 3]);
  await page.close();
}, 60_000);

test('none of it made an error anywhere', () => {
  expect(asterism.problems).toEqual([]);
});
