import type { Paper } from '../papers/paper';
import { wordsIn } from './features';

/** Most reasons that are given, and the least that one adds, as a share of all that speaks for the paper. */
const MOST = 3;
const LEAST_SHARE = 0.03;
/** How many words are looked at, since neighbours become one reason. */
const MOST_WORDS = 6;

/** Words that say nothing by themselves, however often the reader's papers have them. */
const EMPTY = new Set(
  'a about across all also an and any are as at be been both but by can could do does each for from furthermore given has have however how i if in into is it its like many may more most new no not of on one only or other our over paper papers propose proposed results show shows some such than that the their them then there these they this through to two under up use used using via was we well what when where whether which while who will with within without work you your'.split(
    ' ',
  ),
);

/**
 * Why a paper fits, the strongest reason first: those of its words that add most to its score. Words that stand next to
 * each other in the paper are one reason ("diffusion policy").
 * @param parts what each of its words adds
 */
export function reasonsFor(
  { title, abstract = '' }: Paper,
  parts: ReadonlyMap<string, number>,
): string[] {
  const speaking = [...parts].filter(([word, part]) => part > 0 && !isEmpty(word));
  const all = speaking.reduce((sum, [, part]) => sum + part, 0);
  const left = speaking
    .filter(([, part]) => part >= all * LEAST_SHARE)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
  const texts = [wordsIn(title), wordsIn(abstract)];
  const reasons: string[] = [];
  while (reasons.length < MOST) {
    const word = left.shift();
    if (word === undefined) break;
    const phrase = phraseOf(word, left, texts);
    for (const other of phrase) if (left.includes(other)) left.splice(left.indexOf(other), 1);
    reasons.push(phrase.join(' '));
  }
  return reasons;
}

/** A word with the strongest of some others that stands next to it, in the order in which the paper has the two. */
function phraseOf(
  word: string,
  others: readonly string[],
  texts: readonly (readonly string[])[],
): string[] {
  for (const other of others) {
    if (texts.some((text) => follows(text, word, other))) return [word, other];
    if (texts.some((text) => follows(text, other, word))) return [other, word];
  }
  return [word];
}

function follows(text: readonly string[], first: string, second: string): boolean {
  return text.some((word, at) => word === first && text[at + 1] === second);
}

function isEmpty(word: string): boolean {
  return EMPTY.has(word) || word.length < 2 || /^\d+$/.test(word);
}
