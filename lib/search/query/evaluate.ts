import { STATUSES } from '../../papers/annotation';
import { fold } from '../../papers/caseFolding';
import type { Query } from '../../papers/query/ast';
import { typedForms, withCompoundWords } from '../../papers/query/compounds';
import type { Scope } from '../document';
import { type Bits, eitherOf, noBits, othersThan } from '../index/bits';
import { dayOf, lastDayOf } from '../index/columns';
import type { Index } from '../index/searchIndex';
import { FLAGS, type NumberColumn, UNKNOWN } from '../index/segment';
import { OF, siteTerm } from '../index/terms';
import { both, either, exactly, type Found, unsure } from './found';
import { terms, where } from './lookups';
import { lookupOnce, phrase } from './phrases';

/** The documents that a query finds, dead ones included. */
export function evaluate(query: Query, index: Index, scope: Scope): Found {
  switch (query.kind) {
    case 'all':
      return exactly(index.live);
    case 'and':
    case 'or': {
      const parts = query.kind === 'and' ? withCompoundWords(query.parts) : query.parts;
      const found = parts.map((part) => evaluate(part, index, scope));
      if (query.kind === 'or') return found.reduce(either, exactly(noBits(index.size)));
      return found.reduce(both, exactly(index.live));
    }
    case 'not': {
      const { sure, may } = evaluate(query.part, index, scope);
      return sure === may
        ? exactly(othersThan(sure))
        : { sure: othersThan(may), may: othersThan(sure) };
    }
    case 'word':
    case 'phrase':
      return phrase(query.text, index);
    case 'title':
    case 'abstract':
    case 'note':
      // The index does not say in which text a word stands: what has it is read.
      return unsure(phrase(query.text, index), index);
    case 'tag':
      return exactly(query.tag === null ? untagged(index) : tagged(fold(query.tag), index));
    case 'is':
      if (['updated', 'withdrawn', 'dismissed'].includes(query.what))
        return exactly(terms(OF.state + query.what, false, index));
      return exactly(
        where(
          index,
          ({ flags }) =>
            (document) =>
              is(query.what, flags[document] ?? 0),
        ),
      );
    case 'author':
      return each(query.text, OF.author, index, false);
    case 'org':
      return each(query.text, OF.organization, index, true);
    case 'venue':
      return each(query.text, OF.venue, index, true);
    case 'year':
      return exactly(
        where(index, ({ years }) => (document) => {
          const year = years[document] ?? 0;
          return year > 0 && year >= query.from && year <= query.to;
        }),
      );
    case 'published':
      return exactly(publishedWithin(query, index));
    case 'added':
      return exactly(addedWithin(query, scope === 'bookmarks' ? 'listed' : 'met', index));
    case 'site':
      return exactly(terms(OF.site + siteTerm(query.text), true, index));
  }
}

/** Words that each begin some word of one kind; `sure` where one document has one such name only. */
function each(text: string, kind: string, index: Index, sure: boolean): Found {
  const forms = typedForms(text);
  // Without words it asks for any such name.
  if (forms.length === 0) return unsure(exactly(index.live), index);
  const lookup = lookupOnce(kind, index);
  const found = forms.map((typed) => {
    const words = new Set(typed.map((word) => lookup(word, true)));
    const all = [...words].reduce(both, exactly(index.live));
    return sure || typed.length === 1 ? all : unsure(all, index);
  });
  return found.reduce(either);
}

function tagged(key: string, index: Index): Bits {
  return eitherOf(terms(OF.tag + key, false, index), terms(`${OF.tag}${key}/`, true, index));
}

function untagged(index: Index): Bits {
  return where(
    index,
    ({ tagsAt }) =>
      (document) =>
        tagsAt[document] === tagsAt[document + 1],
  );
}

function is(what: (Query & { kind: 'is' })['what'], flags: number): boolean {
  if (what === 'starred') return (flags & FLAGS.starred) !== 0;
  if (what === 'noted') return (flags & FLAGS.noted) !== 0;
  const status = STATUSES[(flags & FLAGS.status) - 1];
  return what === 'unread' ? status === undefined || status === 'to-read' : status === what;
}

/** Those of which all days are within that they may have been published on. */
function publishedWithin({ from, to }: Query & { kind: 'published' }, index: Index): Bits {
  const first = from === null ? Number.NEGATIVE_INFINITY : dayOf(from);
  const last = to === null ? Number.POSITIVE_INFINITY : dayOf(to);
  return where(index, ({ numbers, flags }) => (document) => {
    const day = numbers.published[document] ?? UNKNOWN;
    return day !== UNKNOWN && first <= day && lastDayOf(day, flags[document] ?? 0) <= last;
  });
}

function addedWithin(
  { from, to }: Query & { kind: 'added' },
  column: NumberColumn,
  index: Index,
): Bits {
  const first = from === null ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const end = to === null ? Number.POSITIVE_INFINITY : Date.parse(to);
  return where(index, ({ numbers }) => (document) => {
    const added = numbers[column][document] ?? UNKNOWN;
    return added !== UNKNOWN && added >= first && added < end;
  });
}
