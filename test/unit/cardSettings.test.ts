import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type CardSettings, followCardSettings } from '../../lib/messages/cardSettings';
import { writeSetting } from '../../lib/settings/stored';
import { keepCardsTold } from '../../lib/worker/cardSettings';

beforeEach(() => fakeBrowser.reset());

/** What a page hears, the latest last. */
async function openPage(): Promise<{ heard: (CardSettings | undefined)[]; leave: () => void }> {
  const life = new AbortController();
  const heard: (CardSettings | undefined)[] = [];
  await followCardSettings((settings) => heard.push(settings), life.signal);
  return { heard, leave: () => life.abort() };
}

test('a page from before the worker has begun hears what is set as soon as it has', async () => {
  await writeSetting('corner', 'right');
  const { heard } = await openPage();
  expect(heard).toEqual([undefined]);
  keepCardsTold(vi.fn());
  await expect.poll(() => heard.at(-1)).toEqual({ noKeys: false, atRight: true });
});

test('what is set reaches pages that are open, and those that are opened later', async () => {
  keepCardsTold(vi.fn());
  const { heard, leave } = await openPage();
  await writeSetting('cardKeys', false);
  await expect.poll(() => heard.at(-1)).toEqual({ noKeys: true, atRight: false });
  leave();
  const before = heard.length;
  await writeSetting('corner', 'right');
  await expect
    .poll(async () => (await openPage()).heard)
    .toEqual([{ noKeys: true, atRight: true }]);
  expect(heard).toHaveLength(before);
});
