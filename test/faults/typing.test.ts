import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openEditor, titlesOnCards, toggleStar } from '../e2e/drive/card.ts';
import { openLibraryTab, rowOf } from '../e2e/drive/library.ts';
import { named } from '../e2e/drive/names.ts';
import { openRowEditor, showView } from '../e2e/drive/popup.ts';
import { clickControl, findControl } from '../e2e/harness/controls.ts';
import { killBrowser } from '../e2e/harness/kill.ts';
import { type Asterism, launch } from '../e2e/harness/launch.ts';
import { SITE, takeNetwork } from '../e2e/harness/network.ts';
import { openPopup, openPopupTab, type Popup } from '../e2e/harness/popup.ts';
import { type Surface, surfaceOf } from '../e2e/harness/surface.ts';
import { until } from '../e2e/harness/until.ts';
import { stopWorker } from '../e2e/harness/worker.ts';
import { type Listed, listingOf, papersOf } from './listing.ts';
import { bookmarksIn, leftBehind } from './rows.ts';

// What was typed up to 300 ms before a death is kept. Contents are compared, not times: a letter
// counts from when the page has got it, so a machine that is late types late.

/** What may be lost, in milliseconds before the death. */
const MOST_LOST = 300;
const TEXT = 'Letters come one by one and none of the older ones is ever lost again.';

const profile = mkdtempSync(join(tmpdir(), 'asterism-faults-'));
let asterism: Asterism;
let number = 0;
let paper: Listed;

async function start(): Promise<void> {
  asterism = await launch({ profile });
  const network = await takeNetwork(asterism.context);
  network.serve({ '/papers': () => listingOf([paper]) });
}
beforeAll(start);
afterEach(async () => {
  for (const page of asterism.context.pages().slice(1)) await page.close();
});
afterAll(async () => {
  await asterism?.close();
  rmSync(profile, { recursive: true, force: true });
});

function nextPaper(): void {
  number += 1;
  [paper = { id: 'arxiv:2604.00001', title: '' }] = papersOf(number, 1);
}

/** A card of the next paper, in whose note can be typed now. */
async function onCard(): Promise<{ page: Page; surface: Surface }> {
  nextPaper();
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const surface = await surfaceOf(page);
  await titlesOnCards(surface);
  await openEditor(surface, paper.title, 'note');
  await clickControl(surface, await findControl(surface, noteField));
  return { page, surface };
}

const noteField = { role: 'textbox', name: named('noteLabel') };

/**
 * Types until `die` is done, which begins after so many letters, and says what the page had got 300 ms before that. A
 * letter counts from when the browser says that the page has dealt with it: later than it came, never earlier.
 */
async function typeUntil(surface: Surface, letters: number, die: () => Promise<unknown>) {
  const got: { letter: string; at: number }[] = [];
  let diedAt = Number.POSITIVE_INFINITY;
  let dying: Promise<unknown> | undefined;
  let isDead = false;
  for (const letter of TEXT) {
    if (got.length >= letters && dying === undefined) {
      diedAt = performance.now();
      dying = die().finally(() => {
        isDead = true;
      });
    }
    if (isDead) break;
    const typing = surface.type(letter).then(
      () => got.push({ letter, at: performance.now() }),
      () => {}, // whoever has just died is not typed to
    );
    await Promise.race([typing, pause(200)]);
    await pause(15);
  }
  await dying;
  const kept = got.filter(({ at }) => at <= diedAt - MOST_LOST);
  return kept.map(({ letter }) => letter).join('');
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The note as it is stored, when nothing of it is under way any more. */
async function storedNote(): Promise<string> {
  const page = await openPopupTab(asterism);
  await until('what was left behind to be carried out', async () =>
    (await leftBehind(page)) === 0 ? true : undefined,
  );
  const rows = await bookmarksIn(page);
  await page.close();
  return rows.find(({ id }) => id === paper.id)?.annotation.note ?? '';
}

function expectKept(stored: string, typed: string): void {
  expect(typed.length).toBeGreaterThan(5); // else nothing is shown by it
  expect(TEXT.startsWith(stored)).toBe(true);
  expect(stored.slice(0, typed.length)).toBe(typed);
}

/** After how many letters they die; in a long run at other moments too. */
const LENGTHS = process.env['LONG'] ? [30, 35, 41, 47, 52] : [36];

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  session.send('Page.crash').catch(() => {}); // there is nobody left to answer
  await crashed;
}

const CARD_DEATHS: Record<string, (page: Page) => Promise<unknown>> = {
  'the tab is closed': (page) => page.close(),
  'the tab is reloaded': (page) => page.reload(),
  'the tab goes elsewhere': (page) => page.goto('about:blank'),
  'the tab crashes': crash,
  'the worker is stopped': () => stopWorker(asterism),
  'the worker is stopped and the tab crashes': async (page) => {
    await stopWorker(asterism);
    await crash(page);
  },
};

test.each(Object.entries(CARD_DEATHS))(
  'what was typed 300 ms before is kept though %s',
  async (_name, die) => {
    for (const letters of LENGTHS) {
      const { page, surface } = await onCard();
      const typed = await typeUntil(surface, letters, () => die(page));
      expectKept(await storedNote(), typed);
    }
  },
);

test('what was typed 300 ms before is kept though the browser is killed', async () => {
  for (const letters of LENGTHS) {
    const { surface } = await onCard();
    const typed = await typeUntil(surface, letters, () => killBrowser(asterism));
    await start();
    expectKept(await storedNote(), typed);
  }
});

test('what was typed 300 ms before is kept though worker and browser die together', async () => {
  for (const letters of LENGTHS) {
    const { surface } = await onCard();
    const typed = await typeUntil(surface, letters, async () => {
      await stopWorker(asterism);
      await killBrowser(asterism);
    });
    await start();
    expectKept(await storedNote(), typed);
  }
});

/** The next paper with a star, in a tab that is in front. */
async function starred(): Promise<void> {
  nextPaper();
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const cards = await surfaceOf(page);
  await titlesOnCards(cards);
  await toggleStar(cards, paper.title);
}

const POPUP_DEATHS: Record<string, (popup: Popup) => Promise<unknown>> = {
  'the popup is closed': (popup) => popup.close(),
  'the worker is stopped and the popup is closed': async (popup) => {
    await asterism.worker().evaluate('0'); // it is running until now
    await Promise.all([stopWorker(asterism), popup.close()]);
  },
};

test.each(Object.entries(POPUP_DEATHS))(
  'what was typed 300 ms before is kept though %s',
  async (_name, die) => {
    for (const letters of LENGTHS) {
      await starred();
      const popup = await openPopup(asterism);
      await showView(popup, 'list');
      await openRowEditor(popup, paper.title);
      await clickControl(popup, await findControl(popup, noteField));
      const typed = await typeUntil(popup, letters, () => die(popup));
      expectKept(await storedNote(), typed);
    }
  },
);

test('what was typed 300 ms before is kept though the library page crashes', async () => {
  for (const letters of LENGTHS) {
    await starred();
    const page = await openLibraryTab(asterism);
    await rowOf(page, paper.title).click();
    await page.keyboard.press('n');
    const surface = await surfaceOf(page);
    await findControl(surface, noteField, ({ states }) => states['focused'] === true);
    const typed = await typeUntil(surface, letters, () => crash(page));
    expectKept(await storedNote(), typed);
  }
});
