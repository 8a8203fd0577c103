import { SEEN_CARDS } from '../settings/seenCards';
import { type Check, isFlag, oneOf, orNull, shape } from './checks';

/** The answer to what only tells. */
export const told = shape({ told: oneOf([true]) });

/** The answers to what the script of marks asks beside the first script of a page. */
export const MARK_ANSWERS = {
  'papers.see': told,
  'papers.unsee': told,
  'marks.settings': shape({
    remembers: isFlag,
    showsNew: isFlag,
    seenCards: orNull(oneOf(SEEN_CARDS)),
    singleKeys: isFlag,
  }),
} satisfies Record<string, Check>;
