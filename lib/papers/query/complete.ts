import { SEARCH_LIMITS } from '../savedSearch';
import { FIELDS, type Field, readTokens } from './tokens';
import { type Hint, type Known, type Value, valuesOf } from './values';

export type { Hint, Known } from './values';

/** One way to go on with a query: what to put in place of a part of its text. */
export interface Completion {
  replaceFrom: number;
  replaceTo: number;
  /** A field's name goes on after its colon; a value is complete, with a space after it where the text ends. */
  insert: string;
  /** What to show: as inserted, without quotation marks. */
  label: string;
  /** The key of a text that explains it. */
  hint: Hint;
  /** How many bookmarks have it, where that is known. */
  count?: number | undefined;
}

const FIELD_HINTS: Record<Field, Hint> = {
  tag: 'queryHintTag',
  is: 'queryHintIs',
  author: 'queryHintAuthor',
  org: 'queryHintOrg',
  title: 'queryHintTitle',
  abstract: 'queryHintAbstract',
  note: 'queryHintNote',
  year: 'queryHintYear',
  published: 'queryHintPublished',
  added: 'queryHintAdded',
  site: 'queryHintSite',
  venue: 'queryHintVenue',
};
// A word alone may mean these; so few of each that all have room.
const FOR_WORDS: readonly Field[] = ['is', 'tag', 'author', 'org'];
const MOST = 8;
const MOST_FOR_WORDS = 3;

/** How a query may go on at the caret: names of fields where a word begins, values after a field's colon. */
export function completeQuery(text: string, caret: number, known: Known, now: Date): Completion[] {
  if (text.length > SEARCH_LIMITS.query) return []; // what is beyond is not read anyway
  const typed = typedAt(text, caret);
  if (typed === null) return [];
  const { replaceFrom, replaceTo, field, value } = typed;
  const space = /^[\s)]/.test(text.slice(replaceTo)) ? '' : ' ';
  const asValue = ({ written, hint, count, ...of }: Value): Completion => ({
    replaceFrom,
    replaceTo,
    insert: written + space,
    label: `${of.field}:${of.value}`,
    hint,
    count,
  });
  // What stands there already needs no completing.
  const isNew = ({ insert }: Completion): boolean =>
    insert.trim() !== text.slice(replaceFrom, replaceTo);
  if (field !== null) return valuesOf(field, value, known, now, MOST).map(asValue).filter(isNew);
  const fields = FIELDS.filter((name) => name.startsWith(value.toLowerCase())).map((name) => ({
    replaceFrom,
    replaceTo,
    insert: `${name}:`,
    label: `${name}:`,
    hint: FIELD_HINTS[name],
  }));
  // One letter begins too much, but in a script without letters.
  const isWord = value.length > 1 || /[^\s\w]/.test(value);
  const values = (isWord ? FOR_WORDS : []).flatMap((of) =>
    valuesOf(of, value, known, now, MOST_FOR_WORDS),
  );
  return [...fields, ...values.map(asValue)].filter(isNew).slice(0, MOST);
}

interface Typed {
  replaceFrom: number;
  replaceTo: number;
  /** Null: a word that may become a field's name. */
  field: Field | null;
  value: string;
}

/** What is being typed at the caret; null where nothing can be completed. */
function typedAt(text: string, caret: number): Typed | null {
  const before = text.slice(0, caret);
  const token = readTokens(before).at(-1);
  if (token === undefined || token.to < caret || token.kind === '(') return nothingYet(text, caret);
  const whole = readTokens(text).find(({ from }) => from === token.from);
  // A quotation mark that is still open takes in all that follows, which is not what is being typed.
  const isOpen = whole === undefined || ('ending' in whole && whole.ending !== '');
  const replaceTo = isOpen ? caret : whole.to;
  if (token.kind === 'field') {
    const { from, field, text: value, quoted, ending } = token;
    return quoted && ending === '' ? null : { replaceFrom: from, replaceTo, field, value };
  }
  if (token.kind !== 'word') return null;
  // A dash at the end is a word as yet, and a "not" with the next letter.
  if (token.text === '-') return nothingYet(text, caret);
  return { replaceFrom: token.from, replaceTo, field: null, value: token.text };
}

/** A word may begin at the caret, where it would not run into another one. */
function nothingYet(text: string, caret: number): Typed | null {
  const isFree = /^(?:$|[\s)])/.test(text.slice(caret));
  return isFree ? { replaceFrom: caret, replaceTo: caret, field: null, value: '' } : null;
}
