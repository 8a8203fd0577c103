import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fillLibrary, gridOf, openLibraryTab, rowOf, starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import { openOptions } from './drive/options.ts';
import { cutTexts } from './harness/cutTexts.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { openPopupTab } from './harness/popup.ts';
import { screen } from './harness/screens.ts';
import { untilNothing } from './harness/until.ts';

// Readers who need large letters have a least size of letters set in the browser: every text is then nearly twice as
// large as we made it, and the boxes around it must give way.

let asterism: Asterism;

const LONG = 'A Longer Title of a Paper That Takes Two Lines in Lists and More';

beforeAll(async () => {
  asterism = await launch({ preferences: { webkit: { webprefs: { minimum_font_size: 24 } } } });
  const page = await openPopupTab(asterism);
  await fillLibrary(page, [
    ...Array.from({ length: 60 }, (_, n) => starred(n, `A paper about number ${n}`)),
    starred(90, LONG, {
      tags: ['reinforcement learning', 'survey'],
      status: 'reading',
      note: 'Read **section 3**.',
      publishedAt: '2025-02-03',
      abstract: 'An abstract of some length. '.repeat(30),
      keywords: ['agents', 'benchmarks'],
    }),
  ]);
  await page.close();
});
afterEach(async () => {
  const [, ...pages] = asterism.context.pages();
  await Promise.all(pages.map((page) => page.close()));
});
afterAll(() => asterism?.close());

const isAscending = (all: readonly number[]): boolean =>
  all.every((place, at) => at === 0 || place >= (all[at - 1] ?? 0));

/** Looks at a page in a size, leaves a picture of it, and gives the texts that are cut. */
async function look(page: Page, name: string, width: number, height: number): Promise<string[]> {
  await page.setViewportSize({ width, height });
  await screen(page, `large-${name}`, { height });
  return untilNothing(() => page.evaluate(cutTexts));
}

test('what looks for cut texts finds one', async () => {
  const page = await openPopupTab(asterism);
  await page.getByRole('tab').first().waitFor();
  await page
    .getByRole('tab')
    .first()
    .evaluate((tab) => {
      tab.style.cssText = 'height: 16px; min-height: 0; padding: 0';
    });
  await expect.poll(() => page.evaluate(cutTexts)).not.toEqual([]);
});

test('no text of the popup is cut, and its bars do not cover the row with the focus', async () => {
  const page = await openPopupTab(asterism);
  await page.getByRole('listitem').first().waitFor();
  expect(await look(page, 'popup', 400, 600)).toEqual([]);
  await page.getByRole('button', { name: named('editPaper', LONG) }).click();
  await page.getByRole('textbox').first().waitFor();
  expect(await look(page, 'popup-editor', 400, 600)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('listitem').first().focus();
  const keys = [...Array(12).fill('ArrowDown'), ...Array(10).fill('ArrowUp')];
  for (const key of keys) {
    await page.keyboard.press(key);
    const places = () =>
      page.evaluate(() => {
        const of = (name: string) => document.querySelector(name)?.getBoundingClientRect();
        const row = document.activeElement?.getBoundingClientRect();
        return [of('.popup > header')?.bottom, row?.top, row?.bottom, of('.popup > footer')?.top];
      });
    // From top to bottom: the upper bar, the row, the lower bar.
    await expect.poll(places).toSatisfy(isAscending);
  }
});

test('no text of the library is cut, and its rows are as high as they must be', async () => {
  const page = await openLibraryTab(asterism);
  await rowOf(page, LONG).waitFor();
  await expect
    .poll(() => rowOf(page, LONG).evaluate((row) => row.getBoundingClientRect().height))
    .toBeGreaterThan(90);
  expect(await look(page, 'library', 1280, 900)).toEqual([]);
  await rowOf(page, LONG).click();
  await page.getByRole('heading', { name: LONG }).waitFor();
  expect(await look(page, 'library-pane', 1280, 900)).toEqual([]);
  expect(await look(page, 'library-beside', 400, 900)).toEqual([]);
  await gridOf(page).focus();
  await page.keyboard.press('End');
  await rowOf(page, 'A paper about number 0').waitFor();
});

test.each(['tags', 'trash', 'history'])('no text of the library’s %s is cut', async (place) => {
  const page = await openLibraryTab(asterism, `#/${place}`);
  await page.waitForLoadState('networkidle');
  expect(await look(page, `library-${place}`, 1280, 900)).toEqual([]);
  expect(await look(page, `library-${place}-narrow`, 400, 900)).toEqual([]);
});

test('no text of the settings is cut', async () => {
  const page = await openOptions(asterism);
  await page.getByRole('heading').first().waitFor();
  expect(await look(page, 'settings', 1000, 900)).toEqual([]);
  expect(await look(page, 'settings-narrow', 400, 900)).toEqual([]);
});
