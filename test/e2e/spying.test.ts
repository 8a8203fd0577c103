import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeEditor, openEditor, partOnCard, titlesOnCards, toggleStar } from './drive/card.ts';
import { addTag, editorNote, pickStatus, typeNote } from './drive/editor.ts';
import { named } from './drive/names.ts';
import { findNone } from './harness/controls.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { type Network, ownPage, SITE, takeNetwork } from './harness/network.ts';
import { type Surface, surfaceOf } from './harness/surface.ts';

// A page that wants to know what its reader does with us, and has all that a browser gives to a page.

const PATH = '/papers/date/2026-04-20';
let asterism: Asterism;
let network: Network;

beforeAll(async () => {
  asterism = await launch();
  network = await takeNetwork(asterism.context);
  network.serve({ [PATH]: ownPage('hostile/spying.html') });
});
afterEach(async () => {
  const [, ...pages] = asterism.context.pages();
  await Promise.all(pages.map((page) => page.close()));
});
afterAll(() => asterism?.close());

async function open(): Promise<{ page: Page; cards: Surface; titles: string[] }> {
  const page = await asterism.context.newPage();
  await page.goto(SITE + PATH);
  const cards = await surfaceOf(page);
  return { page, cards, titles: await titlesOnCards(cards, 3) };
}

async function look(page: Page): Promise<unknown> {
  await page.mouse.move(2, 600); // beside all cards
  return page.evaluate('look()');
}

const spiedOn = (): string[] =>
  network.refused.map(({ url }) => url).filter((url) => url.includes('/spy-'));

test('all that a page can read of a card is the same with and without star, status, tags and note', async () => {
  const { page, cards, titles } = await open();
  const before = await look(page);
  expect(JSON.stringify(before)).toContain('data-asterism=');
  expect(JSON.stringify(before)).toContain('"hits":["');

  const [first = '', second = ''] = titles;
  await toggleStar(cards, first);
  expect(await look(page)).toEqual(before);
  await toggleStar(cards, second);
  await openEditor(cards, second, 'tags');
  await addTag(cards, 'secret');
  await addTag(cards, 'starred');
  await addTag(cards, 'xyz');
  await pickStatus(cards, 'read');
  await typeNote(cards, 'Nobody’s business.');
  await closeEditor(cards);
  await expect.poll(() => partOnCard(cards, second, 'tags')).toContain('secret');
  expect(await look(page)).toEqual(before);

  await page.reload();
  await titlesOnCards(cards, 3);
  await expect.poll(() => partOnCard(cards, second, 'tags')).toContain('secret');
  expect(await look(page)).toEqual(before);
  expect(spiedOn()).toEqual([]);
});

test('what is typed, copied and pasted in our editor is heard by no listener of the page', async () => {
  const { page, cards, titles } = await open();
  await openEditor(cards, titles[2] ?? '', 'note');
  await page.evaluate('window.heard = []');
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
  expect(await page.evaluate('window.heard')).toEqual([]);
  await closeEditor(cards);
  await expect.poll(() => partOnCard(cards, titles[2] ?? '', 'note')).toBe('not yoursnot yours');
  await page.evaluate('document.activeElement.blur()');
  await cards.press('x');
  expect(await page.evaluate('window.heard')).toContain('keydown x body'); // the page hears its own
});

test('there is no way from the page to a node of ours', async () => {
  const { page, cards, titles } = await open();
  await toggleStar(cards, titles[0] ?? '');
  await openEditor(cards, titles[0] ?? '', 'note');
  await cards.type('a');
  expect(await page.evaluate('reached()')).toEqual([]);
});

test('nothing of the extension is among the page’s resources, and none of its files can be had', async () => {
  const { page } = await open();
  const names = await page.evaluate('performance.getEntries().map(({ name }) => name)');
  expect(names).not.toEqual([]);
  expect((names as string[]).filter((name) => name.includes('extension'))).toEqual([]);
  const got = await page.evaluate(async (id) => {
    const tried = ['manifest.json', 'popup.html', 'icon/16.png', 'content-scripts/huggingface.js'];
    return Promise.all(
      tried.map((path) =>
        fetch(`chrome-extension://${id}/${path}`).then(
          () => path,
          () => null,
        ),
      ),
    );
  }, asterism.extensionId);
  expect(got).toEqual([null, null, null, null]);
});
