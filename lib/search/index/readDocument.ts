import type { PaperId } from '../../papers/ids';
import type { SearchDocument } from '../document';
import { flagsOf, numbersOf, organizationOf, titleKey, yearOf } from './columns';
import { FLAGS, NUMBERS, type NumberColumn, UNKNOWN } from './segment';
import { readingTerms, type Terms } from './terms';

/** All that an index has of one document. */
export interface ReadDocument {
  id: PaperId;
  terms: Terms;
  title: string;
  numbers: Record<NumberColumn, number>;
  flags: number;
  year: number;
  organization: string;
  tags: readonly string[];
}

/** Reads a document; yields after each piece of a long text. Throws where a row is not what it should be. */
export function* readingDocument(document: SearchDocument): Generator<void, ReadDocument> {
  return {
    id: document.id,
    terms: yield* readingTerms(document),
    title: titleKey(document),
    numbers: numbersOf(document),
    flags: flagsOf(document),
    year: yearOf(document),
    organization: organizationOf(document),
    tags: document.annotation?.tags ?? [],
  };
}

/** What an index has of a document that cannot be read: it is listed, and no word finds it. */
export function unreadDocument(document: SearchDocument): ReadDocument {
  const { id, annotation, seen } = document;
  return {
    id,
    terms: new Map(),
    title: '',
    numbers: unlessItThrows(() => numbersOf(document), NOT_KNOWN),
    flags: unlessItThrows(
      () => flagsOf(document),
      (annotation ? FLAGS.bookmarked : 0) | (seen ? FLAGS.seen : 0),
    ),
    year: 0,
    organization: '',
    tags: [],
  };
}

const NOT_KNOWN = Object.fromEntries(NUMBERS.map((name) => [name, UNKNOWN])) as Record<
  NumberColumn,
  number
>; // one of each name

function unlessItThrows<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise; // the row is damaged: that was told when it was read
  }
}
