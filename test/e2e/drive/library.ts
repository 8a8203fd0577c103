import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { Bookmark } from '../../../lib/papers/bookmark.ts';
import type { PaperId } from '../../../lib/papers/ids.ts';
import type { Asterism } from '../harness/launch.ts';
import { named } from './names.ts';

// The library page. Its list has no shadow root, so Playwright's own locators find everything as a reader does.

/** A bookmark to fill a library with. */
export function starred(
  n: number,
  title: string,
  said: Partial<Bookmark['annotation']> & Partial<Bookmark['paper']> = {},
): Bookmark {
  const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
  const id: PaperId = `arxiv:2501.${10_000 + n}`;
  const { tags = [], status = null, note = '', ...paper } = said;
  return {
    paper: { id, title, authors: [`Author ${n}`], ...paper },
    annotation: {
      starred: true,
      starredAt: at,
      status,
      statusAt: status && at,
      tags,
      tagsAt: at,
      note,
      noteAt: note === '' ? null : at,
      createdAt: at,
    },
  };
}

/** Puts bookmarks into the library, as an import does. */
export async function fillLibrary(page: Page, bookmarks: readonly Bookmark[]): Promise<void> {
  await page.evaluate(async (all) => {
    const { runtime } = Reflect.get(globalThis, 'chrome');
    const id = crypto.randomUUID();
    const ask = async (name: string, request: object): Promise<void> => {
      const reply = await runtime.sendMessage({ name, request });
      if (!reply?.ok) throw new Error(JSON.stringify(reply));
    };
    for (let part = 0; part * 500 < all.length; part++) {
      const some = all.slice(part * 500, (part + 1) * 500);
      await ask('import.stage', { import: id, part, bookmarks: some });
    }
    await ask('import.apply', { import: id });
  }, bookmarks);
}

/** The library page in a tab. */
export async function openLibraryTab(
  asterism: Asterism,
  hash = '#/',
  size = { width: 1280, height: 800 },
): Promise<Page> {
  const page = await asterism.context.newPage();
  await page.setViewportSize(size);
  await page.goto(`chrome-extension://${asterism.extensionId}/library.html${hash}`);
  return page;
}

/** The list, which has the focus and names the row where the keys act. */
export function gridOf(page: Page): Locator {
  return page.getByRole('grid', { name: named('papers') });
}

/** A paper's row. */
export function rowOf(page: Page, title: string): Locator {
  return gridOf(page).getByRole('row', { name: title });
}

/** Waits until the list has these rows first. */
export async function expectTitles(page: Page, titles: readonly string[]): Promise<void> {
  const shown = gridOf(page).locator('.row-title');
  await expect
    .poll(async () => (await shown.allTextContents()).slice(0, titles.length))
    .toEqual(titles);
}

/** Waits until the page says that the list has so many papers. */
export async function expectCount(page: Page, count: number): Promise<void> {
  const text = named(
    count === 1 ? 'paperCount_one' : 'paperCount_other',
    '',
    count.toLocaleString('en'),
  );
  await page.getByText(text, { exact: true }).waitFor();
}

/** Types a search. */
export async function searchLibrary(page: Page, query: string): Promise<void> {
  const box = page.getByRole('combobox', { name: named('searchLabel') });
  await box.click();
  await box.fill('');
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
}

/** Clicks a value of a facet. */
export async function toggleFacet(page: Page, group: string, value: string): Promise<void> {
  await page.getByRole('group', { name: group }).getByRole('button', { name: value }).click();
}
