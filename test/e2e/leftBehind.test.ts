import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  closeEditor,
  findStars,
  openEditor,
  partOnCard,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { inFirefox } from './drive/eachBrowser.ts';
import { editorNote, typeNote } from './drive/editor.ts';
import type { Firefox } from './drive/firefox.ts';
import { named } from './drive/names.ts';
import { findControl, findControls } from './harness/controls.ts';
import { listing } from './harness/listing.ts';
import { until } from './harness/until.ts';

// Firefox alone puts the new script into open pages, and ends the old one before it can hear of that. Chromium leaves the
// old one alone with the page (reloads.test.ts).

const PATH = '/papers?open';
const TITLES = ['First on the card', 'Second on the card', 'Third on the card'];

inFirefox((start) => {
  let browser: Firefox;
  beforeAll(async () => {
    browser = await start();
    browser.serve({ '/papers': listing(TITLES) });
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  test.each([
    ['an update', 0],
    ['being switched off and on', 1],
  ] as const)(
    'after %s each card of an open tab has one control, and it works',
    async (event, at) => {
      const cards = await browser.open(PATH);
      const title = (await titlesOnCards(cards, 3))[at] ?? '';
      await openEditor(cards, title, 'note'); // and it stays open
      await cards.type('Before. ');
      await until('the note on the card', async () =>
        (await partOnCard(cards, title, 'note')).includes('Before.') ? true : undefined,
      );
      await findControl(cards, { role: 'StaticText', name: named('saved') });
      if (event === 'an update') await browser.update();
      else await browser.whileOff(async () => {});

      await until('the old editor to go', async () =>
        (await findControls(cards, { role: 'dialog' })).length === 0 ? true : undefined,
      );
      await until('one star a card', async () =>
        (await findStars(cards)).length === 3 ? true : undefined,
      );
      await toggleStar(cards, title);
      await openEditor(cards, title, 'note');
      await typeNote(cards, ' And after it.');
      await expect.poll(() => editorNote(cards)).toContain('Before.');
      await closeEditor(cards);
      await expect.poll(() => partOnCard(cards, title, 'note')).toContain('And after it.');
      expect(await browser.problems()).toEqual([]);
    },
  );

  test('what was typed into an editor that nobody listened to any more can be copied', async () => {
    const cards = await browser.open(PATH);
    const [, , title = ''] = await titlesOnCards(cards, 3);
    await openEditor(cards, title, 'note');
    await browser.whileOff(() => cards.type('Typed for nobody.'));
    await findControl(cards, {
      role: 'StaticText',
      name: named('leftBehind', 'Typed for nobody.'),
    });
  });
});
