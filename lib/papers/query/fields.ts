import { STATUSES } from '../annotation';
import { cleanTag } from '../tags';
import { type Query, YEARS } from './ast';
import { daysIn, readPeriod } from './dates';
import type { ProblemCode } from './problems';
import type { Field } from './tokens';
import { words } from './words';

/** What `is:` can ask for. */
export const STATES = [
  ...(['starred', 'unread'] as const),
  ...STATUSES,
  ...(['noted', 'updated', 'withdrawn', 'dismissed'] as const),
] as const;

const YEAR = /^(?:([<>]=?)?(\d{4})|(\d{4})?\.\.(\d{4})?)$/;

/** What a field's value asks for; null where nothing is asked yet; a code where it cannot be read. */
export function readField(
  field: Field,
  typed: string,
  quoted: boolean,
  now: Date,
): Query | ProblemCode | null {
  const text = typed.trim();
  switch (field) {
    case 'tag': {
      // "none" in quotation marks is a tag of that name.
      if (!quoted && text.toLowerCase() === 'none') return { kind: 'tag', tag: null };
      const tag = cleanTag(text);
      return tag === '' ? null : { kind: 'tag', tag };
    }
    case 'author':
    case 'org':
    case 'site':
    case 'venue':
    case 'title':
    case 'abstract':
    case 'note':
      return words(text).length === 0 ? null : { kind: field, text };
    case 'is': {
      const what = STATES.find((state) => state === text.toLowerCase());
      if (what !== undefined) return { kind: 'is', what };
      return text === '' ? null : 'queryUnknownState';
    }
    case 'year':
      return text === '' ? null : (readYears(text) ?? 'queryBadYear');
    case 'published':
    case 'added': {
      if (text === '') return null;
      const period = readPeriod(text, now);
      if (period === null) return 'queryBadTime';
      return field === 'added' ? { kind: 'added', ...period } : { kind: field, ...daysIn(period) };
    }
  }
}

function readYears(text: string): Query | null {
  const match = YEAR.exec(text);
  if (match === null) return null;
  const [, sign, single, first = YEARS.first, last = YEARS.last] = match;
  if (single === undefined) return years(Math.min(+first, +last), Math.max(+first, +last));
  const year = Number(single);
  if (sign === undefined) return years(year, year);
  if (sign.startsWith('>')) return years(sign === '>' ? year + 1 : year, YEARS.last);
  return years(YEARS.first, sign === '<' ? year - 1 : year);
}

function years(from: number, to: number): Query | null {
  return from <= to ? { kind: 'year', from, to } : null;
}
