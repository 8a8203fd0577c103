import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alarmOf, createSending } from '../../../lib/worker/syncing/rhythm';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function sending(hasNews = true) {
  const run = vi.fn(async () => undefined);
  const capture = vi.fn(async () => hasNews);
  const log = vi.fn();
  const { changed, stop } = createSending({ now: () => Date.now(), capture, run, log });
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
  return { run, capture, log, changed, stop, pass };
}

test('a change is captured and sent ten seconds after the last', async () => {
  const { run, capture, changed, pass } = sending();
  changed();
  changed();
  await pass(9);
  changed();
  await pass(9);
  expect(capture).not.toHaveBeenCalled();
  await pass(2);
  expect([capture.mock.calls.length, run.mock.calls.length]).toEqual([1, 1]);
});

test('whoever works on is sent a minute after the first change at most', async () => {
  const { run, changed, pass } = sending();
  for (let seconds = 0; seconds < 66; seconds += 3) {
    changed();
    await pass(3);
  }
  expect(run).toHaveBeenCalledTimes(1);
});

test('what leaves nothing to say asks nobody', async () => {
  const { run, changed, pass } = sending(false);
  changed();
  await pass(120);
  expect(run).not.toHaveBeenCalled();
});

test('after the end nothing is captured and nothing is sent', async () => {
  const { run, capture, changed, stop, pass } = sending();
  changed();
  await pass(1);
  stop();
  await pass(120);
  expect([capture.mock.calls.length, run.mock.calls.length]).toEqual([0, 0]);
});

test('a first merge is gone on with soon, however seldom the folder is looked at', () => {
  expect(alarmOf(60, true)).toEqual({ periodInMinutes: 0.5 });
  expect(alarmOf(null, true)).toEqual({ periodInMinutes: 0.5 });
  expect(alarmOf(60, false)).toEqual({ periodInMinutes: 60 });
  expect(alarmOf(null, false)).toBeNull();
});
