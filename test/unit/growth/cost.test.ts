import { expect, test } from 'vitest';
import { growth } from './cost';

const LARGEST = 2 ** 14;
/** What it measures is the processor's time; a busy machine takes its own. */
const PATIENCE = 120_000;

/** Keeps the processor busy for so many rounds. */
function spend(rounds: number): number {
  let sum = 0;
  for (let round = 0; round < rounds; round++) sum = (sum + round) % 1_000_003;
  return sum;
}

const shape = (size: number): string => 'a'.repeat(size);

test(
  'work that grows with the square of its text is told',
  async () => {
    expect(await growth(({ length }) => spend(length ** 2 / 2), shape, LARGEST)).toMatch(
      /times as long/,
    );
  },
  PATIENCE,
);

test(
  'work that grows with its text is not',
  async () => {
    expect(await growth(({ length }) => spend(length * 1_500), shape, LARGEST)).toBeNull();
  },
  PATIENCE,
);

test(
  'nor is a text that is read another way from some length on',
  async () => {
    for (const from of [LARGEST / 2, LARGEST]) {
      const work = ({ length }: string): number => spend(length < from ? 1 : length * 1_500);
      expect(await growth(work, shape, LARGEST)).toBeNull();
    }
  },
  PATIENCE,
);

test(
  'but a character that costs too much is, however it grows',
  async () => {
    expect(await growth(({ length }) => spend(length * 100_000), shape, 2 ** 10)).toMatch(/ ms$/);
  },
  PATIENCE,
);
