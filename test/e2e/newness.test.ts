import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { titlesOnCards, toggleStar } from './drive/card.ts';
import { named } from './drive/names.ts';
import { openOptions } from './drive/options.ts';
import { browsing } from './harness/browsing.ts';
import { clickControl, findControl, findControls } from './harness/controls.ts';
import { healthOf, watchHealth } from './harness/health.ts';
import { listing } from './harness/listing.ts';
import { capturedPage, HAS_CAPTURES, ownPage } from './harness/network.ts';
import { type DevToolsSurface, surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';
import { stopWorker } from './harness/worker.ts';

const LIST = 'https://arxiv.org/list/cs.CL/new';
const SEARCH = 'https://arxiv.org/search/?query=graph&searchtype=all';

const here = browsing({
  [LIST]: ownPage('arxivList.html'),
  'https://ar5iv.labs.arxiv.org/html/2604.90002': ownPage('ar5iv.html'),
  '/papers': ownPage('daily.html'),
  '/papers/date/2026-04-15': ownPage('daily.html'),
  '/papers/date/2026-04-16': ownPage('daily.html'),
});

async function visit(address: string): Promise<{ page: Page; cards: DevToolsSurface }> {
  const page = await here.asterism.context.newPage();
  await page.goto(address);
  return { page, cards: await surfaceOf(page) };
}

const MARK = { role: 'image', name: named('newMarkMeaning') };

/** Waits until so many cards say "New". */
async function expectNew(cards: DevToolsSurface, count: number): Promise<void> {
  let found = -1;
  await until(
    () => `${count} marks; there are ${found}`,
    async () => {
      found = (await findControls(cards, MARK)).length;
      return found === count ? true : undefined;
    },
  );
}

/** Papers that the database knows as seen, read past the extension. */
async function seen(): Promise<string[]> {
  const page = await here.asterism.context.newPage();
  await page.goto(`chrome-extension://${here.asterism.extensionId}/manifest.json`);
  const ids = await page.evaluate<string[]>(`new Promise((done) => {
    const opening = indexedDB.open('asterism');
    opening.onsuccess = () => {
      const all = opening.result.transaction('sights').objectStore('sights').getAllKeys();
      all.onsuccess = () => { opening.result.close(); done(all.result); };
    };
  })`);
  await page.close();
  return ids;
}

async function choose(site: string, wanted: 'seenCardsShow' | 'seenCardsDim' | 'seenCardsHide') {
  const options = await openOptions(here.asterism);
  const stored = (): Promise<string> =>
    options.evaluate(`chrome.storage.local.get('settings.seenCards').then(JSON.stringify)`);
  const before = await stored();
  await options
    .getByRole('group', { name: site })
    .getByText(named(wanted), { exact: true })
    .click();
  await expect.poll(stored).not.toBe(before);
  await options.close();
}

const shades = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('[data-asterism-card]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-asterism-card')));

test('a paper is new until it was in sight for a second, and then is seen on every site', async () => {
  await watchHealth(here.asterism.context);
  const list = await visit(LIST);
  await expectNew(list.cards, 2);
  const before = await healthOf(list.page);
  expect(before.layoutShift).toBe(0);
  await expect.poll(seen, { timeout: 8_000 }).toContain('arxiv:2604.90002');
  await expectNew(list.cards, 2); // in this visit it stays new
  await list.page.reload();
  await expectNew(list.cards, 0);
  const other = await visit('https://ar5iv.labs.arxiv.org/html/2604.90002');
  await titlesOnCards(other.cards, 1);
  expect(await findControls(other.cards, MARK)).toEqual([]);
});

test('what is scrolled past fast is not seen, and what is below the window neither', async () => {
  here.network.serve({ '/papers/date/2026-03-01': listing(many('Fast')) });
  const { page, cards } = await here.open('/papers/date/2026-03-01');
  await expectNew(cards, 40);
  await page.evaluate('scrollTo(0, document.body.scrollHeight)');
  await page.waitForTimeout(300);
  await page.evaluate('scrollTo(0, 0)');
  await page.waitForTimeout(1_800);
  await page.close();
  const { cards: again } = await here.open('/papers/date/2026-03-01');
  await titlesOnCards(again, 40);
  const left = await until('marks', async () => {
    const marks = await findControls(again, MARK);
    return marks.length > 0 ? marks.length : undefined;
  });
  expect(left).toBeGreaterThan(20);
  expect(left).toBeLessThan(40);
});

test('keys go from one new paper to the next; all are marked as seen, and that is taken back', async () => {
  here.network.serve({ '/papers/date/2026-03-02': listing(many('Keys')) });
  const { page, cards } = await here.open('/papers/date/2026-03-02');
  await expectNew(cards, 40);
  const titles = await titlesOnCards(cards, 40);
  const focused = async (): Promise<string> => {
    const stars = await findControls(cards, { role: 'button', name: /^Star paper/ });
    return stars.find(({ states }) => states['focused'])?.name ?? '';
  };
  await page.keyboard.press(']');
  await expect.poll(focused).toContain(titles[0]);
  await page.keyboard.press(']');
  await expect.poll(focused).toContain(titles[1]);
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect.poll(focused).toContain(titles[39]);

  await clickControl(cards, await findControl(cards, button('newSeenAll')));
  await expectNew(cards, 0);
  await stopWorker(here.asterism);
  await clickControl(cards, await findControl(cards, button('newSeenAllUndo')));
  await until('marks', async () => (await findControls(cards, MARK)).length > 20 || undefined);
  await page.reload();
  await until('marks', async () => (await findControls(cards, MARK)).length > 20 || undefined);
  await clickControl(cards, await findControl(cards, button('newSeenAll')));
  await expectNew(cards, 0);
  await page.reload();
  await titlesOnCards(cards, 40);
  await page.waitForTimeout(500);
  await expectNew(cards, 0);
});

test('a starred paper is not new', async () => {
  here.network.serve({ '/papers/date/2026-03-03': listing(['One of two', 'Two of two']) });
  const { page, cards } = await here.open('/papers/date/2026-03-03');
  await expectNew(cards, 2);
  await toggleStar(cards, 'One of two');
  await expectNew(cards, 1);
  await page.close();
});

test('seen papers are dimmed and hidden where the reader wants it, while pages are open, and not elsewhere', async () => {
  const list = await visit(LIST); // seen above
  await titlesOnCards(list.cards, 2);
  expect(await shades(list.page)).toEqual([]);
  await choose('arXiv', 'seenCardsDim');
  await expect.poll(() => shades(list.page)).toEqual(['dim', 'dim']);
  await choose('arXiv', 'seenCardsHide');
  await expect.poll(() => shades(list.page)).toEqual(['hide', 'hide']);
  await expect
    .poll(() => list.page.locator('dl > dd:visible').count())
    .toBeLessThan(await list.page.locator('dl > dd').count());
  const second = await visit(LIST);
  await expect.poll(() => shades(second.page)).toEqual(['hide', 'hide']);
  await clickControl(second.cards, await findControl(second.cards, button('newShowHidden')));
  await expect.poll(() => shades(second.page)).toEqual([]);
  const other = await here.open('/papers/date/2026-03-02');
  await titlesOnCards(other.cards, 40);
  await other.page.waitForTimeout(300);
  expect(await shades(other.page)).toEqual([]);
  await choose('arXiv', 'seenCardsShow');
  await expect.poll(() => shades(list.page)).toEqual([]);
});

test('hidden cards stay hidden through a late takeover and a change of day without a load', async () => {
  const first = await here.open('/papers');
  await until('marks', async () => (await findControls(first.cards, MARK)).length > 0 || undefined);
  await clickControl(first.cards, await findControl(first.cards, button('newSeenAll')));
  await expectNew(first.cards, 0);
  await first.page.close();
  await choose('Hugging Face', 'seenCardsHide');
  const { page } = await here.open('/papers?hydrate=1500');
  await page.waitForTimeout(700);
  // Nothing of the page is touched before its framework has it, which it may have by now on a busy machine.
  const early = `window.hydrated ? 0 : document.querySelectorAll('[data-asterism-card]').length`;
  expect(await page.evaluate(early)).toBe(0);
  await expect.poll(async () => (await shades(page)).length, { timeout: 8_000 }).toBeGreaterThan(1);
  const shown = async (): Promise<number> =>
    (await page.locator('article:visible').count()) + (await shades(page)).length;
  await expect.poll(shown).toBe(await page.locator('article').count());
  await page.getByText('Previous', { exact: true }).click();
  await expect
    .poll(async () => {
      const count = (await shades(page)).length;
      return count > 0 && count < (await page.locator('article').count());
    })
    .toBe(true); // those of the day before that were on the first day too
  expect(await page.evaluate('window.hydrationBroken ?? false')).toBe(false);
  await choose('Hugging Face', 'seenCardsShow');
  await expect.poll(() => shades(page)).toEqual([]);
});

test.skipIf(!HAS_CAPTURES)(
  'on a captured search of arXiv 200 results are new, and none moves (needs captures)',
  async () => {
    here.network.serve({ [SEARCH]: capturedPage('arxiv-search-all-200-2025-12-25.html') });
    await watchHealth(here.asterism.context);
    const { page, cards } = await visit(SEARCH);
    await until('marks', async () => (await findControls(cards, MARK)).length > 150 || undefined);
    expect((await healthOf(page)).layoutShift).toBeLessThanOrEqual(0.01);
  },
);

test('none of it made an error anywhere', () => {
  expect(here.asterism.problems).toEqual([]);
});

function many(name: string): string[] {
  return Array.from({ length: 40 }, (_, n) => `${name} ${n}`);
}

function button(name: Parameters<typeof named>[0]) {
  return { role: 'button', name: named(name) };
}
