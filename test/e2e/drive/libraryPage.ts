import type { Bookmark } from '../../../lib/papers/bookmark.ts';
import { type Control, clickControl, findControl } from '../harness/controls.ts';
import { until } from '../harness/until.ts';
import type { Tab } from './browser.ts';
import { named } from './names.ts';

// The library page in any browser; `library.ts` is for tests that have Chromium alone.

/** Puts bookmarks into the library from one of our pages, as an import does. */
export async function putIntoLibrary(own: Tab, bookmarks: readonly Bookmark[]): Promise<void> {
  await own.evaluate(`(async (all) => {
    const id = crypto.randomUUID();
    const ask = async (name, request) => {
      const reply = await chrome.runtime.sendMessage({ name, request });
      if (!reply?.ok) throw new Error(JSON.stringify(reply));
    };
    for (let part = 0; part * 500 < all.length; part++) {
      await ask('import.stage', { import: id, part, bookmarks: all.slice(part * 500, (part + 1) * 500) });
    }
    await ask('import.apply', { import: id });
  })(${JSON.stringify(bookmarks)})`);
}

/** Waits until the page says that the list has so many papers. */
export async function expectPapers(library: Tab, count: number): Promise<void> {
  const key = count === 1 ? 'paperCount_one' : 'paperCount_other';
  const said = named(key, '', count.toLocaleString('en'));
  const isSaid = `/(^|\\n)${said}(\\n|$)/.test(document.body.innerText)`;
  await until(
    `the page to count ${said}`,
    async () => (await library.evaluate(isSaid)) || undefined,
  );
}

/** Waits until the list has these rows first. */
export async function expectListed(library: Tab, titles: readonly string[]): Promise<void> {
  let shown: string[] = [];
  await until(
    () => `the rows ${JSON.stringify(titles)}; there are ${JSON.stringify(shown)}`,
    async () => {
      shown = await library.evaluate<string[]>(
        `[...document.querySelectorAll('[role=grid] .row-title')].slice(0, ${titles.length}).map((title) => title.textContent)`,
      );
      return JSON.stringify(shown) === JSON.stringify(titles) || undefined;
    },
  );
}

/** A paper's row. */
export function rowWith(library: Tab, title: string): Promise<Control> {
  const name = new RegExp(title.replace(/[^\p{L}\p{N} ]/gu, '.'), 'u');
  return findControl(library, { role: 'row', name });
}

/** What a row says. */
export function rowText(library: Tab, title: string): Promise<string> {
  return library.evaluate<string>(
    `[...document.querySelectorAll('[role=grid] [role=row]')].map((row) => row.textContent).find((text) => text.includes(${JSON.stringify(title)})) ?? ''`,
  );
}

/** Types a search in place of the one that is there. */
export async function searchIn(library: Tab, query: string): Promise<void> {
  const box = await findControl(library, { role: 'combobox', name: named('searchLabel') });
  await clickControl(library, box);
  await library.press('Control+a');
  await library.press('Backspace');
  await library.type(query);
  await library.press('Enter');
}

/** Clicks a value of a facet, when nothing moves any more: the column may be sliding in. */
export async function pickFacet(library: Tab, group: string, value: string): Promise<void> {
  await until(
    'the page to rest',
    async () => (await library.evaluate('document.getAnimations().length === 0')) || undefined,
  );
  const within = await findControl(library, { role: 'group', name: group });
  const name = new RegExp(`^${value}`);
  await clickControl(library, await findControl(library, { role: 'button', name, within }));
}
