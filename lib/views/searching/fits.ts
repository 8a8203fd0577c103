import { LEAST_CHOSEN } from '../../ranking/examples';
import { createScorer } from '../../ranking/scoring';
import type { Fits, ReadFits } from '../../search/query/fits';
import type { RankingReader } from '../../store/rankingReader';

/** Reads what the worker has learned, for searches that sort by it; from too few choices nothing counts as learned. */
export function readingFits(ranking: Pick<RankingReader, 'parts'>): ReadFits {
  let through = -1;
  return async (last) => {
    const state = (await ranking.parts(['state']))?.state;
    if (state === undefined || state.chosen < LEAST_CHOSEN) return null;
    if (last !== null && state.through === through) return last;
    const read = await ranking.parts(['state', 'model', 'papers']);
    if (read === null) return null;
    through = read.state.through;
    const { ids, scores } = read.papers;
    const known = new Map(ids.map((id, at) => [id, scores[at] ?? 0]));
    return { known, score: createScorer(read.model).score } satisfies Fits;
  };
}
