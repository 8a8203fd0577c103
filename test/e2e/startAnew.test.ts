import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NEWER } from '../../lib/store/rows.ts';
import { expectCount, fillLibrary, openLibraryTab, starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import { openOptions, papersInLibrary, previewCounts } from './drive/options.ts';
import { openBarePage } from './harness/barePage.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { openPopupTab } from './harness/popup.ts';

const COUNT = 30;
const profile = mkdtempSync(join(tmpdir(), 'asterism-'));
let asterism: Asterism;

async function filled(): Promise<void> {
  rmSync(profile, { recursive: true, force: true });
  asterism = await launch({ profile });
  const page = await openOptions(asterism);
  const notes = Array.from({ length: COUNT }, (_, n) =>
    starred(n, `P ${n}`, { note: `Note ${n}` }),
  );
  await fillLibrary(page, notes);
  await page
    .locator('.copies tbody tr')
    .filter({ hasText: String(COUNT) })
    .first()
    .waitFor();
}
beforeEach(filled);
afterEach(async () => {
  await asterism.close();
  rmSync(profile, { recursive: true, force: true });
});

/** The offer in the settings, once the worker has found out that the database cannot be read. */
async function offered(): Promise<Page> {
  const popup = await openPopupTab(asterism);
  await popup.getByText(named('failedTitle')).first().waitFor({ timeout: 20_000 });
  await popup.getByText(/cannot be read. There is a copy/).waitFor({ timeout: 20_000 });
  await popup.close();
  const options = await openOptions(asterism);
  await options.getByRole('button', { name: named('startAnew') }).waitFor({ timeout: 15_000 });
  return options;
}

/** From now on the worker cannot open its database, until it is deleted: no file can be damaged so that just this is so. */
async function breakOpening(): Promise<void> {
  await asterism.worker().evaluate(() => {
    const { open, deleteDatabase } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name: string, version?: number) {
      if (name !== 'asterism') return open.call(this, name, version);
      const request = open.call(this, 'cannot-be-opened');
      request.addEventListener('upgradeneeded', () => request.transaction?.abort());
      return request;
    };
    IDBFactory.prototype.deleteDatabase = function (name: string) {
      Object.assign(IDBFactory.prototype, { open, deleteDatabase });
      return deleteDatabase.call(this, name);
    };
  });
  const bare = await openBarePage(asterism);
  // The connection that it has steps aside for an upgrade.
  await bare.evaluate(
    (version) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('asterism', version);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    NEWER - 1,
  );
  const offer = {
    name: 'present',
    at: '2026-04-16T10:00:00.000Z',
    papers: COUNT,
    reason: 'unreadable',
  };
  await bare.evaluate(`chrome.storage.local.set({ 'backup.offer': ${JSON.stringify(offer)} })`);
  await bare.close();
}

test('a library that cannot be opened any more is deleted when the reader says so, and its copy restored', async () => {
  const [options] = asterism.context.pages().filter((page) => page.url().includes('options'));
  if (options === undefined) throw new Error('The settings are open.');
  await breakOpening();
  await options.getByRole('button', { name: named('startAnew') }).click();
  await options.getByRole('button', { name: named('cancel') }).click(); // nothing happens
  await options.getByRole('button', { name: named('startAnew') }).click();
  await options.getByRole('button', { name: named('startAnewDo') }).click();
  await expect.poll(() => previewCounts(options)).toMatchObject({ new: COUNT, unreadable: 0 });
  await options.getByRole('button', { name: /^Restore \d+ papers$/ }).click();
  await expect.poll(() => papersInLibrary(options)).toBe(COUNT);
  const library = await openLibraryTab(asterism);
  await expectCount(library, COUNT);
}, 120_000);

test('where the browser cannot even delete it, the settings say what helps, and the copy is saved as a file', async () => {
  const { extensionId } = asterism;
  await asterism.close();
  const files = `chrome-extension_${extensionId}_0.indexeddb.leveldb`;
  writeFileSync(join(profile, 'Default', 'IndexedDB', files, 'CURRENT'), 'nonsense\n');
  asterism = await launch({ profile });
  const options = await offered();
  await options.getByRole('button', { name: named('startAnew') }).click();
  await options.getByRole('button', { name: named('startAnewDo') }).click();
  await options.getByText(named('startAnewFailed')).waitFor();
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.locator('.copies tbody tr').first().getByRole('button').last().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^asterism-copy-/);
}, 120_000);

test('a library that can be read is never deleted, whoever asks', async () => {
  const page = await openOptions(asterism);
  const answer = await page.evaluate(
    `chrome.runtime.sendMessage({ name: 'library.startAnew', request: {} })`,
  );
  expect(answer).toMatchObject({ ok: false, code: 'refused' });
  await expect.poll(() => papersInLibrary(page)).toBe(COUNT);
}, 60_000);
