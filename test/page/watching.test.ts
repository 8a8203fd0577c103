import { afterEach, expect, test, vi } from 'vitest';
import { watchPage } from '../../lib/page/watching';

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
const twoFrames = async (): Promise<void> => {
  await frame();
  await frame();
};
let life = new AbortController();
afterEach(() => life.abort());

function watched() {
  life = new AbortController();
  const root = document.createElement('main');
  document.body.append(root);
  const changed = vi.fn();
  watchPage(root, (node) => node.nodeName === 'OURS', changed, life.signal);
  return { root, changed };
}

test('a thousand changes in one frame are one call', async () => {
  const { root, changed } = watched();
  for (let i = 0; i < 1000; i++) root.append(document.createElement('article'));
  await twoFrames();
  expect(changed).toHaveBeenCalledTimes(1);
});

test('our own insertions never call back, their removal by the page does', async () => {
  const { root, changed } = watched();
  const ours = document.createElement('ours');
  root.append(ours);
  await twoFrames();
  expect(changed).not.toHaveBeenCalled();
  ours.remove();
  await twoFrames();
  expect(changed).toHaveBeenCalledTimes(1);
});

test('a reused card is noticed: a link that points elsewhere, a text that was replaced', async () => {
  const { root, changed } = watched();
  const link = document.createElement('a');
  link.textContent = 'old';
  root.append(link);
  await twoFrames();
  changed.mockClear();
  link.href = '/papers/2604.00001';
  await twoFrames();
  expect(changed).toHaveBeenCalledTimes(1);
  if (link.firstChild) link.firstChild.nodeValue = 'new';
  await twoFrames();
  expect(changed).toHaveBeenCalledTimes(2);
});

test('nothing is called after the end', async () => {
  const { root, changed } = watched();
  root.append('text');
  life.abort();
  await twoFrames();
  expect(changed).not.toHaveBeenCalled();
});

test('where looking takes long, the page has most of the time, and its last change is seen', async () => {
  const { root, changed } = watched();
  let seen = 0;
  changed.mockImplementation(() => {
    seen = root.childElementCount;
    const end = performance.now() + 20;
    while (performance.now() < end);
  });
  const end = performance.now() + 600;
  while (performance.now() < end) {
    root.append(document.createElement('article'));
    await frame();
  }
  expect(changed.mock.calls.length).toBeLessThanOrEqual(6);
  await expect.poll(() => seen).toBe(root.childElementCount);
});
