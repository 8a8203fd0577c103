import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyAnnotation, STATUSES } from '../../lib/papers/annotation';
import type { Incoming } from '../../lib/papers/bookmark';
import {
  combineIncoming,
  combinePapers,
  mergeAnnotations,
  mergeBookmarks,
  mergeIncoming,
  refreshPaper,
} from '../../lib/papers/merging';
import { type Paper, placeholderTitle } from '../../lib/papers/paper';
import { sortTags, unionTags } from '../../lib/papers/tags';
import { annotation, extra, paper } from './arbitraries';

const PLAIN: Paper = { id: 'arxiv:1706.03762', title: 'Nets', authors: [] };

test('merging is commutative: it does not matter which library comes first', () => {
  fc.assert(
    fc.property(annotation, annotation, (a, b) => {
      expect(mergeAnnotations(a, b)).toEqual(mergeAnnotations(b, a));
    }),
  );
});

test('merging is idempotent: the same file twice changes nothing', () => {
  fc.assert(
    fc.property(annotation, annotation, (a, b) => {
      expect(mergeAnnotations(a, a)).toEqual(a);
      const once = mergeAnnotations(a, b);
      expect(mergeAnnotations(once, b)).toEqual(once);
      expect(mergeAnnotations(once, a)).toEqual(once);
    }),
  );
});

test('a file that knows seconds only says nothing new of a creation in that second', () => {
  const at = (createdAt: string) => ({ ...emptyAnnotation(createdAt), note: 'a' });
  const [whole, exact] = [at('2025-10-31T10:41:40.000Z'), at('2025-10-31T10:41:40.227Z')];
  expect(mergeAnnotations(exact, whole)).toEqual(exact);
  expect(mergeAnnotations(whole, exact)).toEqual(exact);
  expect(mergeAnnotations(exact, at('2025-10-31T10:41:39Z')).createdAt).toBe(
    '2025-10-31T10:41:39Z',
  );
  expect(mergeAnnotations(exact, at('2025-10-31T10:41:41Z'))).toEqual(exact);
});

test('merging loses no note, no tag and no star', () => {
  fc.assert(
    fc.property(annotation, annotation, (a, b) => {
      const merged = mergeAnnotations(a, b);
      for (const side of [a, b]) {
        if (side.note.trim() !== '') expect(merged.note).toContain(side.note);
        expect(sortTags(unionTags(merged.tags, side.tags))).toEqual(merged.tags);
        if (side.starred) expect(merged.starred).toBe(true);
      }
    }),
  );
});

test('an unfinished note that went into a longer one stays in it, whatever was merged since', () => {
  const noted = (note: string, day: string) => ({
    ...emptyAnnotation('2025-01-01T00:00:00.000Z'),
    note,
    noteAt: `2025-01-${day}T00:00:00.000Z`,
  });
  const [begun, whole, other] = [
    noted('Read sec', '01'),
    noted('Read section 3', '02'),
    noted('Else', '03'),
  ];
  const all = mergeAnnotations(mergeAnnotations(begun, whole), other);
  for (const one of [begun, whole, other]) expect(mergeAnnotations(all, one)).toEqual(all);
});

test('merging bookmarks is commutative and idempotent, papers and unknown fields included', () => {
  const bookmark = fc.record({ paper: paper('arxiv:2504.12345'), annotation, extra });
  fc.assert(
    fc.property(bookmark, bookmark, (a, b) => {
      const once = mergeBookmarks(a, b);
      expect(once).toEqual(mergeBookmarks(b, a));
      expect(mergeBookmarks(once, b)).toEqual(once);
      expect(mergeBookmarks(once, a)).toEqual(once);
    }),
  );
});

const ID = 'arxiv:2504.12345';
const anyBookmark = fc.record({ paper: paper(ID), annotation, extra });
const bare: Paper = { id: ID, title: placeholderTitle(ID), authors: [] };
const anyTime = fc.constantFrom('2019-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z');
/** A paper that a file only names. */
const named: fc.Arbitrary<Incoming> = anyTime.map((at) => ({
  paper: bare,
  annotation: { ...emptyAnnotation(at), status: 'to-read' },
  isImplied: true,
}));
const incoming: fc.Arbitrary<Incoming> = fc.oneof(anyBookmark, named);

test('a placeholder never takes the place of a title, whoever comes first', () => {
  fc.assert(
    fc.property(paper(ID), (facts) => {
      for (const combine of [combinePapers, refreshPaper]) {
        expect(combine(facts, bare).title).toBe(facts.title);
        expect(combine(bare, facts).title).toBe(facts.title);
      }
    }),
  );
});

test('a title keeps its capitals, whatever a bibliography made of them', () => {
  const site: Paper = { id: ID, title: 'Attention Is All You Need', authors: [] };
  for (const title of ['Attention is all you need', 'ATTENTION IS ALL YOU NEED']) {
    const written: Paper = { id: ID, title, authors: [] };
    expect(combinePapers(site, written).title).toBe(site.title);
    expect(combinePapers(written, site).title).toBe(site.title);
  }
});

test('combining papers with and without titles is commutative, associative and idempotent', () => {
  const any = fc.oneof(paper(ID), fc.constant(bare));
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      expect(combinePapers(a, b)).toEqual(combinePapers(b, a));
      expect(combinePapers(a, combinePapers(a, b))).toEqual(combinePapers(a, b));
      expect(combinePapers(combinePapers(a, b), c).title).toBe(
        combinePapers(a, combinePapers(b, c)).title,
      );
    }),
  );
});

test('what a file implies never changes the status of a bookmark that is there, nor anything the second time', () => {
  fc.assert(
    fc.property(anyBookmark, named, (known, implied) => {
      const once = mergeIncoming(known, implied);
      expect(once.annotation).toEqual({
        ...known.annotation,
        createdAt: once.annotation.createdAt,
      });
      expect(mergeIncoming(once, implied)).toEqual(once);
    }),
  );
});

test('a paper that is only named comes in to be read, and once in, is the reader’s to change', () => {
  fc.assert(
    fc.property(named, fc.constantFrom(null, ...STATUSES), (implied, status) => {
      const known = mergeIncoming(null, implied);
      expect(known).not.toHaveProperty('isImplied');
      expect(known.annotation).toMatchObject({ status: 'to-read', statusAt: null });
      const changed = { ...known, annotation: { ...known.annotation, starred: true, status } };
      expect(mergeIncoming(changed, implied)).toEqual(changed);
    }),
  );
});

test('records of one paper in one file are one, in whatever order they come', () => {
  fc.assert(
    fc.property(incoming, incoming, (a, b) => {
      const both = combineIncoming(a, b);
      expect(both).toEqual(combineIncoming(b, a));
      expect(combineIncoming(both, b)).toEqual(both);
      expect(both.isImplied ?? false).toBe(a.isImplied === true && b.isImplied === true);
      // What came in as one has both in it.
      const known = mergeIncoming(null, both);
      expect(mergeIncoming(known, a)).toEqual(known);
      expect(mergeIncoming(known, b)).toEqual(known);
    }),
  );
});

test.each([
  ['2017', '2017-06-12', '2017-06-12'],
  ['2017-06-12', '2017', '2017-06-12'],
  ['2017-06-12', '2017-06', '2017-06-12'],
  ['2017-06-12', '2018-01-05', '2018-01-05'],
  ['2017-06-12', '2018', '2018'],
  ['2017', undefined, '2017'],
  [undefined, '2017', '2017'],
])('a paper of %s that is stated again as of %s is of %s', (known, seen, date) => {
  const at = (publishedAt: string | undefined): Paper => ({ ...PLAIN, publishedAt });
  expect(refreshPaper(at(known), at(seen)).publishedAt).toBe(date);
});

test('of two dates that agree the finer one is kept, whichever comes first', () => {
  const at = (publishedAt: string): Paper => ({ ...PLAIN, publishedAt });
  for (const coarse of ['2017', '2017-06']) {
    expect(combinePapers(at(coarse), at('2017-06-12')).publishedAt).toBe('2017-06-12');
    expect(combinePapers(at('2017-06-12'), at(coarse)).publishedAt).toBe('2017-06-12');
  }
});
