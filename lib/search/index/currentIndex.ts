import type { PaperId } from '../../papers/ids';
import { isIn, type Scope, type SearchDocument } from '../document';
import { type Bits, eitherOf, noBits } from './bits';
import { build } from './build';
import { cursorOver } from './dictionary';
import { inOneGo } from './inOneGo';
import { keyOf, textOf } from './keys';
import { dueForMerging } from './mergePolicy';
import { merging } from './mergeSegments';
import { type Index, indexOver, kill, livingIn } from './searchIndex';
import type { Places, Searched, Segment, Titles } from './segment';
import type { IndexState, SegmentState, Source, Touched } from './source';

/** The index as a page has it: the stored segments, and what they do not know yet, indexed here. */
export interface CurrentIndex {
  /** Learns what has changed, and reads some of the papers that did. Whether there was anything. */
  catchUp(): Promise<boolean>;
  /** How many papers are touched and not read yet: they are missing in the index. */
  unread(): number;
  /** Reads some of those, newest first. */
  readOn(): Promise<void>;
  index(): Index;
  /** Papers of which most words are not in the index, as these could not be read. */
  unreadable(): PaperId[];
  /** The part of the index that only a commit changes, with the same numbers. */
  storedIndex(): Index;
  /** Whether it has a part that only some searches need. */
  has(part: ExtraPart): boolean;
  /** Reads that. */
  read(part: ExtraPart): Promise<void>;
  /** Lets go of it. */
  drop(part: ExtraPart): void;
}

/** Parts that are read where a search needs them: by far the largest, and seldom needed. */
export type ExtraPart = 'titles' | 'places';

interface Stored {
  number: number;
  segment: Searched;
  titles: Titles | null;
  places: Places | null;
  dead: Bits;
}

interface IndexPart {
  segment: Segment;
  dead: Bits;
}

/** Papers read at once: a tenth of a second's work. */
const AT_ONCE = 400;

/** Follows the index of a scope; the bookmarks' is a part of the history's, which has both. */
export function follow(source: Source, scope: Scope): CurrentIndex {
  let version = -1;
  let seq = 0;
  let stored: Stored[] = [];
  let storedIndex = indexOver([]);
  let index = storedIndex;
  let pieces: IndexPart[] = [];
  /** Papers that are not in the stored segments as they are now, and when they were touched; in that order. */
  const tail = new Map<PaperId, number>();
  const unread = new Set<PaperId>();
  let unreadable: ReadonlySet<PaperId> = new Set();
  const unreadableHere = new Set<PaperId>();
  const wanted = new Set<ExtraPart>();

  async function load(state: IndexState): Promise<boolean> {
    const counting = state.segments.filter(({ kept }) => kept || scope === 'history');
    const known = new Map(stored.map((one) => [one.number, one]));
    const next: Stored[] = [];
    for (const one of counting) {
      const loaded = known.get(one.number) ?? (await loadSegment(one));
      if (loaded === null) return false;
      if (one.dead !== null) loaded.dead = eitherOf(loaded.dead, one.dead);
      next.push(loaded);
    }
    stored = next;
    return true;
  }

  async function loadSegment({ number, count }: SegmentState): Promise<Stored | null> {
    const [ids, terms, columns, titles, places] = await Promise.all([
      source.part(number, 'ids'),
      source.part(number, 'terms'),
      source.part(number, 'columns'),
      wanted.has('titles') ? source.part(number, 'titles') : null,
      wanted.has('places') ? source.part(number, 'places') : null,
    ]);
    if (ids === null || terms === null || columns === null) return null;
    const segment = { ...ids, ...terms, ...columns };
    const dead = noBits(count);
    killTouched(segment, dead);
    return { number, segment, titles, places, dead };
  }

  /** What was touched since a segment was made is not in it as it is now. */
  function killTouched(segment: Searched, dead: Bits): void {
    if (tail.size < segment.count) {
      for (const id of tail.keys()) kill(segment, dead, keyOf(id));
      return;
    }
    const cursor = cursorOver(segment.ids);
    // An id is a text of its dictionary, whatever else it may be.
    while (cursor.next()) {
      if (tail.has(textOf(cursor.key) as PaperId)) kill(segment, dead, cursor.key);
    }
  }

  function touch({ seq: at, ids }: Touched): void {
    seq = at;
    for (const id of ids) {
      tail.delete(id);
      tail.set(id, at);
      unreadableHere.delete(id);
      unread.delete(id);
      unread.add(id);
      const key = keyOf(id);
      for (const { segment, dead } of [...stored, ...pieces]) kill(segment, dead, key);
    }
  }

  /** Papers that are in the stored segments by now. */
  function settle(through: number): void {
    seq = Math.max(seq, through);
    for (const [id, at] of tail) {
      if (at > through) break;
      tail.delete(id);
      unread.delete(id);
      const key = keyOf(id);
      for (const { segment, dead } of pieces) kill(segment, dead, key);
    }
  }

  function add(documents: readonly SearchDocument[]): void {
    const found = documents.filter((document) => scope === 'history' || isIn(scope, document));
    if (found.length === 0) return;
    const segment = build(found, {
      known: unreadable,
      tell: (id) => unreadableHere.add(id),
    });
    pieces.push({ segment, dead: noBits(segment.count) });
  }

  function joinPieces(): void {
    const parts = pieces
      .map(({ segment, dead }) => ({ segment, dead, live: livingIn(segment.count, dead) }))
      .filter(({ live }) => live.some((word) => word !== 0));
    const due = dueForMerging(parts.map(({ segment }) => segment.count));
    const joined = due?.flatMap((at) => parts[at] ?? []) ?? [];
    pieces = parts.filter((part) => !joined.includes(part));
    if (joined.length === 0) return;
    const segment = inOneGo(merging(joined));
    pieces.push({ segment, dead: noBits(segment.count) });
  }

  function renew(): void {
    storedIndex = indexOver(stored);
    const own = pieces.map(({ segment, dead }) => ({
      segment,
      titles: segment,
      places: segment,
      dead,
    }));
    index = indexOver([...stored, ...own]);
  }

  async function readOn(): Promise<void> {
    const ids = [...unread].slice(-AT_ONCE);
    const documents = await source.documents(ids);
    for (const id of ids) unread.delete(id);
    add(documents);
    joinPieces();
    renew();
  }

  async function catchUp(): Promise<boolean> {
    const { state, touched } = await source.news(seq);
    const isSame = state.version === version;
    if (isSame && touched.length === 0) return false;
    for (const one of touched) touch(one);
    if (!isSame) {
      settle(state.through);
      // A part that is gone was replaced by a newer index.
      if (!(await load(state))) return catchUp();
      version = state.version;
      unreadable = new Set(state.unreadable);
    }
    if (unread.size > 0) await readOn();
    else renew();
    return true;
  }

  return {
    catchUp,
    unread: () => unread.size,
    readOn,
    index: () => index,
    unreadable: () => [...new Set([...unreadable, ...unreadableHere])],
    storedIndex: () => storedIndex,
    has: (part) => index.placed.every((one) => one[part] !== null),
    async read(part) {
      wanted.add(part);
      const missing = stored.filter((one) => one[part] === null);
      const read = await Promise.all(missing.map(({ number }) => source.part(number, part)));
      for (const [at, one] of missing.entries()) Object.assign(one, { [part]: read[at] ?? null });
      if (read.includes(null)) await catchUp();
      renew();
    },
    drop(part) {
      wanted.delete(part);
      for (const one of stored) one[part] = null;
      renew();
    },
  };
}
