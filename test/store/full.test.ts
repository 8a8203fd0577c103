import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Answer, Request } from '../../lib/messages/contract';
import type { Result } from '../../lib/messages/result';
import type { AsterismDatabase } from '../../lib/store/database';
import { createHandlers, type LibraryHandlers } from '../../lib/worker/handlers';
import { fakeDisk } from './fakeDisk';
import { bookmark, clock, freshDatabase, id, paper } from './support';

// The disk is full from some write on, whichever it is, in the middle of each command that the worker has.

vi.mock('../../lib/store/jobs', () => ({ PART: 2 })); // a command for five papers has three parts

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'trace').mockImplementation(() => {}); // Dexie says there what it rejects with
});
afterEach(() => vi.restoreAllMocks());

type Ask = <N extends keyof LibraryHandlers>(
  name: N,
  request: Request<N>,
) => Promise<Result<Answer<N>>>;

const five = [1, 2, 3, 4, 5].map(id);

/** A worker on a database, which may have had others. */
function worker(db: AsterismDatabase): Ask {
  const handlers = createHandlers({ db, now: clock().now, log: () => {} });
  return async (name, request) => handlers[name](request, { kind: 'page' }) as never; // the answer to this message
}

async function asked<N extends keyof LibraryHandlers>(
  ask: Ask,
  name: N,
  request: Request<N>,
): Promise<Answer<N>> {
  const result = await ask(name, request);
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}

/** Five bookmarks with a tag, a search, a colour, one paper in the trash and one that is nowhere. */
async function library(): Promise<{ db: AsterismDatabase; ask: Ask }> {
  const db = freshDatabase();
  const ask = worker(db);
  const bookmarks = [1, 2, 3, 4, 5, 6].map((n) =>
    bookmark(n, { tags: ['old'], note: `Note ${n}` }),
  );
  await asked(ask, 'import.stage', { import: 'first', part: 0, bookmarks });
  await asked(ask, 'import.apply', { import: 'first' });
  await asked(ask, 'bookmark.remove', { id: id(6) });
  await asked(ask, 'search.save', { name: 'Mine', query: 'tree' });
  await asked(ask, 'tag.colour', { tag: 'old', colour: 'red' });
  return { db, ask };
}

/** All that the reader said. */
async function said(db: AsterismDatabase) {
  const [bookmarks, trash, searches, colours] = await Promise.all([
    db.bookmarks.toArray(),
    db.trash.toArray(),
    db.searches.toArray(),
    db.colours.toArray(),
  ]);
  const counts = await db.counts.toArray();
  return { bookmarks, trash, searches, colours, counts: counts.filter(({ count }) => count > 0) };
}

interface Action {
  /** What comes before, while there is room. */
  before?: (ask: Ask) => Promise<number>;
  /** The command; `turn` tells one try from the next, `step` is what came of `before`. */
  run: (ask: Ask, turn: number, step: number) => Promise<Result<unknown>>;
  /** Whether it is brought to its end, once begun: an undo is not undone. */
  isFinished?: true;
}

const patching = (patch: Request<'annotation.patch'>['patch'], n = 1): Action => ({
  run: (ask) => ask('annotation.patch', { id: id(n), patch, paper: paper(n) }),
});

const importing = async (ask: Ask, turn: number): Promise<Result<Answer<'import.apply'>>> => {
  const staged = await ask('import.stage', {
    import: `import ${turn}`,
    part: 0,
    bookmarks: [1, 2, 7, 8].map((n) => bookmark(n, { note: `Incoming ${n}`, tags: ['in'] })),
  });
  return staged.ok ? ask('import.apply', { import: `import ${turn}` }) : staged;
};

const taggingAll = async (
  ask: Ask,
  job: string,
): Promise<Result<Answer<'annotations.patchMany'>>> =>
  ask('annotations.patchMany', { job, ids: five, patch: { addTags: ['new'] } });

const ACTIONS: Record<string, Action> = {
  'a star': patching({ starred: true }, 9),
  'a star that goes out': patching({ starred: false }),
  'a tag': patching({ addTags: ['new'] }),
  'a status': patching({ status: 'reading' }),
  'a note': patching({ note: 'Another note', noteWas: 'Note 1' }),
  'a removal': { run: (ask) => ask('bookmark.remove', { id: id(1) }) },
  'bringing back from the trash': {
    run: (ask, turn) => ask('trash.restore', { job: `job ${turn}`, ids: [id(6)] }),
  },
  'emptying the trash': { run: (ask) => ask('trash.empty', { which: 'all' }) },
  'an import': { run: importing },
  'tagging many': { run: (ask, turn) => taggingAll(ask, `job ${turn}`) },
  'removing many': {
    run: (ask, turn) => ask('bookmarks.removeMany', { job: `job ${turn}`, ids: five }),
  },
  'renaming a tag': {
    run: (ask, turn) => ask('tag.rename', { job: `job ${turn}`, from: 'old', to: 'other' }),
  },
  'deleting a tag': { run: (ask, turn) => ask('tag.delete', { job: `job ${turn}`, tag: 'old' }) },
  'colouring a tag': { run: (ask) => ask('tag.colour', { tag: 'old', colour: 'blue' }) },
  'saving a search': { run: (ask) => ask('search.save', { name: 'Another', query: 'x' }) },
  'deleting a search': { run: (ask) => ask('search.delete', { name: 'Mine' }) },
  'an undo': {
    before: async (ask) =>
      (await asked(ask, 'annotation.patch', { id: id(1), patch: { addTags: ['wrong'] } })).undo ??
      0,
    run: (ask, _, step) => ask('step.undo', { step }),
  },
  'an undo of many': {
    before: async (ask) => {
      const tagged = await taggingAll(ask, 'before');
      return tagged.ok ? (tagged.value.undo ?? 0) : 0;
    },
    run: (ask, _, step) => ask('step.undo', { step }),
    isFinished: true,
  },
  'an undo of an import': {
    before: async (ask) => {
      const imported = await importing(ask, 0);
      return imported.ok ? (imported.value.undo ?? 0) : 0;
    },
    run: (ask, _, step) => ask('step.undo', { step }),
  },
};

/** What comes of an action that nothing disturbs, and how often it writes. */
async function undisturbed({ before, run }: Action) {
  const { db, ask } = await library();
  const step = (await before?.(ask)) ?? 0;
  const disk = fakeDisk(db, Number.POSITIVE_INFINITY, 'refuses');
  const result = await run(ask, 1, step);
  disk.remove();
  expect(result).toMatchObject({ ok: true });
  return { writes: disk.writes(), after: await said(db) };
}

/** So many of the moments at which the disk may be full; all of them take a minute. */
const MOMENTS = 5;

const cases = Object.entries(ACTIONS).flatMap(([name, action]) =>
  (['refuses', 'gives up'] as const).map((how) => [name, how, action] as const),
);

test.each(cases)(
  '%s on a disk that %s: nothing is half done, it is told, and done when there is room again',
  async (_, how, action) => {
    const { writes, after } = await undisturbed(action);
    for (let at = 0; at < writes; at += Math.max(1, Math.ceil(writes / MOMENTS))) {
      for (const isTriedAgain of [true, false]) {
        const moment = `at write ${at} of ${writes}, ${isTriedAgain ? '' : 'not '}tried again`;
        const { db, ask } = await library();
        const step = (await action.before?.(ask)) ?? 0;
        const before = await said(db);
        const disk = fakeDisk(db, at, how);
        const told = await action.run(ask, 1, step);
        disk.free();
        // What was written after the answer is not the reader's.
        if (!told.ok) expect(told, moment).toMatchObject({ code: 'full' });
        const isDone = told.ok || isTriedAgain;
        if (!told.ok && isTriedAgain) {
          expect(await action.run(ask, 2, step), moment).toMatchObject({ ok: true });
        }
        await asked(worker(db), 'annotations.patchMany', { job: 'x', ids: [id(1)], patch: {} }); // after what was left
        disk.remove();
        if (!isDone && action.isFinished) expect([before, after]).toContainEqual(await said(db));
        else expect(await said(db), moment).toEqual(isDone ? after : before);
      }
    }
  },
  60_000,
);
