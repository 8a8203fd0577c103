import type { Query } from '../../lib/papers/query/ast';
import type { SearchDocument } from '../../lib/search/document';
import { bothOf, countBits, without } from '../../lib/search/index/bits';
import { build } from '../../lib/search/index/build';
import { dueForMerging } from '../../lib/search/index/mergePolicy';
import { merging } from '../../lib/search/index/mergeSegments';
import { type Index, indexOver, livingIn } from '../../lib/search/index/searchIndex';
import type { Segment } from '../../lib/search/index/segment';
import { evaluate } from '../../lib/search/query/evaluate';
import { facetsOf } from '../../lib/search/query/facets';
import { ORDERS, sequenceOf, windowOf } from '../../lib/search/query/order';
import { generatedAnnotation, generatedPaper } from './library';

// The search index by itself, without database, worker or page: what each part of a search costs.

const word = (text: string): Query => ({ kind: 'word', text });

/** What is searched for, by name. */
const QUERIES: [string, Query][] = [
  ['one letter', word('t')],
  ['common word', word('model')],
  ['rare word', word('zq1a2')],
  ['two words', { kind: 'and', parts: [word('model'), word('data')] }],
  ['not a word', { kind: 'not', part: word('model') }],
  ['phrase', { kind: 'phrase', text: 'language model' }],
  ['tag', { kind: 'tag', tag: 'rl' }],
  ['author', { kind: 'author', text: 'b' }],
  ['starred', { kind: 'is', what: 'starred' }],
  ['everything', { kind: 'all' }],
];

/** Builds an index of so many bookmarks as the worker does, searches it, and says what it took. */
export function measureSearch(size: number, turns = 15): string[] {
  const lines: string[] = [];
  const segments = indexed(size, lines);
  lines.push(...sizesOf(segments));
  let loaded: Segment[] = [];
  const loading = took(() => {
    loaded = structuredClone(segments);
  });
  lines.push(`load ${loading} ms`);
  const index = indexOver(
    loaded.map((segment) => ({ segment, titles: segment, places: segment, dead: null })),
  );
  for (const by of ORDERS) {
    lines.push(`sort by ${by} ${took(() => sequenceOf(index, { by, ascending: false }))} ms`);
  }
  for (const [name, query] of QUERIES) lines.push(searched(name, query, index, turns));
  return lines;
}

function indexed(size: number, lines: string[]): Segment[] {
  let segments: Segment[] = [];
  let building = 0;
  let merged = 0;
  let longest = 0;
  for (let from = 0; from < size; from += 1_000) {
    const documents = Array.from({ length: Math.min(1_000, size - from) }, (_, at) =>
      documentOf(from + at),
    );
    building += took(() => segments.push(build(documents)));
    for (;;) {
      const due = dueForMerging(segments.map(({ count }) => count))?.map((at) => segments[at]);
      if (due === undefined) break;
      const parts = due.filter((one) => one !== undefined);
      const work = merging(
        parts.map((segment) => ({ segment, live: livingIn(segment.count, null) })),
      );
      for (let isDone = false; !isDone; ) {
        const slice = took(() => {
          const step = work.next();
          isDone = step.done === true;
          if (step.done) segments = [...segments.filter((one) => !parts.includes(one)), step.value];
        });
        merged += slice;
        longest = Math.max(longest, slice);
      }
    }
  }
  lines.push(`build ${rounded((building / size) * 1_000)} ms per 1,000`);
  lines.push(`merge ${rounded(merged)} ms in all, longest slice ${longest} ms`);
  return segments;
}

function documentOf(n: number): SearchDocument {
  const paper = generatedPaper(n);
  return { id: paper.id, paper, annotation: generatedAnnotation(n), seen: null };
}

function sizesOf(segments: readonly Segment[]): string[] {
  const bytes = (read: (segment: Segment) => number): string =>
    (segments.reduce((sum, segment) => sum + read(segment), 0) / 1e6).toFixed(1);
  return [
    `segments ${segments.map(({ count }) => count)}`,
    `terms ${bytes(({ terms, postingsAt }) => terms.bytes.length + postingsAt.byteLength)} MB`,
    `postings ${bytes(({ postings }) => postings.length)} MB`,
    `columns ${bytes(({ numbers, tagsAt, tagsOf }) => Object.values(numbers).reduce((sum, one) => sum + one.byteLength, tagsAt.byteLength + tagsOf.byteLength))} MB`,
    `titles ${bytes(({ titles, titleOf }) => titles.bytes.length + titleOf.byteLength)} MB, when needed`,
    `places ${bytes(({ places, placesAt }) => places.length + placesAt.byteLength)} MB, when needed`,
  ];
}

function searched(name: string, query: Query, index: Index, turns: number): string {
  const sequence = sequenceOf(index, { by: 'starred', ascending: false });
  const times: number[] = [];
  let total = 0;
  let unsure = 0;
  for (let turn = 0; turn < turns; turn++) {
    const time = took(() => {
      const { sure, may } = evaluate(query, index, 'bookmarks');
      const found = bothOf(may, index.live);
      windowOf(found, sequence, 0, 50);
      facetsOf(found, index);
      total = countBits(found);
      unsure = countBits(without(found, sure));
    });
    times.push(time);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (turns - 1))] ?? 0;
  return `${name}: ${total} found, ${unsure} unsure, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`;
}

function took(work: () => unknown): number {
  const start = performance.now();
  work();
  return rounded(performance.now() - start);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
