import type { Edits } from '../edits/edits';
import { type Annotation, emptyAnnotation, isEmpty } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { ListedPaper } from '../papers/list';
import type { Paper } from '../papers/paper';

/** The papers that a page has read, by id: facts, what is stored of them, and edits on top. */
export interface PaperCache {
  get(id: PaperId): ListedPaper | undefined;
  /** What was read of a paper; null: it has no annotation. */
  put(paper: Paper, stored: Annotation | null): void;
  /** What is stored of a paper that was put before; others are ignored. */
  store(id: PaperId, stored: Annotation | null): void;
  /** Its edits changed. */
  touch(id: PaperId): void;
  /** Papers that were put; more than `most` are never remembered. */
  ids(): PaperId[];
  /** Forgets a paper. */
  drop(id: PaperId): void;
}

/**
 * See `PaperCache`. A paper that did not change is the same object as before. Of more than `most` papers those that were
 * not asked for longest are forgotten.
 */
export function createPaperCache(
  edits: Pick<Edits, 'shown' | 'saving'>,
  now: () => Date,
  most = Number.POSITIVE_INFINITY,
): PaperCache {
  const known = new Map<PaperId, { paper: Paper; stored: Annotation | null }>();
  const made = new Map<PaperId, ListedPaper>();

  function make(id: PaperId): ListedPaper | undefined {
    const facts = known.get(id);
    if (facts === undefined) return undefined;
    const shown = edits.shown(id, facts.stored);
    return {
      id,
      paper: facts.paper,
      annotation: shown ?? emptyAnnotation(now().toISOString()),
      bookmarked: shown !== null && !isEmpty(shown),
      saving: edits.saving(id),
    };
  }

  function drop(id: PaperId): void {
    known.delete(id);
    made.delete(id);
  }

  function put(paper: Paper, stored: Annotation | null): void {
    drop(paper.id);
    known.set(paper.id, { paper, stored });
    for (const id of known.keys()) {
      if (known.size <= most) break;
      drop(id);
    }
  }

  /** Makes a paper the one that was asked for last. */
  function renew(id: PaperId): void {
    const facts = known.get(id);
    if (facts === undefined || most === Number.POSITIVE_INFINITY) return;
    known.delete(id);
    known.set(id, facts);
  }

  return {
    get(id) {
      renew(id);
      const listed = made.get(id) ?? make(id);
      if (listed !== undefined) made.set(id, listed);
      return listed;
    },
    put,
    store(id, stored) {
      const facts = known.get(id);
      if (facts !== undefined) put(facts.paper, stored);
    },
    touch: (id) => made.delete(id),
    ids: () => [...known.keys()],
    drop,
  };
}
