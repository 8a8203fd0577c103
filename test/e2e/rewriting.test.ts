import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  closeEditor,
  expectStar,
  openEditor,
  partOnCard,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { expectHalfTyped, typeNote } from './drive/editor.ts';
import { browsing } from './harness/browsing.ts';
import { findNone } from './harness/controls.ts';
import { listing } from './harness/listing.ts';
import { until } from './harness/until.ts';

// A page may put anything of itself in another's place. Its cards are cards as before.

const here = browsing({});
let days = 0;

/** Opens a listing of its own, with three papers that nobody has seen. */
async function openListing() {
  days += 1;
  const day = days;
  const path = `/papers/date/2026-03-${String(day).padStart(2, '0')}`;
  const titles = ['First', 'Second', 'Third'].map((title) => `${title} of ${day}`);
  here.network.serve({ [path]: listing(titles) });
  const { page, cards } = await here.open(path);
  await titlesOnCards(cards, 3);
  return { page, cards, titles };
}

/** Waits until each card has one control that is not a copy. */
async function untilMounted(page: Page): Promise<void> {
  await until('a control on each card', async () => {
    const counts = await page.evaluate(() =>
      [...document.querySelectorAll('article')].map(
        (card) => card.querySelectorAll(':scope > [data-asterism=card]:not([data-copy])').length,
      ),
    );
    return counts.length === 3 && counts.every((count) => count === 1) ? true : undefined;
  });
}

// Run in the page; copies of our elements are marked there, to be told from ours.
const copyOf = (selector: string): string =>
  `(() => { const copy = document.querySelector('${selector}').cloneNode(true);
    for (const ours of copy.querySelectorAll('[data-asterism]')) ours.setAttribute('data-copy', '');
    return copy; })()`;
const replace = (selector: string): string =>
  `document.querySelector('${selector}').replaceWith(${copyOf(selector)});`;
const without = `document.documentElement.outerHTML.replace(/<script>.*?<\\/script>|<span data-ast.*?<\\/span>/gs, '')`;
const write = `{ const html = ${without}; document.open(); document.write(html); document.close(); }`;

test.each([
  ['its root', replace('html')],
  ['its root, twice', replace('html') + replace('html')],
  ['its root, later and again', `${replace('html')} setTimeout(() => { ${replace('html')} }, 50);`],
  [
    'its root, which was away for a while',
    `{ const root = document.documentElement; root.remove(); setTimeout(() => document.append(root), 50); }`,
  ],
  ['its body', replace('body')],
  ['what its cards are in', replace('main') + replace('section')],
  [
    'its cards',
    `for (const card of document.querySelectorAll('article')) { const copy = card.cloneNode(true); copy.querySelector('[data-asterism]').dataset.copy = ''; card.replaceWith(copy); }`,
  ],
  ['its text', `document.documentElement.innerHTML = ${without};`],
  ['all of itself, by writing', write],
  ['all of itself, by writing twice', write + write],
  [
    'one control on another card',
    `{ const [a, b] = document.querySelectorAll('article > [data-asterism]'); const [one, two] = document.querySelectorAll('article'); two.append(a); one.append(b); }`,
  ],
])('a page that replaces %s has its controls, and all of them work', async (_, script) => {
  const { page, cards, titles } = await openListing();
  const [first = '', second = ''] = titles;
  await toggleStar(cards, first);
  await page.evaluate(script);
  await page.waitForTimeout(100); // what is done later, too
  await untilMounted(page);
  await expect.poll(() => titlesOnCards(cards, 3)).toEqual(titles);
  await expectStar(cards, first, true);
  await toggleStar(cards, second);
  await openEditor(cards, second, 'note');
  await typeNote(cards, 'Mine');
  await closeEditor(cards);
  await expect.poll(() => partOnCard(cards, second, 'note')).toBe('Mine');
});

test('what is typed on a page that has written itself again is heard by nobody, and kept when it is left', async () => {
  const { page, cards, titles } = await openListing();
  const [, , third = ''] = titles;
  await page.evaluate(write);
  await page.evaluate(`window.heard = [];
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input']) {
      for (const target of [window, document, document.documentElement]) {
        target.addEventListener(type, (event) => window.heard.push(event.type + event.key + event.data), true);
      }
    }`);
  await untilMounted(page);
  await openEditor(cards, third, 'note');
  await typeNote(cards, 'Private');
  expect(await page.evaluate('window.heard')).toEqual([]);
  await page.reload(); // at once: what waits is sent as the page is left
  await titlesOnCards(cards, 3);
  await expect.poll(() => partOnCard(cards, third, 'note')).toBe('Private');
});

test.each([
  ['throws the open editor out', `document.querySelector('[data-asterism=overlay]').remove();`],
  [
    'moves the open editor',
    `document.body.prepend(document.querySelector('[data-asterism=overlay]'));`,
  ],
  ['replaces its body under the open editor', replace('body')],
  ['writes itself again under the open editor', write],
])('a page that %s closes it: what was typed is stored, and it opens again', async (_, script) => {
  const { page, cards, titles } = await openListing();
  const [first = ''] = titles;
  await openEditor(cards, first, 'note');
  await typeNote(cards, 'Typed before');
  await page.evaluate(script);
  await findNone(cards, { role: 'dialog' });
  await untilMounted(page);
  await expect.poll(() => partOnCard(cards, first, 'note')).toBe('Typed before');
  await openEditor(cards, first, 'note');
  await typeNote(cards, ' and after');
  await closeEditor(cards);
  await expect.poll(() => partOnCard(cards, first, 'note')).toBe('Typed before and after');
});

test('a tag that is half typed when the page writes itself again is there when the editor opens again', async () => {
  const { page, cards, titles } = await openListing();
  const [first = ''] = titles;
  await openEditor(cards, first, 'tags');
  await cards.type('half');
  await page.evaluate(write);
  await findNone(cards, { role: 'dialog' });
  await openEditor(cards, first, 'tags');
  await expectHalfTyped(cards, 'half');
});

test('none of it made an error of ours anywhere', () => {
  expect(here.asterism.problems).toEqual([]);
});
