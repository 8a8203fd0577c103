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

/** Commands for many papers, one at a time: how far they are, how they ended, and the way back. */
export interface BulkJobs {
  busy(): boolean;
  /** Whether it was done. `said`: what it did, in the reader's words. */
  run(
    start: (job: string) => Promise<Result<BulkOutcome>>,
    said: (outcome: BulkOutcome) => string,
  ): Promise<boolean>;
}

/** See `BulkJobs`. */
export function createBulkJobs(
  { newJob, onProgress, notices, stepped }: BulkJobsDeps,
  onChange: () => void,
): BulkJobs {
  let busy = false;

  async function carryOut(
    job: string,
    ...[start, said]: Parameters<BulkJobs['run']>
  ): Promise<boolean> {
    busy = true;
    onChange();
    const watching = new AbortController();
    onProgress(
      job,
      ({ done, total }) => notices.show('busy', text('bulkProgress', done, total)),
      watching.signal,
    );
    const result = await start(job);
    watching.abort();
    busy = false;
    if (result.ok) notices.show('done', said(result.value), stepped(result.value.undo));
    else failed(result, job, start, said);
    onChange();
    return result.ok;
  }

  function failed({ code }: Failure, job: string, ...what: Parameters<BulkJobs['run']>): void {
    // Where no answer came it may be done: under the same name it tells how it ended.
    const again = code === 'unanswered' ? job : newJob();
    const retry = { text: text('tryAgain'), run: () => void carryOut(again, ...what) };
    notices.show('error', failureText(code), code === 'orphaned' ? undefined : retry);
  }

  return {
    busy: () => busy,
    run: async (...what) => !busy && carryOut(newJob(), ...what),
  };
}
