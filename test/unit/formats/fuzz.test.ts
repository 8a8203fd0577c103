import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookmarkSchema } from '../../../lib/papers/schemas';
import { library } from '../arbitraries';
import { bookmarksIn, decode, encode, starred } from './files';

/** Characters that mean something in JSON are likelier than others. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'{}[]",:\\\n\r\t0-eE.u',
    '\u2028',
    '\uFEFF',
    'null',
    '"papers":[',
    '\\u',
    '{"',
  ),
  fc.string({ maxLength: 5 }),
);
const change = fc.record({ at: fc.nat(), cut: fc.nat({ max: 40 }), insert: piece });

function mutate(text: string, { at, cut, insert }: { at: number; cut: number; insert: string }) {
  const from = at % (text.length + 1);
  return text.slice(0, from) + insert + text.slice(from + cut);
}

test('whatever happens to a file, reading it never throws and only whole bookmarks come out', async () => {
  await fc.assert(
    fc.asyncProperty(
      library,
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 300 }),
      async (bookmarks, changes, size) => {
        const decoded = await decode(changes.reduce(mutate, encode(bookmarks)), size);
        let last = 0;
        decoded.forEach((item, index) => {
          if (item.kind === 'refused') expect(index).toBe(decoded.length - 1);
          if (!('row' in item)) return;
          expect(item.row).toBeGreaterThan(last); // no row is told twice
          last = item.row;
          if (item.kind === 'bookmark') bookmarkSchema.parse(item.bookmark);
        });
      },
    ),
    { numRuns: 300 },
  );
}, 30_000);

test('whatever happens within one row, all other rows come in as they are', async () => {
  const all = [1, 2, 3, 4, 5, 6].map((number) => starred(number, `note "${number}" {[`));
  const lines = encode(all).split('\n');
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 5 }),
      change,
      fc.integer({ min: 1, max: 300 }),
      async (index, { at, cut, insert }, size) => {
        fc.pre(!insert.includes('\n'));
        const row = lines[7 + index] ?? '';
        // The row's first brace and its comma stay: without them it would be part of another row.
        const end = row.endsWith(',') ? row.length - 1 : row.length;
        const from = 5 + (at % (end - 5));
        const damaged = row.slice(0, from) + insert + row.slice(Math.min(from + cut, end));
        const decoded = await decode(lines.with(7 + index, damaged).join('\n'), size);
        const others = all.filter((_, other) => other !== index);
        for (const other of others) expect(bookmarksIn(decoded)).toContainEqual(other);
        expect(decoded.filter((item) => 'row' in item).length).toBeGreaterThanOrEqual(6);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('any text at all is read without throwing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      await decode(pieces.join(''), 3);
      await decode(`{"format":"asterism-library","version":1,"papers":[${pieces.join('')}`, 5);
    }),
    { numRuns: 1_000 },
  );
});
