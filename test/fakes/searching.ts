import { STATUSES } from '../../lib/papers/annotation';
import { listedAt } from '../../lib/papers/bookmark';
import type { PaperId } from '../../lib/papers/ids';
import { entryTest } from '../../lib/papers/query/matches';
import { tagsAbove } from '../../lib/papers/tagTree';
import { entryOf, isIn, type SearchDocument } from '../../lib/search/document';
import type { Counted, Facets } from '../../lib/search/query/facets';
import type { SearchAnswer, SearchRequest } from '../../lib/search/query/request';
import type { SearchSource } from '../../lib/views/library/latestSearch';
import type { FakeLibrary } from './library';

/** A search by looking at every paper. The newest search wins, and answers in a later turn. */
export interface FakeSearch extends SearchSource {
  /** Everything that was searched for. */
  asked: SearchRequest[];
  /** The library cannot be read. */
  broken: boolean;
  /** Papers of which a search reads little. */
  unreadable: PaperId[];
  /** Answers wait until this resolves. */
  gate: Promise<void>;
}

/** Searches a library in memory; its history was all seen at one time. */
export function fakeSearch(library: FakeLibrary): FakeSearch {
  let turn = 0;
  const search: FakeSearch = {
    asked: [],
    broken: false,
    unreadable: [],
    gate: Promise.resolve(),
    search(request, heard) {
      turn += 1;
      const mine = turn;
      search.asked.push(request);
      void search.gate.then(() => {
        if (mine === turn) {
          const found = { ...answer(documentsOf(library), request), unreadable: search.unreadable };
          heard(search.broken ? null : found);
        }
      });
    },
  };
  return search;
}

function documentsOf(library: FakeLibrary): SearchDocument[] {
  const seen = { firstSeenAt: '2026-04-01', lastSeenAt: '2026-04-01', sites: ['Hugging Face'] };
  return [
    ...[...library.bookmarks.values()].map(({ paper, annotation }) => ({
      id: paper.id,
      paper,
      annotation,
      seen,
    })),
    ...[...library.history.values()]
      .filter(({ id }) => !library.bookmarks.has(id))
      .map((paper) => ({ id: paper.id, paper, annotation: null, seen })),
  ];
}

function answer(
  documents: SearchDocument[],
  request: SearchRequest,
): Omit<SearchAnswer, 'unreadable'> {
  const { query, scope, order, from, count, facets, allTags = false } = request;
  const fits = entryTest(query);
  const found = documents.filter((one) => isIn(scope, one) && fits(entryOf(one, scope)));
  const key = ({ paper, annotation }: SearchDocument): string => {
    if (order.by === 'title') return paper.title;
    if (order.by === 'published') return paper.publishedAt ?? '';
    return annotation === null ? '' : listedAt({ annotation });
  };
  const sign = order.ascending ? 1 : -1;
  found.sort((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0));
  return {
    ids: found.slice(from, from + count).map(({ id }) => id),
    total: found.length,
    facets: facets ? facetsOf(found, allTags) : null,
    rest: 0,
    isCurrent: true,
  };
}

function facetsOf(found: SearchDocument[], allTags: boolean): Facets {
  const counted = <T>(values: (document: SearchDocument) => T[]): Counted<T>[] => {
    const counts = new Map<T, number>();
    for (const value of found.flatMap(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].map(([value, count]) => ({ value, count }));
  };
  const statuses = counted(({ annotation }) => [annotation?.status ?? null]);
  return {
    status: [null, ...STATUSES].map(
      (value) => statuses.find((one) => one.value === value) ?? { value, count: 0 },
    ),
    year: counted(({ paper }) => [Number(paper.publishedAt?.slice(0, 4)) || null]),
    organization: counted(({ paper: { organization: org } }) =>
      org ? [org.fullname ?? org.name] : [],
    ),
    tag: counted(({ annotation }) => {
      const tags = annotation?.tags ?? [];
      return allTags ? [...new Set([...tags, ...tagsAbove(tags)])] : tags;
    }),
  };
}
