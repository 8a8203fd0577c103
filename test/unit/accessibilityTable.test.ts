import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENT = readFileSync(`${ROOT}docs/accessibility.md`, 'utf8');

/** The criteria of WCAG 2.2, by level; 4.1.1 is no longer one. */
const WCAG = {
  A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
};

test.each(Object.entries(WCAG))(
  'docs/accessibility.md says what holds each criterion of level %s',
  (level, numbers) => {
    const rows = [...DOCUMENT.matchAll(/^\| (\d\.\d\.\d+) [^|]+\| (A+) \| ([^|]+) \|$/gm)];
    const listed = rows.filter(([, , of]) => of === level).map(([, number]) => number);
    expect(listed.sort()).toEqual(numbers.split(' ').sort());
    for (const [, number, , held = ''] of rows) expect(held.trim(), number).not.toBe('');
  },
);

test('every test that it names is there', () => {
  const named = [...DOCUMENT.matchAll(/`((?:unit|component|e2e)\/[\w/]+)`/g)];
  expect(named).not.toEqual([]);
  const gone = named.filter(
    ([, path]) => globSync(`test/${path}.test.{ts,tsx}`, { cwd: ROOT }).length === 0,
  );
  expect(gone.map(([, path]) => path)).toEqual([]);
});
