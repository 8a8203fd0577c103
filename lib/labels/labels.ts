import type { Annotation } from '../papers/annotation';
import type { Paper } from '../papers/paper';
import { type Fitting, fitLabel } from './fitLabel';
import type { Label } from './label';
import type { Steps } from './pattern/pattern';
import { versionLabels } from './versionLabels';
import type { Watcher } from './watched';
import { watchLabel } from './watchLabel';

/** What labels are made from, besides the paper. */
export interface LabelSources {
  watcher: Watcher;
  /** Null where nothing was learned, or cards are not to say it. */
  fitting: Fitting | null;
  /** Steps that patterns may still take, for all papers together. */
  steps: Steps;
}

/** Steps for the papers of one message or one page: a tenth of a second's work. */
export const STEPS_AT_ONCE = 5_000_000;

/** What is said about a paper beside what the reader said, in the order in which it is shown. */
export function labelsOf(
  paper: Paper,
  annotation: Annotation | null,
  { watcher, fitting, steps }: LabelSources,
): Label[] {
  const labels = [
    ...versionLabels(paper),
    watchLabel(watcher(paper, steps)),
    fitting && fitLabel(paper, annotation, fitting),
  ];
  return labels.filter((label) => label !== null);
}
