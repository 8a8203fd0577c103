import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every declaration that lets something move, with the file and whether only readers who have nothing against it get it. */
function movements(): { file: string; declaration: string; isAsked: boolean }[] {
  const files = globSync('{components,entrypoints,lib}/**/*.{css,ts,tsx}', { cwd: ROOT });
  return files.flatMap((file) => {
    const css = readFileSync(`${ROOT}${file}`, 'utf8');
    const found = css.matchAll(
      /(?<![\w-])(?:transition|animation|scroll-behavior)(?:-[a-z]+)?:\s*([^;}]+)[;}]/g,
    );
    return [...found].map(({ 0: declaration, index }) => ({
      file,
      declaration,
      isAsked: isWithin(css, index, 'prefers-reduced-motion: no-preference'),
    }));
  });
}

/** Whether a place in a style sheet is in a block that begins with something. */
function isWithin(css: string, at: number, what: string): boolean {
  const open: string[] = [];
  for (const [, head = '', brace] of css.slice(0, at).matchAll(/([^{}]*)([{}])/g)) {
    if (brace === '{') open.push(head);
    else open.pop();
  }
  return open.some((head) => head.includes(what));
}

test('where the reader wants less motion nothing moves: what is left fades in where it is', () => {
  const all = movements();
  expect(all.some(({ isAsked }) => isAsked)).toBe(true);
  const always = all.filter(({ isAsked }) => !isAsked);
  expect(always.filter(({ declaration }) => !/^animation: appear /.test(declaration))).toEqual([]);
});

test('fading in changes nothing but how much shines through', () => {
  const frames = globSync('{components,entrypoints}/**/*.css', { cwd: ROOT }).flatMap((file) => [
    ...readFileSync(`${ROOT}${file}`, 'utf8').matchAll(/@keyframes appear \{([\s\S]*?\})\s*\}/g),
  ]);
  expect(frames.length).toBeGreaterThan(0);
  const changed = frames.flatMap(([, body = '']) => [...body.matchAll(/([\w-]+):/g)]);
  expect(new Set(changed.map(([, property]) => property))).toEqual(new Set(['opacity']));
});

test('no script scrolls or moves anything smoothly by itself', () => {
  const files = globSync('{components,entrypoints,lib}/**/*.{ts,tsx}', { cwd: ROOT });
  const moving = files.filter((file) =>
    /behavior: ['"]smooth|\.animate\(/.test(readFileSync(`${ROOT}${file}`, 'utf8')),
  );
  expect(moving).toEqual([]);
});
