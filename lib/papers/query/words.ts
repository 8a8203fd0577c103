import { fold } from '../fold';

// Scripts that write words without spaces between them, or (Korean) with endings joined to them.
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
const LETTER = String.raw`[\p{L}\p{N}\p{M}]`;
const EMOJI = String.raw`[\p{ExtPict}\p{RI}]`;
const WORD = new RegExp(
  `(?:(?=${UNSPACED})${LETTER})+|(?:(?!${UNSPACED})${LETTER})+|${EMOJI}`,
  'gu',
);
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const ASCII_WORD = /[a-z0-9]+/g;
const BEYOND_ASCII = /[\u0080-\uffff]/;

/**
 * The words of a text as searching sees them, folded, in their order: runs of letters and digits, cut where a script
 * without spaces begins or ends ("GPT模型" is two words), and single emoji. All else separates.
 */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded.match(wordIn(folded)) ?? [];
}

/** The words of a folded text, and where in it each begins. */
export function foldedWords(folded: string): RegExpExecArray[] {
  return [...folded.matchAll(wordIn(folded))];
}

function wordIn(folded: string): RegExp {
  return BEYOND_ASCII.test(folded) ? WORD : ASCII_WORD;
}

/** Whether a word is a run of a script without spaces: it is then found anywhere in a run, not only at its beginning. */
export function isUnspaced(word: string): boolean {
  return STARTS_UNSPACED.test(word);
}

/** Whether a typed word finds a word of a text: as its beginning, or anywhere within it where words have no spaces. */
export function finds(typed: string, word: string): boolean {
  return isUnspaced(typed) ? word.includes(typed) : word.startsWith(typed);
}

/**
 * Where typed words stand next to each other and in order in a text's words, from a place on; -1: nowhere.
 * The last may go on ("tree sea" finds "tree search"); a run without spaces may also begin before the first.
 */
export function findPhrase(typed: readonly string[], text: readonly string[], from = 0): number {
  const [head = ''] = typed;
  const last = typed.length - 1;
  const fits = startOf(head, last === 0);
  for (let at = from; at + last < text.length; at++) {
    if (fits(text[at] ?? '') && goesOn(typed, text, at)) return at;
  }
  return -1;
}

/** What the first word of a phrase, or a word alone, may stand in. */
function startOf(head: string, isAlone: boolean): (word: string) => boolean {
  if (isUnspaced(head)) return (word) => (isAlone ? word.includes(head) : word.endsWith(head));
  return (word) => (isAlone ? word.startsWith(head) : word === head);
}

function goesOn(typed: readonly string[], text: readonly string[], at: number): boolean {
  for (let index = 1; index < typed.length; index++) {
    const [one = '', word = ''] = [typed[index], text[at + index]];
    if (index === typed.length - 1 ? !word.startsWith(one) : word !== one) return false;
  }
  return true;
}
