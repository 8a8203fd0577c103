import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CardControl, createControlMaker } from '../../components/card/control';
import type { MarksSettings, Request } from '../../lib/messages/messages';
import { failure, success } from '../../lib/messages/result';
import type { Feature } from '../../lib/page/features/feature';
import { createNewness } from '../../lib/page/features/newness';
import { createMarking } from '../../lib/page/marking';
import { emptyAnnotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import type { Card } from '../../lib/sites/adapter';
import * as targets from '../../lib/sites/targets';
import { takeEnglishTexts } from '../component/englishTexts';

const id = (n: number): PaperId => `arxiv:2604.${String(n).padStart(5, '0')}`;
const EDGE = { on: 'edge', raised: false, narrow: false } as const;
const KEPT = emptyAnnotation('2026-05-01T00:00:00.000Z');

let ended: AbortController;
let settings: MarksSettings;
let sent: { name: string; request: unknown }[];
let fails: string[];
let feature: Feature;
let place: HTMLElement;
let controls: Map<HTMLElement, CardControl>;
let all: Card[];

beforeEach(() => {
  takeEnglishTexts();
  ended = new AbortController();
  settings = { remembers: true, showsNew: true, seenCards: null, singleKeys: true };
  sent = [];
  fails = [];
  controls = new Map();
  all = [];
  place = document.createElement('main');
  document.body.prepend(place);
});
afterEach(() => {
  ended.abort();
  place.remove();
  document.querySelector('[data-asterism=new]')?.remove();
});

function start(isListing = true): void {
  const send = async (name: string, request: unknown) => {
    sent.push({ name, request });
    if (fails.includes(name)) return failure('unanswered', name);
    return success(name === 'marks.settings' ? settings : { told: true });
  };
  feature = createNewness({
    document,
    site: 'arxiv.org',
    isListing,
    targets,
    controlOn: (element) => controls.get(element),
    marking: createMarking((element) => controls.get(element)),
    signal: ended.signal,
    send: send as never, // of the messages that it sends
    time: () => performance.now(),
  });
}

/** Puts cards of some papers on the page. */
async function mount(...numbers: number[]): Promise<Card[]> {
  const make = createControlMaker(document, () => {});
  const cards = numbers.map((n): Card => {
    const element = document.createElement('article');
    const control = make(() => {});
    element.append(control.element);
    place.append(element);
    controls.set(element, control);
    return { element, id: id(n) };
  });
  all.push(...cards);
  for (const card of cards) feature.mount(card, { id: card.id, title: '', authors: [] }, EDGE);
  await settled();
  return cards;
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

async function settle(seen: Record<number, boolean>): Promise<void> {
  for (const [n, was] of Object.entries(seen)) feature.settle(id(Number(n)), { seen: was });
  await settled();
}

const isMarked = ({ element }: Card): boolean => element.querySelector('[data-shown=New]') !== null;
const shades = (): (string | null)[] =>
  all.map(({ element }) => element.getAttribute('data-asterism-card'));
const bar = (): Element | null => document.querySelector('[data-asterism=new]');

test('papers that were not seen before have a mark, and nothing is marked that is not known', async () => {
  start();
  const cards = await mount(1, 2, 3);
  expect(cards.map(isMarked)).toEqual([false, false, false]);
  await settle({ 1: false, 2: true });
  expect(cards.map(isMarked)).toEqual([true, false, false]);
  expect(bar()).not.toBe(null);
});

test('what the worker says first holds: what is seen in this visit stays new', async () => {
  start();
  const cards = await mount(1);
  await settle({ 1: false });
  await settle({ 1: true });
  expect(cards.map(isMarked)).toEqual([true]);
});

test('an answer to a question that did not ask is none', async () => {
  start();
  const cards = await mount(1);
  feature.settle(id(1), { title: 'asked before the marks were there' });
  await settle({ 1: true });
  expect(cards.map(isMarked)).toEqual([false]);
});

test('a paper that comes into the library is not new any more', async () => {
  start();
  const cards = await mount(1);
  await settle({ 1: false });
  feature.settle(id(1), { seen: true, annotation: KEPT });
  expect(cards.map(isMarked)).toEqual([false]);
});

test('a mark stays while chips come and go, and goes with the paper of its card', async () => {
  start();
  const [card] = await mount(1);
  if (!card) throw new Error('there is a card');
  await settle({ 1: false, 2: true });
  controls.get(card.element)?.show({ starred: true, status: 'read', tags: ['rl'], note: 'x' });
  expect(isMarked(card)).toBe(true);
  const other = { ...card, id: id(2) };
  expect(feature.has(other)).toBe(false);
  feature.mount(other, { id: other.id, title: '', authors: [] }, EDGE);
  expect(isMarked(card)).toBe(false);
});

test('where marks are switched off there are none, and no bar', async () => {
  settings.showsNew = false;
  start();
  const cards = await mount(1);
  await settle({ 1: false });
  expect(cards.map(isMarked)).toEqual([false]);
  expect(bar()).toBe(null);
});

test('marks follow the setting while the page is open', async () => {
  start();
  const cards = await mount(1);
  await settle({ 1: false });
  settings.showsNew = false;
  feature.refresh('all');
  await settled();
  expect(cards.map(isMarked)).toEqual([false]);
  expect(bar()).toBe(null);
});

test.each(['dim', 'hide'] as const)(
  'cards are changed only where the reader wants it: %s',
  async (wanted) => {
    start();
    await mount(1, 2);
    await settle({ 1: true, 2: false });
    expect(shades()).toEqual([null, null]);
    settings.seenCards = wanted;
    feature.refresh('all');
    await settled();
    expect(shades()).toEqual([wanted, null]);
    settings.seenCards = null;
    feature.refresh('all');
    await settled();
    expect(shades()).toEqual([null, null]);
  },
);

test('a card that the page takes the change off gets it back with the next look at the page', async () => {
  settings.seenCards = 'hide';
  start();
  const [card] = await mount(1);
  if (!card) throw new Error('there is a card');
  await settle({ 1: true });
  card.element.removeAttribute('data-asterism-card');
  expect(feature.has(card)).toBe(false);
  feature.mount(card, { id: card.id, title: '', authors: [] }, EDGE);
  expect(shades()).toEqual(['hide']);
  expect(feature.has(card)).toBe(true);
});

test('what is seen in this visit is not hidden, nor what is in use', async () => {
  settings.seenCards = 'hide';
  start();
  const [, used] = await mount(1, 2);
  used?.element.querySelector('button')?.focus();
  await settle({ 1: false, 2: true });
  await settle({ 1: true });
  expect(shades()).toEqual([null, null]);
});

test('nothing of it is left when the page is left', async () => {
  settings.seenCards = 'dim';
  start();
  await mount(1, 2);
  await settle({ 1: true, 2: false });
  ended.abort();
  feature.keepOnly([]);
  expect(shades()).toEqual([null, null]);
  expect(bar()).toBe(null);
});

test('a paper page marks nothing and changes nothing', async () => {
  settings.seenCards = 'hide';
  start(false);
  const cards = await mount(1, 2);
  await settle({ 1: true, 2: false });
  expect(cards.map(isMarked)).toEqual([false, false]);
  expect(shades()).toEqual([null, null]);
  expect(bar()).toBe(null);
});

test('in a private window nothing is watched', async () => {
  settings.remembers = false;
  const observe = vi.spyOn(IntersectionObserver.prototype, 'observe');
  start();
  await mount(1);
  feature.leave();
  expect(observe).not.toHaveBeenCalled();
  expect(sent.map(({ name }) => name)).toEqual(['marks.settings']);
  observe.mockRestore();
});

test('what was in sight is told, and told again where nobody answered', async () => {
  start();
  const [card] = await mount(1);
  if (!card) throw new Error('there is a card');
  card.element.style.cssText = 'display: block; height: 100px';
  fails = ['papers.see'];
  const see = (): Request<'papers.see'>[] =>
    sent.flatMap(({ name, request }) =>
      name === 'papers.see' ? [request as Request<'papers.see'>] : [],
    );
  await expect.poll(see, { timeout: 5_000 }).toHaveLength(1);
  expect(see()[0]?.papers.map((one) => one.id)).toEqual([id(1)]);
  fails = [];
  feature.leave();
  await settled();
  expect(see()).toHaveLength(2);
  feature.leave();
  expect(see()).toHaveLength(2);
});

test('a dismissed paper is dimmed, on a page that dims nothing else, and is not new; until that is taken back', async () => {
  start();
  const cards = await mount(1, 2);
  feature.settle(id(1), { seen: false, dismissed: true });
  feature.settle(id(2), { seen: true, dismissed: false });
  await settled();
  expect(shades()).toEqual(['dim', null]);
  expect(cards.map(isMarked)).toEqual([false, false]);
  feature.settle(id(1), { seen: true, dismissed: false });
  expect(shades()).toEqual([null, null]);
  expect(cards.map(isMarked)).toEqual([true, false]);
});

test('where seen papers are hidden, a dismissed one that was seen is hidden, and one that was not is dimmed', async () => {
  settings.seenCards = 'hide';
  start();
  await mount(1, 2);
  feature.settle(id(1), { seen: true, dismissed: true });
  feature.settle(id(2), { seen: false, dismissed: true });
  await settled();
  expect(shades()).toEqual(['hide', 'dim']);
});
