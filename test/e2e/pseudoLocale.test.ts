import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fillLibrary, openLibraryTab, starred } from './drive/library.ts';
import { openOptions } from './drive/options.ts';
import { cutTexts } from './harness/cutTexts.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { overlaps } from './harness/overlaps.ts';
import { openPopupTab } from './harness/popup.ts';
import { pseudoBuild } from './harness/pseudoBuild.ts';
import { screen } from './harness/screens.ts';
import { untilNothing } from './harness/until.ts';

// Other languages take more room than English, and some run from right to left: with texts twice as long, in both
// directions, nothing is cut off and no control lies over another.

const LONG = 'A Longer Title of a Paper That Takes Two Lines in Lists and More';
const WIDTHS = [320, 500, 800, 1000, 1280];

describe.each(['ltr', 'rtl'] as const)('texts twice as long, %s', (direction) => {
  let asterism: Asterism;
  let build: ReturnType<typeof pseudoBuild>;

  beforeAll(async () => {
    build = pseudoBuild(direction);
    asterism = await launch({ extension: build.path });
    const page = await openPopupTab(asterism);
    await fillLibrary(page, [
      ...Array.from({ length: 30 }, (_, n) => starred(n, `A paper about number ${n}`)),
      starred(90, LONG, {
        tags: ['reinforcement learning', 'survey', 'survey/benchmarks'],
        status: 'reading',
        note: 'Read **section 3**.',
        publishedAt: '2025-02-03',
        abstract: 'An abstract of some length. '.repeat(30),
        keywords: ['agents', 'benchmarks'],
        organization: { name: 'x', fullname: 'A Research Center' },
        upvotes: 1_234,
      }),
    ]);
    await page.close();
  });
  afterEach(async () => {
    const [, ...pages] = asterism.context.pages();
    await Promise.all(pages.map((page) => page.close()));
  });
  afterAll(async () => {
    await asterism?.close();
    build?.remove();
  });

  async function wrongOn(page: Page): Promise<string[]> {
    const said = [...(await page.evaluate(cutTexts)), ...(await page.evaluate(overlaps))];
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    return beyond > 0 ? [...said, `the page is ${beyond} px wider than its window`] : said;
  }

  /** Looks at a page in each width, leaves pictures, and gives what is wrong. */
  async function look(page: Page, name: string, widths = WIDTHS): Promise<string[]> {
    const wrong: string[] = [];
    for (const width of widths) {
      await screen(page, `pseudo-${direction}-${name}`, { width, height: 900 });
      const said = await untilNothing(() => wrongOn(page));
      wrong.push(...said.map((one) => `${name} at ${width}: ${one}`));
    }
    return wrong;
  }

  test('the page runs in its direction', async () => {
    const page = await openPopupTab(asterism);
    const shown = () => page.evaluate(() => getComputedStyle(document.body).direction);
    await expect.poll(shown).toBe(direction);
  });

  test('the popup', async () => {
    const page = await openPopupTab(asterism);
    await page.getByRole('listitem').first().waitFor();
    const widths = [320, 400, 700];
    const wrong = await look(page, 'popup', widths);
    await page.locator('.paper-row').first().locator('button[aria-expanded]').first().click();
    await page.getByRole('textbox').first().waitFor();
    expect([...wrong, ...(await look(page, 'popup-editor', widths))]).toEqual([]);
  });

  test('the library, and a paper in it', async () => {
    const page = await openLibraryTab(asterism);
    await page.getByRole('row').first().waitFor();
    const wrong = await look(page, 'library');
    await page.getByRole('grid').focus();
    await page.keyboard.press('o'); // the middle of a row is its title's link where that is at the other end
    await page.getByRole('heading', { name: LONG }).waitFor();
    wrong.push(...(await look(page, 'library-paper')));
    expect(wrong).toEqual([]);
  });

  test('commands for many papers', async () => {
    const page = await openLibraryTab(asterism);
    await page.getByRole('row').first().waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+a');
    await page.getByRole('toolbar').first().waitFor();
    expect(await look(page, 'library-many')).toEqual([]);
  });

  test.each([
    ['tags', '#/tags', 'heading'],
    ['trash', '#/trash', 'heading'],
    ['history', '#/?scope=history', 'heading'],
    ['statistics', '#/statistics', 'table'],
  ] as const)('the library’s %s', async (place, address, role) => {
    const page = await openLibraryTab(asterism, address);
    await page.getByRole(role).first().waitFor({ state: 'attached' }); // some tables are for screen readers alone
    expect(await look(page, `library-${place}`)).toEqual([]);
  });

  test('the page for new readers', async () => {
    const page = await asterism.context.newPage();
    await page.goto(`chrome-extension://${asterism.extensionId}/welcome.html`);
    await page.getByRole('heading').first().waitFor();
    expect(await look(page, 'welcome')).toEqual([]);
  });

  test('the settings', async () => {
    const page = await openOptions(asterism);
    await page.getByRole('heading').first().waitFor();
    expect(await look(page, 'settings')).toEqual([]);
  });
});
