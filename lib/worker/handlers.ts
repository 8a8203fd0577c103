import { browser } from 'wxt/browser';
import { copyAs } from '../formats/copying';
import { announce, type Change } from '../messages/announce';
import { failure, type Result, success } from '../messages/result';
import type { Handlers } from '../messages/server';
import type { SyncMessages } from '../messages/syncMessages';
import type { PaperId } from '../papers/ids';
import { watchSetting, writeSetting } from '../settings/stored';
import { annotationsOf, knownPaper } from '../store/commands/annotations';
import { uncopiedPapers } from '../store/commands/copying';
import { dismiss } from '../store/commands/dismiss';
import { clearHistory, evict, evictHalf } from '../store/commands/evict';
import { abandonImport, applyImport, stagePart } from '../store/commands/importing';
import { beginUndo, papersOfStep } from '../store/commands/jobs';
import { patchAnnotation } from '../store/commands/patchAnnotation';
import { removeBookmark } from '../store/commands/removeBookmark';
import { tagsInUse } from '../store/commands/tagsInUse';
import { undoStep } from '../store/commands/undoStep';
import type { AsterismDatabase } from '../store/database';
import { attempt } from '../store/failures';
import { isDiskFull } from '../store/quota';
import { refreshBadges } from './badges';
import { cardScripts } from './cardScripts';
import { createEviction } from './eviction';
import { createJobs } from './jobs';
import { libraryHandlers } from './libraryHandlers';
import { createQueue } from './queue';
import { restoring } from './restoring';
import { showing } from './showing';

/** Most papers that are announced again when a worker starts; more of them, after an import, are announced as all. */
const MOST_UNTOLD = 1_000;

/** Whether the browser is set to remember nothing: this worker itself is in private then (Firefox). */
function neverRemembers(): boolean {
  return import.meta.env.FIREFOX && browser.extension.inIncognitoContext;
}

/** What carries out all that is about this machine alone. */
export type LibraryHandlers = Omit<Handlers, keyof SyncMessages>;

/** What the handlers need of the world. */
export interface World {
  db: AsterismDatabase;
  now: () => Date;
  log: (where: string, error: unknown) => void;
}

/**
 * What the worker does on each message. Every handler starts its transaction at once, so that the order of messages is
 * the order of writes, and is done when it has committed; what others are told of it comes after the answer.
 */
export function createHandlers({ db, now, log }: World): LibraryHandlers {
  const run = async <T>(command: () => Promise<T>): Promise<Result<T>> => {
    const done = await attempt(command, () => evictHalf(db), isDiskFull);
    if (done.ok || done.code !== 'storage' || !neverRemembers()) return done;
    return failure('neverRemembers', done.detail);
  };
  const evictWhenDue = createEviction(db, now);
  const inTurn = createQueue(log);
  const changed = (change: Change): void => {
    inTurn('announcing', () => announce(change));
    inTurn('badges', () => refreshBadges(db, change));
  };
  const jobs = createJobs({ db, run, aside: inTurn, resumed: () => changed('all'), log });
  async function undoMany(step: number): Promise<Result<PaperId[]>> {
    const undone = await jobs.carryOut(() => beginUndo(db, step, now));
    return undone.ok ? run(() => papersOfStep(db, step)) : undone;
  }
  jobs.resume();
  for (const name of ['newMarks', 'seenCards'] as const) {
    watchSetting(name, () => changed('all'), new AbortController().signal); // pages that are open ask again
  }
  // A worker that died between a commit and its announcement told nobody: what it wrote last is not copied yet.
  inTurn('announcing', async () => {
    const { ids } = await uncopiedPapers(db, 0, MOST_UNTOLD);
    if (ids.length > 0) changed(ids);
  });

  return {
    ...libraryHandlers({ db, now, jobs, run, changed }),
    ...restoring({ db, changed }),
    ...cardScripts,
    ...showing({ db, now, log, run, inTurn, evictWhenDue }),
    'annotations.get': async ({ ids }) => {
      const read = await run(() => annotationsOf(db, ids));
      return read.ok ? success({ annotations: read.value }) : read;
    },
    'annotation.patch': async (request) => {
      const patched = await run(() => patchAnnotation(db, request, now));
      if (!patched.ok) return patched;
      if (patched.value === null) return failure('missing', request.id);
      changed([request.id]);
      return success(patched.value);
    },
    'paper.dismiss': async (request) => {
      const done = await run(() => dismiss(db, request, now));
      if (!done.ok) return done;
      if (done.value === null) return failure('missing', request.id);
      changed([request.id]);
      return success(done.value);
    },
    'paper.copy': async ({ id, as, paper }) => {
      const known = await run(() => knownPaper(db, id, paper));
      if (!known.ok) return known;
      return known.value ? success({ text: copyAs(known.value, as) }) : failure('missing', id);
    },
    'tags.list': async () => {
      const tags = await run(() => tagsInUse(db));
      return tags.ok ? success({ tags: tags.value }) : tags;
    },
    'bookmark.remove': async ({ id }) => {
      const removed = await run(() => removeBookmark(db, id, now));
      if (!removed.ok) return removed;
      changed([id]);
      return success({ undo: removed.value });
    },
    'step.undo': async ({ step }) => {
      const undone = await run(() => undoStep(db, step));
      if (!undone.ok) return undone;
      if (undone.value === null) return failure('missing', `step ${step}`);
      const ids = undone.value === 'many' ? await undoMany(step) : success(undone.value);
      if (!ids.ok) return ids;
      changed(ids.value);
      return success({ ids: ids.value });
    },
    'import.stage': async (part) => {
      const staged = await run(() => stagePart(db, part, now));
      return staged.ok ? success({ staged: staged.value }) : staged;
    },
    'import.apply': async (request) => {
      const applied = await run(() => applyImport(db, request.import, now));
      if (applied.ok) changed('all');
      return applied;
    },
    'import.abandon': async (request) => {
      const abandoned = await run(() => abandonImport(db, request.import));
      return abandoned.ok ? success({ staged: abandoned.value }) : abandoned;
    },
    'cache.policy': async ({ policy }) => {
      await writeSetting('history', policy);
      const evicted = await run(() => evict(db, policy, now()));
      return evicted.ok ? success({ evicted: evicted.value }) : evicted;
    },
    'cache.clear': async () => {
      const evicted = await run(() => clearHistory(db));
      return evicted.ok ? success({ evicted: evicted.value }) : evicted;
    },
  };
}
