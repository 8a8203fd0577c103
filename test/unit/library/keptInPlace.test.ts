import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from '../../../lib/papers/ids';
import { createKeptInPlace, type KeptInPlace } from '../../../lib/views/library/keptInPlace';

const A = 'hf:a' as const;
const B = 'hf:b' as const;

/** The rows of a list: of what the search finds the place, of what stays the id. */
function rows(staying: KeptInPlace, found: number): (number | PaperId)[] {
  return Array.from({ length: found + staying.size }, (_, place) => {
    const here = staying.at(place);
    return 'stays' in here ? here.stays : here.found;
  });
}

test('what stays has its place, and all that is found is shown around it', () => {
  const staying = createKeptInPlace();
  staying.keep(A, 1);
  staying.keep(B, 3);
  expect(rows(staying, 3)).toEqual([0, A, 1, B, 2]);
  expect([0, 1, 2].map(staying.shownAt)).toEqual([0, 2, 4]);
  expect([staying.placeOf(A), staying.placeOf(B), staying.placeOf('hf:c')]).toEqual([1, 3, -1]);
});

test('a row that goes lets those below it move up', () => {
  const staying = createKeptInPlace();
  staying.keep(A, 1);
  staying.keep(B, 3);
  staying.leave(A);
  expect(rows(staying, 3)).toEqual([0, 1, B, 2]);
});

test('what is found again no longer stays for itself', () => {
  const staying = createKeptInPlace();
  staying.keep(A, 1);
  staying.settle(3, [A]);
  expect(rows(staying, 3)).toEqual([0, 1, 2]);
});

test('whatever stays where: every row is somebody’s, and none is lost', () => {
  const kept = fc.uniqueArray(fc.record({ id: fc.nat(9), place: fc.nat(30) }), {
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(kept, fc.nat(20), (some, total) => {
      const staying = createKeptInPlace();
      for (const { id, place } of some) staying.keep(`hf:${id}`, place);
      staying.settle(total, []);
      const shown = rows(staying, total);
      expect(shown.filter((one) => typeof one === 'number')).toEqual([...Array(total).keys()]);
      expect(new Set(shown).size).toBe(shown.length);
      for (let found = 0; found < total; found++) {
        expect(shown[staying.shownAt(found)]).toBe(found);
      }
    }),
  );
});
