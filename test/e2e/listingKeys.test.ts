import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { closeEditor, expectStar, partOnCard, titlesOnCards } from './drive/card.ts';
import { STATUS_NAMES } from './drive/editor.ts';
import { named } from './drive/names.ts';
import { openOptions } from './drive/options.ts';
import { browsing } from './harness/browsing.ts';
import { type Control, findControl, findControls } from './harness/controls.ts';
import { ownPage } from './harness/network.ts';
import type { Surface } from './harness/surface.ts';

const PATH = '/papers/date/2026-04-11';
const here = browsing({ [PATH]: ownPage('search.html') });

async function open(): Promise<{ page: Page; cards: Surface; titles: string[] }> {
  const { page, cards } = await here.open(PATH);
  return { page, cards, titles: await titlesOnCards(cards, 3) };
}

/** Switches single-key shortcuts on or off, and waits until that is stored. */
async function switchKeys(options: Page, on: boolean): Promise<void> {
  await options.getByRole('checkbox', { name: named('singleKeysLabel') }).setChecked(on);
  const stored = `chrome.storage.local.get('settings.cardKeys').then((all) => all['settings.cardKeys'])`;
  await expect.poll(() => options.evaluate(stored)).toBe(on);
}

const hasFocus = ({ states }: Control): boolean => states['focused'] === true;
const starOf = (title: string) => ({ role: 'button', name: named('starPaper', title) });

test('two keys star a card; j and k go from card to card, in the page’s order', async () => {
  const { cards, titles } = await open();
  const [first = '', second = '', third = ''] = titles;
  await cards.press('j');
  await findControl(cards, starOf(first), hasFocus);
  await cards.press('s');
  await expectStar(cards, first, true);
  await cards.press('j');
  await findControl(cards, starOf(second), hasFocus);
  await cards.press('j');
  await findControl(cards, starOf(third), hasFocus);
  await cards.press('k');
  await findControl(cards, starOf(second), hasFocus);
  await cards.press('s');
  await expectStar(cards, second, true);
});

test('a status is a key, tags and the note open with the focus in them, ? lists the keys', async () => {
  const { cards, titles } = await open();
  const [first = ''] = titles;
  await cards.press('j');
  await findControl(cards, starOf(first), hasFocus);
  await cards.press('2');
  await expect.poll(() => partOnCard(cards, first, 'status')).toBe(STATUS_NAMES.reading);
  await cards.press('0');
  await expect.poll(() => partOnCard(cards, first, 'status')).toBe('');
  await cards.press('n');
  await findControl(cards, { role: 'textbox', name: named('noteLabel') }, hasFocus);
  await cards.type('s and j are letters here');
  await closeEditor(cards);
  await expect.poll(() => partOnCard(cards, first, 'note')).toBe('s and j are letters here');
  await cards.press('t');
  await findControl(cards, { role: 'combobox', name: named('tagsLabel') }, hasFocus);
  await closeEditor(cards);
  await cards.press('?');
  await findControl(cards, { role: 'alert' });
});

test('a key in a field of the page is the page’s, and so is one that it prevents or that has a modifier', async () => {
  const { page, cards, titles } = await open();
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
  });
  await cards.type('jks');
  await expect.poll(() => page.locator('body > input').inputValue()).toBe('jks');
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('body > input')?.remove();
    document.addEventListener('keydown', (event) => event.preventDefault());
  });
  await cards.press('j');
  await cards.press('Control+j');
  await page.waitForTimeout(300);
  expect(await page.evaluate('document.activeElement.localName')).toBe('body');
  await expectStar(cards, titles[2] ?? '', false);
});

test('where single-key shortcuts are switched off, no key does anything', async () => {
  const options = await openOptions(here.asterism);
  await switchKeys(options, false);
  const { page, cards } = await open();
  await cards.press('j');
  await page.waitForTimeout(500);
  expect(await page.evaluate('document.activeElement.localName')).toBe('body');
  expect(await findControls(cards, { role: 'alert' })).toEqual([]);
  await switchKeys(options, true);
});

test('the switch reaches pages that are open, at once, both ways', async () => {
  const { page, cards, titles } = await open();
  const [, , third = ''] = titles;
  for (let at = 0; at < 3; at++) await cards.press('j');
  await findControl(cards, starOf(third), hasFocus);
  const place = (): Promise<number> =>
    page.evaluate(() =>
      [...document.querySelectorAll('article')].findIndex((card) =>
        card.contains(document.activeElement),
      ),
    );
  /** Whether the page answers a key: one that goes to another card, from where the next comes back. */
  const answers = async (): Promise<boolean> => {
    const before = await place();
    await cards.press('k');
    const isAnswered = (await place()) !== before;
    if (isAnswered) await cards.press('j');
    return isAnswered;
  };
  const options = await openOptions(here.asterism);
  await switchKeys(options, false);
  await page.bringToFront();
  await expect.poll(answers).toBe(false);
  await cards.press('s');
  await page.waitForTimeout(300);
  await expectStar(cards, third, false);
  await switchKeys(options, true);
  await expect.poll(answers).toBe(true);
  await cards.press('s');
  await expectStar(cards, third, true);
});

test('none of it made an error', () => {
  expect(here.asterism.problems).toEqual([]);
});
