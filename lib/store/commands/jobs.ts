import type { PaperId } from '../../papers/ids';
import { afterTask, type Task } from '../../papers/tasks';
import { isThere, type PaperState, UNTOUCHED } from '../../papers/trash';
import { changing, statesOf, storeAsStep } from '../changes';
import { recolour } from '../colours';
import type { AsterismDatabase } from '../database';
import { type Job, PART } from '../jobs';
import type { StepPart } from '../rows';
import { nextStep, partsOf, removalTime, writePart } from '../stepLog';
import { factsOf } from '../writeRows';
import { takeBackPart } from './undoStep';

/** Starts a job; one that was started before is given as it is. `find` looks for its papers, where it was not. */
export async function beginJob(
  db: AsterismDatabase,
  id: string,
  task: Task,
  find: () => Promise<readonly PaperId[]>,
  now: () => Date,
): Promise<Job> {
  const before = await db.jobs.get(id);
  if (before) return before;
  // Sorted: neighbours are read and written in fewer steps.
  const ids = [...new Set(await find())].sort();
  return db.transaction('rw', [db.jobs, db.jobParts, db.colours, db.steps], async () => {
    const known = await db.jobs.get(id);
    if (known) return known;
    const at = task.kind === 'remove' ? await removalTime(db, now) : now().toISOString();
    const step = await nextStep(db);
    // Takes the number, so that whatever comes before the job is done gets another.
    const colours = task.kind === 'retag' ? await recolour(db, task.from, task.to) : [];
    await writePart(db, step, 0, [], at, colours);
    const counts = { total: ids.length, done: 0, changed: 0, missing: 0 };
    const recoloured = colours.length > 0;
    const job: Job = { id, task, at, step, ...counts, recoloured, finished: false };
    await db.jobs.add(job);
    const parts = Array.from({ length: Math.ceil(ids.length / PART) }, (_, part) => part);
    await db.jobParts.bulkAdd(
      parts.map((part) => ({
        job: id,
        part: part + 1,
        ids: ids.slice(part * PART, (part + 1) * PART),
      })),
    );
    return job;
  });
}

/** Starts a job that takes back a step of many parts; null where there is no such step (any more). */
export function beginUndo(
  db: AsterismDatabase,
  step: number,
  now: () => Date,
): Promise<Job | null> {
  return db.transaction('rw', db.jobs, db.jobParts, db.steps, async () => {
    const id = `undo ${step}`;
    const known = await db.jobs.get(id);
    if (known && !known.finished) return known;
    const keys = await partsOf(db, step).primaryKeys();
    if (keys.length === 0) return null;
    const at = now().toISOString();
    const counts = { total: keys.length * PART, done: 0, changed: 0, missing: 0 };
    const state = { ...counts, recoloured: false, finished: false };
    const job: Job = { id, task: { kind: 'undo', step }, at, step, ...state };
    await db.jobs.put(job);
    await db.jobParts.bulkPut(keys.map(([, part]) => ({ job: id, part, ids: [] })));
    return job;
  });
}

/**
 * Turns a job that cannot go on into one that takes back what it did. Papers it has not come to stay as they are, so
 * that in the end nothing is changed.
 */
export function turnBack(db: AsterismDatabase, id: string): Promise<void> {
  return db.transaction('rw', db.jobs, db.jobParts, db.steps, async () => {
    const job = await db.jobs.get(id);
    if (!job || job.finished || job.task.kind === 'undo') return;
    await leftOf(db, id).delete();
    const keys = await partsOf(db, job.step).primaryKeys();
    await db.jobParts.bulkPut(keys.map(([, part]) => ({ job: id, part, ids: [] })));
    await db.jobs.put({ ...job, task: { kind: 'undo', step: job.step }, changed: 0 });
  });
}

/** Does the next part of a job, in one transaction, and gives the job as it is then. */
export function doPart(db: AsterismDatabase, id: string): Promise<Job | null> {
  const tables = [...changing(db), db.colours, db.searches, db.jobs, db.jobParts];
  return db.transaction('rw', tables, async () => {
    const job = await db.jobs.get(id);
    if (!job || job.finished) return job ?? null;
    const left = await leftOf(db, id).first();
    if (left) {
      if (job.task.kind === 'undo') {
        await takeBackPart(db, await db.steps.get([job.task.step, left.part]));
        job.done += PART;
      } else {
        await doTo(db, job, left.part, left.ids);
      }
      await leftOf(db, id).limit(1).delete();
    }
    job.finished = (await leftOf(db, id).count()) === 0;
    if (job.finished && !hasChanged(job) && job.task.kind !== 'undo') {
      await partsOf(db, job.step).delete(); // nothing to take back: nobody is told of the number
    }
    await db.jobs.put(job);
    return job;
  });
}

/** Whether there is something to take back. */
export function hasChanged({ changed, recoloured }: Job): boolean {
  return changed > 0 || recoloured;
}

/** Jobs that are not finished, in the order of their steps: what the worker was stopped at. */
export async function unfinishedJobs(db: AsterismDatabase): Promise<Job[]> {
  const jobs = await db.jobs.toArray();
  return jobs.filter(({ finished }) => !finished).sort((a, b) => a.step - b.step);
}

/** Forgets jobs that were finished a day ago: nobody asks for their outcome any more. */
export async function forgetJobs(db: AsterismDatabase, now: () => Date): Promise<number> {
  const dayAgo = new Date(now().getTime() - 86_400_000).toISOString();
  const inADay = new Date(now().getTime() + 86_400_000).toISOString(); // its clock ran ahead
  return db.jobs.filter(({ at, finished }) => finished && (at < dayAgo || at > inADay)).delete();
}

/** All papers of a step. */
export async function papersOfStep(db: AsterismDatabase, step: number): Promise<PaperId[]> {
  const ids: PaperId[] = [];
  await partsOf(db, step).each(({ changes }: StepPart) => {
    for (const { id } of changes) ids.push(id);
  });
  return ids;
}

function leftOf(db: AsterismDatabase, job: string) {
  return db.jobParts.where('[job+part]').between([job], [job, []]);
}

async function doTo(
  db: AsterismDatabase,
  job: Job,
  part: number,
  ids: readonly PaperId[],
): Promise<void> {
  const states = await statesOf(db, ids);
  const isUnknown = await unknownAmong(db, job.task, states);
  const turns = ids.flatMap((id) => {
    const before = states.get(id) ?? UNTOUCHED;
    const after = afterTask(before, job.task, job.at);
    if (after !== before && isUnknown.has(id)) job.missing += 1;
    return after === before || isUnknown.has(id) ? [] : { id, before, after };
  });
  job.changed += await storeAsStep(db, turns, { step: job.step, part, at: job.at });
  job.done += ids.length;
}

/** Papers of which no facts are known: they cannot become bookmarks. */
async function unknownAmong(
  db: AsterismDatabase,
  task: Task,
  states: ReadonlyMap<PaperId, PaperState>,
): Promise<Set<PaperId>> {
  if (task.kind !== 'patch') return new Set();
  const untouched = [...states].flatMap(([id, state]) => (isThere(state) ? [] : id));
  const facts = await factsOf(db, untouched);
  return new Set(untouched.filter((id) => !facts.has(id)));
}
