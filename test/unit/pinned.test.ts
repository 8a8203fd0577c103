import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A file of npm, which has read it. */
function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')) as T;
}

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
}

test('each package is asked for in one version and no other', () => {
  const { dependencies, devDependencies } =
    read<Record<'dependencies' | 'devDependencies', Record<string, string>>>('package.json');
  const asked = Object.entries({ ...dependencies, ...devDependencies });
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('each package that is installed has a checksum and comes from npm', () => {
  const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  expect(installed.length).toBeGreaterThan(50);
  const doubtful = installed.filter(
    ([, { integrity, resolved }]) =>
      !integrity?.startsWith('sha512-') ||
      !(resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/'),
  );
  expect(doubtful.map(([path]) => path)).toEqual([]);
});
