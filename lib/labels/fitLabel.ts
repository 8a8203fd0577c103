import type { Annotation } from '../papers/annotation';
import type { Paper } from '../papers/paper';
import { wasChosen } from '../ranking/examples';
import type { Scorer } from '../ranking/scoring';
import { listText, text } from '../text/text';
import { type Label, shortened } from './label';

/** What was learned about the reader. */
export interface Fitting {
  scorer: Pick<Scorer, 'score' | 'reasons'>;
  /** The score from which on a paper is marked. */
  from: number;
}

/** Says why a paper fits the library, where it fits well; null where it does not, or is chosen already. */
export function fitLabel(
  paper: Paper,
  annotation: Annotation | null,
  { scorer, from }: Fitting,
): Label | null {
  if (wasChosen(annotation) || scorer.score(paper) < from) return null;
  const reasons = scorer.reasons(paper);
  const [first] = reasons;
  if (first === undefined) return null;
  return {
    sign: '✦',
    shown: shortened(reasons.join(', ')),
    said: text('fitsBecause', listText(reasons)),
  };
}
