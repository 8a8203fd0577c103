import { expect, test } from 'vitest';
import { createInsertionLimit } from '../../lib/page/insertionLimit';

const id = 'arxiv:2604.00001';

test('a page that re-renders for a while gets its controls back every time', () => {
  let now = 0;
  const limit = createInsertionLimit(() => now);
  for (let turn = 0; turn < 500; turn++) {
    now += 200;
    expect(limit.mayTry(id)).toBe(true);
  }
});

test('a page that removes a control at every frame is left alone, for that paper only', () => {
  let now = 0;
  const limit = createInsertionLimit(() => now);
  let tries = 0;
  while (limit.mayTry(id) && tries < 10_000) {
    tries++;
    now += 16;
  }
  expect(tries).toBeLessThan(100);
  now += 1_000_000;
  expect(limit.mayTry(id)).toBe(false);
  expect(limit.isLost(id)).toBe(true);
  expect(limit.mayTry('arxiv:2604.00002')).toBe(true);
});

test('a page may be given more patience than a paper, and not for ever', () => {
  let now = 0;
  const limit = createInsertionLimit(() => now, 150);
  const tries = (every: number): number => {
    let count = 0;
    while (limit.mayTry('page') && count < 10_000) {
      count++;
      now += every;
    }
    return count;
  };
  expect(tries(70)).toBe(10_000); // fourteen times a second
  expect(tries(16)).toBeLessThanOrEqual(150);
});
