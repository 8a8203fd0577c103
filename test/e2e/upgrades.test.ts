import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { oldRows } from '../oldDatabases/rows.ts';
import { NEWER_SCHEMA, OLD_SCHEMAS, type OldSchema } from '../oldDatabases/schemas.ts';
import { type OldDatabase, readDatabase, writeDatabase } from '../oldDatabases/write.ts';
import type { Browser, Tab } from './drive/browser.ts';
import { titlesOnCards } from './drive/card.ts';
import { inEachBrowser } from './drive/eachBrowser.ts';
import { expectSaid, exportLibrary } from './drive/files.ts';
import { openLibraryTab } from './drive/library.ts';
import { expectPapers, searchIn } from './drive/libraryPage.ts';
import { named } from './drive/names.ts';
import { openBarePage } from './harness/barePage.ts';
import { clickControl, findControl } from './harness/controls.ts';
import { killBrowser } from './harness/kill.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { takeNetwork } from './harness/network.ts';
import { until } from './harness/until.ts';
import { stopWorker } from './harness/worker.ts';

const versions = Object.entries(OLD_SCHEMAS);
const PRESENT = Math.max(...versions.map(([, { version }]) => version));

inEachBrowser((start, name) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await start();
    browser.serve({ '/papers': listing(['On the card']) });
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  /**
   * Puts a database of another version in the place of what is there, and gives a page that runs nothing of ours. The
   * worker sleeps: whoever opens the database next is the first to.
   */
  async function replaceDatabase(schema: OldSchema, count: number): Promise<Tab> {
    const bare = await browser.openBare();
    await bare.evaluate('chrome.storage.local.clear()'); // with the copy of the one before
    const old: OldDatabase = { name: 'asterism', schema, rows: oldRows(schema.version, count) };
    const write = `(${writeDatabase})(${JSON.stringify(old)}).then(() => true, () => null)`;
    // What has just changed may wake the worker, which then makes a database of its own.
    await until('the old database', async () => {
      await browser.stopBackground();
      return (await bare.evaluate<true | null>(write)) ?? undefined;
    });
    return bare;
  }

  /** How many papers the newest copy has; waits until there is one. */
  async function papersInCopy(options: Tab): Promise<number> {
    const said = `document.querySelector('.copies tbody tr td')?.innerText`;
    const text = await until(
      'a copy',
      async () => (await options.evaluate<string | null>(said)) ?? undefined,
      20_000,
    );
    return Number(text.replace(/\D/g, ''));
  }

  // Each is brought up by the same code in any browser; Firefox's database is tried with the oldest and the newest.
  const tried = name === 'Chromium' ? versions : [...versions.slice(0, 1), ...versions.slice(-1)];
  test.each(tried)(
    'a profile of version %s is whole: listed, counted, searched, exported, copied',
    async (_, schema) => {
      const COUNT = 80;
      await replaceDatabase(schema, COUNT);
      const library = await browser.openOwn('library.html');
      await expectPapers(library, COUNT);
      await searchIn(library, 'zettel tag:even');
      await expectPapers(library, COUNT / 10);
      expect(await library.evaluate('document.body.innerText')).not.toContain(named('failedTitle'));
      const options = await browser.openOwn('options.html');
      const { papers } = JSON.parse(await exportLibrary(options));
      const notes = oldRows(schema.version, COUNT)['bookmarks']?.map((row) => row['annotation']);
      expect(papers.map(({ note }: { note?: string }) => note ?? '')).toEqual(
        notes?.map((said) => (said as { note: string }).note), // as oldAnnotation makes it
      );
      await expect.poll(() => papersInCopy(options)).toBe(COUNT);
      expect(await browser.problems()).toEqual([]);
    },
  );

  test('a page that comes before the worker has the database upgraded and shows all of it', async () => {
    await replaceDatabase(schemaOf('1'), 40);
    const library = await browser.openOwn('library.html');
    await expectPapers(library, 40);
    const popup = await browser.openOwn('popup.html');
    await expectSaid(popup, 'Old paper 0');
    expect(await browser.problems()).toEqual([]);
  });

  test('an upgrade waits for a page that holds the old version open, and then shows all', async () => {
    const bare = await replaceDatabase(schemaOf('3'), 40);
    // Worse than any page of ours: it hears that it is in the way and stays.
    await bare.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open('asterism');
      opening.onsuccess = () => {
        globalThis.held = opening.result;
        resolve();
      };
    })`);
    const library = await browser.openOwn('library.html');
    await pause(1_000); // what cannot be read would say so by now
    expect(await library.evaluate('document.body.innerText')).not.toContain(named('failedTitle'));
    await bare.close();
    await library.toFront();
    await expectPapers(library, 40);
  });

  test('a build on a database of a newer one says so on every page and on cards, and changes nothing', async () => {
    const sentence = named('newerDatabase');
    const bare = await replaceDatabase(NEWER_SCHEMA, 10);
    const stored = (): Promise<unknown> => bare.evaluate(`(${readDatabase})('asterism')`);
    const copy = (): Promise<unknown> =>
      bare.evaluate(`chrome.storage.local.get(null).then((all) =>
        Object.entries(all).filter(([key]) => key.startsWith('backup')))`);
    const [before, copied] = [await stored(), await copy()];

    const pages: Tab[] = [];
    for (const path of ['popup.html', 'library.html', 'options.html']) {
      const page = await browser.openOwn(path);
      await expectSaid(page, sentence);
      pages.push(page);
    }
    const cards = await browser.open('/papers');
    await titlesOnCards(cards, 1);
    const star = { role: 'button', name: /^Star paper/ };
    await clickControl(cards, await findControl(cards, star));
    await findControl(cards, { role: 'StaticText', name: sentence });
    await findControl(cards, star, ({ states }) => states['pressed'] !== 'true');

    await pause(3_000); // the copy would be made by now
    for (const page of pages) {
      const said = await page.evaluate('document.body.innerText');
      expect(said).toContain(sentence);
      expect(said).not.toContain('there is a copy');
    }
    expect(await stored()).toEqual(before);
    expect(await copy()).toEqual(copied);
  });
});

function schemaOf(version: string): OldSchema {
  const schema = OLD_SCHEMAS[version];
  if (schema === undefined) throw new Error(`There is no schema ${version}.`);
  return schema;
}

describe('in Chromium', () => {
  // Another browser would try the same code again, on a large database.
  const profile = mkdtempSync(join(tmpdir(), 'asterism-'));
  let asterism: Asterism;

  async function begin(): Promise<void> {
    asterism = await launch({ profile });
    await takeNetwork(asterism.context);
  }

  beforeAll(begin);
  afterAll(async () => {
    await asterism?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('an upgrade that is killed half-way is done whole at the next start', async () => {
    const COUNT = 8_000;
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
      await begin();
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
});
