import { type Query, type TextField, YEARS } from './ast';
import { writePeriod } from './dates';
import { readTokens } from './tokens';

/** A query as text that reads as that query again. Words that would be read otherwise become phrases. */
export function writeQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'and':
      return query.parts
        .map((part) => (part.kind === 'or' ? group(part) : writeQuery(part)))
        .join(' ');
    case 'or':
      return query.parts.map(writeQuery).join(' OR ');
    case 'not': {
      const { kind } = query.part;
      return `-${kind === 'and' || kind === 'or' ? group(query.part) : writeQuery(query.part)}`;
    }
    case 'word':
      return isBare(query.text) ? query.text : quote(query.text);
    case 'phrase':
      return quote(query.text);
    case 'tag':
      return query.tag === null ? 'tag:none' : fieldText('tag', query.tag);
    case 'is':
      return `is:${query.what}`;
    case 'year':
      return `year:${years(query.from, query.to)}`;
    case 'published': {
      const { from, to } = query;
      return `published:${from === to && from !== null ? from : `${from ?? ''}..${to ?? ''}`}`;
    }
    case 'added':
      return `added:${writePeriod(query)}`;
    default:
      return fieldText(query.kind, query.text);
  }
}

/** A field and its value, in quotation marks where it needs them. */
export function fieldText(
  field: 'tag' | 'author' | 'org' | 'site' | 'venue' | TextField,
  value: string,
): string {
  const isPlain = /^[^\s"“”„()|]+$/.test(value) && !(field === 'tag' && /^none$/i.test(value));
  return `${field}:${isPlain ? value : quote(value)}`;
}

function group(query: Query): string {
  return `(${writeQuery(query)})`;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function isBare(text: string): boolean {
  const [token] = readTokens(text);
  return token?.kind === 'word' && token.text === text;
}

function years(from: number, to: number): string {
  const first = from === YEARS.first ? '' : fourDigits(from);
  const last = to === YEARS.last ? '' : fourDigits(to);
  return from === to ? fourDigits(from) : `${first}..${last}`;
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}
