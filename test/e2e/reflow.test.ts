import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fillLibrary, starred } from './drive/library.ts';
import { cutTexts } from './harness/cutTexts.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { openPopupTab } from './harness/popup.ts';

// A window of 1,280 by 1,024 at 400 % has 320 by 256 pixels; there, and with the spacing that some readers need between
// letters, words, lines and paragraphs, everything is there in one column, and what has the focus can be seen.

const TITLE = 'A Longer Title of a Paper That Takes Two Lines in Lists and More';
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }';

let asterism: Asterism;
beforeAll(async () => {
  asterism = await launch();
  const page = await openPopupTab(asterism);
  await fillLibrary(page, [
    ...Array.from({ length: 12 }, (_, n) =>
      starred(n, `A paper about number ${n}`, { tags: ['agents'], publishedAt: `20${10 + n}` }),
    ),
    starred(90, TITLE, {
      tags: ['reinforcement learning', 'survey/benchmarks'],
      status: 'reading',
      note: 'Read **section 3**.',
      publishedAt: '2025-02-03',
      abstract: 'An abstract of some length. '.repeat(10),
      keywords: ['agents'],
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
afterAll(() => asterism?.close());

const PLACES = [
  ['popup', 'popup.html', 'listitem'],
  ['library', 'library.html', 'row'],
  ['library with a paper', 'library.html#/?paper=arxiv:2501.10090', 'heading'],
  ['tags', 'library.html#/tags', 'heading'],
  ['statistics', 'library.html#/statistics', 'table'],
  ['trash', 'library.html#/trash', 'heading'],
  ['settings', 'options.html', 'heading'],
  ['page for new readers', 'welcome.html', 'combobox'],
] as const;

async function open(path: string, role: (typeof PLACES)[number][2]): Promise<Page> {
  const page = await asterism.context.newPage();
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`chrome-extension://${asterism.extensionId}/${path}`);
  await page.getByRole(role).first().waitFor({ state: 'attached' });
  return page;
}

/** What is wrong with where the focus is; '' where some of it can be seen. Runs in the page. */
function hiddenFocus(): string {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return '';
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
  const seen = steps.some((x) =>
    steps.some((y) => {
      const at = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      return at !== null && (focused.contains(at) || at.contains(focused) || isLabel(at, focused));
    }),
  );
  return seen ? '' : `${focused.tagName}.${focused.className} at ${left}, ${top} is covered`;

  function isLabel(at: Element, of: Element): boolean {
    return of instanceof HTMLInputElement && [...(of.labels ?? [])].some((one) => one.contains(at));
  }
}

test.each(PLACES)(
  'zoomed to 400 percent the %s is one column, with room for spaced letters, and the focus is in sight',
  async (_name, path, role) => {
    const page = await open(path, role);
    await page.evaluate(addSpacing, SPACING);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320);
    await expect.poll(() => page.evaluate(cutTexts)).toEqual([]);
    const hidden: string[] = [];
    for (let step = 0; step < 30; step++) {
      await page.keyboard.press('Tab');
      const wrong = await page.evaluate(hiddenFocus);
      if (wrong !== '') hidden.push(wrong);
    }
    expect(hidden).toEqual([]);
  },
);

/** A style sheet that the policy of our pages has nothing against. Runs in the page. */
function addSpacing(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
