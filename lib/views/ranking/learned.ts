import { LEAST_CHOSEN } from '../../ranking/examples';
import type { RankingReader } from '../../store/rankingReader';
import { type Address, START } from '../library/address';

/** Whether enough was learned about the reader to say what fits. False where it cannot be read. */
export async function hasLearned(ranking: Pick<RankingReader, 'parts'>): Promise<boolean> {
  try {
    const read = await ranking.parts(['state']);
    return read !== null && read.state.chosen >= LEAST_CHOSEN;
  } catch {
    return false; // the library says itself that it cannot be read
  }
}

/** Where the library page shows what is worth a look: seen, neither starred nor read nor dismissed, the best first. */
export const WORTH_A_LOOK: Address = {
  ...START,
  scope: 'history',
  query: 'is:unread -is:starred -is:dismissed',
  sort: 'fit',
};
