import { type Bits, hasBit } from './bits';
import { createByteWriter } from './bytes';
import { createDictionaryWriter } from './dictionary';
import { walkDictionaries } from './dictionaryWalk';
import { skipPlaces } from './positions';
import { eachPosting, writePostings } from './postings';
import { emptyColumn, NUMBERS, packed, type Segment, type TermColumns } from './segment';

/** A segment, and those of its documents that still count. */
export interface Living {
  segment: Segment;
  live: Bits;
}

/** Terms that are merged before it yields. */
const AT_ONCE = 2_000;
const GONE = -1;

/**
 * Makes one segment of the living documents of several. A living id is in one of them only. Yields every few
 * milliseconds.
 */
export function* merging(parts: readonly Living[]): Generator<void, Segment> {
  const places = yield* renumbering(parts);
  const count = places.from.length;
  const moved = <T>(read: (segment: Segment, document: number) => T): T[] =>
    places.from.map((member, index) => read(segmentAt(parts, member), places.document[index] ?? 0));
  const titles = yield* mergingTitles(parts, places);
  const organizations = namesOf(parts, (segment) => segment.organizations);
  const tags = namesOf(parts, (segment) => segment.tags);
  yield;
  const tagLists = moved(({ tags: names, tagsAt, tagsOf }, document) =>
    [...tagsOf.subarray(tagsAt[document], tagsAt[document + 1])].map(
      (tag) => tags.get(names[tag] ?? '') ?? 0,
    ),
  );
  yield;
  const numbers: Partial<Segment['numbers']> = {};
  for (const name of NUMBERS) {
    const column = emptyColumn(name, count);
    column.set(moved((segment, document) => segment.numbers[name][document] ?? 0));
    numbers[name] = column;
    yield;
  }
  const flags = Uint8Array.from(moved((segment, document) => segment.flags[document] ?? 0));
  const years = Uint16Array.from(moved((segment, document) => segment.years[document] ?? 0));
  yield;
  const organizationOf = moved((segment, document) => {
    const name = segment.organizations[(segment.organizationOf[document] ?? 0) - 1];
    return name === undefined ? 0 : (organizations.get(name) ?? 0) + 1;
  });
  yield;
  return {
    count,
    ids: places.ids,
    ...(yield* mergingTerms(parts, places.numberOf, count)),
    ...titles,
    numbers: numbers as Segment['numbers'], // one of each name
    flags,
    years,
    organizations: [...organizations.keys()],
    organizationOf: packed(organizationOf, organizations.size),
    tags: [...tags.keys()],
    tagsAt: Uint32Array.from([0, ...runningSum(tagLists.map((list) => list.length))]),
    tagsOf: packed(tagLists.flat(), tags.size),
  };
}

interface Places {
  ids: Segment['ids'];
  /** Which part each document comes from, and its number there. */
  from: number[];
  document: number[];
  /** The new number of each part's documents, or GONE. */
  numberOf: Int32Array[];
}

function* renumbering(parts: readonly Living[]): Generator<void, Places> {
  const writer = createDictionaryWriter();
  const from: number[] = [];
  const document: number[] = [];
  const numberOf = parts.map(({ segment }) => new Int32Array(segment.count).fill(GONE));
  const merger = walkDictionaries(parts.map(({ segment }) => segment.ids));
  for (let turn = 1; merger.next(); turn++) {
    for (const member of merger.members) {
      const index = merger.indexIn(member);
      const part = parts[member];
      if (part === undefined || !hasBit(part.live, index)) continue;
      from.push(member);
      document.push(index);
      const numbers = numberOf[member];
      if (numbers) numbers[index] = writer.add(merger.key);
    }
    if (turn % AT_ONCE === 0) yield;
  }
  return { ids: writer.written(), from, document, numberOf };
}

function* mergingTerms(
  parts: readonly Living[],
  numberOf: readonly Int32Array[],
  count: number,
): Generator<void, TermColumns> {
  const terms = createDictionaryWriter();
  const postings = createByteWriter(1 << 16);
  const places = createByteWriter(1 << 16);
  const postingsAt: number[] = [0];
  const placesAt: number[] = [0];
  const merger = walkDictionaries(parts.map(({ segment }) => segment.terms));
  let visited = 0;
  while (merger.next()) {
    const found: Posting[] = [];
    for (const member of merger.members) {
      const numbers = numberOf[member];
      if (numbers) addLiving(segmentAt(parts, member), merger.indexIn(member), numbers, found);
    }
    visited += found.length + 1;
    if (found.length > 0) {
      if (merger.members.length > 1) found.sort((a, b) => a.document - b.document);
      terms.add(merger.key);
      writePostings(
        postings,
        found.map(({ document }) => document),
        count,
      );
      postingsAt.push(postings.length());
      for (const { from, start, end } of found) places.copy(from, start, end);
      placesAt.push(places.length());
    }
    if (visited > AT_ONCE) {
      visited = 0;
      yield;
    }
  }
  return {
    terms: terms.written(),
    postings: postings.taken(),
    postingsAt: Uint32Array.from(postingsAt),
    places: places.taken(),
    placesAt: Uint32Array.from(placesAt),
  };
}

/** A document that has a term, under its new number, and the bytes of its places. */
interface Posting {
  document: number;
  from: Uint8Array;
  start: number;
  end: number;
}

function addLiving(segment: Segment, term: number, numbers: Int32Array, found: Posting[]): void {
  const [first = 0, last = 0] = segment.postingsAt.subarray(term, term + 2);
  const { places: from, placesAt } = segment;
  const reader = { at: placesAt[term] ?? 0 };
  const hasPlaces = reader.at < (placesAt[term + 1] ?? 0);
  eachPosting(segment.postings, first, last, segment.count, (old) => {
    const start = reader.at;
    if (hasPlaces) skipPlaces(from, reader);
    const document = numbers[old] ?? GONE;
    if (document !== GONE) found.push({ document, from, start, end: reader.at });
  });
}

function* mergingTitles(
  parts: readonly Living[],
  places: Places,
): Generator<void, Pick<Segment, 'titles' | 'titleOf'>> {
  const inUse = parts.map(({ segment }) => new Uint8Array(segment.titles.count));
  for (const [index, member] of places.from.entries()) {
    const title = segmentAt(parts, member).titleOf[places.document[index] ?? 0] ?? 0;
    const used = inUse[member];
    if (used) used[title] = 1;
  }
  const ranks = parts.map(({ segment }) => new Uint32Array(segment.titles.count));
  const writer = createDictionaryWriter();
  const merger = walkDictionaries(parts.map(({ segment }) => segment.titles));
  for (let turn = 1; merger.next(); turn++) {
    const users = merger.members.filter((member) => inUse[member]?.[merger.indexIn(member)] === 1);
    if (users.length > 0) {
      const rank = writer.add(merger.key);
      for (const member of users)
        ranks[member]?.fill(rank, merger.indexIn(member), merger.indexIn(member) + 1);
    }
    if (turn % AT_ONCE === 0) yield;
  }
  const titleOf = places.from.map((member, index) => {
    const title = segmentAt(parts, member).titleOf[places.document[index] ?? 0] ?? 0;
    return ranks[member]?.[title] ?? 0;
  });
  return { titles: writer.written(), titleOf: packed(titleOf, writer.count()) };
}

function segmentAt(parts: readonly Living[], member: number): Segment {
  const part = parts[member];
  if (part === undefined) throw new RangeError(`no part ${member}`);
  return part.segment;
}

/** The names of all parts, each once, with their new numbers. */
function namesOf(
  parts: readonly Living[],
  read: (segment: Segment) => readonly string[],
): Map<string, number> {
  const names = new Set(parts.flatMap(({ segment }) => read(segment)));
  return new Map([...names].map((name, index) => [name, index]));
}

function runningSum(lengths: readonly number[]): number[] {
  let sum = 0;
  return lengths.map((length) => {
    sum += length;
    return sum;
  });
}
