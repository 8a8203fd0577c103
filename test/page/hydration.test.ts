import { expect, test, vi } from 'vitest';
import { hydration } from '../../lib/page/hydration';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('a page without a framework is not waited for', async () => {
  let done = false;
  void hydration(document, () => false, new AbortController().signal).then(() => {
    done = true;
  });
  await Promise.resolve();
  expect(done).toBe(true);
});

test('nothing is done before the framework has taken over, and then at once', async () => {
  let awaiting = true;
  let done = false;
  void hydration(document, () => awaiting, new AbortController().signal).then(() => {
    done = true;
  });
  document.body.append(document.createElement('i'));
  await wait(50);
  expect(done).toBe(false);
  awaiting = false;
  document.body.append(document.createElement('b'));
  await wait(0);
  expect(done).toBe(true);
});

test('a framework that never comes is not waited for for ever', async () => {
  await hydration(document, () => true, new AbortController().signal);
  expect(document.readyState).toBe('complete');
});

test.each(['loading', 'interactive'] as const)(
  'a page that never loads to its end (%s) is not waited for for ever',
  async (state) => {
    vi.useFakeTimers();
    const readyState = vi.spyOn(document, 'readyState', 'get').mockReturnValue(state);
    const done = vi.fn();
    void hydration(document, () => true, new AbortController().signal).then(done);
    await vi.advanceTimersByTimeAsync(3_000); // its framework may still come
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(done).toHaveBeenCalledTimes(1);
    readyState.mockRestore();
    vi.useRealTimers();
  },
);
