import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  closeEditor,
  expectStar,
  openEditor,
  partOnCard,
  showAllCards,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { addTag, pickStatus, typeNote } from './drive/editor.ts';
import { findRow, showView } from './drive/popup.ts';
import { browsing } from './harness/browsing.ts';
import { findControl, findNone } from './harness/controls.ts';
import { listing } from './harness/listing.ts';
import { ownPage } from './harness/network.ts';
import { openPopupTab } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

const here = browsing({
  '/papers': ownPage('rerender.html'),
  '/papers/month/2026-04': ownPage('many.html'),
  '/papers/date/2026-04-16': ownPage('search.html'),
});
const { open } = here;

const hosts = (page: Page): Promise<number> =>
  page.locator('article > [data-asterism=card]').count();

test('controls come back when the page makes its cards again, again and again', async () => {
  const { page, cards } = await open('/papers?every=50&times=20');
  await until('the last of the new cards', async () =>
    (await page.evaluate('window.rerendered')) === 20 ? true : undefined,
  );
  const titles = await titlesOnCards(cards, 6);
  await expect.poll(() => hosts(page)).toBe(6);
  await toggleStar(cards, titles[0] ?? '');
  await expect.poll(() => page.locator('[data-asterism=card]').count()).toBe(6);
});

test('a page that throws every control out is left alone after a while', async () => {
  const { page } = await open('/papers?hostile=1');
  const removed = await until(
    'a second without a new control',
    async () => {
      const [before, after] = await page.evaluate(async () => {
        const count = (): number => (window as unknown as { removed: number }).removed; // the page's
        const first = count();
        const end = performance.now() + 1_000;
        while (performance.now() < end) await new Promise(requestAnimationFrame);
        return [first, count()];
      });
      return before === after && before !== undefined && before > 0 ? before : undefined;
    },
    20_000,
  );
  expect(removed).toBeLessThanOrEqual(6 * 60);
  expect(await hosts(page)).toBe(0);
  await expect.poll(() => page.locator('h3').count()).toBe(6);
});

test('what a page does to our elements by script does nothing', async () => {
  const { page, cards } = await open('/papers/date/2026-04-16');
  const [first = '', second = ''] = await titlesOnCards(cards, 2);
  await openEditor(cards, second, 'note');
  await page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>('[data-asterism]'), document.body];
    const init = { bubbles: true, composed: true, cancelable: true };
    for (const target of targets) {
      for (const type of ['pointerover', 'pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
        target.dispatchEvent(new MouseEvent(type, init));
      }
      for (const key of ['Enter', ' ', 'Escape', 'Tab', 'x']) {
        target.dispatchEvent(new KeyboardEvent('keydown', { ...init, key }));
      }
      target.click();
      target.focus();
      target.dispatchEvent(new InputEvent('input', { ...init, data: 'x' }));
    }
    window.dispatchEvent(new Event('pagehide'));
    window.postMessage({ name: 'bookmark.remove', request: { id: 'arxiv:2604.90101' } }, '*');
  });
  await findControl(cards, { role: 'dialog', name: second }); // it is still open
  await closeEditor(cards);
  await toggleStar(cards, second); // what came before has been answered by now
  await expectStar(cards, first, false);
  const tab = await openPopupTab(here.asterism);
  const list = await surfaceOf(tab);
  await showView(list, 'page');
  await findRow(list, first); // the listing is still known
  await showView(list, 'list');
  await findRow(list, second);
  await findNone(list, { role: 'listitem', name: first });
});

test('a page cannot tell which of its papers are starred, tagged or noted', async () => {
  const { page, cards } = await open('/papers/date/2026-04-16');
  await page.locator('[data-asterism=card]').first().waitFor({ state: 'attached' });
  const look = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('article')].map((card) => {
        const host = card.querySelector<HTMLElement>('[data-asterism=card]');
        if (host === null) return 'no host';
        const { width, height } = host.getBoundingClientRect();
        const inside = [host.shadowRoot, host.outerHTML, host.innerText, width, height];
        return JSON.stringify([...inside, card.innerText, card.scrollWidth, card.scrollHeight]);
      }),
    );
  const [title = ''] = (await titlesOnCards(cards, 3)).slice(2);
  await expect.poll(look).not.toContain('no host');
  const before = await look();
  await toggleStar(cards, title);
  await openEditor(cards, title, 'tags');
  await addTag(cards, 'secret');
  await pickStatus(cards, 'read');
  await typeNote(cards, 'Nobody’s business.');
  expect(await page.evaluate('document.body.innerText + document.body.innerHTML')).not.toMatch(
    /secret|business/,
  );
  await closeEditor(cards);
  expect(await look()).toEqual(before);
});

test('a page’s listeners hear nothing of clicks and typing in our controls', async () => {
  const { page, cards } = await open('/papers/date/2026-04-16');
  const [title = ''] = (await titlesOnCards(cards, 4)).slice(3);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const types =
      'click auxclick dblclick mousedown mouseup pointerdown pointerup keydown keypress keyup input beforeinput change focusin focusout copy paste cut submit';
    for (const target of [
      window,
      document,
      document.body,
      ...document.querySelectorAll('article'),
    ]) {
      for (const type of types.split(' ')) {
        target.addEventListener(type, (event) => heard.push(`${event.type} ${event.target}`));
      }
    }
  });
  await toggleStar(cards, title);
  await openEditor(cards, title, 'note');
  await cards.type('/ is the site’s own shortcut');
  await closeEditor(cards);
  expect(await page.evaluate('window.heard')).toEqual([]);
  await page
    .locator('h3')
    .first()
    .click({ modifiers: ['Alt'], trial: false, noWaitAfter: true });
  expect(await page.evaluate('window.heard')).not.toEqual([]); // the page hears its own
});

test('markup and addresses that run code stay text, on the card, in the popup and in the links', async () => {
  const titles = ['<img src=x onerror="window.pwned=1">', '</script><svg onload=window.pwned=1>'];
  const paper = {
    id: '2604.10000', // of the first card of the first of these listings
    title: titles[0],
    summary: '<b onclick=alert(1)>bold</b>',
    authors: [{ name: '<i>Eve</i>' }],
    githubRepo: 'javascript:window.pwned=1',
    projectPage: 'data:text/html,<script>window.pwned=1</script>',
  };
  here.network.serve({
    '/papers/date/2026-04-01': listing(titles, { dailyPapers: [{ paper, title: titles[0] }] }),
  });
  const { page, cards } = await open('/papers/date/2026-04-01');
  await expect.poll(() => titlesOnCards(cards, 2)).toEqual(titles);
  for (const title of titles) await toggleStar(cards, title);
  const tag = '"><script>window.pwned=1</script>';
  await openEditor(cards, titles[0] ?? '', 'tags');
  await addTag(cards, tag);
  await typeNote(cards, '<iframe src="javascript:parent.pwned=1">');
  await closeEditor(cards);
  await expect.poll(() => partOnCard(cards, titles[0] ?? '', 'tags')).toBe(tag);

  const tab = await openPopupTab(here.asterism);
  const list = await surfaceOf(tab);
  await showView(list, 'list');
  for (const title of titles) await findRow(list, title);
  const links = await tab
    .locator('[role=listitem] a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
  expect(links.length).toBeGreaterThanOrEqual(6);
  expect(new Set(links)).toEqual(new Set(['https:']));
  expect(await tab.locator('main').locator('img, script, iframe, i, b').count()).toBe(0);
  for (const place of [page, tab]) expect(await place.evaluate('window.pwned ?? 0')).toBe(0);
});

test('a page that has bent its own world does not bend ours', async () => {
  const script = `
    window.stolen = 0;
    const steal = () => { window.stolen += 1; throw new Error('bent'); };
    Object.defineProperty(Element.prototype, 'attachShadow', { value: steal });
    Array.prototype.map = Array.prototype.filter = Array.prototype.forEach = steal;
    Map.prototype.get = Set.prototype.has = steal;
    JSON.parse = JSON.stringify = steal;
    window.MutationObserver = window.Promise = steal;
    window.requestAnimationFrame = window.setTimeout = window.queueMicrotask = steal;
    Object.prototype.starred = true;
    Object.prototype.annotation = { starred: true, tags: ['x'] };
    window.chrome = { runtime: { sendMessage: steal } };`;
  here.network.serve({ '/papers/date/2026-04-02': listing(['Bent', 'Twisted'], {}, script) });
  const { page, cards } = await open('/papers/date/2026-04-02');
  await expect.poll(() => titlesOnCards(cards, 2)).toEqual(['Bent', 'Twisted']);
  await toggleStar(cards, 'Bent');
  await expectStar(cards, 'Twisted', false);
  await openEditor(cards, 'Bent', 'tags');
  await addTag(cards, 'straight');
  await closeEditor(cards);
  await expect.poll(() => partOnCard(cards, 'Bent', 'tags')).toBe('straight');
  expect(await page.evaluate('window.stolen')).toBe(0);
});

test('a thousand cards get a thousand controls, and the last works as the first', async () => {
  const { page, cards } = await open('/papers/month/2026-04?n=1000&props=1');
  await expect.poll(() => hosts(page)).toBe(1_000);
  const [first = ''] = await titlesOnCards(cards, 1);
  await toggleStar(cards, first);
  await showAllCards(page);
  const last = (await page.locator('article h3').last().textContent()) ?? '';
  await toggleStar(cards, last);
  await openEditor(cards, last, 'tags');
  await addTag(cards, 'the last');
  await closeEditor(cards);
  await expect.poll(() => partOnCard(cards, last, 'tags')).toBe('the last');
});

test('none of it made an error of ours anywhere', () => {
  expect(here.asterism.problems.filter((problem) => !problem.includes('bent'))).toEqual([]);
});
