import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookmarksIn, rowsIn } from '../faults/rows.ts';
import { expectStar, titlesOnCards, toggleStar } from './drive/card.ts';
import { expectCount, openLibraryTab } from './drive/library.ts';
import { applyImport, chooseFile, openOptions } from './drive/options.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { type Surface, surfaceOf } from './harness/surface.ts';
import { stopWorker } from './harness/worker.ts';

// Texts that were made to take for ever when they are folded, compared or indexed: the one worker does everything else, too.

const MARKS = '\u0301\u0323'.repeat(200_000);
const PAPERS = 300; // enough that the worker indexes them, and not each page for itself
const FILE = Array.from({ length: PAPERS }, (_, n) => {
  const note = n === 7 ? `, annote = {Begins ${MARKS} ends}` : '';
  return `@misc{p${n}, title = {Imported ${n}}, eprint = {2401.${10_000 + n}}, archivePrefix = {arXiv}, keywords = {heavy}${note}}`;
}).join('\n');

const hostile = Array.from({ length: PAPERS }, (_, n) => ({
  id: `2604.${10_000 + n}`, // of the cards of the first listing
  title: `Hostile ${n}`,
  summary: MARKS.slice(0, 20_000),
}));
const HOSTILE = listing(
  hostile.map(({ title }) => title),
  { dailyPapers: hostile.map((paper) => ({ paper, title: paper.title })) },
);
const PAGE = listing(['First', 'Second', 'Third', 'Fourth']);

/** Milliseconds in which a star is stored, however busy the machine; what these texts took was minutes. */
const PROMPTLY = 10_000;

const profile = mkdtempSync(join(tmpdir(), 'asterism-'));
let asterism: Asterism;
let options: Page;
let cards: Surface;

async function start(): Promise<void> {
  asterism = await launch({ profile });
  const network = await takeNetwork(asterism.context);
  network.serve({ '/papers': PAGE, '/papers/date/2026-04-16': HOSTILE });
  options = await openOptions(asterism);
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  cards = await surfaceOf(page);
  await titlesOnCards(cards, 4);
}

beforeAll(start);
afterAll(async () => {
  await asterism?.close();
  rmSync(profile, { recursive: true, force: true });
});

/** Stars a paper on its card and waits until the database has it. */
async function expectStored(title: string): Promise<void> {
  await toggleStar(cards, title);
  await expect
    .poll(async () => (await bookmarksIn(options)).map(({ paper }) => paper.title), {
      timeout: PROMPTLY,
    })
    .toContain(title);
}

/** Waits until the worker has indexed all that was imported. */
async function untilIndexed(): Promise<void> {
  const indexed = async (): Promise<number> => {
    const [states] = await rowsIn<[{ segments: { count: number }[] }[]]>(options, ['indexState']);
    return (states[0]?.segments ?? []).reduce((sum, { count }) => sum + count, 0);
  };
  await expect.poll(indexed, { timeout: 30_000 }).toBeGreaterThanOrEqual(PAPERS);
}

test('a star is stored promptly while a note of 400,000 combining marks is imported and indexed', async () => {
  await chooseFile(options, 'hostile.bib', FILE);
  await applyImport(options);
  await expectStored('First');
  await untilIndexed();
  const library = await openLibraryTab(asterism, '#/?q=tag:heavy imported begins');
  await expectCount(library, 1);
  await library.close();
}, 120_000);

test('and after the worker was stopped', async () => {
  await stopWorker(asterism);
  await expectStored('Second');
});

test('and after the browser was closed and started again', async () => {
  await asterism.close();
  await start();
  await expectStar(cards, 'First', true);
  await expectStored('Third');
}, 60_000);

test('a page with 300 abstracts of combining marks does not hold up the star of another tab', async () => {
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers/date/2026-04-16`);
  await page.locator('[data-asterism=card]').first().waitFor({ state: 'attached' });
  await expectStored('Fourth');
  const told = async (): Promise<number> => (await rowsIn(options, ['history']))[0]?.length ?? 0;
  await expect.poll(told, { timeout: 30_000 }).toBeGreaterThanOrEqual(PAPERS);
  await expectStar(cards, 'Fourth', true);
}, 60_000);
