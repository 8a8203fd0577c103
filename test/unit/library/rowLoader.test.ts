import { expect, test } from 'vitest';
import type { PaperId } from '../../../lib/papers/ids';
import { around } from '../../../lib/views/library/prefetch';
import { createRowLoader } from '../../../lib/views/library/rowLoader';

const SIGHT = { from: 1_000, to: 1_026 };

test('who scrolls by rows finds the next screen read, whichever way', () => {
  const down = around(SIGHT, 1).next;
  expect([down.from, down.to]).toEqual([1_026, 1_056]);
  const up = around(SIGHT, -1).next;
  expect([up.from, up.to]).toEqual([968, 1_000]);
});

test('who drags through the list finds the rows read where the list is about to be', () => {
  const { next, far } = around(SIGHT, 167);
  expect(next.from).toBeLessThanOrEqual(SIGHT.from + 3 * 166);
  expect(next.to).toBeGreaterThanOrEqual(SIGHT.to + 3 * 167);
  expect(far.from).toBe(SIGHT.from);
  expect(far.to).toBeGreaterThan(next.to);
});

test('who jumps or stands still reads nothing else, and nothing is read before the beginning', () => {
  for (const by of [0, 90_000, -90_000]) expect(around(SIGHT, by).next).toEqual(SIGHT);
  expect(around({ from: 2, to: 28 }, -2).next).toEqual({ from: 0, to: 2 });
  expect(around({ from: 20, to: 46 }, -500).next).toEqual({ from: 0, to: 0 });
});

/** Lets everything that is under way come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

test('what came into sight while others were read is read as well, and shown when it is there', async () => {
  const idAt = (place: number): PaperId => `hf:p${place}`;
  const asked = new Set<PaperId>();
  const waiting: (() => void)[] = [];
  let shown = 0;
  const filling = createRowLoader(
    { idAt, read: async () => 'known' },
    {
      async read(ids) {
        for (const id of ids) asked.add(id);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return true;
      },
    },
    () => {
      shown += 1;
    },
    () => {},
  );
  for (let from = 0; from < 60_000; from += 5_000) filling.want(from, from + 20);
  await settle();
  expect(waiting.length).toBe(3);
  expect(asked.has('hf:p55000')).toBe(false);
  const before = shown;
  for (let turn = 0; turn < 5; turn++) {
    for (const done of waiting.splice(0)) done();
    await settle();
  }
  expect(asked.has('hf:p55000')).toBe(true);
  expect(shown).toBeGreaterThan(before);
});
