import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../lib/sites/adapter';
import { pageKind } from '../../lib/sites/pageKind';
import { SITE_IDS, SITES, type SiteId } from '../../lib/sites/sites';
import { toDocument } from './captures';
import { CAPTURED, capturesHere } from './everyPage';

const MODULES = import.meta.glob<{ adapter: Adapter }>('../../lib/sites/*/adapter.ts', {
  eager: true,
});
const NOW = new Date('2026-10-07T12:00:00Z');
const here = await capturesHere();

function adapterOf(id: SiteId): Adapter {
  const found = MODULES[`../../lib/sites/${id}/adapter.ts`];
  if (!found) throw new Error(`${id} has no adapter`);
  return found.adapter;
}

/** How many papers a site finds on a page, read as the page kind that its address is. */
function papersOn(id: SiteId, html: string, address: string): number {
  const document = toDocument(html);
  const url = new URL(address);
  const { listing, paper } = adapterOf(id);
  const kind = pageKind(SITES[id], url);
  if (kind === 'paper') return paper?.read(document, url) ? 1 : 0;
  return kind === 'listing' && listing ? readable(listing, document) : 0;
}

function readable(listing: NonNullable<Adapter['listing']>, document: Document): number {
  const facts = listing.facts(document);
  return listing.cards(document).filter((card) => listing.read(card, facts, NOW)).length;
}

test('every row has the page kinds that its adapter reads, and no others', () => {
  for (const id of SITE_IDS) {
    expect([id, Object.keys(adapterOf(id)).sort()]).toEqual([
      id,
      Object.keys(SITES[id].paths).sort(),
    ]);
  }
  expect(Object.keys(MODULES)).toHaveLength(SITE_IDS.length);
});

describe.skipIf(here.length === 0)(
  `the ${CAPTURED.length} captured pages (needs the captured pages; ${here.length} are here)`,
  () => {
    test.each(here)('$file has $papers for its own site', ({ site, html, address, papers }) => {
      if (site !== null) expect(papersOn(site, html, address)).toBe(papers);
    });

    test.each(here)(
      '$file is nothing at its address to every other site',
      ({ site, html, address }) => {
        const others = SITE_IDS.filter((id) => id !== site);
        expect(others.filter((id) => pageKind(SITES[id], new URL(address)) !== null)).toEqual([]);
        expect(others.map((id) => papersOn(id, html, address))).toEqual(others.map(() => 0));
      },
    );

    // As if it stood at an address of the other site's papers.
    test.each(here)('$file is not a paper page of another site', ({ site, html }) => {
      const document = toDocument(html);
      for (const { site: id, address } of CAPTURED) {
        if (id === null || id === site) continue;
        const url = new URL(address);
        const isPaper = pageKind(SITES[id], url) === 'paper';
        if (isPaper)
          expect([address, adapterOf(id).paper?.read(document, url)]).toEqual([address, null]);
      }
    });

    // As if it stood at the other site's own address: an error page, a check, or a page of another time.
    test.each(here)('$file has no cards for another site', ({ site, html }) => {
      const document = toDocument(html);
      for (const id of SITE_IDS) {
        const { listing } = adapterOf(id);
        if (id !== site && listing) expect([id, readable(listing, document)]).toEqual([id, 0]);
      }
    });
  },
);

describe('a page without papers', () => {
  test.each([
    ['nothing', ''],
    [
      'a challenge',
      '<title>Just a moment...</title><main><h2>Verify you are human</h2><form><input name="q"></form></main>',
    ],
    ['an error', '<h1>Error</h1><p>Invalid date</p>'],
    [
      'fields named like properties',
      '<form><input name="querySelector"><input name="closest"><input name="textContent"></form>',
    ],
    ['markup that ends anywhere', '<dl id="articles"><dt><a href="/abs/'],
  ])('%s gets nothing, at any address of any site', (_, html) => {
    for (const id of SITE_IDS) {
      const { listing, paper } = adapterOf(id);
      const document = toDocument(html);
      expect(listing ? readable(listing, document) : 0).toBe(0);
      expect(listing?.awaitsTakeover(document) ?? false).toBe(false);
      for (const { address } of CAPTURED) {
        expect(paper?.read(document, new URL(address)) ?? null).toBeNull();
      }
    }
  });
});
