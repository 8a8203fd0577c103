import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSighting, type Sighting } from '../../lib/page/sighting';
import type { PaperId } from '../../lib/papers/ids';

// Time is the test's; what is in sight is the browser's.
let time = 0;
let seen: PaperId[] = [];
let sighting: Sighting;
let place: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  time = 0;
  seen = [];
  place = document.createElement('main');
  document.body.prepend(place);
  window.scrollTo(0, 0);
  sighting = createSighting(
    document,
    (id) => seen.push(id),
    () => time,
  );
});
afterEach(() => {
  sighting.stop();
  place.remove();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const id = (n: number): PaperId => `arxiv:2604.${String(n).padStart(5, '0')}`;

/** Cards of some height in windows, one below the other. */
function cards(count: number, height: number): HTMLElement[] {
  return Array.from({ length: count }, (_, n) => {
    const card = document.createElement('article');
    card.style.cssText = `display: block; height: ${height * window.innerHeight}px`;
    place.append(card);
    sighting.watch(card, id(n));
    return card;
  });
}

/** Until the browser has told what is in sight now. */
async function told(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
}

/** Lets time pass in sight of what is there. */
async function pass(ms: number): Promise<void> {
  await told();
  time += ms;
  vi.advanceTimersByTime(ms);
}

/** Scrolls by so many windows. */
async function scrollTo(windows: number): Promise<void> {
  window.scrollTo(0, windows * window.innerHeight);
  await told();
}

function show(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

test('what was in sight for a second is seen, once, and what is below is not', async () => {
  cards(10, 0.45);
  await pass(999);
  expect(seen).toEqual([]);
  await pass(1);
  expect(seen).toEqual([0, 1].map(id)); // of the third less than a quarter is in sight
  await pass(5_000);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).not.toContain(id(4));
});

test('what is scrolled past is not seen', async () => {
  cards(20, 0.5);
  await told();
  for (let at = 0; at < 8; at++) {
    await scrollTo(at);
    await pass(200);
  }
  expect(seen).toEqual([]);
  await pass(1_000);
  expect(seen).toEqual([14, 15].map(id));
});

test('a second in pieces is not a second', async () => {
  cards(8, 1);
  for (const at of [0, 3, 0, 3, 0]) {
    await scrollTo(at);
    await pass(600);
  }
  expect(seen).toEqual([]);
});

test('what is higher than the window is seen when it fills half of it', async () => {
  cards(3, 4);
  await scrollTo(3.6); // the end of the first fills two fifths
  await pass(1_000);
  expect(seen).toEqual([id(1)]);
  await scrollTo(3.4);
  await pass(1_000);
  expect(seen).toEqual([id(1), id(0)]);
});

test('nothing is seen while the page is not', async () => {
  cards(2, 0.4);
  await told();
  show('hidden');
  await pass(5_000);
  expect(seen).toEqual([]);
  show('visible');
  await pass(1_000);
  expect(seen).toEqual([0, 1].map(id));
});

test('an element that shows another paper begins again', async () => {
  const [card] = cards(1, 0.4);
  if (!card) throw new Error('there is a card');
  await pass(900);
  sighting.watch(card, id(7));
  await pass(900);
  expect(seen).toEqual([]);
  await pass(100);
  expect(seen).toEqual([id(7)]);
});

test('how long each was in sight is told of those that were seen, all stays together', async () => {
  cards(8, 1);
  await pass(2_000);
  await scrollTo(4);
  await pass(500);
  await scrollTo(0);
  await pass(3_000);
  expect([...sighting.times()]).toEqual([[id(0), 5_000]]);
});

test('what is taken out of the page is not in sight any more', async () => {
  const [card] = cards(1, 0.4);
  if (!card) throw new Error('there is a card');
  await pass(1_500);
  sighting.unwatch(card);
  await pass(9_000);
  expect([...sighting.times()]).toEqual([[id(0), 1_500]]);
});
