import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Annotation, STATUSES } from '../../lib/papers/annotation';
import { mergeAnnotations, mergeBookmarks } from '../../lib/papers/merging';
import { cleanTag, sortTags, unionTags } from '../../lib/papers/tags';
import { paper } from './arbitraries';

const time = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const fewTimes = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z');
const at = fc.oneof(fc.constant(null), fewTimes, time);
const words = fc.oneof(
  fc.constantFrom('', 'foo', 'foo bar', 'bar', 'x\n\n---\n\nfoo'),
  fc.string(),
);
const tags = fc.array(fc.oneof(fc.constantFrom('RL', 'rl', 'llm'), fc.string())).map((list) =>
  unionTags(
    list.map(cleanTag).filter((tag) => tag !== ''),
    [],
  ),
);

const annotation: fc.Arbitrary<Annotation> = fc.record({
  starred: fc.boolean(),
  starredAt: at,
  status: fc.constantFrom(null, ...STATUSES),
  statusAt: at,
  tags,
  tagsAt: at,
  note: words,
  noteAt: at,
  createdAt: time,
});

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

test('merging bookmarks is commutative and idempotent, papers and unknown fields included', () => {
  const extra = fc.option(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), {
    nil: undefined,
  });
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
