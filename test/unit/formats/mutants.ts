import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Incoming } from '../../../lib/papers/bookmark';
import { incomingSchema } from '../../../lib/papers/schemas';
import { encode, starred } from './files';
import { outline, read, sample } from './reading';

/** The sample files, one of our own, and a single item of a list. */
export const SAMPLES: ReadonlyMap<string, string> = new Map([
  ['item.csl.json', JSON.stringify(JSON.parse(sample('zotero.csl.json'))[0], null, 2)],
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

const ROOTS = [Object, Array, String, Map, Function].map(({ name, prototype }) => ({
  name,
  prototype,
  own: Reflect.ownKeys(prototype),
}));

/** What every object inherits is what it was, and nothing in here has a prototype or a key of a stranger's. */
export function expectUnpolluted(value: unknown): void {
  for (const { name, prototype, own } of ROOTS) {
    expect(Reflect.ownKeys(prototype), name).toEqual(own);
  }
  expect(strangers(value)).toEqual([]);
}

function strangers(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const plain = Array.isArray(value) ? Array.prototype : Object.prototype;
  return [
    ...(Object.getPrototypeOf(value) === plain ? [] : ['a prototype of its own']),
    ...(Object.hasOwn(value, '__proto__') ? ['a key named __proto__'] : []),
    ...Object.values(value).flatMap(strangers),
  ];
}

/** What holds whatever is in a file. */
export async function expectSane(text: string, size: number): Promise<void> {
  const { decoded } = await read(text, size);
  expectUnpolluted(decoded);
  const lines = text.split(/\r\n|\r|\n/).length;
  let last = 0;
  decoded.forEach((item, index) => {
    if (item.kind === 'refused') expect(index).toBe(decoded.length - 1);
    if (!('row' in item)) return;
    expect(item.row).toBeGreaterThan(last); // no row is told twice
    last = item.row;
    expect(item.line).toBeGreaterThanOrEqual(1);
    expect(item.line).toBeLessThanOrEqual(lines);
    if (item.kind === 'bookmark') expectWhole(item.bookmark);
  });
  // It does not matter where the pieces are cut.
  expect(outline((await read(text)).decoded)).toEqual(outline(decoded));
}

/** A bookmark passes the schema and has no more than that; its addresses are of the web. */
function expectWhole(bookmark: Incoming): void {
  expect(incomingSchema.parse(bookmark)).toEqual(bookmark);
  const { githubRepo, projectPage } = bookmark.paper;
  for (const address of [githubRepo, projectPage]) expect(address ?? 'http:').toMatch(/^https?:/i);
}

/** What some mutants cost to read, in milliseconds a kilobyte, beside the file that they were made of. */
export interface Cost {
  valid: number;
  worst: number;
}

/** Reads so many mutants of a sample file. A failure prints the seed and the mutant. */
export async function fuzz(name: string, runs: number, seed?: number): Promise<Cost> {
  const valid = SAMPLES.get(name) ?? '';
  const cost = { valid: await timeOf(valid, 50), worst: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 300 }),
      async (changes, size) => {
        const mutant = changes.reduce(mutate, valid);
        await expectSane(mutant, size);
        // A second look at what was slow: the first may have been somebody else's time.
        if ((await timeOf(mutant, 1)) > cost.worst) {
          cost.worst = Math.max(cost.worst, await timeOf(mutant));
        }
      },
    ),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  );
  return cost;
}

/** Milliseconds a kilobyte that a text takes to read, at best. */
async function timeOf(text: string, times = 5): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < times; turn++) {
    const begun = performance.now();
    await read(text);
    best = Math.min(best, performance.now() - begun);
  }
  return best / Math.max(1, text.length / 1_000);
}

/** Any text, made of what means something in one of the formats. */
export const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
