import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, localeFolder } from '../../lib/text/languages.ts';
import type { Store } from './stores.ts';

/** What a store's page says in one language. */
export interface Listing {
  name: string;
  summary: string;
  /** Plain text: not every store knows Markdown. */
  description: string;
}

/** Reads the texts of a language: name and summary are those of the package, the description is in `store/`. */
export function readListing(root: string, language: Language): Listing {
  const texts = JSON.parse(
    readFileSync(join(root, 'public/_locales', localeFolder(language), 'messages.json'), 'utf8'),
  ) as Record<'extensionName' | 'extensionDescription', { message: string }>; // the browser reads it too
  return {
    name: texts.extensionName.message,
    summary: texts.extensionDescription.message,
    description: readFileSync(join(root, 'store', `${language}.txt`), 'utf8').trim(),
  };
}

/** What of a listing the store would refuse, a line each. */
export function tooLong({ name, summary, description }: Listing, { limits }: Store): string[] {
  const [least, most] = limits.description;
  return [
    ...outside('name', name, 1, limits.name),
    ...outside('summary', summary, 1, limits.summary),
    ...outside('description', description, least, most),
  ];
}

function outside(what: string, text: string, least: number, most: number): string[] {
  const { length } = text; // UTF-16, the strictest way to count
  if (length >= least && length <= most) return [];
  return [`the ${what} has ${length} characters, not ${least} to ${most}`];
}
