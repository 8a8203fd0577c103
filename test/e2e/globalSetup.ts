import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ROOT, TEST_OUTPUT } from './harness/build.ts';

/** Which run of Vitest the build belongs to: two projects have this setup. */
const BUILT_BY = `${TEST_OUTPUT}/built-by`;

/** Builds the extension once, as it is published. Where that fails, each test says so and the other projects still run. */
export default function setup(): void {
  const run = String(process.pid);
  if (existsSync(BUILT_BY) && readFileSync(BUILT_BY, 'utf8') === run) return;
  rmSync(TEST_OUTPUT, { recursive: true, force: true });
  // Vitest's own NODE_ENV would make it a build for tests.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${ROOT}scripts/run.js`, 'build.ts', TEST_OUTPUT],
    { encoding: 'utf8', env: { ...env, NO_COLOR: '1' } },
  );
  mkdirSync(TEST_OUTPUT, { recursive: true });
  writeFileSync(BUILT_BY, run);
  if (status !== 0) process.stderr.write(`The extension does not build:\n${stdout}${stderr}\n`);
}
