import { fold } from './caseFolding';

/** A part of a text, and whether a search found it. */
export interface Piece {
  text: string;
  found: boolean;
}

/**
 * A text in pieces, those that match a word that was searched for (folded) marked. All pieces together are the text.
 * Folding changes lengths ("ﬁ" is two letters), so each folded letter remembers the letter it came from.
 */
export function markWords(text: string, words: readonly string[]): Piece[] {
  if (words.length === 0 || text === '') return [{ text, found: false }];
  const letters = [...text];
  const sources: number[] = [];
  let folded = '';
  for (const [index, letter] of letters.entries()) {
    const part = fold(letter);
    folded += part;
    for (let unit = 0; unit < part.length; unit++) sources.push(index);
  }
  const found = new Set<number>();
  for (const word of words.filter((one) => one !== '')) {
    let end = 0; // up to where all is marked: a word may overlap itself
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      for (const source of sources.slice(Math.max(at, end), at + word.length)) found.add(source);
      end = at + word.length;
    }
  }
  return join(letters, found);
}

function join(letters: readonly string[], found: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, letter] of letters.entries()) {
    const last = pieces.at(-1);
    // A combining mark folds to nothing; it stays with the letter before it.
    const isFound = found.has(index) || (last?.found === true && fold(letter) === '');
    if (last?.found === isFound) last.text += letter;
    else pieces.push({ text: letter, found: isFound });
  }
  return pieces;
}

/** Characters of a text that are looked through for an excerpt: a list has many, and makes them anew with each key. */
const LOOKED_THROUGH = 20_000;

/** One line of a long text around the first word that a search found, else its beginning; cut ends get "…". */
export function excerpt(text: string, words: readonly string[], most = 160): string {
  const line = text.trim().slice(0, LOOKED_THROUGH).replace(/\s+/gu, ' ');
  const letters = [...line];
  if (letters.length <= most) return line;
  let at = 0;
  for (const piece of markWords(line, words)) {
    if (piece.found) break;
    at += [...piece.text].length;
  }
  if (at >= letters.length) at = 0;
  const start = Math.max(0, Math.min(at - Math.floor(most / 4), letters.length - most));
  const end = start + most;
  const cut = letters.slice(start, end).join('').trim();
  return `${start > 0 ? '…' : ''}${cut}${end < letters.length ? '…' : ''}`;
}
