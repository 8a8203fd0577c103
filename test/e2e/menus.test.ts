import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from './drive/browser.ts';
import { expectStar, titlesOnCards } from './drive/card.ts';
import { inEachBrowser } from './drive/eachBrowser.ts';
import { named } from './drive/names.ts';
import { browsing } from './harness/browsing.ts';
import { ownPage } from './harness/network.ts';
import { type DevToolsSurface, surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';
import { stopWorker } from './harness/worker.ts';

const LIST = 'https://arxiv.org/list/cs.CL/new';
const ABS = 'https://arxiv.org/abs/2604.90002';
const TITLE = 'Trees that Search Themselves';
const ABS_PAGE = `<!doctype html><title>x</title><div id="abs"><h1 class="title"><span class="descriptor">Title:</span>${TITLE}</h1></div>`;

const MENU = ['link', 'link.star', 'link.copy.bibtex', 'button.library', 'button.settings'];

/** Whether the browser has all these entries: what is not there cannot be changed. */
const hasMenu = `Promise.all(${JSON.stringify(MENU)}.map((id) =>
  (globalThis.browser ?? chrome).contextMenus.update(id, {}))).then(() => true, () => false)`;

inEachBrowser((start) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await start();
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  test('the settings show the keys as the browser has them, and the menus are there, also after a stop', async () => {
    const page = await browser.openOwn('options.html#keyboard');
    const keys = await until('the keys', async () => {
      const found = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.browser-keys dd')].map((one) => one.textContent)`,
      );
      return found.length > 0 ? found : undefined;
    });
    const set = await page.evaluate<string[]>(
      `(globalThis.browser ?? chrome).commands.getAll().then((all) => all.map((one) => one.shortcut))`,
    );
    expect([...keys].sort()).toEqual(set.map((key) => key || named('browserKeyNone')).sort());
    // None of those that we suggest is the browser's own: there is no other extension that could have it.
    expect(set).not.toContain('');
    expect(await page.evaluate(hasMenu)).toBe(true);
    await browser.stopBackground();
    expect(await page.evaluate(hasMenu)).toBe(true);
    expect(await browser.problems()).toEqual([]);
  });
});

// A menu and a key of the browser are not on any page: Chromium lets its worker say that one was used, Firefox nobody.
describe('in Chromium, as if the reader had', () => {
  const here = browsing({
    [LIST]: ownPage('arxivList.html'),
    [ABS]: ABS_PAGE,
    '/papers/2604.90002': '<!doctype html><title>x</title>',
  });

  async function visit(address: string): Promise<{ page: Page; cards: DevToolsSurface }> {
    const page = await here.asterism.context.newPage();
    await page.goto(address);
    return { page, cards: await surfaceOf(page) };
  }
  const inWorker = (code: string): Promise<unknown> => here.asterism.worker().evaluate(code);
  const activeTab = `chrome.tabs.query({ active: true, lastFocusedWindow: true })`;
  /** Keeps what the button is given to say: it says it for a moment only. */
  const listenToButton = (): Promise<unknown> =>
    inWorker(`{
      const { action } = chrome;
      const { setBadgeText } = action;
      globalThis.said = [];
      action.setBadgeText = (badge) => { said.push(badge.text); return setBadgeText.call(action, badge); };
    }`);
  const clickMenu = (menuItemId: string, linkUrl: string): Promise<unknown> =>
    inWorker(`${activeTab}.then(([tab]) => chrome.contextMenus.onClicked.dispatch(
      ${JSON.stringify({ menuItemId, linkUrl, editable: false, frameId: 0 })}, tab))`);
  const pressKey = (command: string): Promise<unknown> =>
    inWorker(
      `${activeTab}.then(([tab]) => chrome.commands.onCommand.dispatch(${JSON.stringify(command)}, tab))`,
    );

  test('starred a paper in the menu of its PDF: the card that shows it follows', async () => {
    const { cards } = await visit(LIST);
    await titlesOnCards(cards, 2);
    await clickMenu('link.star', 'https://arxiv.org/pdf/2604.90002v1');
    await expectStar(cards, TITLE, true);
    await stopWorker(here.asterism);
    expect(here.asterism.problems).toEqual([]);
  });

  test('copied a paper on a page, without any permission for it', async () => {
    const { page } = await visit(LIST);
    await listenToButton();
    await page.mouse.click(5, 5, { button: 'right' }); // the browser lets a page copy for some seconds after a click
    await clickMenu('link.copy.link', ABS);
    await expect.poll(() => inWorker('said')).toContain('✓');
    const field = await here.asterism.context.newPage();
    await field.setContent('<textarea autofocus></textarea>');
    await field.locator('textarea').focus();
    await field.keyboard.press('Control+V');
    await expect
      .poll(() => field.locator('textarea').inputValue())
      .toBe('https://huggingface.co/papers/2604.90002');
  });

  test('asked for the tags of a paper that nobody knows: the library has its field', async () => {
    await visit(LIST);
    const opening = here.asterism.context.waitForEvent('page');
    await clickMenu('link.tag', 'https://arxiv.org/abs/2604.91234');
    const library = await opening;
    const field = library.getByRole('combobox', { name: named('tagsLabel') });
    await field.waitFor();
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await library.keyboard.type('from a menu');
    await library.keyboard.press('Enter');
    await library.getByText('arXiv 2604.91234').first().waitFor();
    await expect
      .poll(() => library.getByRole('grid').getByText('from a menu').count())
      .toBeGreaterThan(0);
    await expect.poll(() => new URL(library.url()).hash).not.toContain('part=');
  });

  test('typed a search after the keyword: a title with signs is a row, and Enter opens the paper', async () => {
    const { page } = await visit(LIST);
    await page.close();
    const ask = `new Promise((resolve) =>
      chrome.omnibox.onInputChanged.dispatch('tag:"from a menu" OR is:starred', resolve))`;
    const rows = await until('a row', async () => {
      const found = (await inWorker(ask)) as { content: string; description: string }[]; // as Chromium types it
      return found.length > 0 ? found : undefined;
    });
    expect(rows).toHaveLength(1);
    const xml = '<match>A &amp; B &lt;C&gt; &quot;D&quot; &apos;E&apos;</match>';
    await inWorker(`chrome.omnibox.setDefaultSuggestion({ description: ${JSON.stringify(xml)} })`);
    const opening = here.asterism.context.waitForEvent('page');
    await inWorker(`chrome.omnibox.onInputEntered.dispatch('is:starred', 'newForegroundTab')`);
    const library = await opening;
    await library.getByRole('grid').getByText(TITLE).first().waitFor();
    await expect.poll(() => library.url()).toContain('q=is%3Astarred');
    await library.bringToFront();
    await inWorker(`chrome.omnibox.onInputEntered.dispatch('is:starred', 'currentTab')`);
    await library.waitForURL('https://huggingface.co/papers/2604.90002');
  });

  test('pressed the key on a page of one paper: its star follows, and the button says so', async () => {
    const { cards } = await visit(ABS);
    await titlesOnCards(cards, 1);
    await expectStar(cards, TITLE, true); // from the first test
    await pressKey('star-paper');
    await expectStar(cards, TITLE, false);
    await pressKey('star-paper');
    await expectStar(cards, TITLE, true);
    const title = await until('the title of the button', async () => {
      const said = await inWorker(
        `${activeTab}.then(([tab]) => chrome.action.getTitle({ tabId: tab.id }))`,
      );
      return String(said).includes('Starred') ? String(said) : undefined;
    });
    expect(title).toBe('Asterism: Starred');
    expect(here.asterism.problems).toEqual([]);
  });
});
