import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, type Cost, expectSane, expectUnpolluted, fuzz, SAMPLES } from './mutants';

/** More of them with `npm run test:fuzz`, which is `FUZZ_RUNS=20000`; the same ones again with `FUZZ_SEED`. */
const { FUZZ_RUNS, FUZZ_SEED } = process.env;
const RUNS = Number(FUZZ_RUNS ?? 300);
const SEED = Number(FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const PATIENCE = 30_000 + RUNS * 100;

/** A long run tells what it did. */
function tell({ name, cost: { valid, worst } }: { name: string; cost: Cost }): void {
  if (FUZZ_RUNS === undefined) return;
  const times = (worst / valid).toFixed(1);
  process.stdout.write(
    `${name}: ${RUNS} mutants, seed ${SEED}; a kilobyte of it takes ${valid.toFixed(3)} ms, of the slowest mutant ${worst.toFixed(3)} ms (${times} times)\n`,
  );
}

test('the look for strangers finds them', () => {
  expect(() => expectUnpolluted([JSON.parse('{"a": [{"__proto__": 1}]}')])).toThrow('__proto__');
  expect(() => expectUnpolluted({ a: Object.create({ b: 1 }) })).toThrow('prototype');
  Object.assign(Object.prototype, { harmed: true });
  try {
    expect(() => expectUnpolluted({})).toThrow('Object');
  } finally {
    Reflect.deleteProperty(Object.prototype, 'harmed');
  }
});

test('there is a sample of every format', () => {
  expect(SAMPLES.size).toBeGreaterThan(9);
});

test.each([...SAMPLES.keys()])(
  'whatever happens to %s, reading it never throws and only whole bookmarks come out',
  async (name) => tell({ name, cost: await fuzz(name, RUNS, SEED) }),
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
      { numRuns: RUNS, seed: SEED },
    );
  },
  PATIENCE,
);
