import type { DismissedPaper } from '../papers/dismissed';
import type { StepChange } from '../papers/steps';
import type { AsterismDatabase } from './database';
import { rowsOf } from './manyRows';
import { nothingKnown } from './rows';
import { writeFacts } from './writeRows';

/**
 * Dismisses papers that a file names, but for those that are dismissed already and those that are starred: a star is lost
 * in no merge. Gives what takes it back. Inside a transaction over what changes papers.
 */
export async function addDismissed(
  db: AsterismDatabase,
  papers: readonly DismissedPaper[],
): Promise<StepChange[]> {
  const ids = papers.map(({ id }) => id);
  const [known, bookmarks, facts] = await Promise.all([
    rowsOf(db.dismissed, ids),
    rowsOf(db.bookmarks, ids),
    rowsOf(db.papers, ids),
  ]);
  const added = papers.filter(({ id }) => !known.has(id) && !bookmarks.get(id)?.annotation.starred);
  if (added.length === 0) return [];
  await Promise.all([
    db.dismissed.bulkPut(added.map(({ id, dismissedAt }) => ({ id, at: dismissedAt }))),
    writeFacts(
      db,
      added
        .filter(({ id }) => !facts.has(id))
        .map(({ id, title }) => ({
          id,
          paper: { ...nothingKnown(id), ...(title === '' ? {} : { title }) },
        })),
      [],
    ),
  ]);
  return added.map(({ id, dismissedAt: left }) => ({
    id,
    was: {},
    left: {},
    dismissed: { was: null, left },
  }));
}
