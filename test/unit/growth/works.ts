import { expect, test } from 'vitest';
import { growth, type Work } from './cost';
import { allShapes, costlyShapes, someShapes } from './shapes';

/** All shapes, and random ones, in longer texts with `npm run test:fuzz`; the same ones again with its seed. */
const { FUZZ_RUNS, FUZZ_SEED } = process.env;
const IS_LONG = FUZZ_RUNS !== undefined;
const SEED = Number(FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Characters of the longest text; some costs show in long texts alone. */
const [LARGEST, SHORTER] = [2 ** 16, 2 ** 14];
const IN_LONG_TEXTS = IS_LONG ? allShapes(Math.ceil(Number(FUZZ_RUNS) / 50), SEED) : costlyShapes();
const IN_SHORTER_TEXTS = IS_LONG ? [] : someShapes(SEED);
const SHAPES = [
  ...Array.from(IN_LONG_TEXTS, ([shape, make]) => ({ shape, make, largest: LARGEST })),
  ...Array.from(IN_SHORTER_TEXTS, ([shape, make]) => ({ shape, make, largest: SHORTER })),
];
const PATIENCE = 60_000 + (IS_LONG ? SHAPES.length * 30_000 : 0);

/** A test for each of some works: whatever the text, it never throws, and never costs more than its length is worth. */
export function testGrowth(works: Readonly<Record<string, Work>>): void {
  test.each(Object.entries(works))(
    '%s: a text of whatever shape costs by its length',
    async (name, work) => {
      const found: string[] = [];
      for (const { shape, make, largest } of SHAPES) {
        const problem = await growth(work, make, largest).catch(
          (error: unknown) => `throws ${error}`,
        );
        if (problem !== null) found.push(`${name}, ${shape}: ${problem}`);
      }
      expect(found, `seed ${SEED}`).toEqual([]);
    },
    PATIENCE,
  );
}
