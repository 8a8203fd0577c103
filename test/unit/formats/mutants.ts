import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import { incomingSchema } from '../../../lib/papers/schemas';
import { encode, starred } from './files';
import { outline, read, sample } from './reading';

/** The sample files, and one of our own. */
export const SAMPLES: ReadonlyMap<string, string> = new Map([
  ['asterism.json', encode([starred(1, 'a note'), starred(2), starred(3, '{"[')])],
  ...readdirSync(new URL('samples', import.meta.url)).map((name): [string, string] => [
    name,
    sample(name),
  ]),
]);

/** Characters and words that mean something in one of the formats are likelier than others. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'{}[]()",:;\\\n\r\t\'=#@%$^_~<>&!-/.0',
    ...[
      '\r\n',
      '\u2028',
      '\uFEFF',
      '\u0000',
      '\ud800',
      '__proto__',
      'constructor',
      '"__proto__": {"x": 1},',
    ],
    ...[
      '@misc{',
      '@string{',
      '@comment{',
      '\\"',
      '\\href{',
      '$$',
      '{{{{',
      '}}}}',
      '``',
      '---',
      "\\'\\'\\'",
    ],
    ...[
      'TY  - ',
      'ER  - ',
      'KW  - ',
      '\n    ',
      '<DL>',
      '</DL>',
      '<DT><A HREF="',
      '<DD>',
      '<!--',
      '<![CDATA[',
      '&#0;',
    ],
    ...[
      'https://arxiv.org/abs/2401.00001',
      'arXiv:',
      '2401.00002',
      '[a](',
      '""',
      ',,,,',
      "'=",
      '1e999',
      'null',
    ],
  ),
  fc.string({ maxLength: 5, unit: 'binary' }),
);

const change = fc.record({
  at: fc.nat(),
  cut: fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 2_000 })),
  insert: fc.oneof(
    piece,
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  ),
  /** Text from elsewhere in the file, which comes in too. */
  from: fc.nat(),
  size: fc.nat({ max: 300 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, { at, cut, insert, from, size }: Change): string {
  const begin = at % (text.length + 1);
  const copied = text.slice(from % (text.length + 1)).slice(0, size);
  return text.slice(0, begin) + insert + copied + text.slice(begin + cut);
}

/** What holds whatever is in a file. */
export async function expectSane(text: string, size: number): Promise<void> {
  const { decoded } = await read(text, size);
  const lines = text.split(/\r\n|\r|\n/).length;
  let last = 0;
  decoded.forEach((item, index) => {
    if (item.kind === 'refused') expect(index).toBe(decoded.length - 1);
    if (!('row' in item)) return;
    expect(item.row).toBeGreaterThan(last); // no row is told twice
    last = item.row;
    expect(item.line).toBeGreaterThanOrEqual(1);
    expect(item.line).toBeLessThanOrEqual(lines);
    if (item.kind === 'bookmark') incomingSchema.parse(item.bookmark);
  });
  expect(Object.keys(Object.prototype)).toEqual([]);
  // It does not matter where the pieces are cut.
  expect(outline((await read(text)).decoded)).toEqual(outline(decoded));
}

/** Reads so many mutants of a sample file. A failure prints the seed and the mutant. */
export async function fuzz(name: string, runs: number, seed?: number): Promise<void> {
  const valid = SAMPLES.get(name) ?? '';
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 300 }),
      (changes, size) => expectSane(changes.reduce(mutate, valid), size),
    ),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  );
}

/** Any text, made of what means something in one of the formats. */
export const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
