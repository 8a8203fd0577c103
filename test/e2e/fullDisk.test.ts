import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { expectStar, titlesOnCards, toggleStar } from './drive/card.ts';
import { expectCount, fillLibrary, openLibraryTab, starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import { exportedText, openOptions } from './drive/options.ts';
import { clickControl, findControl } from './harness/controls.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { smallDisk } from './harness/smallDisk.ts';
import { type Surface, surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

// A disk in memory with the profile on it, filled to the last byte. A quota cannot be tried: `unlimitedStorage` exempts
// the extension from it, also from the one that the DevTools protocol sets.

const COUNT = 30;
const PAGE = listing(['First on the card', 'Second on the card']);
const disk = smallDisk(200);
let asterism: Asterism | undefined;

afterAll(async () => {
  await asterism?.close();
  disk?.remove();
});

async function start(): Promise<Asterism> {
  asterism = await launch({ profile: disk?.path ?? '' });
  const network = await takeNetwork(asterism.context);
  network.serve({ '/papers': PAGE });
  return asterism;
}

async function openCards(
  started: Asterism,
): Promise<{ page: Page; cards: Surface; titles: string[] }> {
  const page = await started.context.newPage();
  await page.goto(`${SITE}/papers`);
  const cards = await surfaceOf(page);
  return { page, cards, titles: await titlesOnCards(cards, 2) };
}

/** Waits until the copy has so many papers. */
async function copied(options: Page, papers: number): Promise<void> {
  await options
    .locator('.copies tbody tr')
    .filter({ hasText: String(papers) })
    .first()
    .waitFor();
}

/** Clicks a star again and again until the page says that it was not saved: a little may still fit. */
async function fillUp(cards: Surface, title: string): Promise<void> {
  const star = { role: 'button', name: `Star paper: ${title}` };
  await until(
    'the sentence on the page',
    async () => {
      await clickControl(cards, await findControl(cards, star));
      const said = { role: 'StaticText', name: named('notSavedFull') };
      return findControl(cards, said).catch(() => undefined);
    },
    40_000,
  );
}

test.skipIf(disk === null)(
  'a full disk: the reader is told in one sentence, what is there is read and exported, and all goes on when there is room (needs root, to mount a disk)',
  async () => {
    const started = await start();
    const options = await openOptions(started);
    await fillLibrary(
      options,
      Array.from({ length: COUNT }, (_, n) => starred(n, `P ${n}`, { note: `Note ${n}` })),
    );
    await copied(options, COUNT);
    const papers = async (): Promise<unknown> => JSON.parse(await exportedText(options)).papers;
    const before = await papers();
    const { cards, titles } = await openCards(started);
    const [first = '', second = ''] = titles;
    const library = await openLibraryTab(started);
    await expectCount(library, COUNT);

    disk?.fill();
    expect(await papers()).toEqual(before);
    await fillUp(cards, first);
    // Chromium has closed the database and cannot open it; the copy can be read all the same.
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      options.locator('.copies tbody tr').first().getByRole('button').last().click(),
    ]);
    expect(
      JSON.parse(readFileSync(await download.path(), 'utf8')).papers.length,
    ).toBeGreaterThanOrEqual(COUNT);
    await options.waitForTimeout(3_000);
    expect(await options.getByText(named('startAnew')).count()).toBe(0); // it is not lost: nobody offers to delete it
    const answer = await options.evaluate(
      `chrome.runtime.sendMessage({ name: 'library.startAnew', request: {} })`,
    );
    expect(answer).toMatchObject({ ok: false });

    disk?.free();
    await toggleStar(cards, second);
    await library.reload();
    await expect.poll(async () => (await exportedText(options)).includes(second)).toBe(true);
    const after: string[] = JSON.parse(await exportedText(options)).papers.map(
      ({ note }: { note?: string }) => note ?? '',
    );
    expect(after).toEqual(
      expect.arrayContaining(Array.from({ length: COUNT }, (_, n) => `Note ${n}`)),
    );
  },
  120_000,
);

test.skipIf(disk === null)(
  'started on a full disk, where Chromium may put an empty database in its place, everything said is there or on offer (needs root, to mount a disk)',
  async () => {
    disk?.fill();
    await asterism?.close();
    const full = await start();
    await openLibraryTab(full);
    await full.context.pages()[0]?.waitForTimeout(3_000);
    disk?.free();
    await full.close();
    const started = await start();
    const options = await openOptions(started);
    const offer = options
      .getByRole('button', { name: named('backupRestore'), exact: true })
      .first();
    const count = options.getByText(/^3[12] papers in your library$/);
    await count.or(offer).first().waitFor({ timeout: 20_000 });
    if ((await count.count()) === 0) {
      await offer.click();
      await options.getByRole('button', { name: /^Restore \d+ papers?$/ }).click();
      await count.waitFor();
    }
    const notes = JSON.parse(await exportedText(options)).papers.map(
      ({ note }: { note?: string }) => note,
    );
    expect(notes).toEqual(
      expect.arrayContaining(Array.from({ length: COUNT }, (_, n) => `Note ${n}`)),
    );
    const { cards, titles } = await openCards(started);
    await expectStar(cards, titles[1] ?? '', true);
  },
  120_000,
);
