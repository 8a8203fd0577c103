import { plainText } from '../maths/spans';
import type { Paper } from '../papers/paper';
import { isUnspaced, words } from '../papers/query/words';
import { piecesOf } from '../search/index/terms';

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Most features of a paper, from its beginning, and characters that are looked at for them: no abstract is as long. */
export const MOST_FEATURES = 500;
const LOOKED_AT = 6_000;

/** What a paper is judged by, as often as it has it: the words of its title and its abstract. */
export function featuresOf({ title, abstract = '' }: Paper): string[] {
  return [...wordsIn(title), ...wordsIn(abstract.slice(0, LOOKED_AT))].slice(0, MOST_FEATURES);
}

/**
 * The words of a title or an abstract as searching sees them; TeX is read as what it says. A run of a script without
 * spaces is its pairs of letters.
 */
export function wordsIn(text: string): string[] {
  const found = words(plainText(text));
  if (!BEYOND_ASCII.test(text)) return found; // most texts: looking at each word takes longer than finding them
  return found.flatMap((word) => (isUnspaced(word) ? piecesOf(word) : word));
}
