import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { expectStar, findStars, openEditor, titlesOnCards, toggleStar } from './drive/card.ts';
import { editorNote, typeNote } from './drive/editor.ts';
import { named } from './drive/names.ts';
import { EXTENSION } from './harness/build.ts';
import { clickControl, findControl, findControls } from './harness/controls.ts';
import { evaluateAsContentScript } from './harness/isolated.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { type Surface, surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

// The extension is reloaded or updated under open tabs. What the old script left is quiet, says so once and never throws.

const extension = mkdtempSync(join(tmpdir(), 'asterism-build-'));
let asterism: Asterism;

beforeEach(async () => {
  cpSync(EXTENSION, extension, { recursive: true });
  asterism = await launch({ extension });
  const network = await takeNetwork(asterism.context);
  network.serve({
    '/papers': listing(['First on the card', 'Second on the card', 'Third on the card']),
  });
});
afterEach(() => asterism.close());
afterAll(() => rmSync(extension, { recursive: true, force: true }));

async function openCards(): Promise<{ page: Page; cards: Surface; titles: string[] }> {
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers`);
  const cards = await surfaceOf(page);
  return { page, cards, titles: await titlesOnCards(cards, 3) };
}

/** Reloads the extension, as an update does, and waits until the page's script is on its own. */
async function reload(page: Page, version?: string): Promise<void> {
  if (version !== undefined) {
    const manifest = join(extension, 'manifest.json');
    const written = { ...JSON.parse(readFileSync(manifest, 'utf8')), version };
    writeFileSync(manifest, JSON.stringify(written));
  }
  await asterism.worker().evaluate('setTimeout(() => chrome.runtime.reload())');
  await until('the old content script to be on its own', async () =>
    (await evaluateAsContentScript(page, 'chrome.runtime?.id === undefined')) ? true : undefined,
  );
  await page.bringToFront();
}

const press = async (cards: Surface, title: string): Promise<void> =>
  clickControl(cards, await findControl(cards, { role: 'button', name: `Star paper: ${title}` }));

const saidOrphaned = (cards: Surface) =>
  findControls(cards, { role: 'StaticText', name: named('orphaned') });

test('old controls say in one sentence that the page is to be reloaded, and change nothing; they go when a newer script comes, so none is there twice', async () => {
  const { page, cards, titles } = await openCards();
  const [first = '', second = ''] = titles;
  await toggleStar(cards, first);
  await reload(page, '9.9.9');
  await expect.poll(() => findStars(cards)).toHaveLength(3); // not twice
  await press(cards, second);
  await findControl(cards, { role: 'StaticText', name: named('orphaned') });
  await expectStar(cards, second, false);
  await press(cards, second);
  await expect.poll(() => saidOrphaned(cards)).toHaveLength(1);

  // A browser that was started with the extension on its command line does not bring it back, so there is no second
  // script here. This is the first thing that it would do.
  await page.evaluate("document.dispatchEvent(new Event('asterism:started'))");
  await until('the old controls to go', async () =>
    (await findStars(cards)).length === 0 ? true : undefined,
  );
  expect(asterism.problems).toEqual([]);
}, 90_000);

test('a tab that nobody touches after an update stays as it is: no error when it is hidden, shown, left and closed', async () => {
  const { page } = await openCards();
  await reload(page);
  const other = await asterism.context.newPage();
  await other.bringToFront();
  await page.bringToFront();
  await page.evaluate(() => {
    const card = document.querySelector('article');
    card?.parentElement?.append(card.cloneNode(true)); // the page goes on living
  });
  await page.waitForTimeout(500);
  await page.goto(`${SITE}/papers?again`).catch(() => {}); // no such page here: it is left, which is what counts
  await page.close();
  expect(asterism.problems).toEqual([]);
}, 90_000);

test('an editor that is open with unsaved text keeps it to be copied, and says why it was not saved', async () => {
  const { page, cards, titles } = await openCards();
  const [first = ''] = titles;
  await openEditor(cards, first, 'note');
  await typeNote(cards, 'Saved before. ');
  await until('the note to be stored', async () => {
    const stored = await asterism.worker().evaluate(`new Promise((done) => {
      const opening = indexedDB.open('asterism');
      opening.onsuccess = () => {
        const all = opening.result.transaction('bookmarks').objectStore('bookmarks').getAll();
        all.onsuccess = () => { opening.result.close(); done(JSON.stringify(all.result)); };
      };
    })`);
    return String(stored).includes('Saved before.') ? true : undefined;
  });
  await reload(page);
  await typeNote(cards, 'Typed after the update.');
  await findControl(cards, { role: 'StaticText', name: named('orphaned') });
  await expect.poll(() => editorNote(cards)).toBe('Saved before. Typed after the update.');
  await cards.press('Control+a');
  await cards.press('Control+c');
  await expect.poll(() => editorNote(cards)).toBe('Saved before. Typed after the update.');
  await expect.poll(() => saidOrphaned(cards)).toHaveLength(1);
  expect(asterism.problems).toEqual([]);
}, 90_000);
