import { STATUSES } from '../papers/annotation';
import { fold } from '../papers/fold';
import type { Query } from '../papers/query/ast';
import { isUnspaced, words } from '../papers/query/words';
import { type Bits, bothOf, eitherOf, noBits, othersThan, setBit } from './bits';
import { lowerBound } from './dictionary';
import type { Scope } from './document';
import { keyBeyond, keyOf } from './keys';
import { documentOf, sharedSpots, spotsOf } from './places';
import { addPostings } from './postings';
import type { Index } from './searchIndex';
import { FLAGS, type NumberColumn, type Searched, UNKNOWN } from './segment';
import { OF, piecesOf, siteTerm } from './terms';

/**
 * What an index knows of a query: documents that are sure to fit, and those that may. The index has no places of
 * words, so a phrase's documents only may fit; they are then read and looked at. Where nothing is unsure both are one.
 */
export interface Found {
  sure: Bits;
  may: Bits;
}

/** The documents that a query finds, dead ones included. */
export function evaluate(query: Query, index: Index, scope: Scope): Found {
  switch (query.kind) {
    case 'all':
      return exactly(index.live);
    case 'and':
    case 'or': {
      const found = query.parts.map((part) => evaluate(part, index, scope));
      if (query.kind === 'or') return found.reduce(either, exactly(noBits(index.size)));
      return found.reduce(both, exactly(index.live));
    }
    case 'not': {
      const { sure, may } = evaluate(query.part, index, scope);
      return sure === may
        ? exactly(othersThan(sure))
        : { sure: othersThan(may), may: othersThan(sure) };
    }
    case 'word':
    case 'phrase':
      return phrase(query.text, index);
    case 'tag':
      return exactly(query.tag === null ? untagged(index) : tagged(fold(query.tag), index));
    case 'is':
      return exactly(
        where(
          index,
          ({ flags }) =>
            (document) =>
              is(query.what, flags[document] ?? 0),
        ),
      );
    case 'author':
      return each(query.text, OF.author, index, false);
    case 'org':
      return each(query.text, OF.organization, index, true);
    case 'year':
      return exactly(
        where(index, ({ years }) => (document) => {
          const year = years[document] ?? 0;
          return year > 0 && year >= query.from && year <= query.to;
        }),
      );
    case 'added':
      return exactly(addedWithin(query, scope === 'bookmarks' ? 'listed' : 'met', index));
    case 'site':
      return exactly(terms(OF.site + siteTerm(query.text), true, index));
  }
}

/** Words in order; the last may go on. Exact where the places of words were read and all words have some. */
function phrase(text: string, index: Index): Found {
  const typed = words(text);
  const last = typed.length - 1;
  const found = typed.map((word, at) =>
    isUnspaced(word) ? run(word, '', index) : exactly(terms(word, at === last, index)),
  );
  const all = found.reduce(both, exactly(index.live));
  if (typed.length < 2) return all;
  const havePlaces = index.placed.every(({ places }) => places !== null);
  if (!havePlaces || typed.some(isUnspaced)) return unsure(all, index);
  return exactly(inOrder(typed, all.may, index));
}

/** Whether the places of words make a query's answer exact. */
export function needsPlaces(query: Query): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.parts.some(needsPlaces);
  if (query.kind === 'not') return needsPlaces(query.part);
  if (query.kind !== 'word' && query.kind !== 'phrase') return false;
  const typed = words(query.text);
  return typed.length > 1 && !typed.some(isUnspaced);
}

/** Those of the documents that have the words next to each other. */
function inOrder(typed: readonly string[], within: Bits, index: Index): Bits {
  const bits = noBits(index.size);
  const last = typed.length - 1;
  for (const { segment, places, base } of index.placed) {
    if (places === null) continue;
    let begun: number[] | null = null;
    for (const [at, word] of typed.entries()) {
      const [first, end] = rangeOf(segment, word, at === last);
      if (at < last) {
        const spots = first < end ? spotsOf(segment, places, first, at, within, base) : [];
        begun = begun === null ? spots : sharedSpots(begun, spots);
      } else {
        for (let term = first; term < end; term++) {
          const spots = sharedSpots(begun ?? [], spotsOf(segment, places, term, at, within, base));
          for (const spot of spots) setBit(bits, base + documentOf(spot));
        }
      }
    }
  }
  return bits;
}

/** Words that each begin some word of one kind; `sure` where one document has one such name only. */
function each(text: string, kind: string, index: Index, sure: boolean): Found {
  const typed = words(text);
  const found = typed.map((word) =>
    isUnspaced(word) ? run(word, kind, index) : exactly(terms(kind + word, true, index)),
  );
  const all = found.reduce(both, exactly(index.live));
  // Without words it asks for any such name.
  if (typed.length === 0) return unsure(all, index);
  return sure || typed.length === 1 ? all : unsure(all, index);
}

function run(word: string, kind: string, index: Index): Found {
  const pieces = piecesOf(word);
  const found = pieces.map((piece) => exactly(terms(kind + piece, false, index)));
  const all = found.reduce(both, exactly(index.live));
  return pieces.length < 2 ? all : unsure(all, index);
}

function tagged(key: string, index: Index): Bits {
  return eitherOf(terms(OF.tag + key, false, index), terms(`${OF.tag}${key}/`, true, index));
}

function untagged(index: Index): Bits {
  return where(
    index,
    ({ tagsAt }) =>
      (document) =>
        tagsAt[document] === tagsAt[document + 1],
  );
}

function is(what: (Query & { kind: 'is' })['what'], flags: number): boolean {
  if (what === 'starred') return (flags & FLAGS.starred) !== 0;
  if (what === 'noted') return (flags & FLAGS.noted) !== 0;
  const status = STATUSES[(flags & FLAGS.status) - 1];
  return what === 'unread' ? status === undefined || status === 'to-read' : status === what;
}

function addedWithin(
  { from, to }: Query & { kind: 'added' },
  column: NumberColumn,
  index: Index,
): Bits {
  const first = from === null ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const end = to === null ? Number.POSITIVE_INFINITY : Date.parse(to);
  return where(index, ({ numbers }) => (document) => {
    const added = numbers[column][document] ?? UNKNOWN;
    return added !== UNKNOWN && added >= first && added < end;
  });
}

/** The documents that have a term, or (`goesOn`) any term that begins with it. */
function terms(text: string, goesOn: boolean, index: Index): Bits {
  const bits = noBits(index.size);
  for (const { segment, base } of index.placed) {
    const { postings, postingsAt, count } = segment;
    const [first, end] = rangeOf(segment, text, goesOn);
    for (let term = first; term < end; term++) {
      addPostings(postings, postingsAt[term] ?? 0, postingsAt[term + 1] ?? 0, count, bits, base);
    }
  }
  return bits;
}

/** The numbers of a term, or (`goesOn`) of all terms that begin with it: from the first to before the second. */
function rangeOf({ terms: all }: Searched, text: string, goesOn: boolean): [number, number] {
  const beyond = goesOn ? keyBeyond(text) : keyOf(`${text}\u0000`);
  return [lowerBound(all, keyOf(text)), lowerBound(all, beyond)];
}

/** The documents that a test of their segment's columns lets through. */
function where(index: Index, test: (segment: Searched) => (document: number) => boolean): Bits {
  const bits = noBits(index.size);
  for (const { segment, base } of index.placed) {
    const fits = test(segment);
    for (let document = 0; document < segment.count; document++) {
      if (fits(document)) setBit(bits, base + document);
    }
  }
  return bits;
}

function exactly(bits: Bits): Found {
  return { sure: bits, may: bits };
}

function unsure({ may }: Found, index: Index): Found {
  return { sure: noBits(index.size), may };
}

function both(a: Found, b: Found): Found {
  return together(a, b, bothOf);
}

function either(a: Found, b: Found): Found {
  return together(a, b, eitherOf);
}

function together(a: Found, b: Found, join: (a: Bits, b: Bits) => Bits): Found {
  const may = join(a.may, b.may);
  const isExact = a.sure === a.may && b.sure === b.may;
  return { sure: isExact ? may : join(a.sure, b.sure), may };
}
