import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { boxOf } from './drive/boxes.ts';
import {
  closeEditor,
  expectStar,
  openEditor,
  partOnCard,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { typeNote } from './drive/editor.ts';
import { browsing } from './harness/browsing.ts';
import { findControl } from './harness/controls.ts';
import { evaluateAsContentScript } from './harness/isolated.ts';
import { ownPage } from './harness/network.ts';
import { until } from './harness/until.ts';

// Pages that are written to attack (test/pages/hostile). A page may keep us away; it may not use, break or slow us.

const here = browsing({
  '/papers/date/2026-04-22': ownPage('hostile/clobbering.html'),
  '/papers/date/2026-04-23': ownPage('hostile/fighting.html'),
  '/papers/date/2026-04-24': ownPage('hostile/owning.html'),
});
const { open } = here;

const hosts = (page: Page): Promise<number> =>
  page.locator('article > [data-asterism=card]').count();
const turns = (page: Page): Promise<number> => page.evaluate('window.turns');

test('elements with the names of properties, a strict policy and a foreign base are cards as any', async () => {
  const { page, cards } = await open('/papers/date/2026-04-22');
  const titles = await titlesOnCards(cards, 5);
  expect(titles).toEqual([
    'Named Like Properties',
    'Second in the Form',
    'Within an Element Like Ours',
    'Proto', // pages of the site may be called so
    'Constructor',
  ]);
  for (const title of titles) await toggleStar(cards, title);
  await expect.poll(() => page.locator('article:has(> [data-asterism=card])').count()).toBe(5);
  expect(await page.frames()[1]?.locator('[data-asterism=card]').count()).toBe(0);
});

test('a page that shows papers nobody has seen in every frame is given up on', async () => {
  const { page } = await open('/papers/date/2026-04-23?fresh');
  await until(
    'a page without our controls',
    async () => {
      const seen = await page.evaluate(async () => {
        let most = 0;
        const end = performance.now() + 1_000;
        while (performance.now() < end) {
          await new Promise(requestAnimationFrame);
          most = Math.max(most, document.querySelectorAll('[data-asterism=card]').length);
        }
        return most;
      });
      return seen === 0 && (await turns(page)) > 10 ? true : undefined;
    },
    30_000,
  );
  const before = await turns(page);
  await page.waitForTimeout(1_000);
  expect((await turns(page)) - before).toBeGreaterThan(20); // it has its frames
});

test('rules against every element leave our controls where they are', async () => {
  const { page, cards } = await open('/papers/date/2026-04-23?hidden');
  const titles = await titlesOnCards(cards, 6);
  const boxes = await page.locator('article').evaluateAll((all) =>
    all.map((card) => {
      const { left, top, right, bottom } = card.getBoundingClientRect();
      return { left, top, right, bottom };
    }),
  );
  for (const [at, title] of titles.entries()) {
    const star = await findControl(cards, { role: 'button', name: `Star paper: ${title}` });
    const box = await boxOf(cards, star);
    const card = boxes[at];
    expect(box.left).toBeGreaterThan(card?.left ?? 0);
    expect(box.right).toBeLessThan(card?.right ?? 0);
    expect(box.top).toBeGreaterThan(card?.top ?? 0);
    expect(box.bottom - (card?.top ?? 0)).toBeLessThanOrEqual(30);
  }
  await toggleStar(cards, titles[4] ?? '');
  await toggleStar(cards, titles[4] ?? '');
});

test('a page that moves, fills and copies our elements is given up on, and copies are empty', async () => {
  const { page } = await open('/papers/date/2026-04-23?moved');
  await until(
    'silence',
    async () => {
      const before = await turns(page);
      await page.waitForTimeout(700);
      return before > 0 && before === (await turns(page)) ? true : undefined;
    },
    20_000,
  );
  expect(await turns(page)).toBeLessThanOrEqual(6 * 61);
  expect(
    await page.evaluate(
      '[...document.querySelectorAll("[data-asterism=card]")].every((one) => one.shadowRoot === null)',
    ),
  ).toBe(true);
});

test('ten million characters and names of prototypes become short texts, or nothing', async () => {
  const { page, cards } = await open('/papers/date/2026-04-23?texts');
  const titles = await titlesOnCards(cards, 5);
  expect(Math.max(...titles.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
  expect(titles).not.toContain('Polluted');
  await toggleStar(cards, titles[0] ?? '');
  await toggleStar(cards, titles[1] ?? '');
  await expectStar(cards, titles[2] ?? '', false);
  expect(await page.evaluate('[window.pwned, "starred" in {}, "title" in {}]')).toEqual([
    0,
    false,
    false,
  ]);
  expect(await evaluateAsContentScript(page, '["starred" in {}, "title" in {}]')).toEqual([
    false,
    false,
  ]);
});

test('a page of 20,000 cards goes on living while they get their controls, and the first works at once', async () => {
  const { page, cards } = await open('/papers/date/2026-04-23?many=20000');
  const [title = ''] = await titlesOnCards(cards, 1);
  await toggleStar(cards, title);
  const mounted = await hosts(page);
  expect(mounted).toBeLessThan(20_000); // it is not over
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  );
  await expect.poll(() => hosts(page), { timeout: 20_000 }).toBeGreaterThan(mounted + 500);
}, 90_000);

test.each(['', '?attach', '?shadowless', '?adopt'])(
  'a page that defines, attaches, copies or adopts what comes into it gets nothing of it (%s)',
  async (query) => {
    const { page, cards } = await open(`/papers/date/2026-04-24${query}`);
    const [title = ''] = await titlesOnCards(cards, 2);
    await page.waitForTimeout(100); // it tries again, later
    await toggleStar(cards, title);
    if (query !== '?adopt') {
      await openEditor(cards, title, 'note'); // which an adoption takes away
      await typeNote(cards, `Mine${query}`);
      await page.waitForTimeout(100);
      await closeEditor(cards);
      await expect.poll(() => partOnCard(cards, title, 'note')).toContain(`Mine${query}`);
    }
    expect(await page.evaluate('window.owned')).toEqual([]);
    const star = await findControl(cards, { role: 'button', name: `Star paper: ${title}` });
    const { left, top } = await boxOf(cards, star);
    const card = await page.locator('article').first().boundingBox();
    expect(left).toBeLessThan((card?.x ?? 0) + 20);
    expect(top).toBeLessThan((card?.y ?? 0) + 10);
    await toggleStar(cards, title);
  },
);

test('messages and events that are forged to look like ours, or dropped on us, do nothing but end us', async () => {
  const { page, cards } = await open('/papers/date/2026-04-23');
  // Not the first: an earlier test has starred that one.
  const [, , title = ''] = await titlesOnCards(cards, 6);
  await expectStar(cards, title, false);
  await page.evaluate(() => {
    const request = { id: 'arxiv:2604.10002', patch: { starred: true } };
    const message = { name: 'annotation.patch', request, type: 'wxt:content-script-started' };
    window.postMessage(message, '*');
    for (const target of [window, document, document.documentElement]) {
      for (const name of ['annotation.patch', 'wxt:content-script-started', 'storage', 'message']) {
        target.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true }));
      }
    }
    const data = new DataTransfer();
    data.setData('text/plain', 'dropped');
    for (const host of document.querySelectorAll('[data-asterism=card]')) {
      for (const type of ['dragstart', 'dragenter', 'dragover', 'drop', 'dragend']) {
        const init = { dataTransfer: data, bubbles: true, composed: true, clientX: 5, clientY: 5 };
        host.dispatchEvent(new DragEvent(type, init));
      }
    }
  });
  await expectStar(cards, title, false);
  await toggleStar(cards, title);
  await page.evaluate("document.dispatchEvent(new Event('asterism:started'))");
  await expect.poll(() => page.locator('[data-asterism=card]').count()).toBe(0);
  await expect.poll(() => page.locator('article h3').count()).toBe(6);
});

test('a page that writes itself again is quiet or a listing, and its reader’s star stays', async () => {
  const { page, cards } = await open('/papers/date/2026-04-23');
  const [, , , title = ''] = await titlesOnCards(cards, 6);
  await toggleStar(cards, title);
  await page.evaluate(() => {
    const html = document.documentElement.outerHTML.replace(/<script>.*?<\/script>/gs, '');
    document.open();
    document.write(html);
    document.close();
  });
  await expect.poll(() => page.locator('article h3').count()).toBe(6);
  await page.reload();
  await expectStar(cards, title, true);
});

test('none of it made an error of ours anywhere', () => {
  expect(here.asterism.problems).toEqual([]);
});
