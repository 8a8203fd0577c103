import type { PaperId } from '../../../lib/papers/ids';
import type { SearchDocument } from '../../../lib/search/document';
import { noBits } from '../../../lib/search/index/bits';
import { build } from '../../../lib/search/index/build';
import { inOneGo } from '../../../lib/search/index/inOneGo';
import { keyOf } from '../../../lib/search/index/keys';
import { merging } from '../../../lib/search/index/mergeSegments';
import { kill, livingIn } from '../../../lib/search/index/searchIndex';
import type { Segment } from '../../../lib/search/index/segment';
import type { IndexState, Source } from '../../../lib/search/index/source';

/** A store of papers and an index of them, in memory, that is brought up to date by hand. */
export interface FakeSource extends Source {
  rows: Map<PaperId, SearchDocument>;
  put(documents: readonly SearchDocument[]): void;
  remove(ids: readonly PaperId[]): void;
  /** Indexes the next writes. */
  index(writes: number): void;
  /** Merges all segments of one kind. */
  merge(kept: boolean): void;
}

/** See `FakeSource`. */
export function fakeSource(): FakeSource {
  const rows = new Map<PaperId, SearchDocument>();
  let touched: { seq: number; ids: PaperId[] }[] = [];
  let state: IndexState = { version: 0, through: 0, segments: [] };
  const segments = new Map<number, Segment>();
  let seq = 0;
  let number = 0;
  const touch = (ids: PaperId[]) => touched.push({ seq: ++seq, ids });

  function stored(segment: Segment, kept: boolean): IndexState['segments'] {
    if (segment.count === 0) return [];
    segments.set(++number, segment);
    return [{ number, kept, count: segment.count, dead: null }];
  }

  function commit(next: Omit<IndexState, 'version'>): void {
    state = { version: state.version + 1, ...next };
    touched = touched.filter((one) => one.seq > state.through);
    const counting = new Set(state.segments.map((one) => one.number));
    for (const known of segments.keys()) if (!counting.has(known)) segments.delete(known);
  }

  return {
    rows,
    put(documents) {
      for (const document of documents) rows.set(document.id, document);
      touch(documents.map(({ id }) => id));
    },
    remove(ids) {
      for (const id of ids) rows.delete(id);
      touch([...ids]);
    },
    index(writes) {
      const some = touched.slice(0, writes);
      const ids = new Set(some.flatMap((one) => one.ids));
      const old = state.segments.map((one) => {
        const segment = segments.get(one.number);
        const dead = one.dead?.slice() ?? noBits(one.count);
        if (segment) for (const id of ids) kill(segment, dead, keyOf(id));
        return { ...one, dead };
      });
      const documents = [...ids].flatMap((id) => rows.get(id) ?? []);
      const [kept, passing] = [true, false].map((isKept) =>
        stored(build(documents.filter((one) => (one.annotation !== null) === isKept)), isKept),
      );
      const through = some.at(-1)?.seq ?? state.through;
      commit({ through, segments: [...old, ...(kept ?? []), ...(passing ?? [])] });
    },
    merge(kept) {
      const parts = state.segments.filter((one) => one.kept === kept);
      const living = parts.flatMap(({ number: at, dead, count }) => {
        const segment = segments.get(at);
        return segment ? [{ segment, live: livingIn(count, dead) }] : [];
      });
      const others = state.segments.filter((one) => one.kept !== kept);
      const { through } = state;
      commit({ through, segments: [...others, ...stored(inOneGo(merging(living)), kept)] });
    },
    news: async (after) => ({
      state,
      touched: touched.filter((one) => one.seq > Math.max(after, state.through)),
    }),
    // As from a database: a copy, after a while.
    part: async (at, part) => {
      await Promise.resolve();
      const segment = segments.get(at);
      return segment ? structuredClone({ ...segment, part }) : null;
    },
    documents: async (ids) => ids.flatMap((id) => rows.get(id) ?? []),
  };
}
