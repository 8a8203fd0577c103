import { expect, test } from 'vitest';
import { beside } from '../../lib/page/placing';

const size = { width: 300, height: 200 };
const viewport = { width: 1000, height: 800 };
const anchor = (left: number, top: number) => ({ left, top, right: left + 30, bottom: top + 30 });

test.each([
  ['below and flush right where there is room', anchor(600, 100), { left: 330, top: 136 }],
  ['above where there is none below', anchor(600, 700), { left: 330, top: 494 }],
  ['inside the left edge', anchor(20, 100), { left: 8, top: 136 }],
  ['inside the right edge', anchor(980, 100), { left: 692, top: 136 }],
  [
    'inside the bottom edge when the anchor was scrolled away',
    anchor(600, 2000),
    { left: 330, top: 592 },
  ],
  [
    'inside the top edge when the anchor was scrolled away',
    anchor(600, -900),
    { left: 330, top: 8 },
  ],
])('the editor opens %s', (_where, from, to) => {
  expect(beside(from, size, viewport)).toEqual(to);
});
