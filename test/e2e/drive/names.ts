import { readFileSync } from 'node:fs';
import { type Language, localeFolder } from '../../../lib/text/languages.ts';
import type { TextKey } from '../../../lib/text/text.ts';
import { ROOT } from '../harness/build.ts';

const english = textsOf('en');

/** The text that a reader sees, as the name by which a control is found; `values` replace $1, $2, … */
export function named(key: TextKey, ...values: string[]): string {
  return filled(english[key].message, values);
}

/** The same in another language. */
export function namedIn(language: Language, key: TextKey, ...values: string[]): string {
  return filled(textsOf(language)[key].message, values);
}

function textsOf(language: Language): { [key in TextKey]: { message: string } } {
  const path = `${ROOT}public/_locales/${localeFolder(language)}/messages.json`;
  return JSON.parse(readFileSync(path, 'utf8')); // TextKey is made from the English one, which the others follow
}

function filled(message: string, values: string[]): string {
  return message.replace(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '');
}
