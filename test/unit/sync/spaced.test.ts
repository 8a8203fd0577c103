import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Change } from '../../../lib/messages/announce';
import { spaced } from '../../../lib/worker/syncing/spaced';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [A, B, C] = ['arxiv:2401.00001', 'arxiv:2401.00002', 'arxiv:2401.00003'] as const;

test('a change from elsewhere that comes alone is told at once', () => {
  const told: Change[] = [];
  spaced((change) => told.push(change))([A]);
  expect(told).toEqual([[A]]);
});

test('those of a stream are told together, every two seconds, and none is lost', () => {
  const told: Change[] = [];
  const tell = spaced((change) => told.push(change));
  tell([A]);
  tell([B]);
  tell([C]);
  expect(told).toEqual([[A]]);
  vi.advanceTimersByTime(2_000);
  expect(told).toEqual([[A], [B, C]]);
  tell('all');
  tell([A]);
  vi.advanceTimersByTime(2_000);
  expect(told.at(-1)).toBe('all');
  vi.advanceTimersByTime(2_000);
  tell([B]);
  expect(told.at(-1)).toEqual([B]);
  expect(told).toHaveLength(4);
});
