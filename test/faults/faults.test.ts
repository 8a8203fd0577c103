import { expect, test } from 'vitest';
import { EXTENSION } from '../e2e/harness/build.ts';
import { tryFaults } from './faults.ts';

// A few runs under one seed; `npm run test:faults` does as many as are wanted, under any.

const SEED = 7;
const RUNS = 5;

test('every answered write is there, no unanswered one is in part, and all views agree, whatever dies', async () => {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const wrong = await tryFaults({ extension: EXTENSION, seed: SEED, from: 0, runs: RUNS, say });
  expect(said).toEqual([]);
  expect(wrong).toBe(0);
}, 240_000);
