import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { titlesOnCards } from './drive/card.ts';
import { named } from './drive/names.ts';
import { expectRows, showView } from './drive/popup.ts';
import { findControl } from './harness/controls.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { openPopup } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';

const TITLES = ['First on the card', 'Second on the card'];
const ELSEWHERE = 'https://example.org/';
const DOCS = `${SITE}/docs`;

describe.each([
  ['is kept by the browser', true],
  ['is dropped', false],
])('a listing that %s when it is left', (_, cachesPages) => {
  let asterism: Asterism;
  beforeAll(async () => {
    asterism = await launch({ cachesPages });
    const network = await takeNetwork(asterism.context);
    network.serve({
      '/papers': listing(TITLES),
      '/docs': '<!doctype html><h1>Docs</h1>',
      [ELSEWHERE]: '<!doctype html><h1>Another site</h1>',
    });
  });
  afterAll(() => asterism?.close());

  async function leave(address: string): Promise<Page> {
    const page = await asterism.context.newPage();
    await page.goto(`${SITE}/papers`);
    await titlesOnCards(await surfaceOf(page), 2);
    await page.goto(address);
    return page;
  }

  test.each([
    ['another site', ELSEWHERE],
    ['another page of the site', DOCS],
  ])('for %s is no longer on this page, and back it is', async (_name, address) => {
    const page = await leave(address);
    const popup = await openPopup(asterism);
    await showView(popup, 'page');
    await findControl(popup, { role: 'heading', name: named('noListingTitle') });
    await popup.close();
    await page.goBack({ waitUntil: 'commit' });
    await titlesOnCards(await surfaceOf(page), 2);
    const again = await openPopup(asterism);
    await showView(again, 'page');
    await expectRows(again, TITLES);
    await again.close();
    expect(asterism.problems).toEqual([]);
    await page.close();
  });
});
