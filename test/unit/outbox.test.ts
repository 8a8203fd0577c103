import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { leaveBehind, takeOutbox } from '../../lib/messages/outbox';

const request = { id: 'arxiv:2504.12345', patch: { starred: true } } as const;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  fakeBrowser.reset();
  const { session } = fakeBrowser.storage;
  vi.spyOn(session, 'getKeys').mockImplementation(async () => Object.keys(await session.get()));
});

test('what a page leaves behind reaches a running worker, once, and is gone', async () => {
  const taken: unknown[] = [];
  void takeOutbox(async (left) => taken.push(left));
  leaveBehind(request, new Date());
  await settle();
  expect(taken).toEqual([request]);
  expect(await fakeBrowser.storage.session.get()).toEqual({});
});

test('what was left while no worker ran is taken at its next start; other keys stay', async () => {
  await fakeBrowser.storage.session.set({ pulse: { ids: 'all' } });
  leaveBehind(request, new Date());
  await settle();
  const taken: unknown[] = [];
  void takeOutbox(async (left) => taken.push(left));
  await settle();
  expect(taken).toEqual([request]);
  expect(Object.keys(await fakeBrowser.storage.session.get())).toEqual(['pulse']);
});

test('what was left is taken in the order in which it was left, before the taking is done', async () => {
  const texts = Array.from({ length: 12 }, (_, at) => 'typed letter by letter'.slice(0, at + 1));
  for (const note of texts) leaveBehind({ id: request.id, patch: { note } }, new Date());
  await settle();
  const taken: string[] = [];
  await takeOutbox(async (left) => {
    await settle();
    taken.push((left as { patch: { note: string } }).patch.note); // as it was left
  });
  expect(taken).toEqual(texts);
});

test('an edit stays until the worker is done with it', async () => {
  void takeOutbox(() => new Promise(() => {}));
  leaveBehind(request, new Date());
  await settle();
  expect(Object.values(await fakeBrowser.storage.session.get())).toEqual([request]);
});
