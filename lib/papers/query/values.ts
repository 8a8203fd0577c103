import { completeTag, type TagCount } from '../tags';
import { findsOf } from '../tagTree';
import { STATES } from './fields';
import type { Field } from './tokens';
import { words } from './words';
import { fieldText } from './write';

/** What the reader's library has to complete from, the best first. */
export interface Known {
  tags: readonly TagCount[];
  /** How many papers a search for each tag finds, by `tagKey`; where it was not counted, null. */
  tagFinds?: ReadonlyMap<string, number> | null | undefined;
  organizations: readonly string[];
  authors?: readonly string[] | undefined;
  sites?: readonly string[] | undefined;
}

/** What a field or a value means; each is the key of a text in `_locales`. */
export type Hint =
  | 'queryHintTag'
  | 'queryHintUntagged'
  | 'queryHintIs'
  | 'queryHintStarred'
  | 'queryHintUnread'
  | 'queryHintNoted'
  | 'queryHintDismissed'
  | 'queryHintAuthor'
  | 'queryHintOrg'
  | 'queryHintTitle'
  | 'queryHintAbstract'
  | 'queryHintNote'
  | 'queryHintYear'
  | 'queryHintPublished'
  | 'queryHintAdded'
  | 'queryHintWithinWeek'
  | 'queryHintWithinMonth'
  | 'queryHintBeforeYear'
  | 'queryHintSite'
  | 'queryHintVenue'
  | 'queryHintUpdated'
  | 'queryHintWithdrawn'
  | 'statusToRead'
  | 'statusReading'
  | 'statusRead';

/** A value that a field may have. */
export interface Value {
  field: Field;
  value: string;
  /** Field and value as written in a query. */
  written: string;
  hint: Hint;
  count?: number | undefined;
}

const STATE_HINTS: Record<(typeof STATES)[number], Hint> = {
  starred: 'queryHintStarred',
  unread: 'queryHintUnread',
  'to-read': 'statusToRead',
  reading: 'statusReading',
  read: 'statusRead',
  noted: 'queryHintNoted',
  updated: 'queryHintUpdated',
  withdrawn: 'queryHintWithdrawn',
  dismissed: 'queryHintDismissed',
};

/** Values of a field that go on from what is typed, at most so many. */
export function valuesOf(
  field: Field,
  typed: string,
  known: Known,
  now: Date,
  most: number,
): Value[] {
  const word = (value: string, hint: Hint): Value => ({
    field,
    value,
    written: `${field}:${value}`,
    hint,
  });
  const begun = (values: Value[]): Value[] =>
    values.filter(({ value }) => value.startsWith(typed.toLowerCase())).slice(0, most);
  switch (field) {
    case 'tag':
      return [...tags(typed, known, most), ...begun([word('none', 'queryHintUntagged')])];
    case 'is':
      return begun(STATES.map((state) => word(state, STATE_HINTS[state])));
    case 'author':
      return names(field, typed, known.authors ?? [], 'queryHintAuthor', most);
    case 'org':
      return names(field, typed, known.organizations, 'queryHintOrg', most);
    case 'site':
      return names(field, typed, known.sites ?? [], 'queryHintSite', most);
    case 'title':
    case 'abstract':
    case 'note':
    case 'venue':
      return []; // any word may follow
    case 'year':
      return begun(years(typed, now.getFullYear()).map((year) => word(year, 'queryHintYear')));
    case 'published':
      return begun(
        [month(now), ...years(typed, now.getFullYear()), '<7d', '<1m'].map((time) =>
          word(time, 'queryHintPublished'),
        ),
      );
    case 'added':
      return begun([
        word('<7d', 'queryHintWithinWeek'),
        word('<1m', 'queryHintWithinMonth'),
        word('>1y', 'queryHintBeforeYear'),
        ...['today', 'yesterday', month(now)].map((time) => word(time, 'queryHintAdded')),
      ]);
  }
}

function tags(typed: string, known: Known, most: number): Value[] {
  const finds = findsOf(known.tags, known.tagFinds ?? null);
  return completeTag(typed, known.tags, [], most).map((value) => ({
    field: 'tag',
    value,
    written: fieldText('tag', value),
    hint: 'queryHintTag',
    count: finds.get(value),
  }));
}

/** Names in which each typed word begins a word, in their own order; looks no further than it must. */
function names(
  field: 'author' | 'org' | 'site',
  typed: string,
  all: readonly string[],
  hint: Hint,
  most: number,
): Value[] {
  const wanted = words(typed);
  const found: Value[] = [];
  for (const value of all) {
    if (found.length === most) break;
    const parts = words(value);
    if (wanted.every((one) => parts.some((part) => part.startsWith(one))))
      found.push({ field, value, written: fieldText(field, value), hint });
  }
  return found;
}

function years(typed: string, now: number): string[] {
  const recent = [0, 1, 2, 3, 4].map((ago) => String(now - ago));
  return /^\d{4}\.\.$/.test(typed)
    ? recent.map((year) => typed + year)
    : [...recent, `${now - 2}..`, `..${now - 5}`];
}

function month(now: Date): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
}
