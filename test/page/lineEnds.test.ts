import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLineEnds } from '../../lib/page/features/lineEnds';
import { createMounts, type Mounts } from '../../lib/page/mounts';
import type { Glance } from '../../lib/papers/glance';
import type { Paper } from '../../lib/papers/paper';
import * as targets from '../../lib/sites/targets';
import { takeEnglishTexts } from '../component/englishTexts';

const PAPER: Paper = { id: 'arxiv:2604.00001', title: 'A title', authors: [] };
const MUCH: Glance = { starred: true, status: 'reading', tags: ['rl', 'b'], note: 'A note.' };

let card: HTMLElement;
let line: HTMLElement;
let link: HTMLElement;
let mounts: Mounts;
let ending: AbortController;

beforeEach(() => {
  takeEnglishTexts();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  ending = new AbortController();
  const press = (): void => {};
  const world = { annotationOf: () => MUCH, press, near: press };
  mounts = createMounts(document, world, () => performance.now());
  card = document.createElement('section');
  card.style.cssText = 'position: absolute; left: 0; top: 30px; width: 100vw; padding: 40px 0';
  line = document.createElement('div');
  line.style.cssText = 'white-space: nowrap; font: 16px/20px sans-serif';
  link = Object.assign(document.createElement('a'), { href: '#' });
  link.style.cssText = 'display: inline-block; overflow: hidden; height: 20px';
  line.append(link);
  card.append(line);
  document.body.append(card);
});
afterEach(() => {
  ending.abort();
  mounts.keepOnly([]);
  card.remove();
  vi.useRealTimers();
});

function leave(room: number): void {
  link.style.width = `${document.documentElement.clientWidth - room}px`;
}

async function mount(isListing = true): Promise<void> {
  const lineEnds = createLineEnds({
    document,
    isListing,
    targets,
    signal: ending.signal,
    ...mounts,
  });
  const placement = { on: 'line', of: line } as const;
  mounts.mount({ element: card, id: PAPER.id }, PAPER, placement);
  lineEnds.mount({ element: card, id: PAPER.id }, PAPER, placement);
  await Promise.resolve(); // it looks for room once for many cards
}

function resize(): void {
  window.dispatchEvent(new Event('resize'));
  vi.advanceTimersByTime(300);
}

function stripBox(): DOMRect {
  const [placed] = mounts.all();
  if (!placed) throw new Error('there is no control');
  expect(placed.strip.checkVisibility({ visibilityProperty: true })).toBe(true);
  return placed.strip.getBoundingClientRect();
}

function isPressed(target: Element): boolean {
  const { left, top, width, height } = target.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === target;
}

test.each([200, 80, 60, 20, 0])(
  'with %d px at the end of its line a control is within the page, over no link',
  async (room) => {
    leave(room);
    await mount();
    const { left, right, top } = stripBox();
    expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth);
    const text = link.getBoundingClientRect();
    expect(left >= text.right || top >= text.bottom || top + 30 <= text.top + 5).toBe(true);
    expect(isPressed(link)).toBe(true);
  },
);

test('it stays there when the line gets longer, and comes back to its end when it gets shorter', async () => {
  leave(200);
  await mount();
  const home = stripBox().top;
  for (const room of [80, 20, 200]) {
    leave(room);
    resize();
    const { right, width, top } = stripBox();
    expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth);
    expect(width).toBeGreaterThanOrEqual(68);
    expect(Math.abs(top - home) > 5, `${room} px`).toBe(room < 68);
  }
});

test('a line that reaches beyond the window has its control behind its end, where the page is scrolled to', async () => {
  leave(-300);
  await mount();
  expect(stripBox().left).toBeGreaterThan(link.getBoundingClientRect().right);
});

test('where links are all around it covers no middle of one, and stays in its card', async () => {
  for (let at = 0; at < 8; at++) {
    const copy = line.cloneNode(true) as HTMLElement; // of an element, one
    card[at % 2 ? 'prepend' : 'append'](copy);
  }
  leave(20);
  for (const one of card.querySelectorAll('a')) one.style.width = link.style.width;
  await mount();
  expect([...card.querySelectorAll('a')].map(isPressed)).not.toContain(false);
  const { top } = stripBox();
  expect(top).toBeGreaterThanOrEqual(card.getBoundingClientRect().top);
  expect(top + 30).toBeLessThanOrEqual(card.getBoundingClientRect().bottom);
});

test.each([
  ['a button', 'button'],
  ['a field', 'input'],
])('%s below the line is left free as well', async (_, name) => {
  leave(20);
  const below = document.createElement(name);
  below.style.cssText = 'display: block; width: 100%; height: 20px; margin: 0; border: 0';
  card.append(below);
  card.style.paddingTop = '60px';
  await mount();
  expect(isPressed(below)).toBe(true);
  expect(isPressed(link)).toBe(true);
});

test.each([
  ['in one line', ''],
  ['in several lines', 'A text that goes on and on. '.repeat(8)],
])(
  'where a line is higher than its letters, its control is in its middle (%s)',
  async (_, text) => {
    line.style.cssText = 'font: 13px/34px sans-serif';
    line.textContent = `${text}Last`;
    await mount();
    const range = document.createRange();
    range.selectNodeContents(line);
    const last = [...range.getClientRects()].at(-1) ?? new DOMRect();
    expect(Math.abs(stripBox().top + 15 - (last.top + last.bottom) / 2)).toBeLessThanOrEqual(1);
  },
);

test('an icon that is higher than the line does not push its control down', async () => {
  leave(400);
  await mount();
  const plain = stripBox().top;
  const icon = document.createElement('span');
  icon.style.cssText = 'display: inline-block; width: 32px; height: 32px; margin: -6px 0';
  line.append(icon);
  resize();
  expect(Math.abs(stripBox().top - plain)).toBeLessThanOrEqual(1);
});
