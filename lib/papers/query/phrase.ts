import type { Compound, TextWords } from './compounds';
import { isUnspaced } from './words';

/** Where a phrase stands in a text: what is its first word there, and what its last. */
export interface Standing {
  at: number;
  first: Compound;
  last: Compound;
}

/**
 * Where typed words stand next to each other and in order in a text, from a place on; null: nowhere.
 * The last may go on ("tree sea" finds "tree search"); a run without spaces may also begin before the first. The first and
 * the last may be compounds, of which the one ends and the other begins next to the words between.
 */
export function findPhrase(typed: readonly string[], text: TextWords, from = 0): Standing | null {
  const { words, begun, ended } = text;
  const isAlone = typed.length === 1;
  const fits = startOf(typed[0] ?? '', isAlone);
  for (let at = from; at + typed.length <= words.length; at++) {
    const first = standingAt(words, at, fits, isAlone ? begun : ended);
    const last = first && (isAlone ? first : endingOf(typed, text, at));
    if (first && last) return { at, first, last };
  }
  return null;
}

/** What the first word of a phrase, or a word alone, may stand in. */
function startOf(head: string, isAlone: boolean): (word: string) => boolean {
  if (isUnspaced(head)) return (word) => (isAlone ? word.includes(head) : word.endsWith(head));
  return (word) => (isAlone ? word.startsWith(head) : word === head);
}

/** The last of the words of a phrase whose first stands at a place, or null where it does not go on so. */
function endingOf(
  typed: readonly string[],
  { words, begun }: TextWords,
  at: number,
): Compound | null {
  const end = typed.length - 1;
  for (let index = 1; index < end; index++) if (words[at + index] !== typed[index]) return null;
  const tail = typed[end] ?? '';
  return standingAt(words, at + end, (word) => word.startsWith(tail), begun);
}

/** What stands at a place and fits: the word there, or one of the compounds. */
function standingAt(
  words: readonly string[],
  place: number,
  fits: (word: string) => boolean,
  compounds: TextWords['begun'],
): Compound | null {
  const word = words[place] ?? '';
  if (fits(word)) return { word, from: place, to: place };
  return compounds.get(place)?.find((compound) => fits(compound.word)) ?? null;
}
