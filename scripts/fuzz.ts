// Reads 20,000 mutants of a file of every format, or as many as are asked for, and texts of all shapes and growing size: `npm run test:fuzz -- 1000`; with a seed, the same ones again: `npm run test:fuzz -- 1000 42`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [runs = '20000', seed] = process.argv.slice(2);
const env = { ...process.env, FUZZ_RUNS: runs, ...(seed !== undefined && { FUZZ_SEED: seed }) };
const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const tests = [
  ...['fuzzAll', 'fuzzBytes'].map((name) => `test/unit/formats/${name}.test.ts`),
  'test/unit/growth',
];
const args = [vitest, 'run', '--project', 'unit', ...tests];
const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
process.exitCode = status ?? 1;
