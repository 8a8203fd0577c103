import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PICTURES } from '../../scripts/pictures/scenes';

const root = new URL('../../', import.meta.url);
const imagesIn = (path: string): string[] =>
  [...readFileSync(new URL(path, root), 'utf8').matchAll(/images\/([\w-]+)\.png/g)].map(
    ([, name = '']) => name,
  );

test('every picture of README and docs is one that "npm run pictures" makes, and none is left over', () => {
  const made = readdirSync(new URL('docs/images/', root))
    .filter((name) => name.endsWith('.png'))
    .map((name) => name.slice(0, -4))
    .sort();
  expect(made).toEqual([...PICTURES].sort());
  const docs = readdirSync(new URL('docs/', root)).filter((name) => name.endsWith('.md'));
  const shown = ['README.md', ...docs.map((name) => `docs/${name}`)].flatMap(imagesIn);
  expect([...new Set(shown)].sort()).toEqual([...PICTURES].sort());
});
