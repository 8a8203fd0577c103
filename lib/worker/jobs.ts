import type { BulkOutcome } from '../messages/messages';
import { reportProgress } from '../messages/progress';
import { failure, type Result, success } from '../messages/result';
import { doPart, hasChanged, turnBack, unfinishedJobs } from '../store/commands/jobs';
import type { AsterismDatabase } from '../store/database';
import type { Job } from '../store/jobs';

/** Carries out jobs, one after another in the order they came, each part by part. */
export interface Jobs {
  /** Begins a job (null: there is nothing to do it to) and answers when it is done, all of it or nothing. */
  carryOut(begin: () => Promise<Job | null>): Promise<Result<Job | null>>;
  /** Goes on with what a stopped worker has left, before any other job. `done` is told of each. */
  resume(done: () => void): void;
}

interface Needs {
  db: AsterismDatabase;
  run: <T>(command: () => Promise<T>) => Promise<Result<T>>;
  /** Work that nobody waits for, in its order. */
  aside: (where: string, work: () => Promise<unknown>) => void;
  log: (where: string, error: unknown) => void;
}

/** See `Jobs`. */
export function createJobs({ db, run, aside, log }: Needs): Jobs {
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

  /** What cannot be done to all is done to none. If that fails too, the next worker tries. */
  async function doAllOrNothing(id: string): Promise<Result<Job | null>> {
    let done: Result<Job | null> | null = null;
    try {
      done = await doAll(id);
      return done;
    } finally {
      if (!done?.ok && (await run(() => turnBack(db, id))).ok) await doAll(id);
    }
  }

  return {
    carryOut: (begin) =>
      inTurn(async () => {
        const begun = await run(begin);
        if (!begun.ok || begun.value === null || begun.value.finished) return begun;
        const { id } = begun.value;
        const done = await doAllOrNothing(id);
        return done.ok && done.value === null ? failure('missing', id) : done;
      }),
    resume(done) {
      inTurn(async () => {
        for (const { id } of await unfinishedJobs(db)) {
          await doAllOrNothing(id).catch((error: unknown) => log(`job ${id}`, error));
          done();
        }
      }).catch((error: unknown) => log('jobs', error));
    },
  };
}

/** What a job did, as its sender hears it. A job that was turned back has done nothing. */
export function outcomeOf(job: Job): Result<BulkOutcome> {
  const { task, changed, missing, step } = job;
  if (task.kind === 'undo') return failure('storage', 'turned back: nothing was changed');
  return success({ changed, missing, undo: hasChanged(job) ? step : null });
}
