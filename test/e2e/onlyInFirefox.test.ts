import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { READ_AT_ONCE } from '../../lib/sites/sites.ts';
import { expectStar, titlesOnCards, toggleStar } from './drive/card.ts';
import { inFirefox } from './drive/eachBrowser.ts';
import { expectSaid, pressButton } from './drive/files.ts';
import type { Firefox } from './drive/firefox.ts';
import { starred } from './drive/library.ts';
import { expectListed, expectPapers, putIntoLibrary } from './drive/libraryPage.ts';
import { named } from './drive/names.ts';
import { findControl } from './harness/controls.ts';
import { listing } from './harness/listing.ts';

// Containers, a narrow sidebar, and settings that take from an extension what it was installed with: Chromium has none.

const PATH = '/papers?only';
const TITLE = 'First on the card';

inFirefox((start) => {
  let browser: Firefox;
  beforeAll(async () => {
    browser = await start();
    browser.serve({ '/papers': listing([TITLE, 'Second on the card']) });
    const cards = await browser.open(PATH);
    await titlesOnCards(cards, 2);
    await toggleStar(cards, TITLE);
    await cards.close();
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  test('a library in a container says that it is not the reader’s, and opens the one that is', async () => {
    const apart = await browser.openInContainer('library.html');
    await expectSaid(apart, named('otherContainer'));
    await pressButton(apart, named('openOutside'));
    const library = await browser.opened('library.html', apart);
    await expectListed(library, [TITLE]);
    expect(await library.evaluate('document.body.innerText')).not.toContain(
      named('otherContainer'),
    );
  });

  test('as wide as its sidebar opens, beside a classic scrollbar, nothing of the library is cut off sideways', async () => {
    const own = await browser.openBare();
    const many = Array.from({ length: 30 }, (_, n) =>
      starred(n, `Paper ${n} with a title of two lines`, {
        tags: ['a tag that is rather long', 'another'],
        status: 'to-read',
        note: 'A note.',
      }),
    );
    await putIntoLibrary(own, many);
    const library = await browser.openOwn('library.html');
    await library.resize(252, 500);
    await expectPapers(library, 31);
    const cut = `(() => {
      const grid = document.querySelector('.paper-grid');
      const bar = grid.offsetWidth - grid.clientWidth;
      const parts = [...document.querySelectorAll('.middle-head *, .list-bar *, .grid-row *')];
      return { bar, parts: parts
        .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > 252.5 - (grid.contains(part) ? bar : 0))
        .map((part) => part.outerHTML.slice(0, 120)) };
    })()`;
    await expect.poll(() => library.evaluate(cut)).toEqual({ bar: 17, parts: [] });
    const width = 'document.documentElement.scrollWidth';
    await expect.poll(() => library.evaluate(width)).toBe(252);
  });

  test('where the reader has taken from it what it may read, the popup says so and asks for it', async () => {
    const names = READ_AT_ONCE.map(({ name }) => name).join(', ');
    await browser.withdrawHosts();
    await browser.open(PATH);
    const popup = await browser.openPopup();
    await expectSaid(popup, named('accessWithdrawn', names));
    await pressButton(popup, named('accessAllow'));
    await popup.close();

    const cards = await browser.open(PATH);
    await expectStar(cards, TITLE, true);
    const again = await browser.openPopup();
    await findControl(again, { role: 'tab', name: new RegExp(`^${named('tabPage')}`) });
    expect(await again.evaluate('document.body.innerText')).not.toContain(named('accessAllow'));
    await again.close();
    expect(await browser.problems()).toEqual([]);
  });
});
