import { readFileSync } from 'node:fs';
import type { TextKey } from '../../../lib/text/text.ts';
import { ROOT } from '../harness/build.ts';

const messages = JSON.parse(readFileSync(`${ROOT}public/_locales/en/messages.json`, 'utf8')) as {
  [key in TextKey]: { message: string }; // TextKey is made from this file
};

/** The text that a reader sees, as the name by which a control is found; `values` replace $1, $2, … */
export function named(key: TextKey, ...values: string[]): string {
  return messages[key].message.replace(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '');
}
