import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fillLibrary, rowOf, starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { openPopupTab } from './harness/popup.ts';

// A walk with the Tab key through each of our pages: everything is met, is in sight when it is, and shows that it is.

const TITLE = 'A paper about everything';
let asterism: Asterism;

beforeAll(async () => {
  asterism = await launch();
  const page = await openPopupTab(asterism);
  await fillLibrary(page, [
    starred(1, 'Another paper', { tags: ['rl', 'rl/offline'] }),
    starred(2, TITLE, {
      tags: ['rl', '多模态'],
      status: 'reading',
      note: 'A [link](https://example.com), and text. '.repeat(20),
      abstract: 'A sentence of an abstract. '.repeat(40),
      publishedAt: '2025-02-03',
    }),
  ]);
  await page.close();
});
afterEach(async () => {
  const [, ...pages] = asterism.context.pages();
  await Promise.all(pages.map((page) => page.close()));
});
afterAll(() => asterism?.close());

interface Walk {
  /** What was met under something else, without a ring of its own or with several, or without a name. */
  wrong: string[];
  /** What can have the focus and was not met. */
  missed: string[];
  met: number;
}

/** Presses Tab until everything was met, or nothing new comes. */
async function walk(page: Page): Promise<Walk> {
  await page.evaluate(prepare);
  const wrong: string[] = [];
  for (let known = 0; known < 20; ) {
    await page.keyboard.press('Tab');
    const step = await page.evaluate(() => Reflect.get(globalThis, 'step')() as string[] | null);
    known = step === null ? known + 1 : 0;
    wrong.push(...(step ?? []));
  }
  return { wrong, ...(await page.evaluate(() => Reflect.get(globalThis, 'end')())) };
}

/** Runs in the page. */
function prepare(): void {
  const met = new Set<Element>();
  const textOf = (one: Element): string => one.outerHTML.slice(0, 110);

  /** A radio button's ring is around what stands for it, a list's around its row. */
  function rings(focused: Element): number {
    const drawn = (one: Element | null): boolean =>
      one !== null &&
      getComputedStyle(one).outlineStyle !== 'none' &&
      getComputedStyle(one).outlineWidth !== '0px';
    if (focused instanceof SVGElement) return 1; // drawn around its column (columnChart.css)
    const active = focused.getAttribute('aria-activedescendant');
    const others = [focused.nextElementSibling, active && document.getElementById(active)];
    const around: (Element | null)[] = [];
    for (let at: Element | null = focused; at !== null; at = at.parentElement) around.push(at);
    const own = around.filter(drawn).length;
    return own > 0 ? own : others.filter((one) => one instanceof Element && drawn(one)).length;
  }

  function isSeen(focused: Element): boolean {
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    return [0.2, 0.5, 0.8].some((part) => {
      const seen = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
      const label = focused.closest('label');
      return (
        seen !== null &&
        (focused.contains(seen) || seen.contains(focused) || !!label?.contains(seen))
      );
    });
  }

  /** A label belongs to what can be hit, and a link in a text is as high as its line. */
  function isLargeEnough(focused: Element): boolean {
    const target = focused.closest('label') ?? focused;
    const { width, height } = target.getBoundingClientRect();
    const isInText = getComputedStyle(focused).display === 'inline';
    return isInText || Math.min(width, height) >= 23.9;
  }

  Reflect.set(globalThis, 'step', (): string[] | null => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body || met.has(focused)) return null;
    met.add(focused);
    const count = rings(focused);
    return [
      ...(isSeen(focused) ? [] : [`not in sight: ${textOf(focused)}`]),
      ...(isLargeEnough(focused) ? [] : [`less than 24 px: ${textOf(focused)}`]),
      ...(count === 1 ? [] : [`${count} rings: ${textOf(focused)}`]),
    ];
  });
  Reflect.set(globalThis, 'end', () => {
    const all = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const missed = [...document.querySelectorAll<HTMLInputElement>(all)].filter(
      (one) =>
        one.tabIndex >= 0 &&
        !one.disabled &&
        one.checkVisibility() &&
        one.closest('[inert]') === null &&
        !(one.type === 'radio' && !one.checked) &&
        one.role !== 'listitem' && // of rows one has a stop: the last that had the focus
        !met.has(one),
    );
    return { missed: missed.map(textOf), met: met.size };
  });
}

const PLACES: [
  place: string,
  path: string,
  width: number,
  reach: (page: Page) => Promise<unknown>,
][] = [
  ['the popup', 'popup.html', 400, (page) => page.getByRole('listitem').first().waitFor()],
  [
    'an editor in the popup',
    'popup.html',
    400,
    async (page) => {
      await page.getByRole('button', { name: named('editPaper', TITLE) }).click();
      await page.getByRole('textbox', { name: named('noteLabel') }).waitFor();
    },
  ],
  ['the library', 'library.html', 1280, (page) => rowOf(page, TITLE).waitFor()],
  [
    'a paper in the library',
    'library.html',
    1280,
    async (page) => {
      await rowOf(page, TITLE).click();
      await page.getByRole('heading', { name: named('noteLabel'), exact: true }).waitFor();
    },
  ],
  ['the tags', 'library.html#/tags', 1280, (page) => page.locator('.tag-row').first().waitFor()],
  [
    'the statistics',
    'library.html#/statistics',
    1280,
    (page) => page.locator('.chart[aria-busy="false"]').nth(5).waitFor(),
  ],
  ['the trash', 'library.html#/trash', 1280, (page) => page.locator('.trash-page').waitFor()],
  [
    'the settings',
    'options.html',
    1280,
    (page) => page.getByRole('heading', { name: named('backupHeading') }).waitFor(),
  ],
  [
    'the settings in a narrow window',
    'options.html',
    320,
    (page) => page.getByRole('heading', { name: named('backupHeading') }).waitFor(),
  ],
  [
    'the page for new readers',
    'welcome.html',
    1280,
    (page) => page.getByRole('combobox', { name: named('tagsLabel') }).waitFor(),
  ],
];

test.each(PLACES)(
  'the Tab key comes to everything in %s, in sight, large enough and with one ring',
  async (_, path, width, reach) => {
    const page = await asterism.context.newPage();
    await page.setViewportSize({ width, height: width < 500 ? 600 : 800 });
    await page.goto(`chrome-extension://${asterism.extensionId}/${path}`);
    await reach(page);
    const { wrong, missed, met } = await walk(page);
    expect(wrong).toEqual([]);
    expect(missed).toEqual([]);
    expect(met).toBeGreaterThan(3);
  },
);
