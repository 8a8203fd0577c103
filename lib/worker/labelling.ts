import type { Label } from '../labels/label';
import { type LabelSources, labelsOf, STEPS_AT_ONCE } from '../labels/labels';
import { createWatcher } from '../labels/watched';
import type { Annotations } from '../messages/messages';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import { readSetting } from '../settings/stored';
import { factsOf } from '../store/commands/annotations';
import type { AsterismDatabase } from '../store/database';

/**
 * What cards say about their papers beside what the reader said. Papers of which nothing is known are left out.
 * @param told facts that came with the question
 */
export async function labelling(
  db: AsterismDatabase,
  ids: readonly PaperId[],
  annotations: Annotations,
  told: readonly (Paper | null)[],
): Promise<Map<PaperId, Label[]>> {
  const [facts, sources] = await Promise.all([factsOf(db, ids, told), labelSources()]);
  const labels = facts.map((paper): [PaperId, Label[]] => [
    paper.id,
    labelsOf(paper, annotations[paper.id] ?? null, sources),
  ]);
  return new Map(labels);
}

async function labelSources(): Promise<LabelSources> {
  const words = await readSetting('watchWords');
  return { watcher: createWatcher(words), steps: { left: STEPS_AT_ONCE } };
}
