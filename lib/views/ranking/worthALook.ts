import type { PaperId } from '../../papers/ids';
import { LEAST_CHOSEN, wasChosen } from '../../ranking/examples';
import type { RankingReader } from '../../store/rankingReader';
import type { LibraryReader } from '../../store/reader';
import type { Said } from '../fittingPapers';

export interface WorthALookDeps {
  ranking: Pick<RankingReader, 'parts'>;
  reader: Pick<LibraryReader, 'history' | 'bookmarks'> &
    Partial<Pick<LibraryReader, 'dismissedOf'>>;
  now: () => Date;
}

/** How many are shown, from how far back, and how many papers are looked through for them. */
const MOST = 20;
const RECENT_MS = 30 * 86_400_000;
const LOOKED_THROUGH = 2_000;
const AT_ONCE = 200;

/**
 * The papers that fit the reader best of those that pages have shown for the first time in the last 30 days and the
 * reader did not choose, the best first; none where too little was learned.
 */
export async function worthALook({ ranking, reader, now }: WorthALookDeps): Promise<Said[]> {
  const read = await ranking.parts(['state', 'model', 'papers']);
  if (read === null || read.state.chosen < LEAST_CHOSEN) return [];
  const ids = bestOf(read.papers, read.model.bias).slice(0, LOOKED_THROUGH);
  const since = now().getTime() - RECENT_MS;
  const found: Said[] = [];
  for (let at = 0; at < ids.length && found.length < MOST; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const [seen, bookmarks, dismissed] = await Promise.all([
      reader.history(some),
      reader.bookmarks(some),
      reader.dismissedOf?.(some),
    ]);
    const said = new Map(bookmarks.map(({ paper, annotation }) => [paper.id, annotation]));
    for (const { paper, firstSeenAt } of seen) {
      const annotation = said.get(paper.id) ?? null;
      const isRecent = Date.parse(firstSeenAt) >= since;
      if (isRecent && !wasChosen(annotation) && !dismissed?.has(paper.id))
        found.push([paper, annotation]);
    }
  }
  return found.slice(0, MOST);
}

/** Papers whose words speak for them, the best first. */
function bestOf(
  { ids, scores }: { ids: readonly PaperId[]; scores: ArrayLike<number> },
  least: number,
): PaperId[] {
  const scored = ids.map((id, at) => ({ id, score: scores[at] ?? least }));
  // Scores are kept less exactly: a paper without any word that counts has the least of them.
  const fitting = scored.filter(({ score }) => score > Math.fround(least));
  return fitting.sort((a, b) => b.score - a.score).map(({ id }) => id);
}
