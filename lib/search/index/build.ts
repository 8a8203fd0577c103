import type { PaperId } from '../../papers/ids';
import type { SearchDocument } from '../document';
import { createByteWriter } from './bytes';
import { createDictionaryWriter, type Dictionary } from './dictionary';
import { inOneGo } from './inOneGo';
import { emptyKey, keyOf } from './keys';
import { writePlaces } from './positions';
import { writePostings } from './postings';
import { type ReadDocument, readingDocument, unreadDocument } from './readDocument';
import { emptyColumn, NUMBERS, packed, type Segment, type TermColumns } from './segment';
import { sorting } from './sorting';

/** What is known of documents that cannot be read, and who is told of others. */
export interface Unreadable {
  /** These are not tried. */
  known: ReadonlySet<PaperId>;
  tell(id: PaperId, error: unknown): void;
}

const NONE: Unreadable = { known: new Set(), tell: () => {} };

/**
 * Makes a segment of documents with different ids. A generator, so that the caller may do other things whenever it
 * yields: every few milliseconds. A document that cannot be read is listed without most of its words.
 */
export function* building(
  documents: readonly SearchDocument[],
  unreadable: Unreadable = NONE,
): Generator<void, Segment> {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const postings = new Map<string, Postings>();
  const rows: Omit<ReadDocument, 'terms'>[] = [];
  for (const [number, document] of sorted.entries()) {
    const { terms, ...row } = yield* readingOrNot(document, unreadable);
    rows.push(row);
    let added = 0;
    for (const [term, places] of terms) {
      let known = postings.get(term);
      if (known === undefined) {
        known = { documents: [], places: [] };
        postings.set(term, known);
      }
      known.documents.push(number);
      if (places !== null) known.places.push(places);
      if (++added % TERMS_AT_ONCE === 0) yield;
    }
    yield;
  }
  const titles = ranked(rows.map(({ title }) => title));
  const tagNames = [...new Set(rows.flatMap(({ tags }) => tags))];
  const tagNumbers = new Map(tagNames.map((tag, index) => [tag, index]));
  const organizations = [...new Set(rows.map(({ organization }) => organization))].filter(
    (name) => name !== '',
  );
  const numberOf = new Map(organizations.map((name, index) => [name, index + 1]));
  yield;
  return {
    count: rows.length,
    ids: dictionaryOf(rows.map(({ id }) => id)),
    ...(yield* writingTerms(postings, rows.length)),
    ...titles,
    numbers: columnsOf(rows),
    flags: Uint8Array.from(rows, ({ flags }) => flags),
    years: Uint16Array.from(rows, ({ year }) => year),
    organizations,
    organizationOf: packed(
      rows.map(({ organization }) => numberOf.get(organization) ?? 0),
      organizations.length,
    ),
    tags: tagNames,
    tagsAt: offsetsOf(rows.map(({ tags }) => tags.length)),
    tagsOf: packed(
      rows.flatMap(({ tags }) => tags.map((tag) => tagNumbers.get(tag) ?? 0)),
      tagNames.length,
    ),
  };
}

function* readingOrNot(
  document: SearchDocument,
  { known, tell }: Unreadable,
): Generator<void, ReadDocument> {
  if (known.has(document.id)) return unreadDocument(document);
  try {
    return yield* readingDocument(document);
  } catch (error) {
    tell(document.id, error);
    return unreadDocument(document);
  }
}

/** A segment, made in one go. */
export function build(documents: readonly SearchDocument[], unreadable?: Unreadable): Segment {
  return inOneGo(building(documents, unreadable));
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
  const texts = yield* sorting([...postings.keys()]);
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

function columnsOf(rows: readonly Pick<ReadDocument, 'numbers'>[]): Segment['numbers'] {
  const filled = NUMBERS.map((name) => {
    const column = emptyColumn(name, rows.length);
    for (const [index, { numbers }] of rows.entries()) column[index] = numbers[name];
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
