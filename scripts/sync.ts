// Lets machines that share a library go wrong in every way, and looks whether they end with one library and all that was said.
//   npm run test:sync                               20,000 runs from a new seed, which is printed
//   npm run test:sync -- --runs 1000 --seed 7       so many from this one
//   npm run test:sync -- --runs 1 --seed 123        one of them again, with all that happened in it if it fails
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string' } },
});
const env = {
  ...process.env,
  SYNC_RUNS: values.runs,
  ...(values.seed !== undefined && { SYNC_SEED: values.seed }),
};
const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const args = [vitest, 'run', '--project', 'sync', 'test/sync/model.test.ts'];
const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
process.exitCode = status ?? 1;
