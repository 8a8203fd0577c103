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

test('a slow list rests three times as long as it took, and takes the last change in', async () => {
  const { taken, hear } = slowList(1_000);
  for (let second = 0; second < 7; second++) {
    hear('all');
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(taken).toEqual([
    [0, 'all'],
    [4_000, 'all'],
  ]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taken).toEqual([
    [0, 'all'],
    [4_000, 'all'],
    [8_000, 'all'], // what was said while it rested
  ]);
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
  hear('all');
  await vi.advanceTimersByTimeAsync(1_500);
  hear(['arxiv:2401.00001']);
  expect(taken.at(-1)).toEqual([1_500, ['arxiv:2401.00001']]);
});

test('a list that could not be read is read again at the next change', async () => {
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
});
