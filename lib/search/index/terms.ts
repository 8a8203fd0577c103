import { fold } from '../../papers/caseFolding';
import { textWords, withCompounds } from '../../papers/query/compounds';
import { textsOf } from '../../papers/query/matches';
import { isUnspaced, words, wordsByPiece } from '../../papers/query/words';
import { isUpdated } from '../../papers/versions';
import { type SearchDocument, textsIn } from '../document';

/**
 * Counts up whenever a document is found by other terms than before: how texts are cut into words, spelled and folded,
 * and what else becomes a term. An index of earlier terms is made again (lib/worker/indexing.ts).
 */
export const TERMS = 1;

/** What a term is of: a character in front of it that no word has. Words of the whole text have none. */
export const OF = {
  author: '\u0001',
  organization: '\u0002',
  tag: '\u0003',
  site: '\u0004',
  /** The end of a compound, where words of the whole text go on from it. */
  end: '\u0005',
  venue: '\u0006',
  /** "updated", "withdrawn", "dismissed". */
  state: '\u0007',
} as const;

/**
 * The terms that a document is found by, and the places of those that are words of its texts: neighbours in one text
 * differ by 1, and no two texts' words do. Null: no places are kept.
 */
export type Terms = Map<string, number[] | null>;

/** Finds the terms of a document; yields after each text or name, and after each piece of a long text. */
export function* readingTerms(document: SearchDocument): Generator<void, Terms> {
  const { paper, annotation, seen } = document;
  const terms: Terms = new Map();
  let place = 0;
  for (const text of textsOf({ ...textsIn(document), addedAt: '' })) {
    for (const piece of wordsByPiece(text)) {
      const { words, begun, ended } = withCompounds(piece);
      for (const [at, word] of words.entries()) {
        if (isUnspaced(word)) addWord(terms, word, '');
        else addPlace(terms, word, place + at);
        for (const one of begun.get(at) ?? []) addPlace(terms, one.word, place + at);
        for (const one of ended.get(at) ?? []) addPlace(terms, OF.end + one.word, place + at);
      }
      place += words.length;
      yield;
    }
    place += 1;
  }
  for (const name of paper.authors) {
    addWords(terms, name, OF.author);
    yield;
  }
  const { organization } = paper;
  if (organization !== undefined) {
    addWords(terms, `${organization.fullname ?? ''} ${organization.name}`, OF.organization);
  }
  if (paper.venue !== undefined) addWords(terms, paper.venue, OF.venue);
  if (isUpdated(paper)) terms.set(`${OF.state}updated`, null);
  if (paper.withdrawn) terms.set(`${OF.state}withdrawn`, null);
  for (const tag of annotation?.tags ?? []) {
    terms.set(OF.tag + fold(tag), null);
    yield;
  }
  if (document.dismissed) terms.set(`${OF.state}dismissed`, null);
  for (const site of seen?.sites ?? []) terms.set(OF.site + siteTerm(site), null);
  return terms;
}

/** What a site's name is compared by. */
export function siteTerm(name: string): string {
  return words(name).join('');
}

/**
 * The pieces by which a run of a script without spaces is found: a letter, two neighbours; of a longer run each two
 * neighbours, which is not sure to be the run.
 */
export function piecesOf(run: string): string[] {
  const letters = [...run];
  return letters.length < 2 ? letters : pairsOf(letters);
}

function addWords(terms: Terms, text: string, kind: string): void {
  const { words, begun } = textWords(text);
  for (const word of words) addWord(terms, word, kind);
  for (const { word } of [...begun.values()].flat()) addWord(terms, word, kind);
}

function addWord(terms: Terms, word: string, kind: string): void {
  if (!isUnspaced(word)) {
    terms.set(kind + word, null);
    return;
  }
  const letters = [...word];
  for (const piece of [...letters, ...pairsOf(letters)]) terms.set(kind + piece, null);
}

function addPlace(terms: Terms, word: string, place: number): void {
  const known = terms.get(word);
  if (known === undefined || known === null) terms.set(word, [place]);
  else if (known.at(-1) !== place) known.push(place);
}

function pairsOf(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, index) => (letters[index] ?? '') + letter);
}
