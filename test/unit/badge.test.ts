import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { affectedTabs } from '../../lib/badge/affected';
import { badgeSign, badgeText, showBadge } from '../../lib/badge/badge';
import type { PaperId } from '../../lib/papers/ids';

const BADGE = { text: '3', title: '3 papers' };

beforeEach(() => fakeBrowser.reset());

test('the badge is empty for none and has room for four characters', () => {
  expect([0, 1, 999, 1_000, 20_000].map(badgeText)).toEqual(['', '1', '999', '999+', '999+']);
});

test('a change affects the tabs that show one of its papers; a large one all', () => {
  const first: { ids: PaperId[] } = { ids: ['arxiv:2504.00001', 'arxiv:2504.00002'] };
  const second: { ids: PaperId[] } = { ids: ['arxiv:2504.00003'] };
  const shown = new Map([
    [1, first],
    [2, second],
  ]);
  expect(affectedTabs(shown, ['arxiv:2504.00002'])).toEqual([[1, first]]);
  expect(affectedTabs(shown, ['arxiv:2504.00009'])).toEqual([]);
  expect(affectedTabs(shown, 'all')).toEqual([...shown]);
});

test('of one paper the badge says whether it is starred, or that something else is said about it', () => {
  expect(badgeSign(undefined)).toBe('');
  expect(badgeSign({ starred: true })).toBe('★');
  expect(badgeSign({ starred: false })).toBe('•');
});

test('the number is shown on the tab; a tab that was closed is said to be, other errors are thrown', async () => {
  expect(await showBadge(7, BADGE)).toBe(true);
  expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe('3');
  expect(await fakeBrowser.action.getTitle({ tabId: 7 })).toBe('3 papers');
  const setText = vi.spyOn(fakeBrowser.action, 'setBadgeText');
  for (const text of ['No tab with id: 7.', 'Invalid tab ID: 7']) {
    setText.mockRejectedValueOnce(new Error(text));
    expect(await showBadge(7, BADGE)).toBe(false);
  }
  setText.mockRejectedValueOnce(new Error('out of paint'));
  await expect(showBadge(7, BADGE)).rejects.toThrow('out of paint');
});
