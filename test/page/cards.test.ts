import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Send } from '../../lib/messages/delivery';
import { MOST_CARDS } from '../../lib/messages/limits';
import type { Request } from '../../lib/messages/messages';
import { success } from '../../lib/messages/result';
import { annotateListing, type ListingWorld } from '../../lib/page/cards';
import { createControl } from '../../lib/page/features/control';
import type { Feature } from '../../lib/page/features/feature';
import type { Paper } from '../../lib/papers/paper';
import type { Card, ListingAdapter } from '../../lib/sites/adapter';
import { takeEnglishTexts } from '../component/englishTexts';

vi.mock('../../lib/messages/limits', () => ({ MOST_CARDS: 300 }));

let ended = new AbortController();
beforeEach(() => {
  takeEnglishTexts();
  ended = new AbortController();
});
afterEach(() => {
  ended.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A place for cards on this page; layout is not what these tests are about. */
function makePlace(): HTMLElement {
  const place = document.createElement('main');
  place.hidden = true;
  document.body.append(place);
  return place;
}

/** An adapter that does nothing of its own, in a world that answers every message with nothing. */
function worldOf(
  adapter: Pick<ListingAdapter, 'cards'> & Partial<ListingAdapter>,
  heard: (request: Request<'page.show'>) => void,
): ListingWorld {
  const send = async (_name: string, request: Request<'page.show'>) => {
    heard(request);
    return success({ papers: {} });
  };
  const ours = {
    document,
    follow: async () => {},
    send: send as unknown as Send<never>, // asked for nothing else
    leaveBehind: () => {},
    now: () => new Date(),
    signal: ended.signal,
  };
  return {
    ...ours,
    adapter: {
      facts: () => ({ papers: new Map() }),
      read: ({ id }) => ({ id, title: id, authors: [] }),
      placement: () => ({ on: 'edge', raised: false, narrow: false }),
      awaitsTakeover: () => false,
      ...adapter,
    },
    onChange: () => {},
    features: () => [createControl({ ...ours, clip: async () => {} })],
  };
}

test('of more cards than one message may name the first have controls, and are told', async () => {
  const place = makePlace();
  const cards = Array.from({ length: MOST_CARDS + 50 }, (_, at) => {
    const element = document.createElement('article');
    place.append(element);
    return { element, id: `hf:card-${at}` as const };
  });
  const shown: number[] = [];
  await annotateListing(worldOf({ cards: () => cards }, ({ ids }) => shown.push(ids.length)));
  await expect.poll(() => place.querySelectorAll('[data-asterism=card]').length).toBe(MOST_CARDS);
  await expect.poll(() => shown[0]).toBe(MOST_CARDS);
  expect(place.lastElementChild?.childElementCount).toBe(0);
  place.remove();
});

test('a card that cannot be read is not told as shown, while its paper has no other card', async () => {
  const place = makePlace();
  const told: string[][] = [];
  const cards = (): Card[] =>
    [...place.children].map((element) => ({
      element: element as HTMLElement, // made below
      id: `hf:${element.id}`,
    }));
  const read = ({ element, id }: Card): Paper | null =>
    element.textContent === '' ? null : { id, title: 'A paper', authors: [] };
  const show = (html: string): void => {
    place.innerHTML = html;
  };
  show('<p id=one>One</p><p id=two></p><p id=three>Three</p>');
  await annotateListing(worldOf({ cards, read }, ({ ids }) => told.push(ids)));
  await expect.poll(() => told).toEqual([['hf:one', 'hf:three']]);
  show('<p id=two></p><p id=one>One</p><p id=two>Two</p>');
  await expect.poll(() => told.at(-1)).toEqual(['hf:two', 'hf:one']);
  place.remove();
});

test('a paper that a later list of the page shows with its abstract is told again, and only then', async () => {
  const place = makePlace();
  const show = (text: string): void => {
    const card = document.createElement('article');
    card.textContent = text;
    place.replaceChildren(card);
  };
  const told: (string | undefined)[] = [];
  const cards = (): Card[] =>
    [...place.querySelectorAll('article')].map((element) => ({ element, id: 'hf:paper' }));
  const read = ({ element, id }: Card): Paper => ({
    id,
    title: 'A paper',
    authors: [],
    abstract: element.textContent || undefined,
  });
  show('');
  await annotateListing(
    worldOf({ cards, read }, ({ papers }) => told.push(...papers.map((paper) => paper?.abstract))),
  );
  for (const text of ['', 'Its abstract.', '', 'Its abstract.']) {
    show(text);
    await vi.waitFor(() => expect(place.querySelector('[data-asterism=card]')).not.toBeNull());
  }
  expect(told).toEqual([undefined, 'Its abstract.']);
  place.remove();
});

test('a feature that comes later is put on cards without the layout of those that have theirs being asked again', async () => {
  const place = makePlace();
  const cards = Array.from({ length: 30 }, (_, at) => {
    const element = document.createElement('article');
    place.append(element);
    return { element, id: `hf:later-${at}` as const };
  });
  const asked = vi.spyOn(window, 'getComputedStyle');
  const mounted = new Set<HTMLElement>();
  const late: Feature = {
    asks: [],
    has: ({ element }) => mounted.has(element),
    look: () => {},
    mount: ({ element }) => void mounted.add(element),
    keepOnly: () => {},
    settle: () => {},
    refresh: () => {},
    leave: () => {},
    comeBack: () => {},
    owns: () => false,
  };
  let bring = (_: readonly Feature[]): void => {};
  const later = () => new Promise<readonly Feature[]>((resolve) => (bring = resolve));
  await annotateListing({ ...worldOf({ cards: () => cards }, () => {}), later });
  await expect.poll(() => place.querySelectorAll('[data-asterism=card]').length).toBe(30);
  const before = asked.mock.calls.length;
  expect(before).toBeGreaterThanOrEqual(30);
  bring([late]);
  await expect.poll(() => mounted.size).toBe(30);
  expect(asked.mock.calls.length).toBe(before);
  place.remove();
});

let looks = 0;

/** Cards that the page has as children of a place, by their `title`; those of the class `unreadable` cannot be read. */
function adapterOf(place: HTMLElement): Pick<ListingAdapter, 'cards' | 'read'> {
  looks = 0;
  return {
    cards() {
      looks += 1;
      return [...place.querySelectorAll('article')].map((element) => ({
        element,
        id: `hf:${element.title}`,
      }));
    },
    read: ({ element, id }) =>
      element.className === 'unreadable' ? null : { id, title: id, authors: [] },
  };
}

function cardOf(title: string, className = ''): HTMLElement {
  const card = document.createElement('article');
  Object.assign(card, { title, className });
  return card;
}

const controls = (place: HTMLElement): string[] =>
  [...place.querySelectorAll('article:has(> [data-asterism=card])')].map(
    (card) => (card as HTMLElement).title,
  );

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Frames that come at once. */
function hurryFrames(): void {
  vi.stubGlobal('requestAnimationFrame', (call: FrameRequestCallback) =>
    setTimeout(() => call(performance.now())),
  );
}

/** Changes the page until we have looked at it more often than a page may show something new. */
async function changing(change: (at: number) => void): Promise<void> {
  for (let at = 0; looks < 160; at++) {
    change(at);
    await frame();
  }
}

test.each([
  ['a card that cannot be read', [cardOf('none', 'unreadable')]],
  ['nothing but its text', []],
])('a page that changes in every frame and has %s keeps its controls', async (_, more) => {
  hurryFrames();
  const place = makePlace();
  const clock = document.createElement('p');
  place.append(cardOf('a'), cardOf('b'), ...more, clock);
  await annotateListing(worldOf(adapterOf(place), () => {}));
  await changing((at) => {
    clock.textContent = `${at}`;
  });
  expect(controls(place)).toEqual(['a', 'b']);
  place.remove();
});

test('a card that cannot be read may be made again for ever', async () => {
  hurryFrames();
  const place = makePlace();
  place.append(cardOf('a'), cardOf('none', 'unreadable'));
  await annotateListing(worldOf(adapterOf(place), () => {}));
  await changing(() => place.lastElementChild?.replaceWith(cardOf('none', 'unreadable')));
  expect(controls(place)).toEqual(['a']);
  place.append(cardOf('late'));
  await expect.poll(() => controls(place)).toEqual(['a', 'late']);
  place.remove();
});

test('a page that goes on showing new papers keeps the controls that it has, and gets no others', async () => {
  hurryFrames();
  const place = makePlace();
  place.append(cardOf('a'), cardOf('b'), cardOf('fresh'));
  await annotateListing(worldOf(adapterOf(place), () => {}));
  await changing((at) => place.lastElementChild?.replaceWith(cardOf(`fresh-${at}`)));
  await expect.poll(() => controls(place)).toEqual(['a', 'b']);

  // Made again or used for another paper, they are right as ever.
  const [first, second] = place.querySelectorAll('article');
  first?.replaceWith(cardOf('a'));
  if (second) second.title = 'c';
  await expect.poll(() => controls(place)).toEqual(['a']);
  place.append(cardOf('b'));
  await expect.poll(() => controls(place)).toEqual(['a', 'b']);
  place.remove();
});

test('a page with nothing but new papers has no controls in the end', async () => {
  hurryFrames();
  const place = makePlace();
  await annotateListing(worldOf(adapterOf(place), () => {}));
  let idle = 0;
  for (let at = 0; looks <= 150 || idle < 10; at++) {
    const before = looks;
    place.replaceChildren(cardOf(`fresh-${at}`));
    await frame();
    await frame();
    idle = looks === before ? idle + 1 : 0;
  }
  expect(controls(place)).toEqual([]);
  place.remove();
});

test('one paper on many cards has its control on each, as often as its cards are made again', async () => {
  const place = makePlace();
  const fill = (): void =>
    place.replaceChildren(...Array.from({ length: MOST_CARDS }, () => cardOf('same')));
  fill();
  await annotateListing(worldOf(adapterOf(place), () => {}));
  await expect.poll(() => controls(place).length).toBe(MOST_CARDS);
  fill();
  await frame();
  await frame();
  fill();
  await expect.poll(() => controls(place).length).toBe(MOST_CARDS);
  place.remove();
});
