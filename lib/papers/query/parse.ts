import { paperIdFromUrl } from '../addresses';
import { arxivId, bareId, namespaceKeys, type PaperId } from '../ids';
import { SEARCH_LIMITS } from '../savedSearch';
import type { Query } from './ast';
import { readField } from './fields';
import { Levels, type Term } from './levels';
import type { Problem } from './problems';
import { readTokens, type Token } from './tokens';
import { words } from './words';

/** A query as read, and how its text is built: what editing it in place needs. */
export interface Reading {
  query: Query;
  /** In the order of the text. */
  problems: Problem[];
  /** The parts of the outermost level. */
  terms: Term[];
  /** Whether that level has an OR with something on both sides. */
  hasOr: boolean;
  /** What closes everything that the text leaves open. */
  ending: string;
}

const MOST_ID = 300;
const OTHER_FIELD = /^([a-z]+):(?!\/\/)(.?)/i;
const SCHEME = new RegExp(`^(?:(?:${namespaceKeys().join('|')}):)+`, 'i');

/** What a text asks for. Never throws: what cannot be read is reported and left out, the rest is found. */
export function parseQuery(text: string, now: Date): { query: Query; problems: Problem[] } {
  const { query, problems } = readQuery(text, now);
  return { query, problems };
}

/** What a text asks for, and how it is built. Of a text that is longer than a search can be, its beginning is read. */
export function readQuery(whole: string, now: Date): Reading {
  const text = whole.slice(0, SEARCH_LIMITS.query);
  const levels = new Levels();
  let open = '';
  for (const token of readTokens(text)) {
    const { from, to } = token;
    if (token.kind === 'not') levels.negate(from);
    else if (token.kind === '(') levels.open(from, to);
    else if (token.kind === ')') levels.close(from, to);
    else if (token.kind === 'or') levels.or(from, to);
    else {
      levels.add(readTerm(token, now, levels, to === text.length), from, to);
      if (token.kind === 'word' || token.ending === '') continue;
      levels.report('queryUnclosedQuote', from, to);
      open = token.ending;
    }
  }
  const { query, ending } = levels.end(text.length);
  if (text.length < whole.length) {
    levels.report('queryTooLong', text.length, Number.POSITIVE_INFINITY, String(text.length));
  }
  const { problems, terms, hasOr } = levels;
  problems.sort((a, b) => a.from - b.from);
  return { query, problems, terms, hasOr, ending: open + ending };
}

type TermToken = Extract<Token, { text: string }>;

function readTerm(token: TermToken, now: Date, levels: Levels, isLast: boolean): Query | null {
  const { text, from, to } = token;
  if (token.kind === 'field') {
    const query = readField(token.field, text, token.quoted, now);
    if (typeof query !== 'string') return query;
    levels.report(query, from, to, text);
    return null;
  }
  if (token.kind === 'phrase') return asking('phrase', text);
  const bare = text.replace(SCHEME, '');
  const id = paperIn(text) ?? paperIn(bare);
  if (id !== null) return rewritten(bareId(id));
  // "arxiv:25" is an id that is still being typed.
  if (bare !== text) return rewritten(bare);
  const [, field, value] = OTHER_FIELD.exec(text) ?? [];
  // A colon before a space is a sign in a title; at the end a field is being typed.
  if (field !== undefined && (value !== '' || isLast))
    levels.report('queryUnknownField', from, to, field);
  return asking('word', text);
}

/** Signs alone ("→", "&") ask for nothing. */
function asking(kind: 'word' | 'phrase', text: string): Query | null {
  return words(text).length === 0 ? null : { kind, text };
}

/** A word other than it was typed; a phrase where it would no longer be read as one word. */
function rewritten(text: string): Query | null {
  const [token] = readTokens(text);
  return asking(token?.kind === 'word' && token.text === text ? 'word' : 'phrase', text);
}

/** The paper that a typed id or a pasted address names. */
function paperIn(text: string): PaperId | null {
  return text.length > MOST_ID ? null : (arxivId(text) ?? paperIdFromUrl(text));
}
