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
