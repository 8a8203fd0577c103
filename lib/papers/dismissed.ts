import type { PaperId } from './ids';

/** A paper that is not for the reader, as files and the backup have it. */
export interface DismissedPaper {
  id: PaperId;
  title: string;
  /** ISO 8601, UTC. */
  dismissedAt: string;
}

/** Papers that become dismissed beside those that are, which keep their time. Of two of one paper the first counts. */
export function newlyDismissed(
  coming: readonly DismissedPaper[],
  known: readonly Pick<DismissedPaper, 'id'>[],
): { added: DismissedPaper[]; same: DismissedPaper[] } {
  const ids = new Set(known.map(({ id }) => id));
  const added = new Map<PaperId, DismissedPaper>();
  const same: DismissedPaper[] = [];
  for (const one of coming) {
    if (ids.has(one.id) || added.has(one.id)) same.push(one);
    else added.set(one.id, one);
  }
  return { added: [...added.values()], same };
}
