import { expect, test } from 'vitest';
import { type Box, beside, type Spot } from '../../lib/page/placing';

const size = { width: 300, height: 200 };
const viewport = { width: 1000, height: 800 };
const anchor = (left: number, top: number): Box => ({
  left,
  top,
  right: left + 30,
  bottom: top + 30,
});

test.each([
  ['below and flush left where there is room', anchor(600, 100), { left: 600, top: 136 }],
  ['beside it where there is none below', anchor(600, 700), { left: 636, top: 592 }],
  ['inside the left edge', anchor(-20, 100), { left: 8, top: 136 }],
  ['inside the right edge', anchor(980, 100), { left: 692, top: 136 }],
  [
    'inside the bottom edge when the anchor was scrolled away',
    anchor(600, 2000),
    { left: 600, top: 592 },
  ],
  [
    'inside the top edge when the anchor was scrolled away',
    anchor(600, -900),
    { left: 600, top: 8 },
  ],
])('the editor opens %s', (_where, from, to) => {
  expect(beside(from, size, viewport)).toEqual({ ...to, height: size.height });
});

/** The controls of a list: one below the other, or in columns. */
function controls(columns: number, down: number, width: number): Box[] {
  return Array.from({ length: 12 }, (_, at) => {
    const left = 20 + (at % columns) * (viewport.width / columns);
    const top = 20 + Math.floor(at / columns) * down;
    return { left, top, right: left + width, bottom: top + 30 };
  });
}

/** Expects that none of the boxes lies under the spot. */
function expectApart({ left, top, height }: Spot, width: number, boxes: Box[]): void {
  for (const box of boxes) {
    const isApart =
      box.right <= left || box.left >= left + width || box.bottom <= top || box.top >= top + height;
    expect(isApart, JSON.stringify([box, left, top])).toBe(true);
  }
}

test.each([
  ['cards lower than the editor', controls(1, 120, 250)],
  ['cards as high as it is', controls(1, 210, 250)],
  ['cards in columns', controls(3, 220, 200)],
  ['low cards in columns', controls(2, 90, 160)],
])('the editor covers no other card’s control, wherever it opens (%s)', (_, all) => {
  for (const own of all.filter(({ top }) => top < viewport.height - 30)) {
    const others = all.filter((one) => one !== own);
    const spot = beside(own, size, viewport, others);
    expect(spot.height).toBe(size.height);
    expectApart(spot, size.width, others);
  }
});

test.each([
  ['between two of them', 300],
  ['over its own card', 200],
])('an editor that is higher than the room between controls is cut to it: %s', (_, down) => {
  const all = controls(1, down, 400);
  const narrow = { width: 420, height: 800 };
  for (const own of all.slice(0, 3)) {
    const others = all.filter((one) => one !== own);
    const spot = beside(own, { width: 356, height: 640 }, narrow, others);
    expectApart(spot, 356, others);
    expect(spot.height).toBeGreaterThanOrEqual(200);
    expect(spot.top + spot.height).toBeLessThanOrEqual(narrow.height - 8);
  }
});

test.each([60, 72, 90])(
  'on a list of low cards in a narrow window, %d px each, the next one’s control stays free',
  (down) => {
    const all = controls(1, down, 160);
    const narrow = { width: 420, height: 800 };
    for (const [at, own] of all.slice(0, 8).entries()) {
      const others = all.filter((one) => one !== own);
      const spot = beside(own, { width: 356, height: 350 }, narrow, others);
      expectApart(spot, 356, [all[at + 1] as Box]);
      expect(spot.top).toBeGreaterThanOrEqual(8);
      expect(spot.top + spot.height).toBeLessThanOrEqual(narrow.height - 8);
    }
  },
);

test('where there is no free place it is inside the window all the same', () => {
  const all = controls(1, 60, 960);
  const spot = beside(all[3] as Box, size, { width: 320, height: 256 }, all);
  expect(spot).toEqual({ left: 8, top: 48, height: 200 });
});
