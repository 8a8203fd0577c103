import { expect, test } from 'vitest';
import { type Folder, isDue, libraryFile, saveInto } from '../../../lib/backup/dated';
import { type FileLog, NO_LOG, toLog } from '../../../lib/backup/fileLog';

const when = {
  at: '2026-04-16T10:00:00.000Z',
  day: '2026-04-16',
  changedAt: '2026-04-16T09:00:00.000Z',
};
const make = async (): Promise<Blob> => new Blob(['{}']);

/** A folder in memory. */
function folderOf(names: string[], state: PermissionState = 'granted') {
  const files = new Set(names);
  const folder: Folder = {
    name: 'Papers',
    queryPermission: async () => state,
    getFileHandle: async (name, options) => {
      if (!files.has(name) && !options?.create) throw new DOMException('none', 'NotFoundError');
      return {
        createWritable: async () => ({
          write: async () => {},
          close: async () => void files.add(name),
        }),
      };
    },
    removeEntry: async (name) => {
      if (!files.delete(name)) throw new DOMException('none', 'NotFoundError');
    },
  };
  return { folder, files };
}

const last = (day: string): FileLog => ({ ...NO_LOG, day, changedAt: '2026-04-01T00:00:00.000Z' });
const change = '2026-04-02T00:00:00.000Z';

test.each([
  ['never', last(''), change, '2026-04-16', false],
  ['day', last(''), change, '2026-04-16', true],
  ['day', last('2026-04-16'), change, '2026-04-16', false],
  ['day', last('2026-04-15'), change, '2026-04-16', true],
  ['day', last('2026-04-15'), '2026-04-01T00:00:00.000Z', '2026-04-16', false],
  ['week', last('2026-04-13'), change, '2026-04-19', false], // Monday and Sunday
  ['week', last('2026-04-19'), change, '2026-04-20', true],
  // A clock that was a year ahead, or is a year behind: due as on any other day.
  ['day', last('2027-04-16'), '2026-03-01T00:00:00.000Z', '2026-04-16', true],
  ['week', last('2027-04-16'), change, '2026-04-20', true],
  ['day', NO_LOG, '', '2026-04-16', false],
] as const)('%s, after %o, changed %s, on %s: %s', (every, log, changedAt, today, due) => {
  expect(isDue({ every }, log, changedAt, today)).toBe(due);
});

test('files beyond those to keep go, the oldest first, and no file that is not ours', async () => {
  const { folder, files } = folderOf(['mine.json', 'asterism-backup-2020-01-01.json']);
  let log: FileLog = NO_LOG;
  for (const day of ['2026-04-16', '2026-04-17', '2026-04-17', '2026-04-18']) {
    log = await saveInto(folder, make, log, { ...when, day }, 2);
    expect(log.outcome).toBe('saved');
  }
  expect([...files].sort()).toEqual([
    'asterism-backup-2020-01-01.json',
    'asterism-backup-2026-04-17.json',
    'asterism-backup-2026-04-18.json',
    'mine.json',
  ]);
});

test('a file of that name which is not ours stays as it is', async () => {
  const { folder, files } = folderOf(['asterism-backup-2026-04-16.json']);
  const log = await saveInto(folder, make, NO_LOG, when, 5);
  expect(log.name).toBe('asterism-backup-2026-04-16 (2).json');
  expect(files.size).toBe(2);
});

test('files that were deleted by hand do not make it fail', async () => {
  const { folder } = folderOf([]);
  const log = await saveInto(folder, make, { ...NO_LOG, names: ['gone.json'] }, when, 1);
  expect(log).toMatchObject({ outcome: 'saved', names: ['asterism-backup-2026-04-16.json'] });
});

test('a folder without permission, one that is gone, and none at all are told apart and keep the last file’s name', async () => {
  const before = { ...NO_LOG, name: 'a.json', names: ['a.json'], day: '2026-04-01' };
  const { folder } = folderOf([], 'prompt');
  expect(await saveInto(folder, make, before, when, 5)).toEqual({
    ...before,
    at: when.at,
    outcome: 'blocked',
  });
  const gone: Folder = {
    ...folderOf([]).folder,
    getFileHandle: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
  };
  expect(await saveInto(gone, make, before, when, 5)).toMatchObject({
    outcome: 'failed',
    name: 'a.json',
  });
  expect(await saveInto(null, make, before, when, 5)).toMatchObject({ outcome: 'failed' });
});

test('a file is a library file, whatever the batches', async () => {
  async function* batches() {
    yield [];
  }
  const blob = await libraryFile(batches(), {
    exportedAt: when.at,
    app: { name: 'A', version: '1' },
  });
  expect(JSON.parse(await blob.text())).toMatchObject({ format: 'asterism-library', papers: [] });
});

test.each([undefined, null, 'x', {}, { every: 'hour', keep: -1, names: 'x' }])(
  'a log that cannot be read is an empty one: %o',
  (value) => {
    expect(toLog(value)).toEqual(NO_LOG);
  },
);
