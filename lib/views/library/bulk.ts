import type { Send } from '../../messages/delivery';
import type { BulkOutcome } from '../../messages/messages';
import type { BulkPatch } from '../../papers/annotation';
import type { PaperId } from '../../papers/ids';
import { countText, text } from '../../text/text';
import { type BulkCommand, type BulkJobsDeps, createBulkJobs } from '../bulkJobs';

/** What can be done to many papers at once. */
export type BulkAction = { patch: BulkPatch } | 'remove';

export interface BulkDeps extends BulkJobsDeps {
  send: Send;
  onChange: () => void;
}

/** Does one thing to many papers, in one step. */
export interface Bulk {
  /** There is one at a time. `tried`: see `BulkCommand`. */
  run(ids: readonly PaperId[], action: BulkAction, tried: BulkCommand['tried']): Promise<void>;
}

/** See `Bulk`. */
export function createBulk({ send, onChange, ...deps }: BulkDeps): Bulk {
  const jobs = createBulkJobs(deps, onChange);
  return {
    async run(some, action, tried) {
      const ids = [...some];
      if (ids.length === 0) return;
      await jobs.run({
        start: (job) =>
          action === 'remove'
            ? send('bookmarks.removeMany', { job, ids })
            : send('annotations.patchMany', { job, ids, patch: action.patch }),
        said: (outcome) => outcomeText(action, outcome),
        tried,
      });
    },
  };
}

/** What was done, in the reader's words. */
function outcomeText(action: BulkAction, { changed }: BulkOutcome): string {
  if (changed === 0) return text('bulkNothing');
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
