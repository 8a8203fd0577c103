import { fold } from '../papers/fold';
import { textsOf } from '../papers/query/matches';
import { isUnspaced, words } from '../papers/query/words';
import type { SearchDocument } from './document';

/** What a term is of: a character in front of it that no word has. Words of the whole text have none. */
export const OF = {
  author: '\u0001',
  organization: '\u0002',
  tag: '\u0003',
  site: '\u0004',
} as const;

/** The terms that a document is found by, each once. */
export function termsOf(document: SearchDocument): Set<string> {
  const { paper, annotation, seen } = document;
  const terms = new Set<string>();
  addWords(
    terms,
    textsOf({ paper, annotation: annotation ?? undefined, addedAt: '' }).join('\n'),
    '',
  );
  addWords(terms, paper.authors.join('\n'), OF.author);
  const { organization } = paper;
  if (organization !== undefined) {
    addWords(terms, `${organization.fullname ?? ''} ${organization.name}`, OF.organization);
  }
  for (const tag of annotation?.tags ?? []) terms.add(OF.tag + fold(tag));
  for (const site of seen?.sites ?? []) terms.add(OF.site + siteTerm(site));
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

function addWords(terms: Set<string>, text: string, kind: string): void {
  for (const word of words(text)) {
    if (isUnspaced(word)) {
      const letters = [...word];
      for (const piece of [...letters, ...pairsOf(letters)]) terms.add(kind + piece);
    } else {
      terms.add(kind + word);
    }
  }
}

function pairsOf(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, index) => (letters[index] ?? '') + letter);
}
