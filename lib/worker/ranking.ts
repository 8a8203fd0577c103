import type { PaperId } from '../papers/ids';
import { createCounter } from '../ranking/counting';
import {
  DISMISSED_WEIGHT,
  type Example,
  LEAST_CHOSEN,
  passedOverWeight,
  wasChosen,
} from '../ranking/examples';
import { training } from '../ranking/model';
import { dismissedOf } from '../store/commands/dismiss';
import { documentsOf } from '../store/commands/indexing';
import {
  keepRanking,
  papersToRank,
  type RankingNews,
  rankingNews,
} from '../store/commands/ranking';
import { measuredSince, sightsOf } from '../store/commands/sights';
import type { AsterismDatabase } from '../store/database';
import { inSlices, type Pace } from './slices';

/** Papers of the library and of the history that are learned from, at most so many of each. */
const MOST = 20_000;
/** Papers that are read at once. */
const ROWS = 200;
/** How many bookmarks come or go before it is learned again: a share of them, but no fewer. */
const CHANGED = { least: 3, share: 0.05 };
/** How often papers are touched before that. A page that is shown touches some thirty at once. */
const TOUCHED = { least: 60, share: 0.05 };

/** Whether what was learned is out of date. The larger a library, the more must have changed: no click costs more. */
export function isRankingDue({ last, bookmarks, touched }: RankingNews): boolean {
  if (last === null) return bookmarks >= LEAST_CHOSEN;
  const changed = Math.abs(bookmarks - last.bookmarks);
  return (
    changed >= Math.max(CHANGED.least, CHANGED.share * last.bookmarks) ||
    touched - last.through >= Math.max(TOUCHED.least, TOUCHED.share * last.bookmarks)
  );
}

/**
 * Learns what fits the reader, if what was learned is out of date, and keeps it. May be stopped at any moment: what was
 * learned before stays until the new is kept whole. Gives whether it learned.
 * @param log told of each paper that cannot be read: nothing is learned from it
 */
export async function rankPapers(
  db: AsterismDatabase,
  pace: Pace,
  log: (where: string, error: unknown) => void = () => {},
): Promise<boolean> {
  const news = await rankingNews(db);
  if (!isRankingDue(news)) return false;
  const { bookmarks, touched } = news;
  const wanted = await papersToRank(db, MOST);
  const since = await measuredSince(db);
  const counter = createCounter();
  const ids: typeof wanted = [];
  const examples: Example[] = [];
  for (let at = 0; at < wanted.length; at += ROWS) {
    const some = wanted.slice(at, at + ROWS);
    const [documents, sights, dismissed] = await Promise.all([
      documentsOf(db, some),
      sightsOf(db, some),
      dismissedOf(db, some),
    ]);
    await inSlices(reading(documents, sights, dismissed), pace);
  }
  const { model, scores, vectors, fitsFrom } = await inSlices(
    training(counter.counted(), examples),
    pace,
  );
  const chosen = examples.filter((example) => example.chosen).length;
  await keepRanking(db, {
    state: { chosen, bookmarks, through: touched, fitsFrom },
    model,
    papers: { ids, scores },
    vectors,
  });
  return true;

  function* reading(
    documents: Awaited<ReturnType<typeof documentsOf>>,
    sights: Awaited<ReturnType<typeof sightsOf>>,
    dismissed: ReadonlySet<PaperId>,
  ): Generator<void, void> {
    for (const { id, paper, annotation, seen } of documents) {
      try {
        counter.add(paper);
      } catch (error) {
        log(`ranking ${id}`, error); // a damaged row: the others are learned from
        continue;
      }
      const isDismissed = dismissed.has(id);
      const chosen = isDismissed ? false : wasChosen(annotation);
      const isMeasured = since !== null && seen !== null && seen.firstSeenAt >= since;
      const inSight = sights.get(id)?.seconds ?? (isMeasured ? 0 : undefined);
      const passed = isDismissed ? DISMISSED_WEIGHT : passedOverWeight(inSight);
      const weight = chosen ? 1 : passed;
      if (chosen !== null && weight > 0) examples.push({ row: ids.length, chosen, weight });
      ids.push(id);
      yield;
    }
  }
}
