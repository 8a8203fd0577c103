import { beforeAll, describe, expect, test } from 'vitest';
import { CHECK_STEPS, type StopReason, type SyncState } from '../../../lib/messages/syncMessages';
import { REMOTE_FAILURES } from '../../../lib/remote/folder';
import { agoText } from '../../../lib/text/agoText';
import { syncFailure, syncLine } from '../../../lib/text/syncText';
import { takeEnglishTexts } from '../../component/englishTexts';

const NOW = new Date('2026-11-26T15:00:00Z');
const REASONS: StopReason[] = [
  ...REMOTE_FAILURES,
  'noLibrary',
  'otherLibrary',
  'twoLibraries',
  'newer',
];

beforeAll(takeEnglishTexts);

test.each<[SyncState, string | null]>([
  [{ kind: 'off' }, null],
  [{ kind: 'joining' }, 'Connecting…'],
  [{ kind: 'syncing', changes: 0 }, 'Looking for changes…'],
  [{ kind: 'syncing', changes: 1 }, 'Sending 1 change…'],
  [
    { kind: 'inStep', machines: 2, at: '2026-11-26T14:57:00Z' },
    'In step with 2 machines, 3 minutes ago',
  ],
  [{ kind: 'inStep', machines: 1, at: '2026-11-26T15:00:00Z' }, 'In step with 1 machine, now'],
  [
    { kind: 'inStep', machines: 0, at: '2026-11-26T12:00:00Z' },
    'Sent to the folder, 3 hours ago. No other machine is there yet.',
  ],
  [
    { kind: 'waiting', changes: 12, why: 'offline', status: null, nextAt: '2026-11-26T15:02:00Z' },
    '12 changes wait: offline',
  ],
  [
    { kind: 'waiting', changes: 0, why: 'later', status: 503, nextAt: '2026-11-26T15:02:00Z' },
    'Not in step: the server is busy',
  ],
  [
    { kind: 'stopped', changes: 0, why: 'refused', status: 401 },
    'Sync stopped: wrong user or password',
  ],
  [
    { kind: 'stopped', changes: 1, why: 'noLibrary', status: null },
    'Sync stopped: the folder is empty. 1 change waits',
  ],
  [
    { kind: 'held', machine: 'Desktop', removals: 900, of: 1_000 },
    'Desktop removed 900 of 1,000 papers',
  ],
])('%j is said in one line', (state, line) => {
  expect(syncLine(state, NOW)).toBe(line);
});

test('every reason has words of its own', () => {
  const lines = REASONS.map((why) =>
    syncLine({ kind: 'stopped', changes: 0, why, status: null }, NOW),
  );
  expect(new Set(lines).size).toBe(REASONS.length);
  expect(lines.filter((line) => line === null || /undefined|: $/.test(line))).toEqual([]);
});

const NAS = { host: 'nas.example', kind: 'webdav' } as const;

describe('a failure', () => {
  test.each(REMOTE_FAILURES)('%s has a sentence that names the place', (why) => {
    expect(syncFailure({ why, status: null }, NAS)).toContain('nas.example');
  });

  test('of a folder on this computer that is gone is not about a server', () => {
    const gone = syncFailure({ why: 'noFolder', status: null }, { host: 'Papers', kind: 'folder' });
    expect(gone).toMatch(/^The folder “Papers” is not there any more/);
    expect(gone).not.toContain('address');
  });

  test('says what the server answered', () => {
    expect(syncFailure({ why: 'full', status: 507 }, NAS)).toMatch(/507\.$/);
  });

  test('of a server that answers wrongly is about that', () => {
    const odd = (['findWithSize', 'readBack', 'missingIsMissing'] as const).map((step) =>
      syncFailure({ why: 'later', status: null }, NAS, step),
    );
    expect(new Set([...odd, syncFailure({ why: 'later', status: null }, NAS)]).size).toBe(4);
  });

  test.each(CHECK_STEPS)('of the line or of the password is the same at step %s', (step) => {
    for (const why of ['offline', 'refused'] as const) {
      const failed = { why, status: null };
      expect(syncFailure(failed, NAS, step)).toBe(syncFailure(failed, NAS));
    }
  });
});

test.each([
  ['2026-11-26T15:00:00Z', 'now'],
  ['2026-11-26T14:59:01Z', 'now'],
  ['2026-11-26T14:58:59Z', '1 minute ago'],
  ['2026-11-26T14:00:01Z', '59 minutes ago'],
  ['2026-11-25T16:00:00Z', '23 hours ago'],
  ['2026-11-25T15:00:00Z', 'yesterday'],
  ['2026-11-16T15:00:00Z', '10 days ago'],
  ['2027-01-01T00:00:00Z', 'now'],
])('%s is "%s"', (time, said) => {
  expect(agoText(time, NOW)).toBe(said);
});
