import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeAnnotations, mergeBookmarks } from '../../lib/papers/merging';
import { sortTags, unionTags } from '../../lib/papers/tags';
import { annotation, extra, paper } from './arbitraries';

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
