import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Tab } from './drive/browser.ts';
import {
  closeEditor,
  expectStar,
  openEditor,
  partOnCard,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { inEachBrowser } from './drive/eachBrowser.ts';
import {
  addTag,
  editorNote,
  editorTags,
  expectHalfTyped,
  pickStatus,
  STATUS_NAMES,
  typeNote,
} from './drive/editor.ts';
import { named } from './drive/names.ts';
import { findRow, showView } from './drive/popup.ts';
import { type Control, clickControl, findControl, focusControl } from './harness/controls.ts';
import { ownPage } from './harness/network.ts';

inEachBrowser((start) => {
  const profile = mkdtempSync(join(tmpdir(), 'asterism-'));
  let browser: Browser;

  async function begin(): Promise<void> {
    browser = await start({ profile });
    browser.serve({ '/papers': ownPage('search.html') });
  }

  async function openListing(): Promise<{ cards: Tab; titles: string[] }> {
    const cards = await browser.open('/papers?q=language%20models');
    return { cards, titles: await titlesOnCards(cards, 3) };
  }

  beforeAll(begin);
  afterEach(() => browser.closeTabs());
  afterAll(async () => {
    await browser?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('a star on the search page is in the popup, in a second tab, after a reload and after a restart', async () => {
    const second = await openListing();
    const { cards, titles } = await openListing();
    const [title = ''] = titles;
    await toggleStar(cards, title);

    await expectStar(second.cards, title, true);
    const popup = await browser.openPopup();
    await showView(popup, 'list');
    await findRow(popup, title);
    await popup.close();

    await cards.reload();
    await expectStar(cards, title, true);

    await browser.close();
    await begin();
    await expectStar((await openListing()).cards, title, true);
  });

  test('tags, note and status set on a card show on it at a glance, and elsewhere', async () => {
    const { cards, titles } = await openListing();
    const [, title = ''] = titles;
    await openEditor(cards, title, 'tags');
    await addTag(cards, 'planning');
    await addTag(cards, 'tree search');
    await pickStatus(cards, 'reading');
    await typeNote(cards, 'Worth a second look.');
    await closeEditor(cards);
    await expect.poll(() => partOnCard(cards, title, 'tags')).toBe('planning, tree search');
    await expect.poll(() => partOnCard(cards, title, 'note')).toBe('Worth a second look.');
    await expect.poll(() => partOnCard(cards, title, 'status')).toBe(STATUS_NAMES.reading);

    await cards.reload();
    await titlesOnCards(cards, 3);
    await openEditor(cards, title, 'note');
    await expect.poll(() => editorNote(cards)).toBe('Worth a second look.');
    await expect.poll(() => editorTags(cards)).toEqual(['planning', 'tree search']);
  });

  test('a star is one keystroke away for the keyboard', async () => {
    const { cards, titles } = await openListing();
    const title = titles[2] ?? '';
    await focusControl(
      cards,
      await findControl(cards, { role: 'button', name: `Star paper: ${title}` }),
    );
    await cards.press('Enter');
    await expectStar(cards, title, true);
    await cards.press('Enter');
    await expectStar(cards, title, false);
  });

  const hasFocus = ({ states }: Control): boolean => states['focused'] === true;
  const tagField = { role: 'combobox', name: named('tagsLabel') };

  test('by keyboard, the star is the one stop at a card; the arrows lead to the editor, which gives the focus back', async () => {
    const { cards, titles } = await openListing();
    const title = titles[2] ?? '';
    const star = { role: 'button', name: named('starPaper', title) };
    const edit = { role: 'button', name: named('editPaper', title) };
    await focusControl(cards, await findControl(cards, star));
    await cards.press('ArrowRight');
    await findControl(cards, edit, hasFocus);
    await cards.press('Enter');
    await findControl(cards, tagField, hasFocus);
    await closeEditor(cards);
    await findControl(cards, edit, hasFocus);
    await cards.press('ArrowRight');
    await findControl(cards, star, hasFocus);
  });

  test.each([
    ['editStatus', { role: 'radio', name: STATUS_NAMES.reading }],
    ['editTags', tagField],
    ['editNote', { role: 'textbox', name: named('noteLabel') }],
  ] as const)(
    'a chip leads to its part of the editor and gets the focus back, by mouse and by keyboard (%s)',
    async (key, field) => {
      const { cards, titles } = await openListing();
      const title = titles[1] ?? ''; // the one with everything, from above
      const chip = { role: 'button', name: named(key, title) };
      await clickControl(cards, await findControl(cards, chip));
      await findControl(cards, field, hasFocus);
      await closeEditor(cards);
      await findControl(cards, chip, hasFocus);
      await cards.press('Enter');
      await findControl(cards, field, hasFocus);
      await closeEditor(cards);
      await findControl(cards, chip, hasFocus);
    },
  );

  test('a star is stored though the worker was stopped before the click', async () => {
    const { cards, titles } = await openListing();
    const title = titles[2] ?? '';
    await browser.stopBackground();
    await toggleStar(cards, title);
    await cards.reload();
    await expectStar(cards, title, true);
  });

  test('what was typed survives though the worker is stopped while the reader types', async () => {
    const { cards, titles } = await openListing();
    const title = titles[1] ?? '';
    await openEditor(cards, title, 'note');
    const typing = cards.type(' More of it, and more.');
    await browser.stopBackground();
    await typing;
    await expect.poll(() => editorNote(cards)).toContain('More of it, and more.');
    await setTimeout(300); // the reader looks at it for a moment
    await cards.reload();
    await expect.poll(() => partOnCard(cards, title, 'note')).toContain('More of it, and more.');
  });

  test('a note is kept when the tab is closed in mid-word', async () => {
    const { cards, titles } = await openListing();
    const title = titles[2] ?? '';
    await openEditor(cards, title, 'note');
    await cards.type('half a wor');
    await cards.close();
    const again = await openListing();
    await expect.poll(() => partOnCard(again.cards, title, 'note')).toBe('half a wor');
  });

  test('a half-typed tag is not added, and is there again after the tab was closed', async () => {
    const { cards, titles } = await openListing();
    const title = titles[2] ?? '';
    await openEditor(cards, title, 'tags');
    await cards.type('half a ta');
    await cards.go('about:blank');
    const again = await openListing();
    await expect.poll(() => partOnCard(again.cards, title, 'tags')).toBe('');
    await openEditor(again.cards, title, 'tags');
    await expectHalfTyped(again.cards, 'half a ta');
  });

  test('none of it made an error anywhere', async () => {
    expect(await browser.problems()).toEqual([]);
  });
});
