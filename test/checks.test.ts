import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a tool of node_modules on this Node; what it prints is its answer, '' where it has nothing to say. */
function complaints(tool: string, ...args: string[]): string {
  const bin = `${root}node_modules/${tool}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

test('the types hold (npm run check:types)', { timeout: 180_000 }, () => {
  expect(complaints('typescript/bin/tsc', '--noEmit', '--pretty', 'false')).toBe('');
});

test('the lint and the format hold (npm run check:lint, npm run fix)', { timeout: 180_000 }, () => {
  expect(complaints('@biomejs/biome/bin/biome', 'ci', '--colors=off', '.')).toBe('');
});
