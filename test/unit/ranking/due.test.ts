import { expect, test, vi } from 'vitest';
import type { RankingNews } from '../../../lib/store/commands/ranking';
import { isRankingDue } from '../../../lib/worker/ranking';
import { whenQuiet } from '../../../lib/worker/whenQuiet';

const learned = (bookmarks: number, through = 0): RankingNews['last'] => ({
  chosen: bookmarks,
  bookmarks,
  through,
});

test.each<[string, RankingNews, boolean]>([
  ['too few to learn from', { last: null, bookmarks: 19, touched: 500 }, false],
  ['enough to learn from', { last: null, bookmarks: 20, touched: 20 }, true],
  ['nothing new', { last: learned(20, 20), bookmarks: 20, touched: 20 }, false],
  ['one more star', { last: learned(20, 20), bookmarks: 21, touched: 21 }, false],
  ['three more stars', { last: learned(20, 20), bookmarks: 23, touched: 23 }, true],
  ['three stars fewer', { last: learned(20, 20), bookmarks: 17, touched: 23 }, true],
  [
    'three more in a large library',
    { last: learned(10_000), bookmarks: 10_003, touched: 3 },
    false,
  ],
  ['a twentieth more', { last: learned(10_000), bookmarks: 10_500, touched: 9 }, true],
  ['many pages seen', { last: learned(20, 100), bookmarks: 20, touched: 160 }, true],
  [
    'as many, with a large library',
    { last: learned(10_000), bookmarks: 10_000, touched: 60 },
    false,
  ],
])('learning is due by how much has changed: %s', (_, news, due) => {
  expect(isRankingDue(news)).toBe(due);
});

test('what many ask for is done once, when they are done asking, and not twice at a time', async () => {
  vi.useFakeTimers();
  let running = 0;
  let most = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 50));
    running -= 1;
    done += 1;
  };
  const { schedule } = whenQuiet(work, { quietMs: 100, mostMs: 1_000 }, () => performance.now());
  for (let n = 0; n < 5; n++) {
    schedule();
    await vi.advanceTimersByTimeAsync(60);
  }
  expect(done).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(done).toBe(1);
  for (let n = 0; n < 40; n++) {
    schedule(); // never quiet: the longest wait counts
    await vi.advanceTimersByTimeAsync(60);
  }
  expect(done).toBeGreaterThan(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(most).toBe(1);
  vi.useRealTimers();
});
