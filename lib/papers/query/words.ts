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
/** A hyphen or an apostrophe, which joins words. Folding has made most of their forms one. */
const SIGN = /[-'\u2010-\u2013\u2018\u2019]/;
const DIGITS = /^[0-9]+$/;
/** Words that are mostly the beginning of others, and are then also written apart. */
const HEADS: ReadonlySet<string> = new Set([
  ...['pre', 'post', 'multi', 'semi', 'non', 'anti', 'co', 're', 'sub', 'super', 'meta', 'hyper'],
  ...['inter', 'intra', 'micro', 'macro', 'bi', 'tri', 'auto', 'pseudo', 'quasi', 'ultra', 'mini'],
  ...['mid', 'self', 'cross', 'fine', 'few', 'zero'],
]);
/** The number of a model: "Llama 3". Longer ones are years and amounts. */
const SMALL_NUMBER = /^[0-9]{1,2}$/;
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** The words of a text in their order. */
export interface Words {
  words: string[];
  /** The places of those that are joined to the next: by a hyphen or an apostrophe, or as `areApart` says. */
  joints: number[];
}

/**
 * The words of a text as searching sees them, folded, in their order: runs of letters and digits, cut where a script
 * without spaces begins or ends ("GPT模型" is two words), and single emoji. All else separates. What formulas have is
 * `spelled`.
 */
export function words(text: string): string[] {
  return readWords(text).words;
}

/** The same, and which of them are joined. */
export function readWords(text: string): Words {
  if (text.length <= PIECE) return wordsOf(text);
  const all: Words = { words: [], joints: [] };
  for (const { words, joints } of wordsByPiece(text)) {
    for (const place of joints) all.joints.push(all.words.length + place);
    for (const word of words) all.words.push(word);
  }
  return all;
}

/** Characters of a long text whose words are found at once: about a millisecond's work. */
const PIECE = 16_000;
/** What parts words, and what folding looks at together with what is before it. */
const GAP = /[\s\p{P}]/u;
const MARK = /\p{M}/u;

/** The same a piece at a time, so that others have their turn while the words of a long text are found. */
export function* wordsByPiece(text: string): Generator<Words, void, void> {
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

function wordsOf(text: string): Words {
  const { found, joints } = foldedWords(spelled(fold(text)));
  return { words: found.map(([word]) => word), joints };
}

/** The words of a folded text with where in it each begins, and the places of those that are joined to the next. */
export function foldedWords(folded: string): { found: RegExpExecArray[]; joints: number[] } {
  const found = [...folded.matchAll(wordIn(folded))];
  const joints: number[] = [];
  for (const [place, { 0: word, index }] of found.entries()) {
    const end = index + word.length;
    const next = found[place + 1];
    if (next?.index !== end + 1) continue;
    const between = folded.charAt(end);
    if (between === ' ' ? areApart(word, next[0]) : SIGN.test(between) && areJoined(word, next[0]))
      joints.push(place);
  }
  return { found, joints };
}

/** Numbers are dates and ranges, and scripts without spaces know no words of several. */
function areJoined(one: string, next: string): boolean {
  return !(DIGITS.test(one) && DIGITS.test(next)) && !isUnspaced(one) && !isUnspaced(next);
}

/** Whether two words are often written in one, although a space is between them. */
export function areApart(one: string, next: string): boolean {
  return (HEADS.has(one) || SMALL_NUMBER.test(next)) && areJoined(one, next);
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
