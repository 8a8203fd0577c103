import type { Send } from '../../messages/delivery';
import type { BulkOutcome } from '../../messages/messages';
import type { Progress } from '../../messages/progress';
import type { Failure, Result } from '../../messages/result';
import type { BulkPatch } from '../../papers/annotation';
import type { PaperId } from '../../papers/ids';
import { failureText } from '../../text/failureText';
import { countText, text } from '../../text/text';
import type { Notices, Toast } from '../notices';

/** What can be done to many papers at once. */
export type BulkAction = { patch: BulkPatch } | 'remove';

export interface BulkDeps {
  send: Send;
  /** A name for a command: sent again under the same one, it is carried out once. */
  newJob: () => string;
  /** Calls back whenever a command gets on, until the signal aborts. */
  onProgress: (job: string, heard: (progress: Progress) => void, signal: AbortSignal) => void;
  notices: Pick<Notices, 'show'>;
  stepped: (step: number | null) => Toast['action'];
  onChange: () => void;
}

/** Does one thing to many papers, in one step. */
export interface Bulk {
  /** Whether one is under way; there is one at a time. */
  busy(): boolean;
  /** Whether it was done. */
  run(ids: readonly PaperId[], action: BulkAction): Promise<boolean>;
}

/** See `Bulk`. */
export function createBulk(deps: BulkDeps): Bulk {
  const { send, newJob, onProgress, notices, stepped, onChange } = deps;
  let busy = false;

  async function carryOut(job: string, ids: PaperId[], action: BulkAction): Promise<boolean> {
    busy = true;
    onChange();
    const watching = new AbortController();
    onProgress(
      job,
      ({ done, total }) => notices.show('busy', text('bulkProgress', done, total)),
      watching.signal,
    );
    const result: Result<BulkOutcome> =
      action === 'remove'
        ? await send('bookmarks.removeMany', { job, ids })
        : await send('annotations.patchMany', { job, ids, patch: action.patch });
    watching.abort();
    busy = false;
    if (result.ok) done(result.value, action);
    else failed(result, job, ids, action);
    return result.ok;
  }

  function done({ changed, undo }: BulkOutcome, action: BulkAction): void {
    if (changed === 0) notices.show('done', text('bulkNothing'));
    else notices.show('done', outcomeText(action, changed), stepped(undo));
  }

  function failed({ code }: Failure, job: string, ids: PaperId[], action: BulkAction): void {
    // Where no answer came it may be done: under the same name it tells how it ended.
    const again = code === 'unanswered' ? job : newJob();
    const retry = { text: text('tryAgain'), run: () => void carryOut(again, ids, action) };
    notices.show('error', failureText(code), code === 'orphaned' ? undefined : retry);
  }

  return {
    busy: () => busy,
    async run(ids, action) {
      return !busy && ids.length > 0 && carryOut(newJob(), [...ids], action);
    },
  };
}

/** What was done, in the reader's words. */
export function outcomeText(action: BulkAction, changed: number): string {
  if (action === 'remove') return countText('bulkRemoved', changed);
  const { starred, status, addTags, removeTags } = action.patch;
  const [added] = addTags ?? [];
  const [taken] = removeTags ?? [];
  if (starred === true) return countText('bulkStarred', changed);
  if (starred === false) return countText('bulkUnstarred', changed);
  if (added !== undefined) return countText('bulkTagged', changed, added);
  if (taken !== undefined) return countText('bulkUntagged', changed, taken);
  return countText(status === null ? 'bulkStatusCleared' : 'bulkStatusSet', changed);
}
