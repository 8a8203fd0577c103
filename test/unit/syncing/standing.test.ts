import { expect, test } from 'vitest';
import { NOTHING_TRIED } from '../../../lib/store/sync/rows';
import type { SyncState } from '../../../lib/store/sync/state';
import { NO_MEMORY } from '../../../lib/sync/store';
import { failed, inStep, mayTry, newsOf, stopped } from '../../../lib/worker/syncing/standing';

const NOW = '2026-03-01T00:00:00.000Z';
const after = (minutes: number): string =>
  new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const busy = { code: 'later', status: 503, retryAfter: undefined } as const;

test('after each failure twice as long is waited, at most an hour', () => {
  let standing = NOTHING_TRIED;
  const waits = Array.from({ length: 8 }, () => {
    standing = failed(standing, busy, NOW);
    return standing.nextAt;
  });
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map(after));
  expect(failed(inStep(NOW, null), busy, NOW).nextAt).toBe(after(1));
});

test('a server that says when it wants to be asked again is not asked before', () => {
  expect(failed(NOTHING_TRIED, { ...busy, retryAfter: 600 }, NOW).nextAt).toBe(after(10));
  expect(failed(NOTHING_TRIED, { ...busy, retryAfter: 5 }, NOW).nextAt).toBe(after(1));
});

test.each(['refused', 'permission'] as const)('%s waits for the reader', (code) => {
  const standing = failed(NOTHING_TRIED, { ...busy, code }, NOW);
  expect(standing).toMatchObject({ failure: { why: code }, nextAt: null });
  expect(mayTry(standing, after(10_000))).toBe(false);
});

test('what passes by itself is tried when its time has come, and not before', () => {
  const standing = failed(NOTHING_TRIED, { ...busy, code: 'notWebDav' }, NOW);
  expect(mayTry(standing, NOW)).toBe(false);
  expect(mayTry(standing, after(1))).toBe(true);
});

test('a failure keeps when all was in step last, and what is held back', () => {
  const held = { machine: 'aa', name: 'Desktop', ids: ['arxiv:2504.00001' as const], of: 9 };
  const standing = failed(inStep(NOW, held), busy, after(5));
  expect(standing).toMatchObject({ at: NOW, held });
});

const stored = (standing = NOTHING_TRIED, isJoining = false): SyncState => ({
  own: { machine: 'aa', name: 'Laptop', isJoining, joiningStep: 7 },
  self: {
    machine: 'aa',
    seen: new Map([
      ['aa', [['11']]],
      ['bb', [['22']]],
      ['cc', [['33']]],
    ]),
    outbox: ['x', 'y', 'x'].map((id, at) => ({
      dot: `aa.${at + 1}.00`,
      before: '',
      at: NOW,
      seen: [],
      records: [{ id, over: {}, set: {} }],
    })),
  },
  memory: NO_MEMORY,
  unsettled: [],
  machines: new Map([['cc', { name: 'Old', at: NOW, isForgotten: true }]]),
  standing,
  taking: null,
  former: new Map(),
});

test.each([
  ['joining', stored(NOTHING_TRIED, true), true, { kind: 'joining' }],
  ['on its way', stored(inStep(NOW, null)), true, { kind: 'syncing', changes: 2 }],
  ['in step', stored(inStep(NOW, null)), false, { kind: 'inStep', machines: 1, at: NOW }],
  [
    'waiting',
    stored(failed(NOTHING_TRIED, busy, NOW)),
    false,
    { kind: 'waiting', changes: 2, why: 'later', status: 503, nextAt: after(1) },
  ],
  [
    'stopped',
    stored(stopped(inStep(NOW, null), 'noLibrary')),
    false,
    { kind: 'stopped', changes: 2, why: 'noLibrary', status: null },
  ],
  [
    'held',
    stored(inStep(NOW, { machine: 'bb', name: 'Desktop', ids: ['arxiv:2504.00001'], of: 9 })),
    false,
    { kind: 'held', machine: 'Desktop', removals: 1, of: 9 },
  ],
])('a machine that is %s says so', (_, state, isRunning, told) => {
  expect(newsOf(state, isRunning).state).toEqual(told);
});

test('the first merge can be taken back once it is done', () => {
  expect(newsOf(stored(), false).canUndoJoining).toBe(true);
  expect(newsOf(stored(NOTHING_TRIED, true), false).canUndoJoining).toBe(false);
});
