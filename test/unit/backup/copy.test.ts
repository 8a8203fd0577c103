import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walk } from '../../../lib/backup/chunks';
import { type Copy, openCopy } from '../../../lib/backup/copy';
import { daysAfter, kept } from '../../../lib/backup/generations';
import { readHead } from '../../../lib/backup/headAndJournal';
import { unpack } from '../../../lib/backup/packing';
import { overview, restore } from '../../../lib/backup/restoring';
import { type CopyStorage, HEADS, leftKey } from '../../../lib/backup/storage';
import type { Change } from '../../../lib/backup/written';
import { emptyAnnotation } from '../../../lib/papers/annotation';
import type { Bookmark } from '../../../lib/papers/bookmark';
import type { DismissedPaper } from '../../../lib/papers/dismissed';
import type { PaperId } from '../../../lib/papers/ids';
import type { SearchesAndColours } from '../../../lib/papers/searchesAndColours';
import { Death, memoryStorage } from './memory';

const AT = '2026-04-16T10:00:00.000Z';
const rest = async (): Promise<void> => {};
const open = (storage: CopyStorage): Promise<Copy> => openCopy(storage, rest);
const idOf = (n: number): PaperId => `arxiv:2504.${String(n).padStart(5, '0')}`;

function bookmark(n: number, note: string): Bookmark {
  return {
    paper: { id: idOf(n), title: `Paper ${n}`, authors: ['Ada Lovelace'] },
    annotation: { ...emptyAnnotation(AT), starred: true, starredAt: AT, note, noteAt: AT },
  };
}

/** So many bookmarks whose notes do not compress to nothing. */
function many(count: number, from = 0): Change[] {
  return Array.from({ length: count }, (_, at) => {
    const n = from + at;
    const words = Array.from({ length: 12 }, (__, word) =>
      ((n * 7919 + word * 104729) % 99991).toString(36),
    );
    return [idOf(n), bookmark(n, words.join(' '))];
  });
}

async function filled(count: number, storage = memoryStorage()) {
  const copy = await open(storage);
  await copy.begin('db', 0, { at: AT, day: '2026-04-16' });
  const changes = many(count);
  for (let at = 0; at < count; at += 2_000) {
    const part = changes.slice(at, at + 2_000);
    const through = part.at(-1)?.[0] ?? null;
    const exact = {
      after: changes[at - 1]?.[0] ?? ('' as const),
      through: at + 2_000 < count ? through : null,
    };
    await copy.fold({ at: AT, day: '2026-04-16', through: 0, changes: part, exact });
  }
  return { storage, copy };
}

/** Everything that the copy refers to, by walking all of it. */
async function reachable(storage: ReturnType<typeof memoryStorage>): Promise<Set<string>> {
  const head = await readHead(storage);
  const keys = new Set<string>();
  for (const state of head === null ? [] : [head, ...head.generations]) {
    if (state.shelves !== null) keys.add(state.shelves.key);
    if (state.root !== null) keys.add(state.root.key);
    const load = (key: string): Promise<unknown> => {
      keys.add(key);
      return unpack(storage.values.get(key));
    };
    for await (const _ of walk(state.root, { load, damaged: ({ key }) => expect.fail(key) }));
  }
  return keys;
}

const someChanges = fc.array(fc.tuple(fc.nat(30), fc.option(fc.string())), { maxLength: 12 });
const act = fc.oneof(
  fc.record({ do: fc.constant('change' as const), changes: someChanges }),
  fc.record({ do: fc.constant('bulk' as const), changes: someChanges }),
  fc.record({ do: fc.constant('dismiss' as const), numbers: fc.array(fc.nat(40)) }),
  fc.record({ do: fc.constant('fold' as const) }),
  fc.record({ do: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constant('die' as const), after: fc.nat(4) }),
  fc.record({ do: fc.constant('lose' as const) }),
);

test('whatever happens and whenever the worker dies, every kept state is the library and what was dismissed, as they were then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 40 }), async (acts) => {
      const storage = memoryStorage();
      let library = new Map<PaperId, Bookmark>();
      let dismissed: DismissedPaper[] = [];
      let isListChanged = false;
      const log: PaperId[][] = [[]];
      const snapshots = [{ library: new Map(library), dismissed }];
      let day = '2026-03-02';
      let databases = 0;
      let copy = await open(storage);

      async function surviving(work: () => Promise<void>): Promise<void> {
        try {
          await work();
        } catch (error) {
          if (!(error instanceof Death)) throw error;
          storage.life = Number.POSITIVE_INFINITY;
          copy = await open(storage);
          await work();
        }
      }
      async function catchUp(): Promise<void> {
        const through = copy.through();
        const ids = new Set(log.slice(through + 1).flat());
        if (ids.size === 0 && !isListChanged) return;
        const batch = { at: AT, day, through: log.length - 1, changes: rowsOf([...ids]) };
        await copy.note({ ...batch, ...listsNow() }, library.size);
        isListChanged = false;
      }
      /** Searches, colours and what is dismissed go together, and only with a change of any of them. */
      const listsNow = (): { shelves?: SearchesAndColours } =>
        isListChanged ? { shelves: { searches: [], colours: [], dismissed } } : {};
      const rowsOf = (ids: PaperId[]): Change[] =>
        ids.sort().map((id) => [id, library.get(id) ?? null]);

      const begin = (): Promise<void> =>
        surviving(async () => {
          if (copy.head()?.database === `db${databases}`) return;
          await copy.fold();
          await copy.begin(`db${databases}`, log.length - 1, { at: AT, day });
        });
      await begin();
      for (const one of acts) {
        if (one.do === 'sleep') day = daysAfter(day, one.days);
        if (one.do === 'die') storage.life = one.after;
        if (one.do === 'fold') await surviving(() => copy.fold());
        if (one.do === 'lose') {
          await surviving(() => catchUp());
          library = new Map();
          dismissed = [];
          databases += 1;
          log.push([]);
          snapshots.push({ library: new Map(), dismissed });
          await begin();
        }
        if (one.do === 'dismiss') {
          const turned = new Set(one.numbers.map(idOf));
          dismissed = [
            ...dismissed.filter(({ id }) => !turned.has(id)),
            ...[...turned]
              .filter((id) => !dismissed.some((known) => known.id === id))
              .map((id) => ({ id, title: `Paper ${id}`, dismissedAt: AT })),
          ];
          isListChanged = true;
          log.push([]);
          snapshots.push({ library: new Map(library), dismissed });
          await surviving(catchUp);
        }
        if (one.do !== 'change' && one.do !== 'bulk') continue;
        for (const [n, note] of one.changes) {
          if (note === null) library.delete(idOf(n));
          // Long enough for several leaves.
          else library.set(idOf(n), bookmark(n, note + '.'.repeat(6_000)));
        }
        log.push(one.changes.map(([n]) => idOf(n)));
        snapshots.push({ library: new Map(library), dismissed });
        await surviving(async () => {
          if (one.do === 'change') return catchUp();
          const ids = new Set(log.slice(copy.through() + 1).flat());
          const changes = rowsOf([...ids]);
          await copy.fold({ at: AT, day, through: log.length - 1, changes, ...listsNow() });
          isListChanged = false;
        });
      }
      storage.life = Number.POSITIVE_INFINITY;
      copy = await open(storage);
      const head = copy.head();
      const present = await restore(storage, 'present');
      expect(present?.bookmarks).toEqual(sorted(library));
      expect(present?.searchesAndColours.dismissed ?? []).toEqual(dismissed);
      expect((await overview(storage))?.states[0]?.papers).toBe(library.size);
      for (const { fold, through } of head?.generations ?? []) {
        const state = await restore(storage, fold);
        expect(state?.unreadable).toBe(0);
        const then = snapshots[through];
        expect(state?.bookmarks).toEqual(sorted(then?.library ?? new Map()));
        expect(state?.searchesAndColours.dismissed ?? []).toEqual(then?.dismissed);
      }
      // Nothing is left lying about.
      const chunks = [...storage.values.keys()].filter((key) => key.startsWith('backup.chunk'));
      expect(new Set(chunks)).toEqual(await reachable(storage));
      const lists = [...storage.values.keys()].filter((key) => key.startsWith('backup.left'));
      const wanted = (head?.generations ?? []).map(({ fold }) => leftKey(fold));
      expect(lists.filter((key) => !wanted.includes(key))).toEqual([]);
      const sizes = chunks.map((key) => String(storage.values.get(key)).length);
      expect(head?.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
    }),
    { numRuns: 100 },
  );
}, 60_000);

function sorted(library: ReadonlyMap<PaperId, Bookmark>): Bookmark[] {
  return [...library.values()].sort((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
}

test('the last ten days with changes and the last four weeks with changes are kept', () => {
  const days = Array.from({ length: 70 }, (_, at) => daysAfter('2026-01-05', at)); // a Monday
  const generations = days.map((day, fold) => ({
    fold,
    root: null,
    shelves: null,
    through: fold,
    at: AT,
    day,
  }));
  const left = kept(generations, '2026-03-16').map(({ day }) => day);
  expect(left).toEqual([...['2026-02-22', '2026-03-01'], ...days.slice(-10)]);
});

test('what is on offer stays, and what was on offer stays until its time is over', () => {
  const old = { fold: 1, root: null, shelves: null, through: 1, at: AT, day: '2025-01-01' };
  const others = Array.from({ length: 60 }, (_, at) => ({
    ...old,
    fold: 2 + at,
    day: daysAfter('2026-01-05', at),
  }));
  const foldsKept = (pinned: string, today: string): boolean =>
    kept([{ ...old, pinned }, ...others], today).some(({ fold }) => fold === 1);
  expect(foldsKept('forever', '2030-01-01')).toBe(true);
  expect(foldsKept('2026-03-05', '2026-03-05')).toBe(true);
  expect(foldsKept('2026-03-04', '2026-03-05')).toBe(false);
});

test('a change costs the same in a library of 1,000 and of 50,000 papers', async () => {
  const costs: { note: unknown; keys: number; characters: number; reads: number }[] = [];
  for (const size of [1_000, 50_000]) {
    const { storage, copy } = await filled(size);
    expect((await restore(storage, 'present'))?.bookmarks).toEqual(
      many(size).map(([, one]) => one),
    );
    const zero = { keysWritten: 0, charactersWritten: 0, keysRead: 0, keysRemoved: 0 };
    storage.counts = { ...zero };
    const changes = many(1, size / 2).map(([id]): Change => [id, bookmark(size / 2, 'new')]);
    await copy.note({ at: AT, day: '2026-04-16', through: 1, changes }, size);
    const { charactersWritten: noted, ...note } = storage.counts;
    expect(noted).toBeLessThan(320);
    storage.counts = { ...zero };
    await copy.fold();
    costs.push({
      note,
      keys: storage.counts.keysWritten,
      characters: storage.counts.charactersWritten,
      reads: storage.counts.keysRead,
    });
    expect(storage.counts.keysRemoved).toBeLessThan(10);
  }
  const [small, large] = costs;
  expect(large?.note).toEqual(small?.note);
  expect(small?.note).toEqual({ keysWritten: 1, keysRead: 0, keysRemoved: 0 });
  // One leaf, the way to the root, the head; a level more is one key and at most one list of branches more.
  expect(large?.keys).toBeLessThanOrEqual((small?.keys ?? 0) + 1);
  expect(large?.reads).toBeLessThanOrEqual((small?.reads ?? 0) + 1);
  expect(large?.characters).toBeLessThan((small?.characters ?? 0) + 6_000);
}, 120_000);

test('a damaged chunk costs its papers and no others, and is made good by copying again', async () => {
  const { storage, copy } = await filled(2_000);
  const leaf = [...storage.values.keys()].filter((key) => key.startsWith('backup.chunk'))[3] ?? '';
  storage.values.set(leaf, String(storage.values.get(leaf)).replace(/^(.{400})..../, '$1AAAA'));
  const hurt = await restore(storage, 'present');
  expect(hurt?.unreadable).toBeGreaterThan(0);
  expect(hurt?.unreadable).toBeLessThan(250);
  expect((hurt?.bookmarks.length ?? 0) + (hurt?.unreadable ?? 0)).toBe(2_000);
  await copy.fold({
    at: AT,
    day: '2026-04-16',
    through: 1,
    changes: many(2_000),
    exact: { after: '', through: null },
  });
  expect(copy.head()?.scanned).toBe(''); // the whole library is copied again
  await copy.fold({
    at: AT,
    day: '2026-04-16',
    through: 1,
    changes: many(2_000),
    exact: { after: '', through: null },
  });
  expect(copy.head()?.scanned).toBe(null);
  expect(await restore(storage, 'present')).toMatchObject({
    unreadable: 0,
    bookmarks: { length: 2_000 },
  });
});

test('a damaged head leaves the one before, and everything is copied again', async () => {
  const { storage, copy } = await filled(100);
  await copy.fold({ at: AT, day: '2026-04-17', through: 9, changes: [[idOf(5), null]] });
  const newest = HEADS[(copy.head()?.turn ?? 0) % 2] ?? '';
  storage.values.set(newest, 'x');
  const again = await open(storage);
  expect(again.head()).toMatchObject({ scanned: '' });
  expect((await overview(storage))?.states.length).toBeGreaterThan(0);
});

test('searches and colours are in every state', async () => {
  const { storage, copy } = await filled(10);
  const shelves = { searches: [{ name: 'New', query: 'is:unread', savedAt: AT }], colours: [] };
  await copy.note({ at: AT, day: '2026-04-16', through: 1, changes: [], shelves }, 10);
  expect((await restore(storage, 'present'))?.searchesAndColours).toEqual(shelves);
  await copy.fold({ at: AT, day: '2026-04-18', through: 2, changes: [[idOf(1), null]] });
  const [generation] = copy.head()?.generations ?? [];
  expect((await restore(storage, generation?.fold ?? 0))?.searchesAndColours).toEqual(shelves);
});
