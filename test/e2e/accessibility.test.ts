import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fillLibrary, openLibraryTab, rowOf, starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import { openOptions } from './drive/options.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { openPopupTab } from './harness/popup.ts';

// An accessibility audit of our own pages in each of their states, in each scheme that a reader may have.

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TITLE = 'A Paper With a Note, Tags of Its Own and a Long Title About Long Titles';

let asterism: Asterism;
beforeAll(async () => {
  asterism = await launch();
  const page = await openPopupTab(asterism);
  await fillLibrary(page, [
    ...Array.from({ length: 40 }, (_, n) =>
      starred(n, `A paper about number ${n}`, { tags: ['rl', 'rl/offline'], status: 'to-read' }),
    ),
    starred(90, TITLE, {
      tags: ['to discuss', '多模态'],
      status: 'reading',
      note: '- [ ] Read **section 3** of [it](https://example.com)',
      publishedAt: '2025-02-03',
      abstract: 'An abstract of some length. '.repeat(40),
      keywords: ['agents'],
    }),
  ]);
  await page.close();
});
afterEach(async () => {
  const [, ...pages] = asterism.context.pages();
  await Promise.all(pages.map((page) => page.close()));
});
afterAll(() => asterism?.close());

const SCHEMES = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
] as const;

/** What an audit finds in each scheme, by scheme. */
async function problems(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const [name, media] of SCHEMES) {
    await page.emulateMedia(media);
    const here = await page.evaluate(async () => {
      for (const animation of document.getAnimations()) animation.finish();
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }; // put there above
      const { violations } = await axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      );
    });
    found.push(...here.map((problem) => `${name}: ${problem}`));
  }
  return found;
}

const press = (page: Page, name: Parameters<typeof named>[0], ...values: string[]) =>
  page.getByRole('button', { name: named(name, ...values) }).click();

const LIBRARY: [state: string, hash: string, reach: (page: Page) => Promise<unknown>][] = [
  ['the list', '#/', (page) => rowOf(page, TITLE).waitFor()],
  [
    'a paper beside it',
    '#/',
    async (page) => {
      await rowOf(page, TITLE).click();
      await page.getByRole('heading', { name: named('noteLabel'), exact: true }).waitFor();
    },
  ],
  ['the search, empty', '#/', (page) => page.keyboard.press('/')],
  ['a search that is wrong', '#/?q=foo:bar', (page) => page.locator('.query-problems p').waitFor()],
  [
    'a selection',
    '#/',
    async (page) => {
      await page.getByRole('grid').focus();
      await page.keyboard.press('Control+A');
      await page.getByRole('toolbar').waitFor();
    },
  ],
  [
    'the shortcuts',
    '#/',
    async (page) => {
      await press(page, 'shortcuts');
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'the export',
    '#/',
    async (page) => {
      await press(page, 'openExport');
      await page.getByRole('dialog').waitFor();
    },
  ],
  ['the tags', '#/tags', (page) => page.locator('.tag-row').first().waitFor()],
  [
    'the statistics',
    '#/statistics',
    async (page) => {
      await page.locator('.chart-table summary').first().click();
      await page.locator('.chart[aria-busy="false"]').nth(5).waitFor();
    },
  ],
  ['the trash', '#/trash', (page) => page.getByRole('heading', { level: 2 }).first().waitFor()],
  [
    'the history',
    '#/?scope=history',
    (page) => page.locator('.empty-state, .grid-row').first().waitFor(),
  ],
];

test.each(LIBRARY)(
  'the library has no accessibility problem in %s',
  async (_state, hash, reach) => {
    const page = await openLibraryTab(asterism, hash);
    await page.locator('.middle').waitFor();
    await rowOf(page, TITLE)
      .waitFor({ timeout: 3_000 })
      .catch(() => {}); // other places have no such row
    await reach(page);
    expect(await problems(page)).toEqual([]);
  },
);

test.each([
  ['at its beginning', async () => {}],
  ['scrolled', async (page: Page) => page.evaluate('scrollTo(0, 57)')],
  [
    'with its editor open',
    async (page: Page) => {
      await press(page, 'editPaper', TITLE);
      await page.getByRole('combobox', { name: named('tagsLabel') }).waitFor();
    },
  ],
])('the popup has no accessibility problem %s', async (_state, reach) => {
  const page = await openPopupTab(asterism);
  await page.setViewportSize({ width: 400, height: 600 });
  await page.getByRole('listitem').first().waitFor();
  await reach(page);
  expect(await problems(page)).toEqual([]);
});

test('the settings have no accessibility problem, nor has their export', async () => {
  const page = await openOptions(asterism);
  await page.getByRole('heading', { name: named('backupHeading') }).waitFor();
  expect(await problems(page)).toEqual([]);
  await press(page, 'exportAs');
  await page.getByRole('dialog').waitFor();
  expect(await problems(page)).toEqual([]);
});

test('the page for new readers has no accessibility problem', async () => {
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/welcome.html`);
  await page.getByRole('combobox', { name: named('tagsLabel') }).waitFor();
  expect(await problems(page)).toEqual([]);
});
