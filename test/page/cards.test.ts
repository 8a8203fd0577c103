import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Send } from '../../lib/messages/delivery';
import { MOST_CARDS } from '../../lib/messages/limits';
import type { Request } from '../../lib/messages/messages';
import { success } from '../../lib/messages/result';
import { annotateListing, type ListingWorld } from '../../lib/page/cards';
import { createControl } from '../../lib/page/features/control';
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
    return success({ annotations: {} });
  };
  const ours = {
    document,
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
      placement: () => ({ on: 'edge', side: 'end', raised: false }),
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
