import type { PaperId } from '../papers/ids';
import type { SearchDocument } from '../search/document';
import { countBits, noBits } from '../search/index/bits';
import { building } from '../search/index/build';
import { keyOf } from '../search/index/keys';
import { dueForMerging } from '../search/index/mergePolicy';
import { type Living, merging } from '../search/index/mergeSegments';
import { kill, livingIn } from '../search/index/searchIndex';
import type { Segment } from '../search/index/segment';
import type { Parts, SegmentState } from '../search/index/source';
import { TERMS } from '../search/index/terms';
import {
  commitIndex,
  documentsOf,
  dropUncommitted,
  indexState,
  renewTerms,
  segmentPart,
  storeSegment,
  untoldPapers,
} from '../store/commands/indexing';
import type { AsterismDatabase } from '../store/database';
import { beginAttempt } from './indexAttempts';
import { inSlices, type Pace } from './slices';

/** Papers that are indexed at once: about a quarter of a second's work, and of no more is there to be done again. */
const BATCH = 1_000;

/** Fewer papers than this are left to the pages, which index them for themselves. */
export const ENOUGH = 250;

/** Rows that are read at once. */
const ROWS = 100;

/** Characters of the texts that one segment is made of, about: more papers at once become several. */
const LARGEST = 10_000_000;

/**
 * Brings the search index up to date, and what an earlier version cut into other words, as long as there is enough to do. May be stopped at any moment: each commit is
 * one transaction, and what was stored without one is dropped by the next run.
 * @param log told of each paper that cannot be read: it is listed, and its words are not found
 */
export async function indexPapers(
  db: AsterismDatabase,
  pace: Pace,
  enough = ENOUGH,
  log: (where: string, error: unknown) => void = () => {},
): Promise<void> {
  const idsOf = new Map<number, Parts['ids']>();
  await renewTerms(db, TERMS);
  for (;;) {
    const { ids, through } = await untoldPapers(db, BATCH);
    const isEnough = ids.length >= enough;
    // What an earlier worker left, or what was replaced in the last turn.
    if (isEnough || idsOf.size > 0) await dropUncommitted(db);
    if (!isEnough) return;
    await addPapers(ids, through);
    while (await mergeSome());
  }

  async function addPapers(ids: readonly PaperId[], through: number): Promise<void> {
    const before = await indexState(db);
    const unreadable = await beginAttempt(db, ids, () => inPortions(ids), { pace, log });
    const tell = (id: PaperId, error: unknown): void => {
      unreadable.add(id);
      log(`indexing ${id}`, error);
    };
    const segments = await withoutPapers(before.segments, ids);
    for await (const documents of inPortions(ids)) {
      for (const kept of [true, false]) {
        const some = documents.filter(({ annotation }) => (annotation !== null) === kept);
        if (some.length === 0) continue;
        const segment = await inSlices(building(some, { known: unreadable, tell }), pace);
        segments.push(await stored(segment, kept));
      }
    }
    await commitIndex(db, before, { through, segments, unreadable: [...unreadable] });
  }

  /** What there is to search of some papers, as many of them at once as there is memory for. */
  async function* inPortions(ids: readonly PaperId[]): AsyncGenerator<SearchDocument[]> {
    let [documents, size]: [SearchDocument[], number] = [[], 0];
    for (let at = 0; at < ids.length; at += ROWS) {
      const more = await documentsOf(db, ids.slice(at, at + ROWS));
      documents = documents.concat(more);
      size += more.reduce((sum, { annotation }) => sum + (annotation?.note?.length ?? 0), 0);
      if (size < LARGEST) continue;
      yield documents;
      [documents, size] = [[], 0];
    }
    if (documents.length > 0) yield documents;
  }

  /** The segments, less what they say of some papers; less those of which nothing is left. */
  async function withoutPapers(
    segments: readonly SegmentState[],
    ids: readonly PaperId[],
  ): Promise<SegmentState[]> {
    const left: SegmentState[] = [];
    for (const segment of segments) {
      const known = idsOf.get(segment.number) ?? (await segmentPart(db, segment.number, 'ids'));
      idsOf.set(segment.number, known);
      const dead = segment.dead?.slice() ?? noBits(segment.count);
      let killed = 0;
      for (const id of ids) if (kill(known, dead, keyOf(id))) killed += 1;
      if (countBits(dead) < segment.count) left.push(killed > 0 ? { ...segment, dead } : segment);
      await pace.rest();
    }
    return left;
  }

  async function mergeSome(): Promise<boolean> {
    const before = await indexState(db);
    for (const kept of [true, false]) {
      const segments = before.segments.filter((segment) => segment.kept === kept);
      const sizes = segments.map(({ count, dead }) => count - (dead ? countBits(dead) : 0));
      const due = dueForMerging(sizes)?.flatMap((at) => segments[at] ?? []);
      if (due === undefined) continue;
      const parts: Living[] = [];
      for (const { number, count, dead } of due) {
        parts.push({ segment: await whole(number), live: livingIn(count, dead) });
      }
      const merged = await stored(await inSlices(merging(parts), pace), kept);
      const others = before.segments.filter((segment) => !due.includes(segment));
      const { through, unreadable } = before;
      return commitIndex(db, before, { through, unreadable, segments: [...others, merged] });
    }
    return false;
  }

  async function stored(segment: Segment, kept: boolean): Promise<SegmentState> {
    const number = await storeSegment(db, segment);
    return { number, kept, count: segment.count, dead: null };
  }

  async function whole(number: number): Promise<Segment> {
    return {
      ...(await segmentPart(db, number, 'ids')),
      ...(await segmentPart(db, number, 'terms')),
      ...(await segmentPart(db, number, 'columns')),
      ...(await segmentPart(db, number, 'titles')),
      ...(await segmentPart(db, number, 'places')),
    };
  }
}
