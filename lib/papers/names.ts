/**
 * An author's name as citations need it. A `literal` is kept whole: an organization, a single name, or a name that
 * the rule does not understand (docs/formats.md). Particles are part of the family name.
 */
export type AuthorName =
  | { kind: 'literal'; name: string }
  | { kind: 'person'; family: string; given: string; suffix: string };

const PARTICLES = new Set(
  "van von vom der den de del della dello degli di da das do dos du la las le los lo ter ten te 't zu zur zum af av al el bin ibn".split(
    ' ',
  ),
);
/** Written with a capital these are particles to some and given names to others, unless two stand together. */
const PAIRS = /^(?:van (?:de|den|der|het)|von (?:dem|den|der)|de (?:la|las|los))$/i;
const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV)$/i;
const ORGANIZATION =
  /(?:^the |(?:^|[\s-])(?:team|group|labs?|laborator(?:y|ies)|collaboration|consortium|project|initiative|universit(?:y|é|ät)|institute?|inc|ltd|llc|gmbh|corp|corporation|company|foundation|community|committee|alliance|network|cent(?:er|re)|department|research|technologies|contributors|authors|organi[sz]ation|association|society|council|others|and|und|et al)\.?(?=[\s,-]|$))/i;
/** What most names are made of; it is told faster than what all are. */
const PLAIN = /^[A-Za-z.' -]+$/;
/** Letters of scripts in which the family name comes last and a space parts the names. */
const WORDS = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}\p{M}.'’ʼ‘`‐‑ -]+$/u;

/**
 * Splits a name at the family name that a file stated, where one is known and in it, else by the rule of docs/formats.md;
 * what the rule does not understand stays whole. A family name that is all of the name says that it has no parts.
 */
export function splitName(text: string, family?: string): AuthorName {
  const name = text.replace(/\s+/g, ' ').trim();
  return (family === undefined ? null : splitAt(name, family)) ?? guess(name);
}

/** Whether a word belongs to the family name behind it: "van", "de", "la". */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** Whether the rule alone would split a name elsewhere than at its stated family name. */
export function needsStating(name: string, family: string): boolean {
  const [stated, guessed] = [splitName(name, family), splitName(name)];
  if (stated.kind === 'literal' || guessed.kind === 'literal') return stated.kind !== guessed.kind;
  return stated.family !== guessed.family || stated.given !== guessed.given;
}

/** "Given Family", "Given Family Suffix" or "Family Given" by what its family name is; null where that is not in it. */
function splitAt(name: string, family: string): AuthorName | null {
  if (family === name) return literal(name);
  const isLast = name.endsWith(` ${family}`);
  const at = isLast ? name.length - family.length : ` ${name} `.lastIndexOf(` ${family} `);
  if (family === '' || (at < 0 && !name.startsWith(family))) return null;
  const before = name.slice(0, Math.max(0, at)).trim();
  const after = name.slice(Math.max(0, at) + family.length).trim();
  // In Hungarian, Chinese or Japanese what follows are given names.
  if (before === '') return SUFFIX.test(after) ? literal(name) : person(family, after, '');
  return person(family, before, after);
}

function guess(name: string): AuthorName {
  const parts = name.split(/ ?, ?/);
  const isUnderstood = PLAIN.test(name)
    ? !/(?:^| )[.'-]+(?: |$)/.test(name)
    : parts.every((part) => WORDS.test(part)) && !/(?:^| )\P{L}+(?: |$)/u.test(name);
  const isOrganization = ORGANIZATION.test(name) || /(?:^|[\s-])AI$/.test(name);
  if (isOrganization || !isUnderstood) return literal(name);
  const [first = '', second = '', third] = parts;
  if (parts.length === 1) return natural(name);
  if (parts.length === 2 && !SUFFIX.test(second)) return person(first, second, '');
  if (parts.length === 2) return withSuffix(natural(first), second, name);
  if (parts.length === 3 && third !== undefined && SUFFIX.test(second)) {
    return person(first, third, second);
  }
  return literal(name);
}

/** A name in reading order: its parts, joined. */
export function joinName(name: AuthorName): string {
  if (name.kind === 'literal') return name.name;
  const { given, family, suffix } = name;
  return [given, family, suffix].filter((part) => part !== '').join(' ');
}

/** A name as lists of references sort it: family name first. */
export function invertName(name: AuthorName): string {
  if (name.kind === 'literal') return name.name;
  const { given, family, suffix } = name;
  return [family, suffix, given].filter((part) => part !== '').join(', ');
}

/** "Given Family", the family name with its particles. */
function natural(name: string): AuthorName {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length > 2 && SUFFIX.test(last)) {
    return withSuffix(natural(words.slice(0, -1).join(' ')), last, name);
  }
  if (words.length < 2 || looksLikeInitials(last, words)) return literal(name);
  if (isParticle(words[0] ?? '')) return literal(name); // "van Gogh" has no given name
  const from = familyStart(words);
  if (from === null) return literal(name);
  return person(words.slice(from).join(' '), words.slice(0, from).join(' '), '');
}

/** Where the family name begins; null where a capital leaves it open ("Maria De Marco", "Nguyen Van Anh"). */
function familyStart(words: readonly string[]): number | null {
  let from = words.length - 1;
  if (from >= 3 && words[from - 1] === 'y') from -= 2; // "Santiago Ramón y Cajal"
  while (from > 1) {
    const [before = '', word = ''] = [words[from - 2], words[from - 1]];
    if (from > 2 && PAIRS.test(`${before} ${word}`)) from -= 2;
    else if (isParticle(word)) from--;
    else if (isParticle(word.toLowerCase())) return null;
    else break;
  }
  return from;
}

/** "Smith J." and "Smith JK" are the wrong way round, "Wei LI" is not: nobody can tell. */
function looksLikeInitials(last: string, words: readonly string[]): boolean {
  if (/^(?:\p{L}\.?-?)$|^(?:\p{L}\.-?)+$/u.test(last)) return true;
  const isShort = /^\p{Lu}{2,3}$/u.test(last);
  return isShort && words.slice(0, -1).some((word) => word !== word.toUpperCase());
}

function withSuffix(name: AuthorName, suffix: string, whole: string): AuthorName {
  return name.kind === 'person' && name.suffix === '' ? { ...name, suffix } : literal(whole);
}

function person(family: string, given: string, suffix: string): AuthorName {
  return { kind: 'person', family, given, suffix };
}

function literal(name: string): AuthorName {
  return { kind: 'literal', name };
}
