import type { PaperId } from '../papers/ids';
import type { Model } from '../ranking/model';
import type { Sparse } from '../ranking/sparse';

/** What is kept of the last training, each by itself: a page reads what it needs. All of it can be made again. */
export interface RankingParts {
  /** By this alone it is known whether something else was learned: two trainings differ in `through`. */
  state: {
    /** How many papers the reader had chosen: the scores mean nothing where that is too few. */
    chosen: number;
    /** How many bookmarks there were, and up to where papers had been touched. */
    bookmarks: number;
    through: number;
    /** The score from which on a paper fits so well that its card says so; absent in older trainings. */
    fitsFrom?: number | undefined;
  };
  model: Model;
  /** The papers it was learned from, and how well each fits. */
  papers: { ids: PaperId[]; scores: Float32Array<ArrayBuffer> };
  /** Their packed vectors, in the same order. */
  vectors: Sparse;
}
export type RankingPartName = keyof RankingParts;

/** One part. */
export interface RankingRow<P extends RankingPartName = RankingPartName> {
  part: P;
  data: RankingParts[P];
}
