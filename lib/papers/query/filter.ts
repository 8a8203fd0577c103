import type { Filter } from '../list';
import { join, not, type Query } from './ast';
import { parseQuery } from './parse';

/** What a filter asks for, its query's text and the rest as one; `all` where it leaves nothing out. */
export function filterQuery({ query, status, tag, starred }: Filter, now: Date): Query {
  const parts: Query[] = [];
  const typed = parseQuery(query, now).query;
  if (typed.kind !== 'all') parts.push(typed);
  if (status === 'none') parts.push(not({ kind: 'or', parts: ANY_STATUS }));
  else if (status !== null) parts.push({ kind: 'is', what: status });
  if (tag !== null) parts.push({ kind: 'tag', tag });
  if (starred) parts.push({ kind: 'is', what: 'starred' });
  return join('and', parts) ?? { kind: 'all' };
}

const ANY_STATUS: Query[] = [
  { kind: 'is', what: 'to-read' },
  { kind: 'is', what: 'reading' },
  { kind: 'is', what: 'read' },
];
