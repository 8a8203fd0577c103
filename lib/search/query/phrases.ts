import type { Query } from '../../papers/query/ast';
import { typedForms } from '../../papers/query/compounds';
import { isUnspaced, words } from '../../papers/query/words';
import { type Bits, noBits } from '../index/bits';
import { addGoingOn, eitherSpots, sharedSpots, spotsByDocument, spotsOf } from '../index/positions';
import type { Index } from '../index/searchIndex';
import { OF, piecesOf } from '../index/terms';
import { both, either, exactly, type Found, unsure } from './found';
import { rangeOf, terms } from './lookups';

/** Words in order; the last may go on. Exact where the places of words were read and all words have some. */
export function phrase(text: string, index: Index): Found {
  const forms = typedForms(text);
  if (forms.length === 0) return exactly(index.live);
  const lookup = lookupOnce('', index);
  return forms.map((typed) => wordsInOrder(typed, lookup, index)).reduce(either);
}

/** The documents that have a word, or (`goesOn`) any that begins with it. */
type Lookup = (word: string, goesOn: boolean) => Found;

/** A lookup of words of one kind. What is typed may have a word a hundred times, in each of its forms: it is looked up once. */
export function lookupOnce(kind: string, index: Index): Lookup {
  const known = { whole: new Map<string, Found>(), begun: new Map<string, Found>() };
  return (word, goesOn) => {
    const of = goesOn ? known.begun : known.whole;
    const found =
      of.get(word) ??
      (isUnspaced(word) ? run(word, kind, index) : exactly(terms(kind + word, goesOn, index)));
    of.set(word, found);
    return found;
  };
}

function wordsInOrder(typed: readonly string[], lookup: Lookup, index: Index): Found {
  const last = typed.length - 1;
  const found = new Set(typed.map((word, at) => lookup(word, at === last)));
  const all = [...found].reduce(both, exactly(index.live));
  if (typed.length < 2) return all;
  const havePlaces = index.placed.every(({ places }) => places !== null);
  if (!havePlaces || typed.some(isUnspaced)) return unsure(all, index);
  const standing = exactly(inOrder(typed, all.may, index));
  // Where a compound begins is not told from a word: "tree-search" has "treesearch", and "search" in the place behind.
  const mayBeCompound = typed.slice(1).some((word, before) => typed[before]?.includes(word));
  return mayBeCompound ? unsure(standing, index) : standing;
}

/** Whether the places of words make a query's answer exact. */
export function needsPlaces(query: Query): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.parts.some(needsPlaces);
  if (query.kind === 'not') return needsPlaces(query.part);
  if (query.kind !== 'word' && query.kind !== 'phrase') return false;
  const typed = words(query.text);
  return typed.length > 1 && !typed.some(isUnspaced);
}

/** Whether a query is about to need them: a phrase of which one word is typed. */
export function beginsPhrase(query: Query): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.parts.some(beginsPhrase);
  if (query.kind === 'not') return beginsPhrase(query.part);
  return query.kind === 'phrase' && words(query.text).length > 0;
}

/** Those of the documents that have the words next to each other. */
function inOrder(typed: readonly string[], within: Bits, index: Index): Bits {
  const bits = noBits(index.size);
  const last = typed.length - 1;
  for (const { segment, places, base } of index.placed) {
    if (places === null) continue;
    let begun: readonly number[] | null = null;
    for (const [at, word] of typed.slice(0, last).entries()) {
      // Before other words a compound stands where it ends.
      const names = at === 0 ? [word, OF.end + word] : [word];
      const all = names.map((name): readonly number[] => {
        const [first, end] = rangeOf(segment, name, false);
        return first < end ? spotsOf(segment, places, first, at, within, base) : [];
      });
      const spots = all.reduce(eitherSpots);
      begun = begun === null ? spots : sharedSpots(begun, spots);
      if (begun.length === 0) break;
    }
    if (begun?.length === 0) continue;
    const [first, end] = rangeOf(segment, typed[last] ?? '', true);
    const goingOn = spotsByDocument(begun ?? [], segment.count);
    const scratch = new Uint32Array(segment.count);
    for (let term = first; term < end; term++) {
      addGoingOn(segment, places, term, last, goingOn, bits, base, scratch);
    }
  }
  return bits;
}

/** A run of a script without spaces, anywhere in a longer one. */
export function run(word: string, kind: string, index: Index): Found {
  const pieces = piecesOf(word);
  const found = pieces.map((piece) => exactly(terms(kind + piece, false, index)));
  const all = found.reduce(both, exactly(index.live));
  return pieces.length < 2 ? all : unsure(all, index);
}
