import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Tab } from './drive/browser.ts';
import { closeEditor, openEditor, partOnCard, titlesOnCards, toggleStar } from './drive/card.ts';
import { inEachBrowser } from './drive/eachBrowser.ts';
import { addTag, editorNote, pickStatus, typeNote } from './drive/editor.ts';
import { named } from './drive/names.ts';
import {
  type Control,
  clickControl,
  findControl,
  findControls,
  findNone,
} from './harness/controls.ts';
import { ownPage } from './harness/network.ts';
import { until } from './harness/until.ts';

// A page that wants to know what its reader does with us, and has all that a browser gives to a page.

const PATH = '/papers/date/2026-04-20';
/** The same page with papers that no other test has seen. */
const UNSEEN = '/papers/date/2026-04-21';

inEachBrowser((start, name) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await start();
    const spying = ownPage('hostile/spying.html');
    browser.serve({ [PATH]: spying, [UNSEEN]: spying.replaceAll('2604.906', '2604.907') });
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  async function open(path = PATH): Promise<{ cards: Tab; titles: string[] }> {
    const cards = await browser.open(path);
    return { cards, titles: await titlesOnCards(cards, 3) };
  }

  async function look(cards: Tab): Promise<unknown> {
    await cards.moveMouse(2, 600); // beside all cards
    return cards.evaluate('look()');
  }

  /** The same once the page rests: its pictures and what is out of sight may change its height some frames later. */
  async function lookAtRest(cards: Tab): Promise<unknown> {
    let last = '';
    return until('the page to rest', async () => {
      if (!(await cards.evaluate(`document.readyState === 'complete'`))) return undefined;
      const seen = await look(cards);
      const before = last;
      last = JSON.stringify(seen);
      return last === before ? seen : undefined;
    });
  }

  const spiedOn = (): string[] =>
    browser.refused.map(({ url }) => url).filter((url) => url.includes('/spy-'));

  test('all that a page can read of a card is the same with and without star, status, tags and note', async () => {
    const { cards, titles } = await open();
    const before = await lookAtRest(cards);
    expect(JSON.stringify(before)).toContain('data-asterism=');
    expect(JSON.stringify(before)).toContain('"hits":["');

    const [first = '', second = ''] = titles;
    await toggleStar(cards, first);
    expect(await look(cards)).toEqual(before);
    await toggleStar(cards, second);
    await openEditor(cards, second, 'tags');
    await addTag(cards, 'secret');
    await addTag(cards, 'starred');
    await addTag(cards, 'xyz');
    await pickStatus(cards, 'read');
    await typeNote(cards, 'Nobody’s business.');
    await closeEditor(cards);
    await expect.poll(() => partOnCard(cards, second, 'tags')).toContain('secret');
    expect(await look(cards)).toEqual(before);

    await cards.reload();
    await titlesOnCards(cards, 3);
    await expect.poll(() => partOnCard(cards, second, 'tags')).toContain('secret');
    expect(await lookAtRest(cards)).toEqual(before);
    expect(spiedOn()).toEqual([]);
  });

  async function watchFor(word: string): Promise<void> {
    const options = await browser.openOwn('options.html');
    const field = { role: 'textbox', name: named('newWatchWord') };
    await clickControl(options, await findControl(options, field));
    await options.type(word);
    const add = { role: 'button', name: named('addWatchWord') };
    await clickControl(options, await findControl(options, add));
    await findControl(options, { role: 'button', name: named('removeWatchWord', word) });
    await options.close();
  }

  // What roles Firefox gives to pictures its driver does not say.
  if (name === 'Chromium') {
    test('all that a page can read of a card is the same whether it is new, watched for, or neither', async () => {
      const { cards, titles } = await open(UNSEEN);
      const mark = { role: 'image', name: named('newMarkMeaning') };
      await expect.poll(async () => (await findControls(cards, mark)).length).toBe(titles.length);
      const asNew = await lookAtRest(cards);

      await watchFor('measurements');
      await cards.toFront();
      await findControl(cards, { role: 'image', name: named('watchedFor', 'measurements') });
      expect(await look(cards)).toEqual(asNew);

      await cards.reload(); // what was in sight until now has been seen
      await titlesOnCards(cards, titles.length);
      await findControl(cards, { role: 'image', name: named('watchedFor', 'measurements') });
      await findNone(cards, mark);
      expect(await lookAtRest(cards)).toEqual(asNew);
      expect(spiedOn()).toEqual([]);
    });
  }

  test('what is typed, copied and pasted in our editor is heard by no listener of the page', async () => {
    const { cards, titles } = await open();
    await openEditor(cards, titles[2] ?? '', 'note');
    await cards.evaluate('window.heard = []');
    await cards.type('not yours');
    await cards.press('Control+a');
    await cards.press('Control+c');
    await cards.press('End');
    await cards.press('Control+v');
    await expect.poll(() => editorNote(cards)).toBe('not yoursnot yours');
    await addTag(cards, 'kept');
    await cards.press('Backspace'); // takes the last tag off again
    await findNone(cards, { role: 'button', name: named('removeTag', 'kept') });
    await pickStatus(cards, 'reading');
    await cards.press('ArrowRight');
    expect(await cards.evaluate('window.heard')).toEqual([]);
    await closeEditor(cards);
    await expect.poll(() => partOnCard(cards, titles[2] ?? '', 'note')).toBe('not yoursnot yours');
    await cards.evaluate(`document.querySelector('a').focus()`);
    await cards.press('x');
    expect(await cards.evaluate('window.heard')).toContain('keydown x a'); // the page hears its own
  });

  if (name === 'Chromium') {
    // Firefox hands nodes of closed roots to every listener (`originalTarget`, `rangeParent`).
    test('there is no way from the page to a node of ours', async () => {
      const { cards, titles } = await open();
      await toggleStar(cards, titles[0] ?? '');
      await openEditor(cards, titles[0] ?? '', 'note');
      await cards.type('a');
      expect(await cards.evaluate('reached()')).toEqual([]);
    });
  } else {
    test('what a page does to nodes of ours that Firefox hands to it changes nothing', async () => {
      const { cards, titles } = await open();
      const [title = ''] = titles;
      const star = { role: 'button', name: named('starPaper', title) };
      const isKnown = ({ states }: Control): boolean => 'pressed' in states;
      const said = async (): Promise<unknown[]> => [
        (await findControl(cards, star, isKnown)).states['pressed'],
        await partOnCard(cards, title, 'status'),
        await partOnCard(cards, title, 'tags'),
      ];
      const before = await said();
      await openEditor(cards, title, 'note');
      await typeNote(cards, 'mine');
      expect(await cards.evaluate('actOnAll()')).toBeGreaterThan(8);
      await expect.poll(() => editorNote(cards)).toContain('mine');
      await closeEditor(cards);
      expect(await said()).toEqual(before);
      await cards.reload();
      await expect.poll(() => partOnCard(cards, title, 'note')).toContain('mine');
      expect(await said()).toEqual(before);
    });
  }

  test('nothing of the extension is among the page’s resources, and none of its files can be had', async () => {
    const { cards } = await open();
    const entries = await cards.evaluate<string[]>(
      'performance.getEntries().map(({ name }) => name)',
    );
    expect(entries).not.toEqual([]);
    expect(entries.filter((entry) => entry.includes('extension'))).toEqual([]);
    const own = await browser.openOwn('options.html');
    const root = await own.evaluate<string>(`new URL('/', location.href).href`);
    const files = ['manifest.json', 'popup.html', 'icon/16.png', 'content-scripts/huggingface.js'];
    for (const file of files) {
      const got = await cards.evaluate(
        `fetch('${root}${file}').then(() => 'had', () => 'refused')`,
      );
      expect(got, file).toBe('refused');
    }
  });
});
