import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION } from './build.ts';

/**
 * The built extension with its optional sites permitted at installation: nobody can press the browser's own question in
 * a test. So are `hosts`, for a folder of other machines. Everything else is as it is published.
 */
export function permittedBuild(hosts: readonly string[] = []): {
  path: string;
  remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'asterism-permitted-'));
  cpSync(EXTENSION, path, { recursive: true });
  const file = join(path, 'manifest.json');
  const { optional_host_permissions, host_permissions, ...rest } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as { optional_host_permissions: string[]; host_permissions: string[] }; // our own
  const sites = optional_host_permissions.filter((pattern) => !pattern.includes('://*/'));
  const all = [...host_permissions, ...sites, ...hosts];
  writeFileSync(file, JSON.stringify({ ...rest, host_permissions: all }));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
