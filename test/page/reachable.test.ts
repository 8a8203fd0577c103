import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import { bodyOf } from '../../lib/page/bodyOf';
import { createLineEnds } from '../../lib/page/features/lineEnds';
import { createMounts, type Mounts } from '../../lib/page/mounts';
import type { Glance } from '../../lib/papers/glance';
import type { Adapter, ListingAdapter } from '../../lib/sites/adapter';
import { pageKind } from '../../lib/sites/pageKind';
import { SITES, type SiteId } from '../../lib/sites/sites';
import * as targets from '../../lib/sites/targets';
import { takeEnglishTexts } from '../component/englishTexts';
import { capturesHere } from '../sites/everyPage';

// What can be pressed on a page can still be pressed there, in its middle, and ours too.

const MODULES = import.meta.glob<{ adapter: Adapter }>('../../lib/sites/*/adapter.ts', {
  eager: true,
});
const WIDTHS = [320, 344, 375, 412, 480, 600, 768, 1024, 1280, 1920];
const HEIGHT = 900;
const NOW = new Date('2026-10-07T12:00:00Z');
const here = (await capturesHere()).filter(({ papers }) => papers > 0);
const style = (await commands.readCapture('huggingface.css')) ?? '';

/** As much as can be said at once. */
const MUCH: Glance = {
  starred: true,
  status: 'to-read',
  tags: ['reinforcement learning', 'another', 'third'],
  note: 'A note.',
};

let mounts: Mounts;
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  takeEnglishTexts();
  mounts = createMounts(
    document,
    { annotationOf: () => MUCH, press: () => {}, near: () => {} },
    () => performance.now(),
  );
  ending = new AbortController();
});
afterEach(() => {
  vi.useRealTimers();
  ending.abort();
  mounts.keepOnly([]);
  document.body.replaceChildren();
  for (const ours of document.querySelectorAll('[data-of-the-page]')) ours.remove();
  for (const root of [document.documentElement, document.body]) root.className = '';
});

/** Shows a captured page without what it would load, and puts its controls on it; says whether it is a listing. */
function show(site: SiteId, html: string, address: string): boolean {
  const shown = new DOMParser().parseFromString(html, 'text/html');
  for (const loads of shown.querySelectorAll('script, link, iframe')) loads.remove();
  for (const loads of shown.querySelectorAll('img, source, video')) {
    for (const name of ['src', 'srcset', 'poster']) loads.removeAttribute(name);
  }
  const own = document.createElement('style');
  // Cards that are laid out when they are seen would be so after what is asked here.
  own.textContent =
    site === 'huggingface' ? `${style} * { content-visibility: visible !important }` : '';
  for (const one of [own, ...shown.querySelectorAll('head style')]) {
    one.setAttribute('data-of-the-page', '');
    document.head.append(one);
  }
  document.documentElement.className = shown.documentElement.className;
  document.body.className = shown.body.className;
  document.body.replaceChildren(...shown.body.childNodes);
  const url = new URL(address);
  const isListing = pageKind(SITES[site], url) === 'listing';
  const lineEnds = createLineEnds({
    document,
    isListing,
    targets,
    ...mounts,
    signal: ending.signal,
  });
  const listing = listingAt(site, url);
  const cards = listing.cards(document);
  const facts = listing.facts(document);
  mounts.look(cards, listing.placement);
  for (const card of cards) {
    const paper = listing.read(card, facts, NOW);
    if (paper) mounts.mount(card, paper, listing.placement(card));
    if (paper) lineEnds.mount(card, paper, listing.placement(card));
  }
  return isListing;
}

function listingAt(site: SiteId, url: URL): ListingAdapter {
  const { listing, paper } = MODULES[`../../lib/sites/${site}/adapter.ts`]?.adapter ?? {};
  if (pageKind(SITES[site], url) === 'listing' && listing) return listing;
  const found = paper?.read(document, url);
  if (!found) throw new Error('not a paper page');
  return {
    facts: () => ({ papers: new Map() }),
    cards: () => [{ element: found.line, id: found.paper.id }],
    read: () => found.paper,
    placement: () => ({ on: 'line', of: found.line }),
    awaitsTakeover: () => false,
  };
}

/** Scrolls through the page, and tells the elements in whose middle something is wrong. */
function failing<T extends Element>(
  elements: readonly T[],
  isWrong: (element: T, x: number, y: number) => boolean,
): T[] {
  scrollTo(0, 0);
  const middles = elements
    .flatMap((element) => middlesOf(element).map(([x, y]) => ({ element, x, y })))
    .filter(({ x }) => x >= 0 && x < innerWidth)
    .sort((one, other) => one.y - other.y);
  const found = new Set<T>();
  for (const { element, x, y } of middles) {
    if (y - scrollY > HEIGHT - 50) scrollTo(0, y - 50);
    if (isWrong(element, x, y - scrollY)) found.add(element);
  }
  return [...found];
}

/** Whether something of ours is all that keeps a point from something of the page. */
function isBlocked(target: Element, x: number, y: number): boolean {
  const all = document.elementsFromPoint(x, y);
  const others = all.filter((one) => !one.matches('[data-asterism]'));
  return others[0] !== all[0] && target.contains(others[0] ?? null);
}

function hostOf(element: Element): Element {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) throw new Error('not one of ours');
  return root.host;
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** Gives the window a width, and all controls their places. */
async function resize(width: number): Promise<void> {
  await page.viewport(width, HEIGHT);
  window.dispatchEvent(new Event('resize'));
  vi.advanceTimersByTime(300);
}

/** All of a card: an entry of a list may be two elements. */
function rowOf(card: HTMLElement): { top: number; bottom: number } {
  const { top } = card.getBoundingClientRect();
  return { top, bottom: bodyOf(card).getBoundingClientRect().bottom };
}

function middlesOf(element: Element): [number, number][] {
  return [...element.getClientRects()]
    .filter(({ width, height }) => width > 1 && height > 1)
    .map(({ left, top, width, height }) => [left + width / 2, top + height / 2]);
}

describe.skipIf(here.length === 0)(
  `on captured pages (needs them; ${here.length} are here)`,
  () => {
    test.each(here)(
      '$file: no link and no control of it lies under one of ours, which can all be pressed, however wide it is',
      async ({ site, html, address }) => {
        if (site === null) throw new Error('not a site of ours');
        const isListing = show(site, html, address);
        const links = targets.targetsIn(document.body);
        const wrong: string[] = [];
        for (const width of WIDTHS) {
          await resize(width);
          const blocked = failing(links.filter(isSeen), isBlocked);
          wrong.push(...blocked.map((link) => `${width}: ${link.textContent.trim().slice(0, 40)}`));
          const controls = mounts
            .all()
            .filter(({ card }) => isSeen(card) && card.offsetHeight > 10);
          expect(controls.filter(({ strip }) => !isSeen(strip))).toEqual([]);
          const stars = controls.map(({ control }) => control.star);
          const lost = failing(
            stars,
            (star, x, y) => document.elementFromPoint(x, y) !== hostOf(star),
          );
          wrong.push(...lost.map((star) => `${width}: ${star.ariaLabel}`));
          const strays = controls.filter(({ card, control }) => {
            const [, y = 0] = middlesOf(control.star)[0] ?? [];
            const { top, bottom } = rowOf(card);
            return isListing && (y < top || y > bottom);
          });
          wrong.push(...strays.map(({ control }) => `${width}, astray: ${control.star.ariaLabel}`));
        }
        expect(wrong).toEqual([]);
      },
      60_000, // hundreds of links at ten widths
    );
  },
);
