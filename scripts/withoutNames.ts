import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What names of custom properties stand for in the styles that scripts carry. */
const TOKENS = ['cardTokens', 'editorTokens'].map((name) =>
  readFileSync(new URL(`../components/${name}.css`, import.meta.url), 'utf8'),
);
const DECLARED = /(--[\w-]+):\s*([^;}]+);?/g;

/**
 * Writes styles that scripts carry (`?inline`) with the values of their custom properties in place of the names: what a
 * name stands for a page may say for the whole document (`@property`), and then an address in place of a colour is
 * fetched where it is used (docs/decisions/0017).
 */
export function withoutNames(): Plugin {
  const values = new Map(
    TOKENS.flatMap((css) =>
      Array.from(css.matchAll(DECLARED), ([, name = '', value = '']) => [name, value] as const),
    ),
  );
  return {
    name: 'without-names',
    enforce: 'pre',
    transform(css, id) {
      if (!id.endsWith('.css?inline')) return null;
      const code = whole(css, dirname(id))
        .replace(DECLARED, '')
        .replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
          const value = values.get(name);
          if (value === undefined)
            this.error(`${name} is not among the tokens of a card or an editor.`);
          return value;
        });
      return { code, map: null };
    },
  };
}

/** A style with what it imports. */
function whole(css: string, folder: string): string {
  return css.replace(/@import "(\.[^"]+)";/g, (_, path: string) =>
    whole(readFileSync(join(folder, path), 'utf8'), dirname(join(folder, path))),
  );
}
