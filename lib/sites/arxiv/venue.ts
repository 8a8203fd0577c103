import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import { line } from '../values';

/** "Accepted at CVPR 2026", "to appear in Nature Physics", "Published in J. Appl. Mech. (ASME)" among an author's comments. */
const ACCEPTED =
  /\b(?:accepted (?:at|by|to|in|for publication (?:in|at))|to appear (?:in|at)|published (?:in|at|by))\s+(?:the\s+)?([^.;,\n]{2,200})/i;

/** "This paper has been withdrawn by the authors", "Withdrawn due to an error"; not what is said about another paper. */
const WITHDRAWN =
  /^\W*withdrawn\b|\b(?:has|have) been withdrawn\b|\b(?:the|this) (?:[\w-]+ ){0,2}(?:paper|submission|article|manuscript|work|version) (?:is|was) withdrawn\b|\bwe (?:have )?withdr[ae]w\b/i;

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

/**
 * What arXiv's lines below a title state: the venue, and whether the paper was withdrawn.
 * @param history what the newest line of the submission history says, where there is one
 */
export function statedIn(
  reference: string | undefined,
  comments = '',
  history = '',
): Pick<Paper, 'venue' | 'withdrawn'> {
  const isWithdrawn = WITHDRAWN.test(comments) || /\bwithdrawn\b/i.test(history);
  return { venue: venueIn(reference, comments), ...(isWithdrawn && { withdrawn: true }) };
}
