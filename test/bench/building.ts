import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../e2e/harness/build.ts';

/** The extension as it is published, in a folder that stays: its address, and so its database, depends on it. */
export function builtExtension(folder: string): string {
  const extension = join(folder, 'extension');
  const output = join(folder, 'build');
  rmSync(output, { recursive: true, force: true });
  // Vitest's own NODE_ENV would make it a build for tests.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts/run.js'), 'build.ts', output],
    { encoding: 'utf8', env: { ...env, NO_COLOR: '1' } },
  );
  if (status !== 0) throw new Error(`The extension does not build:\n${stdout}${stderr}`);
  rmSync(extension, { recursive: true, force: true });
  cpSync(join(output, 'chrome-mv3'), extension, { recursive: true });
  return extension;
}

/** Lets a built extension reach servers on this machine: nobody can press the browser's own question here. */
export function permitServer(extension: string): void {
  const file = join(extension, 'manifest.json');
  const { host_permissions, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as {
    host_permissions: string[];
  }; // our own
  const hosts = [...new Set([...host_permissions, 'http://127.0.0.1/*'])];
  writeFileSync(file, JSON.stringify({ ...rest, host_permissions: hosts }));
}
