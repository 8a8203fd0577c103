import type { SearchDocument } from '../document';
import { createByteWriter } from './bytes';
import { flagsOf, numbersOf, organizationOf, titleKey, yearOf } from './columns';
import { createDictionaryWriter, type Dictionary } from './dictionary';
import { emptyKey, keyOf } from './keys';
import { writePlaces } from './positions';
import { writePostings } from './postings';
import { emptyColumn, NUMBERS, packed, type Segment, type TermColumns } from './segment';
import { termsOf } from './terms';

/**
 * Makes a segment of documents with different ids. A generator, so that the caller may do other things whenever it
 * yields: after every document, and after every few milliseconds of the rest.
 */
export function* building(documents: readonly SearchDocument[]): Generator<void, Segment> {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const postings = new Map<string, Postings>();
  for (const [number, document] of sorted.entries()) {
    for (const [term, places] of termsOf(document)) {
      let known = postings.get(term);
      if (known === undefined) {
        known = { documents: [], places: [] };
        postings.set(term, known);
      }
      known.documents.push(number);
      if (places !== null) known.places.push(places);
    }
    yield;
  }
  const titles = ranked(sorted.map(titleKey));
  const tags = sorted.map(({ annotation }) => annotation?.tags ?? []);
  const tagNames = [...new Set(tags.flat())];
  const tagNumbers = new Map(tagNames.map((tag, index) => [tag, index]));
  const organizations = [...new Set(sorted.map(organizationOf))].filter((name) => name !== '');
  const numberOf = new Map(organizations.map((name, index) => [name, index + 1]));
  yield;
  return {
    count: sorted.length,
    ids: dictionaryOf(sorted.map(({ id }) => id)),
    ...(yield* writingTerms(postings, sorted.length)),
    ...titles,
    numbers: columnsOf(sorted),
    flags: Uint8Array.from(sorted, flagsOf),
    years: Uint16Array.from(sorted, yearOf),
    organizations,
    organizationOf: packed(
      sorted.map((document) => numberOf.get(organizationOf(document)) ?? 0),
      organizations.length,
    ),
    tags: tagNames,
    tagsAt: offsetsOf(tags.map((list) => list.length)),
    tagsOf: packed(
      tags.flat().map((tag) => tagNumbers.get(tag) ?? 0),
      tagNames.length,
    ),
  };
}

/** A segment, made in one go. */
export function build(documents: readonly SearchDocument[]): Segment {
  return inOneGo(building(documents));
}

/** Runs a generator to its end. */
export function inOneGo<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** The documents of a term, and its places in each of them; no places at all where none are kept. */
interface Postings {
  documents: number[];
  places: number[][];
}

/** How many terms are written before it yields: about two milliseconds. */
const TERMS_AT_ONCE = 2_000;

function* writingTerms(
  postings: ReadonlyMap<string, Postings>,
  size: number,
): Generator<void, TermColumns> {
  const texts = [...postings.keys()].sort();
  yield;
  const terms = createDictionaryWriter();
  const writer = createByteWriter();
  const placesWriter = createByteWriter();
  const placesAt = new Uint32Array(texts.length + 1);
  const postingsAt = new Uint32Array(texts.length + 1);
  const key = emptyKey();
  for (const [index, text] of texts.entries()) {
    terms.add(keyOf(text, key));
    const { documents, places } = postings.get(text) ?? { documents: [], places: [] };
    writePostings(writer, documents, size);
    postingsAt[index + 1] = writer.length();
    for (const one of places) writePlaces(placesWriter, one);
    placesAt[index + 1] = placesWriter.length();
    if (index % TERMS_AT_ONCE === 0) yield;
  }
  return {
    terms: terms.written(),
    postings: writer.taken(),
    postingsAt,
    places: placesWriter.taken(),
    placesAt,
  };
}

function ranked(texts: readonly string[]): Pick<Segment, 'titles' | 'titleOf'> {
  const distinct = [...new Set(texts)].sort();
  const rank = new Map(distinct.map((text, index) => [text, index]));
  const ranks = texts.map((text) => rank.get(text) ?? 0);
  return { titles: dictionaryOf(distinct), titleOf: packed(ranks, distinct.length) };
}

function dictionaryOf(sorted: readonly string[]): Dictionary {
  const writer = createDictionaryWriter();
  for (const text of sorted) writer.add(keyOf(text));
  return writer.written();
}

function columnsOf(documents: readonly SearchDocument[]): Segment['numbers'] {
  const values = documents.map(numbersOf);
  const filled = NUMBERS.map((name) => {
    const column = emptyColumn(name, values.length);
    for (const [index, value] of values.entries()) column[index] = value[name];
    return [name, column] as const;
  });
  return Object.fromEntries(filled) as Segment['numbers']; // one of each name
}

function offsetsOf(lengths: readonly number[]): Uint32Array<ArrayBuffer> {
  const offsets = new Uint32Array(lengths.length + 1);
  for (const [index, length] of lengths.entries())
    offsets[index + 1] = (offsets[index] ?? 0) + length;
  return offsets;
}
