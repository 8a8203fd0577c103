import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRow } from '../../lib/formats/json/row';
import { type AnnotationPatch, emptyAnnotation, updatedAt } from '../../lib/papers/annotation';
import type { Bookmark } from '../../lib/papers/bookmark';
import { mergeAnnotations, mergeBookmarks } from '../../lib/papers/merging';
import { bookmarkSchema } from '../../lib/papers/schemas';
import { patchedAnnotation } from '../../lib/papers/trash';

// Times are bounded where they enter and where they are made.

const NOW = '2026-11-11T11:11:11.000Z';
const END = '9999-12-31T23:59:59.999Z';

/** A bookmark that a file says was changed at a time. */
function entered(at: string): Bookmark {
  const row = { id: 'arxiv:2504.00001', title: 'A', status: 'to-read', note: 'old', tags: ['a'] };
  const read = readRow({ ...row, statusAt: at, tagsAt: at, noteAt: at, createdAt: at }, NOW);
  if (!read.ok) expect.fail(JSON.stringify(read.reason));
  return read.bookmark;
}

function edited(bookmark: Bookmark, patch: AnnotationPatch, at = NOW): Bookmark {
  const annotation = patchedAnnotation({ bookmark, trashed: null }, patch, at);
  return { ...bookmark, annotation };
}

const far = fc.constantFrom(
  END,
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59.9999999Z',
  '9999-12-31T23:59:59-12:00',
  '9999-12-31',
  '+010000-01-01T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '0000-01-01T00:00:00+14:00',
  '-000001-12-31T23:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '0001-01-01T00:00:00Z',
  '0999-06-01T00:00:00.000Z',
);
const edit: fc.Arbitrary<AnnotationPatch> = fc.record(
  {
    status: fc.constantFrom('to-read', 'reading', 'read', null),
    note: fc.constantFrom('a', 'b', 'c'),
    addTags: fc.constantFrom(['x'], ['y']),
    removeTags: fc.constantFrom(['x'], ['a']),
  },
  { requiredKeys: [] },
);

test('whatever time a file says, what comes of it can be exported and read again, edited or not', () => {
  fc.assert(
    fc.property(far, fc.array(edit, { maxLength: 5 }), (at, edits) => {
      const after = edits.reduce((bookmark, patch) => edited(bookmark, patch), entered(at));
      expect(bookmarkSchema.safeParse(after)).toEqual({ success: true, data: after });
    }),
  );
});

test('an edit at the end of time is later than what it changed, and no old export takes it back', () => {
  fc.assert(
    fc.property(far, fc.array(edit, { minLength: 1, maxLength: 5 }), (at, edits) => {
      const old = entered(at);
      const after = edits.reduce((bookmark, patch) => edited(bookmark, patch), old);
      expect(mergeBookmarks(after, old).annotation.status).toBe(after.annotation.status);
      expect(mergeBookmarks(old, after).annotation.status).toBe(after.annotation.status);
    }),
  );
});

test('a clock beyond the years of four digits makes times that can be exported', () => {
  for (const at of ['+010000-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z']) {
    const made = patchedAnnotation(
      { bookmark: null, trashed: null },
      { starred: true, status: 'read', note: 'n', addTags: ['t'] },
      at,
    );
    const bookmark = {
      paper: { id: 'arxiv:2504.00001', title: 'A', authors: [] },
      annotation: made,
    };
    expect(bookmarkSchema.safeParse(bookmark).success).toBe(true);
  }
});

test('a library that has a time of five digits already can be exported and imported', () => {
  const at = '+010000-01-01T00:00:00.001Z';
  const old = { ...emptyAnnotation(NOW), status: 'read', statusAt: at } as const;
  const row = { id: 'arxiv:2504.00001', title: 'A', ...old };
  const read = readRow(row, NOW);
  expect(read).toMatchObject({ ok: true, leftOut: [] });
  const next = edited(
    { paper: { id: 'arxiv:2504.00001', title: 'A', authors: [] }, annotation: old },
    {
      status: 'reading',
    },
  );
  expect(updatedAt(next.annotation)).toBe(END);
  if (read.ok)
    expect(mergeAnnotations(next.annotation, read.bookmark.annotation).status).toBe('reading');
});
