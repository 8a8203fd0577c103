import { afterEach, expect, test, vi } from 'vitest';
import type { Send } from '../../lib/messages/delivery';
import { MOST_CARDS } from '../../lib/messages/limits';
import { success } from '../../lib/messages/result';
import { annotateListing, type ListingWorld } from '../../lib/page/listing';
import type { Site } from '../../lib/sites/site';
import { takeEnglishTexts } from '../component/englishTexts';

vi.mock('../../lib/messages/limits', () => ({ MOST_CARDS: 300 }));

const ended = new AbortController();
afterEach(() => {
  ended.abort();
  vi.restoreAllMocks();
});

test('of more cards than one message may name the first have controls, and are told', async () => {
  takeEnglishTexts();
  vi.spyOn(performance, 'now').mockReturnValue(0); // all in one frame
  const place = document.createElement('main');
  place.hidden = true; // layout is not what this is about
  document.body.append(place);
  const cards = Array.from({ length: MOST_CARDS + 50 }, (_, at) => {
    const element = document.createElement('article');
    place.append(element);
    return { element, id: `hf:card-${at}` as const };
  });
  const site: Site = {
    name: 'A site',
    isListing: () => true,
    facts: () => ({ papers: new Map() }),
    cards: () => cards,
    read: ({ id }) => ({ id, title: id, authors: [] }),
    placement: () => ({ side: 'end', raised: false }),
    awaitsTakeover: () => false,
  };
  const shown: number[] = [];
  const send = vi.fn(async (_name: string, request: { ids: unknown[] }) => {
    shown.push(request.ids.length);
    return success({ annotations: {} });
  });
  const world: ListingWorld = {
    document,
    site,
    send: send as unknown as Send<never>, // asked for nothing else
    clip: async () => {},
    leaveBehind: () => {},
    onChange: () => {},
    now: () => new Date(),
    signal: ended.signal,
  };
  await annotateListing(world);
  expect(shown[0]).toBe(MOST_CARDS);
  expect(place.querySelectorAll('asterism-card')).toHaveLength(MOST_CARDS);
  expect(place.lastElementChild?.childElementCount).toBe(0);
  place.remove();
});
