import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBookmarks } from '../../../lib/imports/readFile';
import { incomingSchema } from '../../../lib/papers/schemas';
import { AT } from './files';
import { expectUnpolluted, SAMPLES } from './mutants';

const { FUZZ_RUNS, FUZZ_SEED } = process.env;
const RUNS = Number(FUZZ_RUNS ?? 300);
const SEED = Number(FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const PATIENCE = 30_000 + RUNS * 100;

const text = SAMPLES.get('asterism.json') ?? '';
const bibliography = SAMPLES.get('zotero.bib') ?? '';
const utf16 = (content: string): Buffer => Buffer.from(`\uFEFF${content}`, 'utf16le');
const FILES: Readonly<Record<string, Buffer>> = {
  'our own in UTF-8': Buffer.from(text),
  'our own, packed': gzipSync(text),
  'a bibliography in UTF-16': utf16(bibliography),
  'a bibliography in UTF-16, packed': gzipSync(utf16(bibliography)),
  'a bibliography in Latin-1': Buffer.from(bibliography.replace('{\\"U}', 'Ü'), 'latin1'),
};

const change = fc.record({
  at: fc.nat(),
  cut: fc.oneof(fc.constantFrom(0, 1), fc.nat({ max: 200 })),
  insert: fc.uint8Array({ maxLength: 8 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function mutate(bytes: Buffer, { at, cut, insert }: Change): Buffer {
  const begin = at % (bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, begin), insert, bytes.subarray(begin + cut)]);
}

test.each(Object.entries(FILES))(
  'whatever happens to the bytes of %s, reading never throws and only whole bookmarks come out',
  async (name, valid) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const file = new File([new Uint8Array(changes.reduce(mutate, valid))], 'x');
        const signal = new AbortController().signal;
        const read = await readBookmarks(
          file,
          AT,
          () => {},
          async () => {},
          signal,
        );
        expectUnpolluted(read);
        if (read?.ok === false) expect(read.problem.code).toBeTypeOf('string');
        for (const bookmark of read?.ok ? read.bookmarks : []) {
          expect(incomingSchema.parse(bookmark)).toEqual(bookmark);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    if (FUZZ_RUNS !== undefined) process.stdout.write(`${name}: ${RUNS} mutants, seed ${SEED}\n`);
  },
  PATIENCE,
);
