import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bookmark } from '../../lib/papers/bookmark.ts';
import { openEditor, titlesOnCards } from './drive/card.ts';
import {
  expectCount,
  fillLibrary,
  gridOf,
  openLibraryTab,
  rowOf,
  starred,
} from './drive/library.ts';
import { named } from './drive/names.ts';
import { exportButton, openOptions } from './drive/options.ts';
import { showView } from './drive/popup.ts';
import { clickControl, findControl } from './harness/controls.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { openPopupTab } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';

const PAPERS: Bookmark[] = Array.from({ length: 1_200 }, (_, n) =>
  starred(n, n % 100 === 7 ? `Comets, part ${1000 + n}` : `Planets, part ${1000 + n}`, {
    tags: n % 200 === 7 ? ['to discuss'] : [],
    note: n === 7 ? '=1+1' : '',
  }),
);
/** The comets, the last star first: the order of the list. */
const COMETS = PAPERS.filter(({ paper }) => paper.title.startsWith('Comets')).toReversed();
const titlesOf = (papers: readonly Bookmark[]): string[] => papers.map(({ paper }) => paper.title);

let asterism: Asterism;
let library: Page;

beforeAll(async () => {
  asterism = await launch();
  const network = await takeNetwork(asterism.context);
  network.serve({ '/papers': listing(['A card to copy'], {}, SPY) });
  library = await openLibraryTab(asterism);
  await fillLibrary(library, PAPERS);
  await expectCount(library, PAPERS.length);
});
afterAll(() => asterism?.close());

async function saved(page: Page, begin: () => Promise<void>): Promise<[Download, string]> {
  const [download] = await Promise.all([page.waitForEvent('download'), begin()]);
  return [download, readFileSync(await download.path(), 'utf8')];
}

describe('export', () => {
  test('what a search finds, as BibTeX, in the order of the list', async () => {
    await library.getByRole('combobox', { name: named('searchLabel') }).fill('comets');
    await expectCount(library, COMETS.length);
    await library.getByRole('button', { name: named('exportThese') }).click();
    await library.getByRole('radio', { name: named('formatBibtex') }).check();
    await library.locator('.export-preview pre', { hasText: '@misc{' }).waitFor();
    const [file, text] = await saved(library, () => exportButton(library).click());
    expect(file.suggestedFilename()).toMatch(/^asterism-papers-\d{4}-\d\d-\d\d\.bib$/);
    const titles = [...text.matchAll(/title = \{\{(.*)\}\}/g)].map((match) => match[1]);
    expect(titles).toEqual(titlesOf(COMETS));
    await library.getByText(named('exported_other', String(COMETS.length), '')).waitFor();
    await library.keyboard.press('Escape');
    await library.getByRole('dialog').waitFor({ state: 'detached' });
    const button = library.getByRole('button', { name: named('exportThese') });
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('a selection, as CSV, in the order of the list', async () => {
    const chosen = [COMETS[5], COMETS[1], COMETS[11]].filter((one) => one !== undefined);
    for (const { paper } of chosen) {
      await rowOf(library, paper.title).getByRole('checkbox').click();
    }
    await library
      .getByRole('toolbar')
      .getByRole('button', { name: named('openExport') })
      .click();
    await library.getByRole('radio', { name: named('formatCsv') }).check();
    const [file, text] = await saved(library, () => exportButton(library).click());
    expect(file.suggestedFilename()).toMatch(/^asterism-papers-\d{4}-\d\d-\d\d\.csv$/);
    const rows = text.trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.split('","')[2])).toEqual(
      titlesOf(COMETS.filter((comet) => chosen.includes(comet))),
    );
    expect(rows.at(-1)).toContain(`"'=1+1"`); // runs in no spreadsheet
    await library.keyboard.press('Escape');
    await library.keyboard.press('Escape');
  });

  test('on the options page: the whole library, or what a search finds of it', async () => {
    const page = await openOptions(asterism);
    await page.getByRole('button', { name: named('exportAs') }).click();
    await page.getByRole('radio', { name: named('formatLinks') }).check();
    const [file, text] = await saved(page, () => exportButton(page).click());
    expect(file.suggestedFilename()).toMatch(/^asterism-library-\d{4}-\d\d-\d\d\.txt$/);
    expect(text.trim().split('\n').length).toBe(PAPERS.length);
    await page.getByRole('radio', { name: named('exportSearch') }).check();
    const box = page.getByRole('combobox', { name: named('searchLabel') });
    await box.fill('tag:"to discuss"');
    const six = PAPERS.filter(({ annotation }) => annotation.tags.length > 0).toReversed();
    await page
      .getByText(named('paperCount_other', '', String(six.length)), { exact: true })
      .waitFor();
    const [, links] = await saved(page, () => exportButton(page).click());
    const ids = links
      .trim()
      .split('\n')
      .map((link) => link.slice(link.lastIndexOf('/') + 1));
    expect(ids).toEqual(six.map(({ paper }) => paper.id.slice('arxiv:'.length)));
    await page.close();
  });
});

/**
 * Tells the tests what a page hears of copying. (`clipboardchange` tells a page that has the focus that the clipboard has
 * another content, whoever put it there, and of which kind; not what it is.)
 */
const SPY = `
  globalThis.heard = [];
  for (const type of ['copy', 'cut', 'beforecopy', 'input']) {
    document.addEventListener(type, () => heard.push(type), true);
  }
  for (const name of ['write', 'writeText']) {
    const own = navigator.clipboard[name].bind(navigator.clipboard);
    navigator.clipboard[name] = (what) => (heard.push(name), own(what));
  }`;

describe('copy', () => {
  let listingPage: Page;
  beforeAll(async () => {
    listingPage = await asterism.context.newPage();
    await listingPage.goto(`${SITE}/papers`);
  });
  /** Read where the right to read can be given, which takes the one to write away: so for as long as it takes. */
  async function clipboard(): Promise<string> {
    await asterism.context.grantPermissions(['clipboard-read'], { origin: SITE });
    const text = await listingPage.evaluate(() => navigator.clipboard.readText());
    await asterism.context.clearPermissions();
    return text;
  }
  const bare = (paper: Bookmark | undefined): string =>
    paper?.paper.id.slice('arxiv:'.length) ?? '';

  test('from a row of the library, by keyboard', async () => {
    await gridOf(library).focus();
    await library.keyboard.press('Home');
    await library.keyboard.press('c');
    await library.getByRole('menuitem', { name: named('copyBibtex') }).waitFor();
    await library.keyboard.press('Enter');
    await library.getByText(named('copied', named('copyBibtex'))).waitFor();
    expect(await clipboard()).toContain(`eprint = {${bare(COMETS[0])}}`);
    const grid = gridOf(library);
    await expect.poll(() => grid.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('from a row of the popup, with the mouse', async () => {
    const popup = await openPopupTab(asterism);
    await showView(await surfaceOf(popup), 'list');
    const last = PAPERS.at(-1);
    await popup.getByRole('button', { name: named('copyPaper', last?.paper.title ?? '') }).click();
    await popup.getByRole('menuitem', { name: named('copyMarkdown') }).click();
    await popup.getByText(named('copied', named('copyMarkdown'))).waitFor();
    expect(await clipboard()).toBe(
      `[${last?.paper.title}](https://huggingface.co/papers/${bare(last)})`,
    );
    await popup.close();
  });

  test('from a card, of which the page learns nothing', async () => {
    const page = listingPage;
    await page.bringToFront();
    const cards = await surfaceOf(page);
    const [title = ''] = await titlesOnCards(cards);
    await openEditor(cards, title, 'status');
    const before = await page.evaluate(() => Reflect.get(globalThis, 'heard').length);
    const name = named('copyCitation');
    await clickControl(cards, await findControl(cards, { role: 'button', name }));
    const said = named('copied', named('copyCitation'));
    await findControl(cards, { role: 'StaticText', name: said });
    const heard = await page.evaluate(
      (from) => Reflect.get(globalThis, 'heard').slice(from),
      before,
    );
    expect(heard).toEqual([]);
    expect(await clipboard()).toContain(title);
  });

  test('none of it made an error anywhere', () => {
    expect(asterism.problems).toEqual([]);
  });
});
