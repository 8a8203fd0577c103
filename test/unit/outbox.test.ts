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
  takeOutbox(async (left) => taken.push(left));
  leaveBehind(request);
  await settle();
  expect(taken).toEqual([request]);
  expect(await fakeBrowser.storage.session.get()).toEqual({});
});

test('what was left while no worker ran is taken at its next start; other keys stay', async () => {
  await fakeBrowser.storage.session.set({ pulse: { ids: 'all' } });
  leaveBehind(request);
  await settle();
  const taken: unknown[] = [];
  takeOutbox(async (left) => taken.push(left));
  await settle();
  expect(taken).toEqual([request]);
  expect(Object.keys(await fakeBrowser.storage.session.get())).toEqual(['pulse']);
});

test('an edit stays until the worker is done with it', async () => {
  takeOutbox(() => new Promise(() => {}));
  leaveBehind(request);
  await settle();
  expect(Object.values(await fakeBrowser.storage.session.get())).toEqual([request]);
});
