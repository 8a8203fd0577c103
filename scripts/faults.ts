// Lets things go wrong in a real browser, at random, and looks whether anything was lost.
//   npm run test:faults                                  1,000 runs under a new seed, which is printed
//   npm run test:faults -- --seed 123 --runs 100         so many under this seed
//   npm run test:faults -- --seed 123 --from 57 --runs 1 one of them again
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { builtExtension } from '../test/bench/building.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = `${root}test/faults/faults.ts`;
const { module } = await runnerImport<typeof import('../test/faults/faults.ts')>(path);
try {
  const say = (line: string): void => console.log(line);
  const extension = builtExtension(`${root}.output/faults`);
  const wrong = await module.faultsFromArguments(process.argv.slice(2), extension, say);
  process.exitCode = wrong > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
