import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FIREFOX_EXTENSION, ROOT, TEST_OUTPUT } from '../harness/build.ts';

/** The folder of the extension for Firefox; the first who asks in a run builds it, as it is published. */
export function firefoxBuild(): string {
  if (existsSync(FIREFOX_EXTENSION)) return FIREFOX_EXTENSION;
  const folder = mkdtempSync(join(TEST_OUTPUT, 'firefox-'));
  // Vitest's own NODE_ENV would make it a build for tests.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${ROOT}scripts/run.js`, 'build.ts', folder, 'firefox'],
    { encoding: 'utf8', env: { ...env, NO_COLOR: '1' } },
  );
  if (status !== 0)
    throw new Error(`The extension for Firefox does not build:\n${stdout}${stderr}`);
  try {
    renameSync(join(folder, 'firefox-mv3'), FIREFOX_EXTENSION);
  } catch (error) {
    if (!existsSync(FIREFOX_EXTENSION)) throw error; // else somebody else was first
  }
  rmSync(folder, { recursive: true, force: true });
  return FIREFOX_EXTENSION;
}
