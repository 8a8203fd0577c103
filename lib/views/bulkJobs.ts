import type { BulkOutcome } from '../messages/messages';
import type { Progress } from '../messages/progress';
import type { Failure, Result } from '../messages/result';
import { failureText } from '../text/failureText';
import { text } from '../text/text';
import type { Annotating } from './annotating';
import type { Notices } from './notices';

export interface BulkJobsDeps {
  /** A name for a command: sent again under the same one, it is carried out once. */
  newJob: () => string;
  /** Calls back whenever a command gets on, until the signal aborts. */
  onProgress: (job: string, heard: (progress: Progress) => void, signal: AbortSignal) => void;
  notices: Pick<Notices, 'show'>;
  /** Remembers a step, and gives the way to take it back. */
  stepped: Annotating['stepped'];
}

/** A command for many papers. */
export interface BulkCommand {
  start(job: string): Promise<Result<BulkOutcome>>;
  /** What it did, in the reader's words. */
  said(outcome: BulkOutcome): string;
  /** What follows each try, also one that the reader asks for after a failure. */
  tried(isDone: boolean): Promise<void> | void;
}

/** Commands for many papers, one at a time: how far they are, how they ended, and the way back. */
export interface BulkJobs {
  busy(): boolean;
  /** Does it, unless another is under way. */
  run(command: BulkCommand): Promise<void>;
}

/** See `BulkJobs`. */
export function createBulkJobs(
  { newJob, onProgress, notices, stepped }: BulkJobsDeps,
  onChange: () => void,
): BulkJobs {
  let busy = false;

  async function carryOut(job: string, command: BulkCommand): Promise<void> {
    busy = true;
    onChange();
    const watching = new AbortController();
    onProgress(
      job,
      ({ done, total }) => notices.show('busy', text('bulkProgress', done, total)),
      watching.signal,
    );
    const result = await command.start(job);
    watching.abort();
    busy = false;
    if (result.ok) notices.show('done', command.said(result.value), stepped(result.value.undo));
    else failed(result, job, command);
    onChange();
    await command.tried(result.ok);
  }

  function failed({ code }: Failure, job: string, command: BulkCommand): void {
    // Where no answer came it may be done: under the same name it tells how it ended.
    const again = code === 'unanswered' ? job : newJob();
    const retry = { text: text('tryAgain'), run: () => void carryOut(again, command) };
    notices.show('error', failureText(code), code === 'orphaned' ? undefined : retry);
  }

  return {
    busy: () => busy,
    run: async (command) => {
      if (!busy) await carryOut(newJob(), command);
    },
  };
}
