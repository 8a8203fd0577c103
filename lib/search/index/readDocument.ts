import type { PaperId } from '../../papers/ids';
import type { SearchDocument } from '../document';
import { flagsOf, numbersOf, organizationOf, titleKey, yearOf } from './columns';
import { inOneGo } from './inOneGo';
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

/** Of a document that cannot be read, what is read all the same: so many characters of its title, and so many tags. */
const TITLE = 200;
const TAGS = 100;

/** What an index has of a document that cannot be read: it is listed, and found by its id, title and tags. */
export function unreadDocument(document: SearchDocument): ReadDocument {
  const { id, annotation, seen } = document;
  const short = unlessItThrows(() => shortened(document), {
    ...document,
    paper: { id, title: '', authors: [] },
    annotation: null,
  });
  return {
    id,
    terms: unlessItThrows(() => inOneGo(readingTerms(short)), new Map()),
    title: unlessItThrows(() => titleKey(short), ''),
    numbers: unlessItThrows(() => numbersOf(document), NOT_KNOWN),
    flags: unlessItThrows(
      () => flagsOf(document),
      (annotation ? FLAGS.bookmarked : 0) | (seen ? FLAGS.seen : 0),
    ),
    year: 0,
    organization: '',
    tags: short.annotation?.tags ?? [],
  };
}

function shortened({ paper, annotation, ...rest }: SearchDocument): SearchDocument {
  const { id, title } = paper;
  const tags = annotation?.tags.slice(0, TAGS) ?? [];
  return {
    ...rest,
    paper: { id, title: title.slice(0, TITLE), authors: [] },
    annotation: annotation && { ...annotation, tags, note: '' },
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
