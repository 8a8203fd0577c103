import { type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browser/find.ts';
import { headlessFlags } from '../../scripts/browser/flags.ts';
import { type Box, boxOf, cardBoxes, coveredBy, meets } from './drive/boxes.ts';
import {
  BUTTONS_OF_CARDS,
  closeEditor,
  openEditor,
  showAllCards,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { addTag, pickStatus, typeNote } from './drive/editor.ts';
import { findControl, findControls } from './harness/controls.ts';
import { healthOf, watchHealth } from './harness/health.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { capturedPage, HAS_CAPTURES, type Network, SITE, takeNetwork } from './harness/network.ts';
import { setTheme } from './harness/screens.ts';
import { type DevToolsSurface, surfaceOf } from './harness/surface.ts';
import { untilNothing } from './harness/until.ts';

/** Where each captured listing was found, and how many papers it lists. */
const CAPTURES = [
  {
    file: 'search-2026-04-16.reconstructed.html',
    path: '/papers?q=tree%20search%20refined%20policy',
    count: 55,
  },
  { file: 'daily-2026-07-02.ssr.html', path: '/papers/date/2026-07-02', count: 31 },
  { file: 'daily-2026-09-28.hydrated.excerpt.html', path: '/papers/date/2026-09-28', count: 2 },
  { file: 'trending-2026-10-07.excerpt.html', path: '/papers/trending', count: 2 },
] as const;

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 420, height: 800 };

let asterism: Asterism;
/** A browser without the extension: what the pages are by themselves. */
let plain: BrowserContext;

beforeAll(async () => {
  if (!HAS_CAPTURES) return;
  asterism = await launch();
  const executablePath = findBrowser() ?? '';
  const browser = await chromium.launch({ executablePath, args: headlessFlags() });
  plain = await browser.newContext({ viewport: WIDE });
  for (const context of [asterism.context, plain]) {
    const network: Network = await takeNetwork(context);
    await watchHealth(context);
    for (const { file, path } of CAPTURES) network.serve({ [path]: capturedPage(file) });
  }
});
afterAll(async () => {
  await asterism?.close();
  await plain?.browser()?.close();
});

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(SITE + path);
  return page;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The page as its source would be now, without what is ours. */
function sourceOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element; // a copy of an element is one
    for (const ours of copy.querySelectorAll('[data-asterism]')) ours.remove();
    return copy.outerHTML;
  });
}

/** Where each element of the page is. */
function placesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll(':not([data-asterism])')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, x, y, width, height].join(' ');
    }),
  );
}

/** The titles of the cards that show at this width; one of the captures has half a card. */
function titlesInSight(page: Page): Promise<string[]> {
  return page
    .locator('article')
    .evaluateAll((articles) =>
      articles
        .flatMap((article) =>
          [...article.querySelectorAll('h3')].filter((h3) => h3.offsetHeight > 0),
        )
        .map((h3) => h3.textContent.replace(/\s+/g, ' ').trim()),
    );
}

/** Waits until a paper's editor is inside the window, all of it. */
async function expectInside(
  cards: DevToolsSurface,
  title: string,
  size: typeof WIDE,
): Promise<void> {
  const room = async (): Promise<number> => {
    const editor = await findControl(cards, { role: 'dialog', name: title });
    const { left, top, right, bottom } = await boxOf(cards, editor);
    return Math.min(left, top, size.width - right, size.height - bottom);
  };
  await expect.poll(room).toBeGreaterThanOrEqual(0);
}

/** Waits until a paper's editor lies over no button of another card. */
async function expectApart(cards: DevToolsSurface, title: string): Promise<void> {
  const covered = async (): Promise<string[]> => {
    const editor = await boxOf(cards, await findControl(cards, { role: 'dialog', name: title }));
    const covered: string[] = [];
    for (const button of await findControls(cards, { role: 'button', name: BUTTONS_OF_CARDS })) {
      if (button.name.endsWith(`: ${title}`)) continue;
      if (meets(editor, await boxOf(cards, button))) covered.push(button.name);
    }
    return covered;
  };
  await expect.poll(covered).toEqual([]);
}

describe.skipIf(!HAS_CAPTURES).each(CAPTURES)(
  '$file (needs the captured pages)',
  ({ path, count }) => {
    test('each paper has one control, named by its title, and the page is what it was, light and dark', async () => {
      const [page, alone] = await Promise.all([open(asterism.context, path), open(plain, path)]);
      await expect.poll(() => page.locator('article > [data-asterism=card]').count()).toBe(count);
      const [ours, own] = await Promise.all([healthOf(page), healthOf(alone)]);
      expect(ours.layoutShift - own.layoutShift).toBeLessThanOrEqual(0.01);

      await Promise.all([showAllCards(page), showAllCards(alone)]);
      const titles = await titlesOnCards(await surfaceOf(page), count);
      await expect.poll(() => page.locator('[data-asterism=card]').count()).toBe(count);
      const headings = await page
        .locator('article')
        .evaluateAll((articles) =>
          articles.map((article) => article.querySelector('h3')?.textContent ?? ''),
        );
      expect(titles).toEqual(headings.map(oneLine));

      expect(await sourceOf(page)).toBe(await sourceOf(alone));
      expect(await placesOf(page)).toEqual(await placesOf(alone));

      for (const theme of ['light', 'dark'] as const) {
        await setTheme(page, theme);
        const host = page.locator('[data-asterism=card]').first();
        await expect
          .poll(() => host.evaluate((card) => getComputedStyle(card).colorScheme))
          .toBe(theme);
      }
      await Promise.all([page.close(), alone.close()]);
    });

    test('controls cover nothing to read or to press, also when much is set; editors are inside the window, over no other card’s control', async () => {
      const page = await open(asterism.context, path);
      await showAllCards(page);
      const cards = await surfaceOf(page);
      const [title = ''] = await titlesOnCards(cards, count);
      await toggleStar(cards, title);
      await openEditor(cards, title, 'tags');
      for (const tag of [`long ${'tag '.repeat(23)}${count}`, 'another', 'third']) {
        await addTag(cards, tag);
      }
      await pickStatus(cards, 'to-read');
      await typeNote(cards, 'A note.');
      await closeEditor(cards);
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size);
        await page.mouse.move(0, 0);
        await expect.poll(async () => (await cardBoxes(cards)).length).toBe(count);
        const odd = async (): Promise<Box[]> =>
          (await cardBoxes(cards)).filter(
            ({ left, right, top, bottom }) =>
              left < 0 || right > size.width || right - left <= 90 || bottom - top <= 20,
          );
        await expect.poll(odd).toEqual([]);
        expect(await untilNothing(async () => coveredBy(page, await cardBoxes(cards)))).toEqual([]);

        const inSight = await titlesInSight(page);
        for (const edited of [inSight[0] ?? '', inSight.at(-1) ?? '']) {
          await openEditor(cards, edited, 'note');
          await expectInside(cards, edited, size);
          await typeNote(cards, '\n'.repeat(30)); // the field grows with its text
          await expectInside(cards, edited, size);
          await expectApart(cards, edited);
          await closeEditor(cards);
        }
      }
      await page.close();
    });
  },
);

test.skipIf(!HAS_CAPTURES)(
  'none of it made an error of ours anywhere (needs the captured pages)',
  () => {
    const ours = asterism.problems.filter((problem) => !problem.includes(`${SITE}/front/build/`));
    expect(ours).toEqual([]);
  },
);
