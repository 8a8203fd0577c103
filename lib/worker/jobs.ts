import type { BulkOutcome } from '../messages/messages';
import { reportProgress } from '../messages/progress';
import { type Failure, failure, type Result, success } from '../messages/result';
import { doPart, hasChanged, turnBack, unfinishedJobs } from '../store/commands/jobs';
import type { AsterismDatabase } from '../store/database';
import type { Job } from '../store/jobs';
import { forgetFailed, hasFailed, noteFailed } from './failedJobs';

/** Carries out jobs, one after another in the order they came, each part by part. */
export interface Jobs {
  /** Begins a job (null: there is nothing to do it to) and answers when it is done, all of it or nothing. */
  carryOut(begin: () => Promise<Job | null>): Promise<Result<Job | null>>;
  /** Goes on with what a stopped worker has left, before any other job. */
  resume(): void;
}

interface Needs {
  db: AsterismDatabase;
  run: <T>(command: () => Promise<T>) => Promise<Result<T>>;
  /** Work that nobody waits for, in its order. */
  aside: (where: string, work: () => Promise<unknown>) => void;
  /** A job that was left came to its end. */
  resumed: () => void;
  log: (where: string, error: unknown) => void;
}

/** See `Jobs`. */
export function createJobs({ db, run, aside, resumed, log }: Needs): Jobs {
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work);
    last = mine.catch(() => {}); // whoever asked hears of it
    return mine;
  }

  async function doAll(id: string): Promise<Result<Job | null>> {
    try {
      for (;;) {
        const part = await run(() => doPart(db, id));
        if (!part.ok || !part.value || part.value.finished) return part;
        const { done, total } = part.value;
        aside('progress', () => reportProgress(id, { done, total }));
      }
    } finally {
      aside('progress', () => reportProgress(id, null));
    }
  }

  /** What cannot be done to all is done to none. If that fails too, it comes before the next job. */
  async function doAllOrNothing(id: string): Promise<Result<Job | null>> {
    let done: Result<Job | null> | null = null;
    try {
      done = await doAll(id);
      return done;
    } finally {
      if (!done?.ok) await takeBack(id);
    }
  }

  async function takeBack(id: string): Promise<Result<unknown>> {
    await noteFailed(id);
    const turned = await run(() => turnBack(db, id));
    const back = turned.ok ? await doAll(id) : turned;
    if (back.ok) await forgetFailed(id);
    return back;
  }

  /** Goes on with what was left, by a worker that was stopped or where there was no room; gives what it fails at. */
  async function finishOthers(): Promise<Failure | null> {
    for (const { id } of await unfinishedJobs(db)) {
      try {
        const finished = await ((await hasFailed(id)) ? takeBack(id) : doAllOrNothing(id));
        if (!finished.ok) return finished;
      } catch (error) {
        log(`job ${id}`, error); // a bug, which must not keep others from being done
      }
      resumed();
    }
    return null;
  }

  return {
    carryOut: (begin) =>
      inTurn(async () => {
        const left = await finishOthers();
        if (left) return left;
        const begun = await run(begin);
        if (!begun.ok || begun.value === null || begun.value.finished) return begun;
        const { id } = begun.value;
        const done = await doAllOrNothing(id);
        return done.ok && done.value === null ? failure('missing', id) : done;
      }),
    resume() {
      inTurn(finishOthers).catch((error: unknown) => log('jobs', error));
    },
  };
}

/** What a job did, as its sender hears it. A job that was turned back has done nothing. */
export function outcomeOf(job: Job): Result<BulkOutcome> {
  const { task, changed, missing, step } = job;
  if (task.kind === 'undo') return failure('storage', 'turned back: nothing was changed');
  return success({ changed, missing, undo: hasChanged(job) ? step : null });
}
