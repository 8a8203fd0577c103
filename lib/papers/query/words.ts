import { fold } from '../caseFolding';
import { spelled } from '../spelling';

// Scripts that write words without spaces between them, or (Korean) with endings joined to them.
const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
const LETTER = String.raw`[\p{L}\p{N}\p{M}]`;
const EMOJI = String.raw`[\p{ExtPict}\p{RI}]`;
/** Letters of a word; a run of more, which is data rather than writing, is several. */
const LONGEST = 1_000;
const WORD = new RegExp(
  `(?:(?=${UNSPACED})${LETTER}){1,${LONGEST}}|(?:(?!${UNSPACED})${LETTER}){1,${LONGEST}}|${EMOJI}`,
  'gu',
);
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const ASCII_WORD = new RegExp(`[a-z0-9]{1,${LONGEST}}`, 'g');
const BEYOND_ASCII = /[\u0080-\uffff]/;

/**
 * The words of a text as searching sees them, folded, in their order: runs of letters and digits, cut where a script
 * without spaces begins or ends ("GPT模型" is two words), and single emoji. All else separates. What formulas have is
 * `spelled`.
 */
export function words(text: string): string[] {
  return text.length <= PIECE ? wordsOf(text) : [...wordsByPiece(text)].flat();
}

/** Characters of a long text whose words are found at once: about a millisecond's work. */
const PIECE = 16_000;
/** What parts words, and what folding looks at together with what is before it. */
const GAP = /[\s\p{P}]/u;
const MARK = /\p{M}/u;

/** The same a piece at a time, so that others have their turn while the words of a long text are found. */
export function* wordsByPiece(text: string): Generator<string[], void, void> {
  for (let from = 0; from < text.length; ) {
    const to = endOfPiece(text, from);
    yield wordsOf(text.slice(from, to));
    from = to;
  }
}

/** Behind the last gap of the next piece; a piece without one is cut where it ends, between two characters. */
function endOfPiece(text: string, from: number): number {
  const end = from + PIECE;
  if (end >= text.length) return text.length;
  for (let at = end; at > from; at--) {
    if (GAP.test(text.charAt(at - 1)) && !MARK.test(text.charAt(at))) return at;
  }
  return isSecondHalf(text.charCodeAt(end)) ? end - 1 : end;
}

function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

function wordsOf(text: string): string[] {
  const folded = spelled(fold(text));
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
