import { unescapeLatex } from '../../maths/unescape';
import { isParticle } from '../../papers/names';
import { authorIn, authorOf, isSuffix, type StatedAuthor } from '../authors';

/** What parts names or words: alone, and beside escapes and braces, which are to be passed over. */
interface Separator {
  alone: RegExp;
  beside: RegExp;
}
const AND: Separator = { alone: /\sand\s/i, beside: /\\.|[{}]|\sand\s/gis };
const SEMICOLON: Separator = { alone: /;/, beside: /\\.|[{}]|;/gs };
const COMMA: Separator = { alone: /,/, beside: /\\.|[{}]|,/gs };
const SPACE: Separator = { alone: /[\s~]+/, beside: /\\.|[{}]|[\s~]+/gs };

/** The names in a field, joined by "and" outside of braces, or by semicolons where somebody knew no better. */
export function namesIn(field: string): StatedAuthor[] {
  const names = outsideBraces(field, AND);
  const all = names.length > 1 ? names : outsideBraces(field, SEMICOLON);
  return (asInEnglish(field, all) ?? all).map(nameIn);
}

/** "Jane Doe, John Roe, and Ana Poe": names in reading order, each of two words or more; null where it is not that. */
function asInEnglish(field: string, names: readonly string[]): string[] | null {
  if (!/,\s+and\s/i.test(field)) return null;
  const parts = names
    .flatMap((name) => outsideBraces(name, COMMA))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > names.length && parts.every((part) => /\S\s+\S/.test(part)) ? parts : null;
}

/** "von Last, First", "von Last, Jr, First" or "First von Last"; what is all in braces has no parts. */
function nameIn(text: string): StatedAuthor {
  const name = text.replace(/\s+/g, ' ').trim();
  const all = groupIn(name);
  if (all !== null) {
    const whole = unescapeLatex(all);
    return { name: whole, family: whole };
  }
  // A comma before "and" says nothing.
  const isListed = name.endsWith(',') && name.indexOf(',') < name.length - 1;
  const said = isListed ? name.slice(0, -1) : name;
  const parts = outsideBraces(said, COMMA).map((part) => part.trim());
  if (parts.length === 1) return inReadingOrder(name);
  const named = name.includes('=') ? keyedName(parts) : null;
  if (named !== null) return named;
  const plain = parts.map((part) => unescapeLatex(part).trim());
  const [family = '', second = '', third = ''] = plain;
  if (plain.length === 2 && !isSuffix(second)) {
    return second === '' ? inReadingOrder(parts[0] ?? '') : authorOf({ family, given: second });
  }
  if (plain.length === 3 && second !== '' && !isSuffix(third)) {
    return authorOf({ family, suffix: second, given: third });
  }
  return authorIn(plain.join(', '));
}

/** The family name is what is in braces at the end, or what begins with a particle in lower case, as BibTeX has it. */
function inReadingOrder(name: string): StatedAuthor {
  const words = outsideBraces(name, SPACE).filter((word) => word !== '');
  const isGrouped = groupIn(words.at(-1) ?? '') !== null;
  const particle = words.findIndex((word, at) => at > 0 && isParticle(word));
  const begin = particle > 0 ? particle : words.length - 1;
  const plain = (some: readonly string[]): string => unescapeLatex(some.join(' '));
  if (begin < 1 || (particle < 0 && !isGrouped)) return { name: plain(words) };
  return authorOf({ family: plain(words.slice(begin)), given: plain(words.slice(0, begin)) });
}

/** BibLaTeX's "family=Berg, given=Jan, prefix=van den"; null if the name is not written so. */
function keyedName(parts: readonly string[]): StatedAuthor | null {
  const values = new Map(
    parts.map((part): [string, string] => {
      const [key = '', value = ''] = part.split(/\s*=\s*/, 2);
      return [key, unescapeLatex(value.replace(/^"(.*)"$/, '$1'))];
    }),
  );
  const family = values.get('family');
  if (family === undefined) return null;
  const prefix = values.get('prefix');
  return authorOf({
    family: prefix ? `${prefix} ${family}` : family,
    given: values.get('given'),
    suffix: values.get('suffix'),
  });
}

/** What is between a text's braces, where they are around all of it and are not a single character's, as in "{\'E}". */
function groupIn(text: string): string | null {
  if (!/^\{[^\\]/.test(text) || !text.endsWith('}')) return null;
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(/\\.|[{}]/gs)) {
    if (found === '{') depth++;
    else if (found === '}') depth--;
    if (depth === 0 && index < text.length - 1) return null;
  }
  return depth === 0 ? text.slice(1, -1) : null;
}

/** A text's parts between those separators that are outside of braces. */
function outsideBraces(text: string, { alone, beside }: Separator): string[] {
  if (!/[\\{}]/.test(text)) return text.split(alone);
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const { 0: found, index } of text.matchAll(beside)) {
    if (found === '{') depth++;
    else if (found === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && !found.startsWith('\\')) {
      parts.push(text.slice(begin, index));
      begin = index + found.length;
    }
  }
  return [...parts, text.slice(begin)];
}
