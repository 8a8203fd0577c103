import { expect, test } from 'vitest';
import { createNotices } from '../../lib/page/notices';

test('a notice is on the page from the first sentence on, until the page is left', () => {
  const ended = new AbortController();
  const notify = createNotices(document, ended.signal);
  const notices = () => document.querySelectorAll('[data-asterism=notice]').length;
  expect(notices()).toBe(0);
  notify('Saved.');
  notify('Saved again.');
  expect(notices()).toBe(1);
  ended.abort();
  expect(notices()).toBe(0);
});

test('a notice is in the window wherever the page is scrolled to', async () => {
  const page = document.createElement('main');
  page.style.height = '400vh';
  document.body.append(page);
  const ended = new AbortController();
  for (const share of [0, 1, 2]) {
    scrollTo(0, innerHeight * share);
    createNotices(document, ended.signal)('Saved.');
    scrollTo(0, innerHeight * (share + 1));
    const { length } = [0, 1, 2].filter((step) =>
      document.elementFromPoint(30, innerHeight - 24 - step * 8)?.matches('[data-asterism=notice]'),
    );
    expect(length, `${share} windows down`).toBeGreaterThan(0);
  }
  ended.abort();
  page.remove();
});
