import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { emptyAnnotation } from '../../../lib/papers/annotation';
import type { Query } from '../../../lib/papers/query/ast';
import { matches } from '../../../lib/papers/query/matches';
import { tagKey } from '../../../lib/papers/tags';
import { entryOf, type Scope, type SearchDocument } from '../../../lib/search/document';
import { bothOf, countBits, eachBit, hasBit, noBits, setBit } from '../../../lib/search/index/bits';
import { build } from '../../../lib/search/index/build';
import { yearOf } from '../../../lib/search/index/columns';
import { inOneGo } from '../../../lib/search/index/inOneGo';
import { textOf } from '../../../lib/search/index/keys';
import { type Living, merging } from '../../../lib/search/index/mergeSegments';
import { type Index, idKeyOf, indexOver } from '../../../lib/search/index/searchIndex';
import { evaluate } from '../../../lib/search/query/evaluate';
import { facetsOf } from '../../../lib/search/query/facets';
import {
  comparingIn,
  ORDERS,
  sequenceOf,
  windowOf,
  withDocuments,
} from '../../../lib/search/query/order';
import { documents, query } from './libraries';
import { compareNaive, naiveFit } from './naive';

// Many runs on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** Documents in two to four segments, with older versions of some of them that no longer count. */
function segmentsOf(docs: readonly SearchDocument[]) {
  const old = docs.filter((_, at) => at % 3 === 0).map((doc) => ({ ...doc, annotation: null }));
  const parts = [old, docs.filter((_, at) => at % 2 === 0), docs.filter((_, at) => at % 2 === 1)];
  return parts.map((part, at) => {
    const dead = noBits(part.length);
    if (at === 0) for (let doc = 0; doc < part.length; doc++) setBit(dead, doc);
    const segment = build(part);
    return { segment, titles: segment, places: segment, dead };
  });
}

function merged(parts: ReturnType<typeof segmentsOf>) {
  const living = parts.map(({ segment, dead }): Living => {
    const live = noBits(segment.count);
    for (let doc = 0; doc < segment.count; doc++) if (!hasBit(dead, doc)) setBit(live, doc);
    return { segment, live };
  });
  return inOneGo(merging(living));
}

function idsIn(bits: ReturnType<typeof noBits>, index: Index): string[] {
  const ids: string[] = [];
  eachBit(bothOf(bits, index.live), (document) => ids.push(textOf(idKeyOf(index, document))));
  return ids.sort();
}

function naive(asked: Query, docs: readonly SearchDocument[], scope: Scope): string[] {
  return docs
    .filter((doc) => matches(asked, entryOf(doc, scope)))
    .map(({ id }) => id)
    .sort();
}

/** Titles, and searches for a compound in them of which a word comes once more. */
const twice: [SearchDocument[], Query][] = [
  [[titled('Tree-Search')], { kind: 'word', text: 'Tree-Search search' }],
  [[titled('trees-t-tree-a')], { kind: 'word', text: 'trees-t-tree-a tree' }],
];

function titled(title: string): SearchDocument {
  const annotation = { ...emptyAnnotation('2026-01-01T00:00:00.000Z'), starred: true };
  const [firstSeenAt, lastSeenAt] = ['2026-02-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'];
  const id = 'arxiv:2504.00001';
  return {
    id,
    paper: { id, title, authors: [] },
    annotation,
    seen: { firstSeenAt, lastSeenAt, sites: ['arXiv'] },
  };
}

describe('an index knows what a plain scan finds', () => {
  test.each<Scope>(['bookmarks', 'history'])(
    'what is sure fits, and what fits may: %s',
    (scope) => {
      fc.assert(
        fc.property(documents, query, (docs, asked) => {
          const one = merged(segmentsOf(docs));
          for (const parts of [
            segmentsOf(docs),
            [{ segment: one, titles: one, places: null, dead: null }],
          ]) {
            const index = indexOver(parts);
            const { sure, may } = evaluate(asked, index, scope);
            const wanted = naive(asked, docs, scope);
            expect(wanted).toEqual(expect.arrayContaining(idsIn(sure, index)));
            expect(idsIn(may, index)).toEqual(expect.arrayContaining(wanted));
            if (sure === may) expect(idsIn(may, index)).toEqual(wanted);
          }
        }),
        {
          numRuns: 200,
          examples: twice,
        },
      );
    },
  );

  test('what is asked most often is never unsure', () => {
    const index = indexOver(segmentsOf([]));
    const exact: Query[] = [
      { kind: 'word', text: 'tree' },
      { kind: 'word', text: '学习' },
      { kind: 'tag', tag: 'ml' },
      { kind: 'author', text: 'ada' },
      { kind: 'org', text: 'big lab' },
      { kind: 'phrase', text: 'tree sea' },
      { kind: 'not', part: { kind: 'or', parts: [{ kind: 'word', text: 'a' }, { kind: 'all' }] } },
    ];
    for (const asked of exact) {
      const { sure, may } = evaluate(asked, index, 'bookmarks');
      expect(sure).toBe(may);
    }
  });

  test('a merged segment is the segment of its living documents', () => {
    fc.assert(
      fc.property(documents, (docs) => {
        const { tags, tagsOf, organizations, organizationOf, ...rest } = merged(segmentsOf(docs));
        const whole = build(docs);
        expect(rest).toEqual({
          ...whole,
          tags: undefined,
          tagsOf: undefined,
          organizations: undefined,
          organizationOf: undefined,
        });
        const names = (list: string[], numbers: Iterable<number>) =>
          [...numbers].map((at) => list[at]);
        expect(names(tags, tagsOf)).toEqual(names(whole.tags, whole.tagsOf));
        expect(names(['', ...organizations], organizationOf)).toEqual(
          names(['', ...whole.organizations], whole.organizationOf),
        );
      }),
    );
  });
});

describe('orders', () => {
  const cases = ORDERS.flatMap((by) => [true, false].map((ascending) => ({ by, ascending })));
  test.each(cases)('$by, ascending: $ascending', (order) => {
    fc.assert(
      fc.property(documents, (docs) => {
        const index = indexOver(segmentsOf(docs));
        const sequence = sequenceOf(index, order, naiveFit);
        const compare = comparingIn(index, order, naiveFit);
        const living = [...sequence].filter((document) => hasBit(index.live, document));
        const wanted = [...docs].sort(compareNaive(order.by, order.ascending)).map(({ id }) => id);
        const ids = (list: number[]) => list.map((document) => textOf(idKeyOf(index, document)));
        expect(ids(living)).toEqual(wanted);
        const few = living.filter((_, at) => at % 5 === 0);
        const many = Uint32Array.from(living.filter((_, at) => at % 5 !== 0));
        expect(ids([...withDocuments(many, few.reverse(), compare)])).toEqual(wanted);
        expect(ids(windowOf(index.live, sequence, 2, 3))).toEqual(wanted.slice(2, 5));
      }),
      { numRuns: 50 },
    );
  });
});

test('facets count what is found and nothing else', () => {
  fc.assert(
    fc.property(documents, (docs) => {
      const index = indexOver(segmentsOf(docs));
      const { status, year, organization, tag } = facetsOf(index.live, index, 1_000);
      const count = <T>(values: readonly T[], wanted: T) =>
        values.filter((one) => one === wanted).length;
      const statuses = docs.map(({ annotation }) => annotation?.status ?? null);
      for (const { value, count: counted } of status) expect(counted).toBe(count(statuses, value));
      const years = docs.map((doc) => yearOf(doc) || null);
      expect(new Map(year.map((one) => [one.value, one.count]))).toEqual(
        new Map([...new Set(years)].map((value) => [value, count(years, value)])),
      );
      const keys = docs.map(({ annotation }) => (annotation?.tags ?? []).map(tagKey));
      const finds = (key: string) =>
        keys.filter((has) => has.some((one) => `${one}/`.startsWith(`${key}/`))).length;
      expect(new Map(tag.map((one) => [tagKey(one.value), one.count]))).toEqual(
        new Map([...new Set(keys.flat())].map((key) => [key, finds(key)])),
      );
      expect(organization.reduce((sum, one) => sum + one.count, 0)).toBe(
        docs.filter(({ paper }) => paper.organization !== undefined).length,
      );
      expect(countBits(index.live)).toBe(docs.length);
    }),
  );
});
