import type { Label } from '../labels/label';
import { labelsOf, STEPS_AT_ONCE } from '../labels/labels';
import { createWatcher } from '../labels/watched';
import type { ListedPaper } from '../papers/list';
import type { Paper } from '../papers/paper';
import { readSetting } from '../settings/stored';

/** Reads what labels are made from, once; gives what makes them, each paper's when it is first shown. */
export async function readLabels(): Promise<(listed: ListedPaper) => readonly Label[]> {
  const sources = {
    watcher: createWatcher(await readSetting('watchWords')),
    steps: { left: STEPS_AT_ONCE },
  };
  const made = new WeakMap<Paper, { of: ListedPaper['annotation']; labels: Label[] }>();
  return ({ paper, annotation }) => {
    const known = made.get(paper);
    if (known?.of === annotation) return known.labels;
    const labels = labelsOf(paper, annotation, sources);
    made.set(paper, { of: annotation, labels });
    return labels;
  };
}
