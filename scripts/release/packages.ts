import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { zip } from 'wxt';

const LEFT_OUT = ['node_modules', '.output', '.git', '.wxt'];

/** The packages that the stores get, each where it was written. */
export interface Packages {
  chrome: string;
  edge: string;
  firefox: string;
  /** What AMO's reviewers build Firefox's package from. */
  sources: string;
}

/** Builds the packages in a copy of the project. */
export async function packIn(folder: string, root: string): Promise<Packages> {
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => !LEFT_OUT.includes(basename(path)),
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const zipsFor = (browser: string): Promise<string[]> =>
    zip({ root: folder, browser, manifestVersion: 3 });
  const [chrome = ''] = await zipsFor('chrome');
  const [edge = ''] = await zipsFor('edge');
  const [firefox = '', sources = ''] = await zipsFor('firefox');
  return { chrome, edge, firefox, sources };
}

/** Builds Firefox's package from the sources alone, as a reviewer does it; null where that fails. */
export function packFromSources(folder: string, sources: string): string | null {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(sources)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(folder, path), bytes);
  }
  const isBuilt = run('npm', ['ci'], folder) && run('npm', ['run', 'zip:firefox'], folder);
  return isBuilt ? join(folder, '.output', basename(sources).replace('sources', 'firefox')) : null;
}

/** Whether two files have the same bytes. */
export function areSame(one: string, other: string | null): boolean {
  return other !== null && digest(one) === digest(other);
}

/** The SHA-256 of a file's bytes, in hexadecimal. */
export function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Runs a command where its output can be seen; whether it went well. */
export function run(command: string, args: readonly string[], cwd: string): boolean {
  // A build leaves NODE_ENV=production behind, with which npm would not install what builds.
  const { NODE_ENV: _, ...env } = process.env;
  const shell = process.platform === 'win32';
  const options: SpawnSyncOptions = { cwd, env, stdio: 'inherit', shell };
  return spawnSync(command, args, options).status === 0;
}
