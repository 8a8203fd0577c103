import type { Fitting } from '../labels/fitLabel';
import type { Label } from '../labels/label';
import { labelsOf, STEPS_AT_ONCE } from '../labels/labels';
import { versionLabels } from '../labels/versionLabels';
import { createWatcher } from '../labels/watched';
import type { ListedPaper } from '../papers/list';
import type { Paper } from '../papers/paper';
import { LEAST_CHOSEN } from '../ranking/examples';
import { createScorer } from '../ranking/scoring';
import { readSetting } from '../settings/stored';
import type { RankingReader } from '../store/rankingReader';

/**
 * What is said about a paper. Of one in the reading list that is little: the reader knows what it is about.
 */
export type Labelled = (listed: ListedPaper, isInList: boolean) => readonly Label[];

/** Reads what labels are made from, once; gives what makes them, each paper's when it is first shown. */
export async function readLabels(ranking: Pick<RankingReader, 'parts'>): Promise<Labelled> {
  const [words, fits] = await Promise.all([readSetting('watchWords'), readSetting('fitOnCards')]);
  const sources = {
    watcher: createWatcher(words),
    fitting: fits ? await readFitting(ranking) : null,
    steps: { left: STEPS_AT_ONCE },
  };
  const made = new WeakMap<Paper, { of: ListedPaper['annotation']; labels: Label[] }>();
  return ({ paper, annotation }, isInList) => {
    if (isInList) return versionLabels(paper);
    const known = made.get(paper);
    if (known?.of === annotation) return known.labels;
    const labels = labelsOf(paper, annotation, sources);
    made.set(paper, { of: annotation, labels });
    return labels;
  };
}

/** What was learned about the reader; null where that is too little, or cannot be read. */
async function readFitting(ranking: Pick<RankingReader, 'parts'>): Promise<Fitting | null> {
  try {
    const read = await ranking.parts(['state', 'model']);
    const { state, model } = read ?? {};
    if (state?.fitsFrom === undefined || !model || state.chosen < LEAST_CHOSEN) return null;
    return { scorer: createScorer(model), from: state.fitsFrom };
  } catch {
    return null; // a library that cannot be read says so itself
  }
}
