import type { Fitting } from '../labels/fitLabel';
import { LEAST_CHOSEN } from '../ranking/examples';
import type { Model } from '../ranking/model';
import { createScorer } from '../ranking/scoring';
import type { AsterismDatabase } from '../store/database';
import type { RankingParts } from '../store/rankingRows';

/** Gives what was learned last; a model is read once, since it has some hundred kilobytes. */
export function createFittings(db: AsterismDatabase): () => Promise<Fitting | null> {
  let known: { through: number; fitting: Fitting } | undefined;
  return async () => {
    const row = await db.ranking.get('state');
    const state = row?.data as RankingParts['state'] | undefined; // what `keepRanking` put there
    const { chosen = 0, through = 0, fitsFrom } = state ?? {};
    if (fitsFrom === undefined || chosen < LEAST_CHOSEN) return null;
    if (known?.through !== through) {
      const model = (await db.ranking.get('model'))?.data as Model | undefined; // as above
      if (model === undefined) return null;
      known = { through, fitting: { scorer: createScorer(model), from: fitsFrom } };
    }
    return known.fitting;
  };
}
