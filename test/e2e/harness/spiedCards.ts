import type { Page } from 'playwright';
import { expect } from 'vitest';
import { titlesOnCards } from '../drive/card.ts';
import type { Browsing } from './browsing.ts';
import { findControls } from './controls.ts';
import { evaluateAsContentScript } from './isolated.ts';
import { recordEntries } from './measuring.ts';
import { ownPage, SITE } from './network.ts';
import { type Surface, surfaceOf } from './surface.ts';
import { until } from './until.ts';

// Pages that measure their cards, and annotations on these to be found out.

export const PATH = '/papers/date/2026-04-25';
/** The same as a list whose controls stand at the end of a line. */
export const LIST = 'https://arxiv.org/list/cs.CL/recent';

const WIDE = '広い文字のとても長いタグ'; // letters as wide as two
/** One for each of the first cards; each shows something else. */
const PATCHES = [
  { starred: true, status: 'to-read', addTags: ['a tag of some length', 'b', 'c'], note: 'Mine.' },
  { status: 'reading', addTags: [WIDE, `${WIDE} 2`, ...'defghijklmnopq'] },
  { starred: true },
  { addTags: ['WWWWWWWWWWWWWWWWWWWWWWW', 'MMMMMMMMMMMMMMMMMMMMMMMMM', 'وسم طويل جدا'] },
  { status: 'read', note: 'Mine too.' },
  { addTags: ['x'] },
];

const own = ownPage('hostile/measuring.html');
const list = own
  .replace(/<article>.*?(\d{4}\.\d{5}).*?>(\w+)<.*/g, (_, id, title) => {
    const link = `<a title="Abstract" href="/abs/${id}">${title}</a>`;
    return `<dt>${link}</dt><dd><div class="list-title">${title}</div></dd>`;
  })
  .replace('<section></section>', '<dl id="articles"></dl>')
  .replaceAll("querySelector('section')", "querySelector('dl')")
  .replaceAll('section {', 'dl {')
  .replaceAll(' article ', ' dt ');

export const SPYING_PAGES = { [PATH]: own, [LIST]: list };

/** Opens a page that hears what is painted and moved, and waits for the controls on its cards. */
export async function openSpied(
  here: Browsing,
  path: string,
  count: number,
): Promise<{ page: Page; cards: Surface }> {
  const page = await here.asterism.context.newPage();
  await recordEntries(page);
  await page.goto(new URL(path, SITE).href);
  await expect.poll(() => page.locator('[data-asterism=card]').count()).toBe(count);
  const cards = await surfaceOf(page);
  await titlesOnCards(cards);
  return { page, cards };
}

function idsOn(page: Page): Promise<string[]> {
  return page.locator('article, #articles dt').evaluateAll((all) =>
    all.map((card) => {
      const link = card.querySelector('h3 a[href*="/papers/"], a[href^="/abs/"]');
      return `arxiv:${/\/(?:papers|abs)\/([\d.]+)/.exec(link?.getAttribute('href') ?? '')?.[1]}`;
    }),
  );
}

/** Asks the worker for something, as a card itself does. */
async function ask(page: Page, name: string, request: object): Promise<void> {
  const message = JSON.stringify({ name, request });
  const answer = await evaluateAsContentScript(page, `chrome.runtime.sendMessage(${message})`);
  expect(answer).toMatchObject({ ok: true });
}

/** Whether there are new papers a page can tell by our bar, which is there or not: none of these is. */
export async function seeAll(here: Browsing, path: string, count: number): Promise<void> {
  const { page } = await openSpied(here, path, count);
  const papers = (await idsOn(page)).map((id) => ({ id, seconds: 2 }));
  await ask(page, 'papers.see', { papers });
  await page.close();
}

/** Sets or takes off an annotation on each of a page's first cards. */
export async function annotate(page: Page, isSet: boolean): Promise<void> {
  const ids = await idsOn(page);
  for (const [at, patch] of PATCHES.entries()) {
    const id = ids[at];
    if (id === undefined) return;
    const removeTags = patch.addTags ?? [];
    const change = isSet ? patch : { starred: false, status: null, note: '', removeTags };
    const paper = { id, title: 'A title', authors: [] };
    await ask(page, 'annotation.patch', { id, patch: change, paper });
  }
}

/** Waits until the first card shows what is set, or nothing. */
export async function untilShown(cards: Surface, isSet: boolean): Promise<void> {
  await until('the annotations on the cards', async () => {
    const [tags] = await findControls(cards, { role: 'button', name: /^Tags/ });
    return (tags !== undefined) === isSet ? true : undefined;
  });
}
