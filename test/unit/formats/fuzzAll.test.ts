import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, expectSane, fuzz, SAMPLES } from './mutants';

/** More of them, as in `FUZZ_RUNS=20000 npx vitest run --project unit test/unit/formats/fuzzAll.test.ts`. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
const PATIENCE = 30_000 + RUNS * 100;

test('there is a sample of every format', () => {
  expect(SAMPLES.size).toBeGreaterThan(9);
});

test.each([...SAMPLES.keys()])(
  'whatever happens to %s, reading it never throws and only whole bookmarks come out',
  (name) => fuzz(name, RUNS),
  PATIENCE,
);

test.each([
  '',
  '{',
  '[{"',
  '@misc{',
  'TY  - A\n',
  '<DL><DT><A ',
  'url,title\n',
  '{"a":{"addDate":1,',
])(
  'any text at all that begins with "%s" is read without throwing',
  async (beginning) => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.integer({ min: 1, max: 50 }), (text, size) =>
        expectSane(beginning + text, size),
      ),
      { numRuns: RUNS },
    );
  },
  PATIENCE,
);
