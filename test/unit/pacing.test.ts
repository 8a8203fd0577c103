import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Change } from '../../lib/messages/announce';
import { paced } from '../../lib/views/pacing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A list that takes so long to be read again, and what it took in, and when. */
function slowList(tookMs: number) {
  const taken: [at: number, change: Change][] = [];
  const takeIn = async (change: Change): Promise<void> => {
    taken.push([Date.now() - start, change]);
    await new Promise((read) => setTimeout(read, tookMs));
  };
  const start = Date.now();
  return { taken, hear: paced(takeIn, Date.now) };
}

test('a change that comes alone is taken in at once', async () => {
  const { taken, hear } = slowList(1_000);
  hear('all');
  expect(taken).toEqual([[0, 'all']]);
});

test('a command and its undo are both taken in at once', async () => {
  const { taken, hear } = slowList(1_000);
  hear('all');
  await vi.advanceTimersByTimeAsync(1_500);
  hear('all');
  expect(taken.map(([at]) => at)).toEqual([0, 1_500]);
});

test('after that a slow list rests three times as long as it took, and takes the last change in', async () => {
  const { taken, hear } = slowList(1_000);
  for (let second = 0; second < 8; second++) {
    hear('all');
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(taken.map(([at]) => at)).toEqual([0, 1_000, 5_000]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taken.map(([at]) => at)).toEqual([0, 1_000, 5_000, 9_000]); // what was said while it rested
  hear('all');
  await vi.advanceTimersByTimeAsync(1_000);
  hear('all');
  expect(taken.map(([at]) => at)).toEqual([0, 1_000, 5_000, 9_000, 68_000, 69_000]); // that is long ago
});

test('a fast list takes in each', async () => {
  const { taken, hear } = slowList(100);
  for (let turn = 0; turn < 3; turn++) {
    hear('all');
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(taken.map(([at]) => at)).toEqual([0, 100, 200]);
});

test('papers that are named are read at once, also while it rests', async () => {
  const { taken, hear } = slowList(1_000);
  for (let turn = 0; turn < 3; turn++) {
    hear('all');
    await vi.advanceTimersByTimeAsync(1_000);
  }
  hear(['arxiv:2401.00001']);
  expect(taken.at(-1)).toEqual([3_000, ['arxiv:2401.00001']]);
});

test('a list that could not be read is read again at the next change, and its error is not swallowed', async () => {
  let tries = 0;
  const failing = async (): Promise<void> => {
    tries += 1;
    throw new Error('not read');
  };
  const unheard: unknown[] = [];
  const note = (error: unknown): void => void unheard.push(error);
  process.on('unhandledRejection', note);
  const hear = paced(failing, Date.now);
  hear('all');
  await vi.advanceTimersByTimeAsync(1);
  hear('all');
  await vi.advanceTimersByTimeAsync(1);
  process.off('unhandledRejection', note);
  expect(tries).toBe(2);
  expect(unheard).toHaveLength(2);
});
