import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSpot } from '../../lib/page/freeSpot';
import type { Box } from '../../lib/page/placing';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const WINDOW = box(4, -1_000, 312, 2_000);
const CONTROL = box(260, 100, 68, 30);

function moved(by: { x: number; y: number }): Box {
  return box(CONTROL.left + by.x, CONTROL.top + by.y, 68, 30);
}

function hasMiddle(one: Box, of: Box): boolean {
  const [x, y] = [(of.left + of.right) / 2, (of.top + of.bottom) / 2];
  return one.left <= x && x <= one.right && one.top <= y && y <= one.bottom;
}

function meets(one: Box, other: Box): boolean {
  const isBeside = one.right <= other.left || other.right <= one.left;
  return !isBeside && one.top < other.bottom && other.top < one.bottom;
}

test.each([
  ['stays at its height where nothing is in the way', [], [], { x: -12, y: 0 }],
  ['lies over text rather than a link', [box(4, 106, 300, 18)], [box(4, 60, 300, 30)], undefined],
  ['goes where there is neither', [box(4, 106, 300, 18)], [box(4, 40, 300, 50)], undefined],
])('a control %s', (_, targets, texts, spot) => {
  const to = freeSpot(CONTROL, WINDOW, { targets, texts });
  if (spot) expect(to).toEqual(spot);
  expect(targets.filter((target) => meets(moved(to), target))).toEqual([]);
  expect(moved(to).right).toBeLessThanOrEqual(WINDOW.right);
});

test('where it has to be within a card it is, as far as that is possible', () => {
  const inTheWay = { targets: [box(4, 100, 312, 30)], texts: [] };
  const card = { ...WINDOW, top: 90, bottom: 150 };
  const to = moved(freeSpot(CONTROL, card, inTheWay));
  expect([to.top >= card.top, to.bottom <= card.bottom]).toEqual([true, true]);
  expect(freeSpot(CONTROL, { ...WINDOW, top: 110, bottom: 120 }, inTheWay).y).toBe(0); // a low one
});

const boxes = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 20, max: 220 }),
      fc.nat(250),
      fc.nat(40),
    )
    .map(([left, top, width, height]) => box(left, top, width + 8, height + 8)),
  { maxLength: 12 },
);

test('no middle of a link is covered while there is any place in reach that covers none', () => {
  fc.assert(
    fc.property(boxes, boxes, (targets, texts) => {
      const to = freeSpot(CONTROL, WINDOW, { targets, texts });
      if (!targets.some((target) => hasMiddle(moved(to), target))) return;
      for (let x = WINDOW.right - CONTROL.right; CONTROL.left + x >= WINDOW.left; x -= 4) {
        for (let y = -48; y <= 48; y += 4) {
          const place = moved({ x, y });
          expect(targets.some((target) => hasMiddle(place, target))).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});
