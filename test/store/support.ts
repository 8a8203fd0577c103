import { onTestFinished } from 'vitest';
import type { AnnotationPatch } from '../../lib/papers/annotation';
import { emptyAnnotation } from '../../lib/papers/annotation';
import type { Bookmark } from '../../lib/papers/bookmark';
import type { PaperId } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';
import { bookmarksAfter } from '../../lib/store/commands/copying';
import { beginUndo, doPart } from '../../lib/store/commands/jobs';
import { type Patched, patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { undoStep } from '../../lib/store/commands/undoStep';
import { AsterismDatabase } from '../../lib/store/database';
import type { Job } from '../../lib/store/jobs';
import { toRow } from '../../lib/store/rows';

/** A database of its own for one test, deleted afterwards. */
export function freshDatabase(): AsterismDatabase {
  const db = new AsterismDatabase(`test-${crypto.randomUUID()}`);
  onTestFinished(() => {
    db.close();
    indexedDB.deleteDatabase(db.name);
  });
  return db;
}

/** A clock that is set by hand. */
export function clock(start = '2026-05-01T00:00:00.000Z') {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    pass: (ms: number) => {
      time += ms;
    },
  };
}
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A clock that moves on by a second each time it is read. */
export function ticking(start = '2026-05-01T00:00:00.000Z'): () => Date {
  let time = Date.parse(start);
  return () => {
    time += 1_000;
    return new Date(time);
  };
}

export const id = (n: number): PaperId => `arxiv:2504.${String(n).padStart(5, '0')}`;

export function paper(n: number, facts: Partial<Paper> = {}): Paper {
  return { id: id(n), title: `Paper ${n}`, authors: ['Ada Lovelace'], ...facts };
}

export function bookmark(n: number, facts: Partial<Bookmark['annotation']> = {}): Bookmark {
  const at = '2026-01-01T00:00:00.000Z';
  const annotation = { ...emptyAnnotation(at), starred: true, starredAt: at, ...facts };
  return { paper: paper(n), annotation };
}

/** Puts bookmarks into a library, as commands would have. */
export async function fill(db: AsterismDatabase, bookmarks: readonly Bookmark[]): Promise<void> {
  await db.transaction('rw', db.papers, db.bookmarks, async () => {
    await db.papers.bulkPut(bookmarks.map(({ paper: facts }) => ({ id: facts.id, paper: facts })));
    await db.bookmarks.bulkPut(bookmarks.map((one) => toRow(one.paper.id, one)));
  });
}

/** The whole library, by id. */
export function libraryOf(db: AsterismDatabase): Promise<Bookmark[]> {
  return bookmarksAfter(db, '', 1_000_000);
}

/** The facts of a paper, null where there are none. */
export async function factsIn(db: AsterismDatabase, n: number): Promise<Paper | null> {
  return (await db.papers.get(id(n)))?.paper ?? null;
}

/** Carries a job out, part by part, as the worker does. */
export async function finish(db: AsterismDatabase, begun: Job | null): Promise<Job> {
  for (let job = begun; job !== null; job = await doPart(db, job.id)) if (job.finished) return job;
  throw new Error('no such job');
}

/** Takes a step back, however many parts it has. */
export async function undo(db: AsterismDatabase, step: number | null): Promise<void> {
  if (step === null) throw new Error('no step to take back');
  const done = await undoStep(db, step);
  if (done === 'many') await finish(db, await beginUndo(db, step, () => new Date(0)));
}

/** Patches, and fails the test where the paper is unknown. */
export async function patch(
  db: AsterismDatabase,
  n: number,
  change: AnnotationPatch,
  now: () => Date,
): Promise<Patched> {
  const patched = await patchAnnotation(db, { id: id(n), patch: change, paper: paper(n) }, now);
  if (patched === null) throw new Error('unknown paper');
  return patched;
}
