/** The fields that a query can name, the most asked for first. */
export const FIELDS = [
  'tag',
  'is',
  'author',
  'title',
  'note',
  'org',
  'year',
  'published',
  'added',
  'abstract',
  'site',
  'venue',
] as const;
export type Field = (typeof FIELDS)[number];

/** A part of a query's text and where it stands; `to` is the offset after it. */
export type Token = { from: number; to: number } & (
  | { kind: '(' }
  | { kind: ')' }
  | { kind: 'or' }
  | { kind: 'not' }
  | { kind: 'word'; text: string }
  | ({ kind: 'phrase' } & Quoted)
  | ({ kind: 'field'; field: Field; quoted: boolean } & Quoted)
);

interface Quoted {
  text: string;
  /** What would close an open quotation mark; empty where none is open. */
  ending: string;
}

const SPACE = /\s+/y;
const BARE = /[^\s"“”„()|]*/y;
const FIELD = new RegExp(`(${FIELDS.join('|')}):`, 'iy');
const QUOTE = /["“”„]/;
// A dash is a "not" where something follows that it can apply to.
const NOT = /-(?![\s)|]|$)/y;
const OR = /\|+|OR(?![^\s"“”„()|])/y;

/** The parts of a query's text, in order. Every text has some reading; one pass. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (true) {
    at += lengthOf(SPACE, text, at);
    if (at >= text.length) return tokens;
    const token = readToken(text, at);
    tokens.push(token);
    at = token.to;
  }
}

function readToken(text: string, from: number): Token {
  const letter = text.charAt(from);
  if (letter === '(' || letter === ')') return { kind: letter, from, to: from + 1 };
  if (lengthOf(NOT, text, from) > 0) return { kind: 'not', from, to: from + 1 };
  const or = lengthOf(OR, text, from);
  if (or > 0) return { kind: 'or', from, to: from + or };
  if (QUOTE.test(letter)) return { kind: 'phrase', from, ...readQuoted(text, from) };
  const field =
    FIELDS[FIELDS.indexOf(match(FIELD, text, from).slice(0, -1).toLowerCase() as Field)]; // -1 finds none
  if (field === undefined) {
    const word = match(BARE, text, from);
    return { kind: 'word', from, to: from + word.length, text: word };
  }
  const start = from + field.length + 1;
  if (QUOTE.test(text.charAt(start)))
    return { kind: 'field', field, from, quoted: true, ...readQuoted(text, start) };
  const value = match(BARE, text, start);
  const to = start + value.length;
  return { kind: 'field', field, from, to, quoted: false, text: value, ending: '' };
}

/** A quoted text, up to its closing mark or the end. `\"` and `\\` stand for the mark and the backslash. */
function readQuoted(text: string, open: number): Quoted & { to: number } {
  const closers = text.charAt(open) === '"' ? '"' : '"“”„';
  let quoted = '';
  let letter = '';
  for (let at = open + 1; at < text.length; at++) {
    letter = text.charAt(at);
    if (closers.includes(letter)) return { text: quoted, to: at + 1, ending: '' };
    const next = text.charAt(at + 1);
    if (letter === '\\' && (next === '"' || next === '\\')) {
      quoted += next;
      at++;
      letter = '';
    } else quoted += letter;
  }
  // After a single backslash the closing mark alone would be taken for a part of the text.
  return { text: quoted, to: text.length, ending: letter === '\\' ? '\\"' : '"' };
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  return match(pattern, text, at).length;
}

function match(sticky: RegExp, text: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? '';
}
