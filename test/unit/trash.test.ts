import { describe, expect, test } from 'vitest';
import { ANNOTATION_LIMITS, type Annotation, emptyAnnotation } from '../../lib/papers/annotation';
import { type PaperState, patched, removed, restored, UNTOUCHED } from '../../lib/papers/trash';

const EARLY = '2026-01-01T00:00:00.000Z';
const AT = '2026-05-01T00:00:00.000Z';
const LATE = '2026-06-01T00:00:00.000Z';

const said = (parts: Partial<Annotation> = {}) => ({
  annotation: { ...emptyAnnotation(EARLY), ...parts },
});
const starred = said({ starred: true, starredAt: EARLY });
const noted = said({ note: 'old', noteAt: EARLY });
const tagged = said({ tags: ['rl'], tagsAt: EARLY });
const tooMany = (from: number) =>
  said({
    tags: Array.from({ length: ANNOTATION_LIMITS.tags - 1 }, (_, n) => `tag ${from + n}`),
  });

describe('a patch', () => {
  test.each<[string, PaperState, Parameters<typeof patched>[1], object]>([
    [
      'makes a bookmark',
      UNTOUCHED,
      { starred: true },
      { bookmark: { annotation: { starred: true } }, trashed: null },
    ],
    [
      'keeps fields of no version',
      { bookmark: { ...starred, extra: { rating: 5 } }, trashed: null },
      { note: 'n' },
      { bookmark: { extra: { rating: 5 } } },
    ],
    [
      'that clears the last part leaves no bookmark',
      { bookmark: starred, trashed: null },
      { starred: false },
      { bookmark: null, trashed: null },
    ],
    [
      'that makes a bookmark brings back what the trash has',
      { bookmark: null, trashed: { ...tagged, trashedAt: AT } },
      { starred: true },
      { bookmark: { annotation: { starred: true, tags: ['rl'] } }, trashed: null },
    ],
    [
      'that types a note leaves the old note in the trash, and brings the rest back',
      { bookmark: null, trashed: { ...said({ note: 'old', tags: ['rl'] }), trashedAt: AT } },
      { note: 'new' },
      {
        bookmark: { annotation: { note: 'new', tags: ['rl'] } },
        trashed: { annotation: { note: 'old' } },
      },
    ],
    [
      'of a bookmark leaves the trash alone',
      { bookmark: starred, trashed: { ...noted, trashedAt: AT } },
      { addTags: ['rl'] },
      { bookmark: { annotation: { tags: ['rl'] } }, trashed: { annotation: { note: 'old' } } },
    ],
  ])('%s', (_, state, patch, wanted) => {
    expect(patched(state, patch, LATE)).toMatchObject(wanted);
  });

  test.each<[string, PaperState, Parameters<typeof patched>[1]]>([
    ['what is so already', { bookmark: starred, trashed: null }, { starred: true }],
    ['nothing about a paper without a bookmark', UNTOUCHED, { starred: false }],
    ['nothing at all', { bookmark: noted, trashed: null }, {}],
  ])('that says %s changes nothing', (_, state, patch) => {
    expect(patched(state, patch, LATE)).toBe(state);
  });
});

describe('what is removed', () => {
  test.each<[string, PaperState, object]>([
    [
      'is in the trash',
      { bookmark: { ...tagged, extra: { a: 1 } }, trashed: null },
      { ...tagged, extra: { a: 1 }, trashedAt: AT },
    ],
    [
      'joins what was there',
      { bookmark: starred, trashed: { ...tagged, trashedAt: EARLY } },
      { annotation: { starred: true, tags: ['rl'] }, trashedAt: AT },
    ],
    [
      'was removed after its last change, whatever the clock says',
      { bookmark: said({ note: 'n', noteAt: LATE }), trashed: null },
      { trashedAt: LATE },
    ],
  ])('%s', (_, state, trashed) => {
    const after = removed(state, AT);
    expect(after.bookmark).toBeNull();
    expect(after.trashed).toMatchObject(trashed);
  });

  test.each<[string, PaperState]>([
    ['there is no bookmark', { bookmark: null, trashed: { ...noted, trashedAt: EARLY } }],
    [
      'both are too large together',
      { bookmark: tooMany(0), trashed: { ...tooMany(20_000), trashedAt: EARLY } },
    ],
  ])('stays where %s', (_, state) => {
    expect(removed(state, AT)).toBe(state);
  });
});

describe('what is restored', () => {
  test.each<[string, PaperState, object]>([
    ['is a bookmark again', { bookmark: null, trashed: { ...noted, trashedAt: AT } }, noted],
    [
      'is merged with what was said since',
      { bookmark: said({ note: 'new', noteAt: LATE }), trashed: { ...noted, trashedAt: AT } },
      { annotation: { note: 'new\n\n---\n\nold' } },
    ],
  ])('%s', (_, state, bookmark) => {
    const after = restored(state);
    expect(after.trashed).toBeNull();
    expect(after.bookmark).toMatchObject(bookmark);
    expect(after.bookmark).not.toHaveProperty('trashedAt');
  });

  test.each<[string, PaperState]>([
    ['the trash has nothing', { bookmark: starred, trashed: null }],
    [
      'both are too large together',
      { bookmark: tooMany(0), trashed: { ...tooMany(20_000), trashedAt: EARLY } },
    ],
  ])('stays as it is where %s', (_, state) => {
    expect(restored(state)).toBe(state);
  });
});
