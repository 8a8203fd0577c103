import type { PaperId } from '../../papers/ids';
import type { Paper } from '../../papers/paper';
import { LEAST_CHOSEN } from '../../ranking/examples';
import { UNIT } from '../../ranking/packing';
import { relatedTo } from '../../ranking/related';
import { createScorer } from '../../ranking/scoring';
import type { RankingReader } from '../../store/rankingReader';
import type { LibraryReader } from '../../store/reader';
import { createObservers, type Observable } from '../observable';

/** A paper that is like the one that is read. */
export interface RelatedPaper {
  paper: Paper;
  bookmarked: boolean;
}

export interface RelatedState {
  /** `closed`: nobody has asked. */
  phase: 'closed' | 'loading' | 'ready' | 'failed';
  papers: RelatedPaper[];
  /** Why the paper fits the reader; empty where it does not, or nobody knows. */
  reasons: string[];
}

/** The papers of library and history that are most like the one that is read. Knows no DOM. */
export interface RelatedPapers extends Observable {
  state(): RelatedState;
  /** Another paper is read: nobody has asked about it yet. */
  forget(): void;
  /** Finds what is related to a paper. */
  find(paper: Paper): Promise<void>;
}

export interface RelatedDeps {
  ranking: Pick<RankingReader, 'parts'>;
  reader: Pick<LibraryReader, 'papers' | 'bookmarks'>;
}

/** How many are shown. */
const MOST = 6;
const CLOSED: RelatedState = { phase: 'closed', papers: [], reasons: [] };

/** See `RelatedPapers`. The last to be asked for wins. */
export function createRelated(deps: RelatedDeps): RelatedPapers {
  const { subscribe, notify } = createObservers();
  let state = CLOSED;
  let turn = 0;

  function become(next: RelatedState): void {
    state = next;
    notify();
  }

  return {
    subscribe,
    state: () => state,
    forget() {
      turn += 1;
      if (state !== CLOSED) become(CLOSED);
    },
    async find(paper) {
      turn += 1;
      const mine = turn;
      become({ ...CLOSED, phase: 'loading' });
      const found = await relatedPapers(deps, paper).catch((): RelatedState => FAILED);
      if (mine === turn) become(found);
    },
  };
}

const FAILED: RelatedState = { ...CLOSED, phase: 'failed' }; // said in the pane

async function relatedPapers({ ranking, reader }: RelatedDeps, of: Paper): Promise<RelatedState> {
  const nothing: RelatedState = { ...CLOSED, phase: 'ready' };
  const read = await ranking.parts(['state', 'model', 'papers', 'vectors']);
  if (read === null) return nothing;
  const { state, model, papers, vectors } = read;
  const scorer = createScorer(model);
  const vector = scorer.vector(of).map((value) => value / UNIT);
  const ids = relatedTo(vector, vectors, 3 * MOST) // some may be gone since the training
    .flatMap(({ row }): PaperId[] => papers.ids.slice(row, row + 1))
    .filter((id) => id !== of.id);
  const facts = (await reader.papers(ids)).slice(0, MOST);
  const bookmarks = await reader.bookmarks(facts.map(({ id }) => id));
  const kept = new Set(bookmarks.map(({ paper }) => paper.id));
  const fits = state.chosen >= LEAST_CHOSEN && scorer.score(of) > model.bias;
  return {
    phase: 'ready',
    papers: facts.map((paper) => ({ paper, bookmarked: kept.has(paper.id) })),
    reasons: fits ? scorer.reasons(of) : [],
  };
}
