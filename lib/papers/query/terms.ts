import { fold } from '../caseFolding';
import { not, type Query } from './ast';
import type { Term } from './levels';
import { readQuery } from './parse';
import { writeQuery } from './write';

// Terms are compared as written: a time such as "<7d", which depends on the clock, is never one that was clicked.
const NO_CLOCK = new Date(0);

/** Whether a query's text asks for a term, by itself and for certain: not as one side of an OR. */
export function hasTerm(text: string, term: Query): boolean {
  const { query, terms } = readQuery(text, NO_CLOCK);
  return query.kind !== 'or' && terms.some(isTerm(term));
}

/** The text that also asks for a term; the rest stays as typed, but for the term's opposite, which goes. */
export function withTerm(text: string, term: Query): string {
  if (hasTerm(text, term)) return text;
  const rest = completed(withoutTerm(text, not(term)));
  const { hasOr } = readQuery(rest, NO_CLOCK);
  return `${hasOr ? `(${rest})` : rest} ${writeQuery(term)}`.trim();
}

/** The text that no longer asks for a term; the rest stays as typed. */
export function withoutTerm(text: string, term: Query): string {
  if (!hasTerm(text, term)) return text;
  const { terms } = readQuery(text, NO_CLOCK);
  return cut(text, terms.filter(isTerm(term)));
}

/** The text with everything closed that it leaves open, and without what stands in the way of adding to it. */
function completed(text: string): string {
  const inTheWay = readQuery(text, NO_CLOCK).problems.filter(
    ({ code }) => code === 'queryDanglingOr' || code === 'queryStrayParenthesis',
  );
  const rest = cut(text, inTheWay);
  const { ending } = readQuery(rest, NO_CLOCK);
  return ending === '' ? rest.trimEnd() : `${rest}${ending}`;
}

/** A text without some parts of it, one space for each. */
function cut(text: string, parts: readonly { from: number; to: number }[]): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of parts) {
    if (from > at) rest = spaced(rest, text.slice(at, from));
    at = Math.max(at, to);
  }
  return parts.length === 0 ? text : spaced(rest, text.slice(at));
}

function spaced(before: string, after: string): string {
  const end = after.trimStart();
  return end === '' ? before.trimEnd() : `${before.trimEnd()} ${end}`.trimStart();
}

function isTerm(term: Query): (other: Term) => boolean {
  const wanted = fold(writeQuery(term));
  return ({ query }) => fold(writeQuery(query)) === wanted;
}
