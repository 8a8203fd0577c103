import type { Change } from '../messages/announce';
import type { Send } from '../messages/delivery';
import type { Annotation } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';

/** Most papers in one message; a page of a thousand cards does not hold the page up with one long copy. */
const BATCH = 200;

/** What the worker knows of this page, and what it answers about it. */
export interface Teller {
  /** The papers that the page shows now, in its order. */
  setShown(ids: PaperId[]): void;
  /** Keeps the facts of a paper for the next telling; the same facts, by identity, are not told again. */
  add(paper: Paper): void;
  /** Tells what is new, if anything is. */
  tell(): Promise<void>;
  /** Tells it all again, after the page was away. */
  tellAgain(): Promise<void>;
  /** Asks again for the annotations that changed elsewhere. */
  refresh(change: Change): Promise<void>;
  /** The page shows no papers any more. */
  leave(): Promise<void>;
}

/**
 * @param listing the page's path and query, now
 * @param settle takes the annotation that is stored for a paper on the page, or undefined
 */
export function createTeller(
  send: Send<'page.show' | 'annotations.get'>,
  listing: () => string,
  settle: (id: PaperId, stored: Annotation | undefined) => void,
): Teller {
  const told = new WeakSet<Paper>();
  const untold = new Map<PaperId, Paper>();
  let shown: PaperId[] = [];
  let isStale = false;

  async function tell(): Promise<void> {
    if (!isStale && untold.size === 0) return;
    isStale = false;
    const ids = shown;
    do {
      const batch = [...untold.values()].slice(0, BATCH);
      for (const { id } of batch) untold.delete(id);
      const answer = await send('page.show', { listing: listing(), ids, papers: batch });
      if (!answer.ok) {
        isStale = true; // told with the next change of the page
        return;
      }
      for (const paper of batch) told.add(paper);
      if (untold.size === 0) settleAll(ids, answer.value.annotations);
    } while (untold.size > 0);
  }

  function settleAll(ids: PaperId[], annotations: { [id in PaperId]?: Annotation }): void {
    for (const id of ids) settle(id, annotations[id]);
  }

  return {
    setShown(ids) {
      const isSame = ids.length === shown.length && ids.every((id, at) => id === shown[at]);
      if (!isSame) isStale = true;
      shown = ids;
    },
    add(paper) {
      if (!told.has(paper)) untold.set(paper.id, paper);
    },
    tell,
    tellAgain() {
      isStale = true;
      return tell();
    },
    async refresh(change) {
      const ids = change === 'all' ? shown : shown.filter((id) => change.includes(id));
      if (ids.length === 0) return;
      const answer = await send('annotations.get', { ids });
      // Without an answer what is shown was true a moment ago; the next change asks again.
      if (answer.ok) settleAll(ids, answer.value.annotations);
    },
    async leave() {
      isStale = true;
      await send('page.show', { listing: listing(), ids: [], papers: [] });
    },
  };
}
