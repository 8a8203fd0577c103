import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ANNOTATION_FIELDS,
  applyPatch,
  applyStar,
  emptyAnnotation,
} from '../../lib/papers/annotation';
import { MERGES } from '../../lib/papers/parts/merges';
import { PART_NAMES, PARTS, type PartName, timeOf } from '../../lib/papers/parts/parts';
import { PATCHES } from '../../lib/papers/parts/patches';
import { PART_SCHEMAS } from '../../lib/papers/parts/schemas';
import { annotationSchema } from '../../lib/papers/schemas';
import { annotation as annotations } from './arbitraries';

const AT = '2026-01-02T03:04:05.000Z';

describe.each(PART_NAMES)('the part %s', (part: PartName) => {
  test('does not say anything while it is empty', () => {
    const { empty, says } = PARTS[part] as {
      empty: () => unknown;
      says: (value: unknown) => boolean;
    }; // its own value
    expect(says(empty())).toBe(false);
  });

  test('is what it was after a patch of something else', () => {
    fc.assert(
      fc.property(annotations, (annotation) => {
        const patched = PATCHES[part] as (value: unknown, patch: object) => unknown; // its own value
        expect(patched(annotation[part], {})).toBe(annotation[part]);
      }),
    );
  });

  test('has the values that its schema lets in, and no others', () => {
    const values = [true, null, 'read', 'unheard of', [], ['a'], [1], '', 7, undefined, {}];
    for (const value of values) {
      const isLetIn = PART_SCHEMAS[part].safeParse(value).success;
      expect(PARTS[part].isValue(value), JSON.stringify(value)).toBe(isLetIn);
    }
  });

  test('merged with itself is itself, with its time', () => {
    fc.assert(
      fc.property(annotations, (annotation) => {
        const merge = MERGES[part] as (a: object, b: object) => object; // its own values
        const timed = { value: annotation[part], at: annotation[timeOf(part)] };
        expect(merge(timed, timed)).toEqual(timed);
      }),
    );
  });
});

test('an annotation has each part with its time, and when it was created', () => {
  const annotation = emptyAnnotation(AT);
  expect(Object.keys(annotation)).toEqual(ANNOTATION_FIELDS);
  expect(annotationSchema.parse(annotation)).toEqual(annotation);
});

test('a star alone is patched as with everything else', () => {
  fc.assert(
    fc.property(
      annotations,
      fc.constantFrom({}, { starred: true }, { starred: false }),
      (before, patch) => {
        expect(applyStar(before, patch, AT)).toEqual(applyPatch(before, patch, AT));
      },
    ),
  );
});
