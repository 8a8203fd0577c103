import { PAPER_LIMITS } from '../../papers/paper';
import { line } from '../values';

/** "Accepted at CVPR 2026", "to appear in Nature Physics", "Published in J. Appl. Mech. (ASME)" among an author's comments. */
const ACCEPTED =
  /\b(?:accepted (?:at|by|to|in|for publication (?:in|at))|to appear (?:in|at)|published (?:in|at|by))\s+(?:the\s+)?([^.;,\n]{2,200})/i;

/**
 * Where a paper was published or accepted: the journal's reference, else what the authors' comments say of it in so many
 * words; undefined where neither does.
 */
export function venueIn(
  reference: string | undefined,
  comments: string | undefined,
): string | undefined {
  const said = reference ?? ACCEPTED.exec(comments ?? '')?.[1];
  return line(said, PAPER_LIMITS.name);
}
