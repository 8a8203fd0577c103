import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { oldRows } from '../oldDatabases/rows.ts';
import { NEWER_SCHEMA, OLD_SCHEMAS, type OldSchema } from '../oldDatabases/schemas.ts';
import { readDatabase, writeDatabase } from '../oldDatabases/write.ts';
import { titlesOnCards } from './drive/card.ts';
import { expectCount, openLibraryTab, searchLibrary } from './drive/library.ts';
import { named } from './drive/names.ts';
import { exportedText, openOptions } from './drive/options.ts';
import { openBarePage } from './harness/barePage.ts';
import { clickControl, findControl } from './harness/controls.ts';
import { killBrowser } from './harness/kill.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { openPopupTab } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';
import { stopWorker } from './harness/worker.ts';

const profile = mkdtempSync(join(tmpdir(), 'asterism-'));
let asterism: Asterism;

async function start(): Promise<void> {
  asterism = await launch({ profile });
  await takeNetwork(asterism.context);
}

/** Puts a database of another version into the profile, and starts the browser again. */
async function startOn(schema: OldSchema, count: number, abstract?: string): Promise<void> {
  await stopWorker(asterism);
  const page = await openBarePage(asterism);
  const rows = oldRows(schema.version, count, abstract);
  await page.evaluate(writeDatabase, { name: 'asterism', schema, rows });
  await killBrowser(asterism); // nobody gets to upgrade it on the way out
  await start();
}

beforeEach(async () => {
  rmSync(profile, { recursive: true, force: true });
  await start();
});
afterEach(() => asterism?.close().catch(() => {})); // a test may have killed it
afterAll(() => rmSync(profile, { recursive: true, force: true }));

function bookmarks(file: string): Record<string, unknown>[] {
  return JSON.parse(file).papers;
}

/** How many papers the newest copy has; waits until there is one. */
async function papersInCopy(options: Page): Promise<number> {
  const row = options.locator('.copies tbody tr').first();
  await row.waitFor({ timeout: 20_000 });
  return Number((await row.locator('td').first().innerText()).replace(/\D/g, ''));
}

const versions = Object.entries(OLD_SCHEMAS);
const PRESENT = Math.max(...versions.map(([, { version }]) => version));

test.each(versions)(
  'a profile of version %s is whole: listed, counted, searched, exported, copied',
  async (_, schema) => {
    const COUNT = 80;
    await startOn(schema, COUNT);
    const library = await openLibraryTab(asterism);
    await expectCount(library, COUNT);
    await searchLibrary(library, 'zettel tag:even');
    await expectCount(library, COUNT / 10);
    expect(await library.getByText(named('failedTitle')).count()).toBe(0);
    const options = await openOptions(asterism);
    const exported = bookmarks(await exportedText(options));
    const notes = oldRows(schema.version, COUNT)['bookmarks']?.map((row) => row['annotation']);
    expect(exported.map(({ note }) => note ?? '')).toEqual(
      notes?.map((said) => (said as { note: string }).note), // as oldAnnotation makes it
    );
    await expect.poll(() => papersInCopy(options)).toBe(COUNT);
    expect(asterism.problems).toEqual([]);
  },
  90_000,
);

test('a page that comes before the worker has the database upgraded and shows all of it', async () => {
  const schema = OLD_SCHEMAS['1'];
  if (schema === undefined) throw new Error('no such schema');
  await stopWorker(asterism);
  const bare = await openBarePage(asterism);
  const rows = oldRows(schema.version, 40);
  await bare.evaluate(writeDatabase, { name: 'asterism', schema, rows });
  // The bare page's worker sleeps: the library is the first to open the database.
  const library = await openLibraryTab(asterism);
  await expectCount(library, 40);
  expect(await library.getByText(/could not be read/).count()).toBe(0);
  const popup = await openPopupTab(asterism);
  await popup.getByText('Old paper 0', { exact: true }).first().waitFor();
  expect(asterism.problems).toEqual([]);
}, 60_000);

test('an upgrade waits for a page that holds the old version open, and then shows all', async () => {
  const schema = OLD_SCHEMAS['3'];
  if (schema === undefined) throw new Error('no such schema');
  await stopWorker(asterism);
  const bare = await openBarePage(asterism);
  await bare.evaluate(writeDatabase, {
    name: 'asterism',
    schema,
    rows: oldRows(schema.version, 40),
  });
  // Worse than any page of ours: it hears that it is in the way and stays.
  await bare.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('asterism');
        opening.onsuccess = () => {
          Object.assign(globalThis, { held: opening.result });
          resolve();
        };
      }),
  );
  const library = await openLibraryTab(asterism);
  await library.waitForTimeout(1_000);
  expect(await library.getByText(named('failedTitle')).count()).toBe(0);
  await bare.close();
  await expectCount(library, 40);
}, 60_000);

test('an upgrade that is killed half-way is done whole at the next start', async () => {
  const COUNT = 20_000;
  const schema = OLD_SCHEMAS['1'];
  if (schema === undefined) throw new Error('no such schema');
  let halfway = 0;
  await stopWorker(asterism);
  const bare = await openBarePage(asterism);
  const name = 'asterism';
  await bare.evaluate(writeDatabase, { name, schema, rows: oldRows(10, COUNT, 'x'.repeat(300)) });
  // Whoever opens it during an upgrade waits for its end: so it is known to go on when the browser is killed.
  for (const after of [0, 150, 300]) {
    const page = after === 0 ? bare : await openBarePage(asterism);
    if (after > 0) await stopWorker(asterism);
    await page.evaluate(() => {
      const { runtime } = Reflect.get(globalThis, 'chrome');
      void runtime.sendMessage({ name: 'tags.list', request: {} }).catch(() => {});
    });
    await page.waitForTimeout(after + 60);
    const isOpen = await page.evaluate(() => {
      const opening = indexedDB.open('asterism');
      return Promise.race([
        new Promise<boolean>((resolve) => {
          opening.onsuccess = () => {
            const { version } = opening.result;
            opening.result.close();
            resolve(version >= 50);
          };
        }),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 40)),
      ]);
    });
    if (!isOpen) halfway += 1;
    await killBrowser(asterism);
    await start();
  }
  expect(halfway).toBeGreaterThan(0);
  const library = await openLibraryTab(asterism);
  await expect
    .poll(() => library.getByText(COUNT.toLocaleString('en')).count(), { timeout: 60_000 })
    .toBeGreaterThan(0);
  const page = await openBarePage(asterism);
  const counted = await page.evaluate(async () => {
    const opening = indexedDB.open('asterism');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const reading = opening.result.transaction(['bookmarks', 'papers', 'history', 'counts']);
    const ask = (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    return [
      opening.result.version,
      await ask(reading.objectStore('bookmarks').count()),
      await ask(reading.objectStore('papers').count()),
      await ask(reading.objectStore('history').count()),
      await ask(reading.objectStore('counts').get('all')),
    ];
  });
  const known = 2 * COUNT + 1; // and what is in the trash
  expect(counted).toEqual([PRESENT, COUNT, known, 2 * COUNT, { key: 'all', count: COUNT }]);
}, 180_000);

test('a build on a database of a newer one says so on every page and on cards, and changes nothing', async () => {
  const sentence = named('newerDatabase');
  await startOn(NEWER_SCHEMA, 10);
  const bare = await openBarePage(asterism);
  const before = await bare.evaluate(readDatabase, 'asterism');
  const copy = (): Promise<unknown> =>
    bare.evaluate(
      `chrome.storage.local.get(null).then((all) => Object.entries(all).filter(([key]) => key.startsWith('backup')))`,
    );
  const copied = await copy();

  const popup = await openPopupTab(asterism);
  await popup.getByText(sentence).waitFor();
  const library = await openLibraryTab(asterism);
  await library.getByText(sentence).waitFor();
  const options = await openOptions(asterism);
  await options.getByText(sentence).waitFor();

  const network = await takeNetwork(asterism.context);
  network.serve({ '/papers': listing(['On the card']) });
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const cards = await surfaceOf(page);
  await titlesOnCards(cards, 1);
  const star = await findControl(cards, { role: 'button', name: /^Star paper/ });
  await clickControl(cards, star);
  await findControl(cards, { role: 'StaticText', name: sentence });
  await findControl(
    cards,
    { role: 'button', name: /^Star paper/ },
    ({ states }) => states['pressed'] !== 'true',
  );

  await page.waitForTimeout(3_000); // the copy would be made by now
  for (const own of [popup, library, options]) {
    expect(await own.getByText(/there is a copy/).count()).toBe(0);
  }
  expect(await bare.evaluate(readDatabase, 'asterism')).toEqual(before);
  expect(await copy()).toEqual(copied);
  await until('no page to be empty', async () =>
    (await library.getByText(sentence).count()) === 1 ? true : undefined,
  );
}, 90_000);
