import type { Foreign } from './problems';

/** How each kind of file begins, or the names at its top level. */
const SIGNS: readonly [Foreign, RegExp][] = [
  ['zip', /^PK/],
  ['bookmarksHtml', /^\s*<!DOCTYPE NETSCAPE-Bookmark-file/i],
  ['html', /^\s*<(?:!doctype|html|\?xml)/i],
  ['ris', /^\s*TY {2}-/],
  ['bibtex', /^\s*(?:%[^\n]*\n\s*)*@\w+\s*[{(]/],
  ['cslJson', /^\s*\[\s*\{[^[\]]*"(?:type|issued|container-title|citation-key)"\s*:/],
];

/** What a file that is not ours seems to be, from its beginning and the names at its top level; null if it is nothing we know. */
export function looksLike(beginning: string, names: readonly string[]): Foreign | null {
  if (names.includes('__dataVersion')) return 'paperMemory';
  return SIGNS.find(([, sign]) => sign.test(beginning))?.[0] ?? null;
}
