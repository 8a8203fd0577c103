import { expect, test } from 'vitest';
import { isAtRest, restoreOutcome } from '../../lib/imports/restoreOutcome';
import {
  type Copy,
  type CopyRead,
  createRestoring,
  NOT_BEGUN,
  type RestoringState,
} from '../../lib/imports/restoring';
import type { Bookmark } from '../../lib/papers/bookmark';
import { setTexts } from '../../lib/text/text';
import messages from '../../public/_locales/en/messages.json';
import { fakeLibrary, openImport } from '../fakes/importing';
import { encode, starred } from './formats/files';

setTexts(
  (key, values) => messages[key].message.replace(/\$(\d)/g, (_, n) => values[n - 1] ?? ''),
  () => 'en',
);

const AT = '2026-04-16T10:00:00.000Z';
const OFFERED: Copy = { name: 'present', at: AT, papers: 2, isOffered: true };
const OLDER: Copy = { ...OFFERED, name: 3, isOffered: false };
const PAPERS = [starred(1), starred(2)];
const DAMAGE = ['One paper could not be read.'];
const readOf = (bookmarks: readonly Bookmark[], damage: string[] = []): CopyRead => ({
  file: new File([encode(bookmarks)], 'asterism-copy-2026-04-16.json'),
  damage,
});

/** A restore into a library, from a copy that reads so, and what came of it. */
function open(read: () => CopyRead | null, library: readonly Bookmark[] = []) {
  const fake = fakeLibrary(library);
  const seen = { now: NOT_BEGUN, all: [] as RestoringState[], saved: 0, settled: 0 };
  const restoring = createRestoring({
    importing: (show) => openImport(fake, show).importing,
    async read(_, onPapers) {
      onPapers(1);
      return read();
    },
    save: () => void seen.saved++,
    settle: async () => seen.settled++,
    show: (state) => {
      seen.now = state;
      seen.all.push(state);
    },
  });
  return { fake, restoring, seen, said: () => restoreOutcome(seen.now) };
}

test('a copy is read, previewed, and nothing is in the library before it is applied', async () => {
  const { fake, restoring, seen } = open(() => readOf(PAPERS));
  await restoring.begin(OFFERED);
  expect(seen.all.map(({ reading }) => reading?.done)).toContain(1);
  expect(seen.now).toMatchObject({ reading: null, state: { step: 'preview', newCount: 2 } });
  expect(isAtRest(seen.now)).toBe(false);
  expect(fake.library.size).toBe(0);
  await restoring.apply();
  expect(fake.library.size).toBe(2);
  expect(isAtRest(seen.now)).toBe(true);
});

test.each([
  ['applied from the copy on offer', OFFERED, [], [], 'apply', 1],
  ['applied from another', OLDER, [], [], 'apply', 0],
  ['discarded', OFFERED, [], [], 'discard', 0],
  ['discarded, and all of it is there already', OFFERED, PAPERS, [], 'discard', 1],
  ['discarded, all is there, but the copy is damaged', OFFERED, PAPERS, DAMAGE, 'discard', 0],
  ['discarded, all is there, and it was not on offer', OLDER, PAPERS, [], 'discard', 0],
] as const)(
  'an offer is settled only by what makes it needless: %s',
  async (_, copy, library, damage, act, settled) => {
    const { restoring, seen } = open(() => readOf(PAPERS, [...damage]), library);
    await restoring.begin(copy);
    await restoring[act]();
    expect(seen.settled).toBe(settled);
  },
);

test('an import that failed settles nothing', async () => {
  const { fake, restoring, seen, said } = open(() => readOf(PAPERS));
  fake.failing.set('import.apply', 'full');
  await restoring.begin(OFFERED);
  await restoring.apply();
  expect(seen.settled).toBe(0);
  expect(said().isError).toBe(true);
});

test('a copy that is gone is said to be, until another is chosen', async () => {
  let copy: CopyRead | null = null;
  const { restoring, seen, said } = open(() => copy);
  await restoring.begin(OFFERED);
  expect(said()).toEqual({ said: messages.backupGone.message, isError: true });
  expect(isAtRest(seen.now)).toBe(true);
  copy = readOf(PAPERS);
  await restoring.begin(OFFERED);
  expect(said()).toEqual({ said: null, isError: false });
});

test('what makes reading a copy throw is told, and another can be read', async () => {
  let isBroken = true;
  const { restoring, seen, said } = open(() => {
    if (isBroken) throw new RangeError('no such chunk');
    return readOf(PAPERS);
  });
  await restoring.begin(OFFERED);
  expect(said().said).toContain('RangeError: no such chunk');
  expect(isAtRest(seen.now)).toBe(true);
  isBroken = false;
  await restoring.begin(OFFERED);
  expect(seen.now.state.step).toBe('preview');
});

test('damage is said after a restore and after saving, and not once it was taken back or discarded', async () => {
  const { restoring, seen, said } = open(() => readOf(PAPERS, DAMAGE));
  await restoring.save(OFFERED);
  expect(seen.saved).toBe(1);
  expect(said().said).toBe(DAMAGE[0]);
  await restoring.begin(OFFERED);
  expect(said().said).toBeNull(); // the preview says it
  await restoring.apply();
  expect(said().said).toContain(DAMAGE[0]);
  restoring.undo();
  await expect.poll(() => said().said).toBe(messages.importUndone.message);
  await restoring.begin(OFFERED);
  restoring.discard();
  expect(said().said).toBeNull();
});
