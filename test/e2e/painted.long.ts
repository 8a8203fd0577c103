import { expect, test } from 'vitest';
import { browsing } from './harness/browsing.ts';
import { entriesOf } from './harness/measuring.ts';
import {
  annotate,
  LIST,
  openSpied,
  PATH,
  SPYING_PAGES,
  seeAll,
  untilShown,
} from './harness/spiedCards.ts';

// What the browser tells a page of what it paints and moves, whatever is set on its cards.

const here = browsing(SPYING_PAGES);

test.each(
  [PATH, LIST].flatMap((path) => ['plain', 'small', 'away'].map((how) => `${path}?${how}`)),
)(
  'nothing that is painted or moved tells what is set, whatever the page moves (%s)',
  async (path) => {
    await seeAll(here, path, 6);
    const without = await openSpied(here, path, 6);
    await entriesOf(without.page);
    await without.page.evaluate('provoke()');
    const before = await entriesOf(without.page);
    expect(before.join()).toContain('layout-shift');
    await annotate(without.page, true);
    await untilShown(without.cards, true);
    expect(await entriesOf(without.page)).toEqual(before);
    await without.page.close();

    const { page, cards } = await openSpied(here, path, 6);
    await untilShown(cards, true);
    await entriesOf(page);
    await page.evaluate('provoke()');
    expect(await entriesOf(page)).toEqual(before);
    await annotate(page, false);
    await page.close();
  },
  120_000,
);
