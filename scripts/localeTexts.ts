import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { LANGUAGES, type Language, localeFolder, type Texts } from '../lib/text/languages.ts';

const LOCALES = fileURLToPath(new URL('../public/_locales', import.meta.url));

const WORKER = 'background.js';

/** A language's texts as our pages load them: without what is said to translators, and in English what it lacks. */
export function textsAlone(): Plugin {
  return {
    name: 'texts-alone',
    enforce: 'pre',
    transform(_, id) {
      const [, folder] = /[\\/]_locales[\\/](\w+)[\\/]messages\.json$/.exec(id) ?? [];
      return folder === undefined ? null : { code: JSON.stringify(textsIn(folder)), map: null };
    },
  };
}

/**
 * Writes the chosen language's texts for where nothing can load them: a script for the cards of each language
 * (`texts/de.js`), which the browser runs before that of a site, and all languages at the head of the worker. Each has
 * the texts that are named in the code that was built, and no others.
 */
export function writeTexts(outDir: string): void {
  const keys = namedIn(pageScripts(outDir).map((path) => readFileSync(path, 'utf8')));
  mkdirSync(join(outDir, 'texts'), { recursive: true });
  for (const language of LANGUAGES) {
    const texts = JSON.stringify(pick(language, keys));
    writeFileSync(join(outDir, `texts/${language}.js`), `globalThis.asterismTexts=${texts};\n`);
  }
  const worker = join(outDir, WORKER);
  if (!existsSync(worker)) return; // it is served while it is developed
  const code = readFileSync(worker, 'utf8');
  const spoken = namedIn([code]);
  const all = Object.fromEntries(LANGUAGES.map((language) => [language, pick(language, spoken)]));
  writeFileSync(worker, `globalThis.asterismLanguages=${JSON.stringify(all)};\n${code}`);
}

/** What runs on pages of sites: a script for each, and those beside the worker's, which it injects when they are needed. */
function pageScripts(outDir: string): string[] {
  return [join(outDir, 'content-scripts'), outDir].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.js') && name !== WORKER)
      .map((name) => join(folder, name)),
  );
}

/** The texts whose names are strings in built code; a counted text in all its forms. */
function namedIn(codes: readonly string[]): (key: string) => boolean {
  const strings = new Set(
    codes.flatMap((code) => [...code.matchAll(/(["'`])([a-z]\w+)\1/g)].map(([, , name]) => name)),
  );
  return (key) =>
    strings.has(key) || strings.has(key.replace(/_(zero|one|two|few|many|other)$/, ''));
}

function pick(language: Language, isWanted: (key: string) => boolean): Texts {
  const texts = Object.entries(textsIn(localeFolder(language)));
  return Object.fromEntries(texts.filter(([key]) => isWanted(key)));
}

function textsIn(folder: string): Texts {
  const alone = Object.entries({ ...read('en'), ...read(folder) });
  return Object.fromEntries(alone.map(([key, text]) => [key, text && { message: text.message }]));
}

function read(folder: string): Texts {
  return JSON.parse(readFileSync(join(LOCALES, folder, 'messages.json'), 'utf8')) as Texts; // the tests look at each
}
