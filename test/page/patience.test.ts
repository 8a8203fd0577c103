import { expect, test } from 'vitest';
import { createPatience } from '../../lib/page/patience';

const id = 'arxiv:2604.00001';

test('a page that re-renders for a while gets its controls back every time', () => {
  let now = 0;
  const patience = createPatience(() => now);
  for (let turn = 0; turn < 500; turn++) {
    now += 200;
    expect(patience.mayTry(id)).toBe(true);
  }
});

test('a page that removes a control at every frame is left alone, for that paper only', () => {
  let now = 0;
  const patience = createPatience(() => now);
  let tries = 0;
  while (patience.mayTry(id) && tries < 10_000) {
    tries++;
    now += 16;
  }
  expect(tries).toBeLessThan(100);
  now += 1_000_000;
  expect(patience.mayTry(id)).toBe(false);
  expect(patience.isLost(id)).toBe(true);
  expect(patience.mayTry('arxiv:2604.00002')).toBe(true);
});

test('a page may be given more patience than a paper, and not for ever', () => {
  let now = 0;
  const patience = createPatience(() => now, 150);
  const tries = (every: number): number => {
    let count = 0;
    while (patience.mayTry('page') && count < 10_000) {
      count++;
      now += every;
    }
    return count;
  };
  expect(tries(70)).toBe(10_000); // fourteen times a second
  expect(tries(16)).toBeLessThanOrEqual(150);
});
