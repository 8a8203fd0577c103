import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { addressBar } from '../../entrypoints/library/addressBar';

afterEach(() => history.replaceState(null, '', '#'));

test('what is written again soon stands there a moment later', async () => {
  const bar = addressBar(window, () => undefined);
  bar.replace('#/?q=a');
  bar.replace('#/?q=ab');
  expect(location.hash).toBe('#/?q=a');
  await expect.poll(() => location.hash).toBe('#/?q=ab');
});

test('what still waits is written before another page is gone to, and not over it', async () => {
  const bar = addressBar(window, () => undefined);
  bar.replace('#/?q=a');
  bar.replace('#/?q=ab');
  bar.push('#/tags');
  expect(location.hash).toBe('#/tags');
  history.back();
  await expect.poll(() => location.hash).toBe('#/?q=ab');
});

test('a page that is over writes nothing over the next one', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const over = new AbortController();
  const bar = addressBar(window, () => undefined, over.signal);
  bar.replace('#/?q=a');
  bar.replace('#/?q=ab');
  over.abort();
  addressBar(window, () => undefined).replace('#/tags');
  vi.advanceTimersByTime(1_000);
  expect(location.hash).toBe('#/tags');
});
