import { expect, test, vi } from 'vitest';
import { followAddress, watchAddress } from '../../lib/page/following';

function setUp() {
  const ended = new AbortController();
  const lives: AbortSignal[] = [];
  const kinds: string[] = [];
  const follow = followAddress(
    ({ pathname }) =>
      pathname === '/papers' ? 'listing' : pathname === '/papers/1' ? 'paper' : null,
    (kind, signal) => {
      kinds.push(kind);
      lives.push(signal);
    },
    ended.signal,
  );
  return { follow, lives, kinds, ended };
}

test('nothing is done on a page that is not read', () => {
  const { follow, lives } = setUp();
  follow('https://example.com/models');
  expect(lives).toHaveLength(0);
});

test('a listing reached without a load is annotated, left without a load it is not', () => {
  const { follow, lives } = setUp();
  follow('https://example.com/models');
  follow('https://example.com/papers');
  expect(lives[0]?.aborted).toBe(false);
  follow('https://example.com/models');
  expect(lives[0]?.aborted).toBe(true);
  follow('https://example.com/papers');
  expect(lives).toHaveLength(2);
});

test('from one listing to the next the work goes on', () => {
  const { follow, lives } = setUp();
  follow('https://example.com/papers');
  follow('https://example.com/papers?q=agents');
  expect(lives).toHaveLength(1);
  expect(lives[0]?.aborted).toBe(false);
});

test('from a listing to a paper the one ends and the other begins', () => {
  const { follow, lives, kinds } = setUp();
  follow('https://example.com/papers');
  follow('https://example.com/papers/1');
  expect(kinds).toEqual(['listing', 'paper']);
  expect(lives.map(({ aborted }) => aborted)).toEqual([true, false]);
});

test('the end of the extension ends it all', () => {
  const { follow, lives, ended } = setUp();
  follow('https://example.com/papers');
  ended.abort();
  expect(lives[0]?.aborted).toBe(true);
  follow('https://example.com/papers');
  expect(lives).toHaveLength(1);
});

test('an address that changes without a load is heard of, until the signal aborts', async () => {
  const before = location.href;
  const ended = new AbortController();
  const heard: string[] = [];
  watchAddress((address) => heard.push(address), ended.signal);
  history.pushState(null, '', '#elsewhere');
  await expect.poll(() => heard.at(-1)).toMatch(/#elsewhere$/);
  ended.abort();
  history.replaceState(null, '', before);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard.at(-1)).toMatch(/#elsewhere$/);
});

test('where a link leads is heard of when the page is there, not when it is pressed', async () => {
  const ended = new AbortController();
  const { signal } = ended;
  const heard = vi.fn();
  watchAddress(heard, signal);
  const stay = vi.fn((event: NavigateEvent) => event.preventDefault());
  window.navigation.addEventListener('navigate', stay, { signal });
  const link = document.createElement('a');
  link.href = '/elsewhere';
  document.body.append(link);
  link.click();
  link.remove();
  await expect.poll(() => stay).toHaveBeenCalledTimes(1);
  expect(heard).not.toHaveBeenCalled();
  ended.abort();
});
