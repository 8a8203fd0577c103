import type { Label } from '../labels/label';
import { type LabelSources, labelsOf, STEPS_AT_ONCE } from '../labels/labels';
import { createWatcher } from '../labels/watched';
import type { Annotations } from '../messages/messages';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import { readSetting } from '../settings/stored';
import { factsOf } from '../store/commands/annotations';
import type { AsterismDatabase } from '../store/database';
import { createFittings } from './fitting';

/** Papers that somebody asks about. */
export interface AskedAbout {
  ids: readonly PaperId[];
  annotations: Annotations;
  /** Facts that came with the question. */
  papers: readonly (Paper | null)[];
}

/** Says what cards say about papers beside what the reader said. Those of which nothing is known are left out. */
export type Labelling = (about: AskedAbout) => Promise<Map<PaperId, Label[]>>;

/** See `Labelling`. */
export function createLabelling(db: AsterismDatabase): Labelling {
  const fittingNow = createFittings(db);

  async function sources(): Promise<LabelSources> {
    const [words, fits] = await Promise.all([readSetting('watchWords'), readSetting('fitOnCards')]);
    return {
      watcher: createWatcher(words),
      fitting: fits ? await fittingNow() : null,
      steps: { left: STEPS_AT_ONCE },
    };
  }

  return async ({ ids, annotations, papers }) => {
    const [facts, from] = await Promise.all([factsOf(db, ids, papers), sources()]);
    return new Map(
      facts.map((paper) => [paper.id, labelsOf(paper, annotations[paper.id] ?? null, from)]),
    );
  };
}
