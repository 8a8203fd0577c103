import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Tab } from './drive/browser.ts';
import { titlesOnCards, toggleStar } from './drive/card.ts';
import { inEachBrowser } from './drive/eachBrowser.ts';
import { named, namedIn } from './drive/names.ts';
import { clickControl, findControl, findControls, focusControl } from './harness/controls.ts';
import { ownPage } from './harness/network.ts';
import { until } from './harness/until.ts';

// The browser speaks English throughout; the reader chooses German.

/** In either language. */
const STARS = { role: 'button', name: /^Star paper: |^Stern für Paper: / };

/** Opens a listing again until its stars are named so: what our pages say already, the worker may be about to register. */
async function reloadUntil(listing: Tab, name: RegExp): Promise<void> {
  await until(`stars named ${name}`, async () => {
    await listing.reload();
    const stars = await until('stars', async () => {
      const found = await findControls(listing, STARS);
      return found.length > 0 ? found : undefined;
    });
    return stars.some((star) => name.test(star.name)) || undefined;
  });
}

inEachBrowser((start) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await start();
    browser.serve({ '/papers': ownPage('search.html') });
  });
  afterEach(() => browser.closeTabs());
  afterAll(() => browser?.close());

  async function choose(options: Tab, name: string): Promise<void> {
    await focusControl(options, await findControl(options, { role: 'radio', name }));
    await options.press(' '); // by key: the page may still be moving to its section
  }

  const languageOf = (tab: Pick<Tab, 'evaluate'>): Promise<string> =>
    tab.evaluate<string>('document.documentElement.lang');

  test('a chosen language holds on every page of ours, and on cards of pages opened after', async () => {
    const listing = await browser.open('/papers?q=language%20models');
    const [title = ''] = await titlesOnCards(listing, 3);
    await toggleStar(listing, title);
    const library = await browser.openOwn('library.html');
    await findControl(library, { role: 'link', name: new RegExp(`^${named('placeHistory')}`) });

    const options = await browser.openOwn('options.html#appearance');
    await expect.poll(() => languageOf(options)).toMatch(/^en/);
    await choose(options, 'Deutsch');
    // This page at once and where it was; one that is open beside it too.
    await findControl(options, { role: 'heading', name: namedIn('de', 'appearanceHeading') });
    await expect.poll(() => languageOf(options)).toBe('de');
    const titleOfPage = () => options.evaluate<string>('document.title');
    await expect.poll(titleOfPage).toBe(namedIn('de', 'optionsTitle'));
    await findControl(library, {
      role: 'link',
      name: new RegExp(`^${namedIn('de', 'placeHistory')}`),
    });
    await expect.poll(() => languageOf(library)).toBe('de');

    await listing.toFront();
    await reloadUntil(listing, /^Stern für Paper: /);
    const name = namedIn('de', 'starPaper', title);
    await findControl(
      listing,
      { role: 'button', name },
      ({ states }) => states['pressed'] === 'true',
    );
    const edit = { role: 'button', name: namedIn('de', 'editPaper', title) };
    await clickControl(listing, await findControl(listing, edit));
    await findControl(listing, { role: 'textbox', name: namedIn('de', 'noteLabel') });

    const popup = await browser.openPopup();
    await findControl(popup, { role: 'tab', name: new RegExp(`^${namedIn('de', 'tabList')}`) });
    await expect.poll(() => languageOf(popup)).toBe('de');
    await popup.close();
    expect(await browser.problems()).toEqual([]);
  });

  test('it outlives the worker and an update, and ends when the browser’s own is chosen again', async () => {
    await browser.stopBackground();
    await browser.update();
    const listing = await browser.open('/papers?q=language%20models');
    // An update has the browser forget what was registered: what is opened before the worker is up is in its language.
    await reloadUntil(listing, /^Stern für Paper: /);
    const options = await browser.openOwn('options.html#appearance');
    await choose(options, namedIn('de', 'languageBrowser'));

    await findControl(options, { role: 'heading', name: named('appearanceHeading') });
    await listing.toFront();
    await reloadUntil(listing, /^Star paper: /);
    expect(await browser.problems()).toEqual([]);
  });
});
