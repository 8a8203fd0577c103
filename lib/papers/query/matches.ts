import type { Annotation } from '../annotation';
import { fold } from '../caseFolding';
import { bareId } from '../ids';
import type { Paper } from '../paper';
import { daysOf } from '../publication';
import { isUpdated } from '../versions';
import type { Query, TextField } from './ast';
import { type TextWords, textWords, typedForms, withCompoundWords } from './compounds';
import { findPhrase } from './phrase';
import { finds, words } from './words';

/** What a search looks at: a paper of the library or of the history. */
export interface Entry {
  paper: Paper;
  annotation?: Annotation | undefined;
  /** When it came to the library; in the history, when it was first seen. ISO 8601. */
  addedAt: string;
  /** The names of the sites it was met on. */
  seenOn?: readonly string[] | undefined;
  /** Whether it is not for the reader. */
  dismissed?: boolean | undefined;
}

/** The texts in which words and phrases are looked for, each for itself: a phrase never spans two of them. */
export function textsOf({ paper, annotation }: Entry): string[] {
  const { id, title, authors, abstract = '', organization, keywords = [] } = paper;
  return [
    title,
    bareId(id),
    ...authors,
    organization?.fullname ?? '',
    organization?.name ?? '',
    abstract,
    ...keywords,
    ...(annotation?.tags ?? []),
    annotation?.note ?? '',
  ];
}

/**
 * Whether an entry is what a query asks for. This is the meaning of the language; an index must answer the same.
 * - Words and phrases: `textsOf`, `textWords`, `typedForms` and `findPhrase`. A text without words asks for nothing and fits all.
 * - Words next to each other: `withCompoundWords`.
 * - Facts that are not known (no date, no organization, no site) fit no query for them, and so every negation of one.
 */
export function matches(query: Query, entry: Entry): boolean {
  return entryTest(query)(entry);
}

/** The same for many entries: what the query says is folded once. */
export function entryTest(query: Query): (entry: Entry) => boolean {
  const test = testOf(query);
  return (entry) => test({ ...entry, texts: once(() => textsOf(entry).map(textWords)) });
}

interface Read extends Entry {
  /** The words of `textsOf`. */
  texts: () => TextWords[];
}

function testOf(query: Query): (entry: Read) => boolean {
  switch (query.kind) {
    case 'all':
      return () => true;
    case 'and': {
      const tests = withCompoundWords(query.parts).map(testOf);
      return (entry) => tests.every((test) => test(entry));
    }
    case 'or': {
      const tests = query.parts.map(testOf);
      return (entry) => tests.some((test) => test(entry));
    }
    case 'not': {
      const test = testOf(query.part);
      return (entry) => !test(entry);
    }
    case 'word':
    case 'phrase':
    case 'author':
    case 'org':
    case 'venue':
    case 'site':
    case 'title':
    case 'abstract':
    case 'note': {
      const tests = typedForms(query.text).map((typed) => textTest(query.kind, typed));
      return tests.length === 0 ? () => true : (entry) => tests.some((test) => test(entry));
    }
    case 'tag':
      return tagTest(query.tag);
    case 'is':
      return stateTest(query.what);
    case 'year': {
      const { from, to } = query;
      return ({ paper }) => {
        const year = Number(paper.publishedAt?.slice(0, 4));
        return from <= year && year <= to;
      };
    }
    case 'published': {
      const { from, to } = query;
      return ({ paper: { publishedAt } }) => {
        if (publishedAt === undefined) return false;
        const [first, last] = daysOf(publishedAt);
        return (from === null || from <= first) && (to === null || last <= to);
      };
    }
    case 'added': {
      const from = query.from === null ? Number.NEGATIVE_INFINITY : Date.parse(query.from);
      const to = query.to === null ? Number.POSITIVE_INFINITY : Date.parse(query.to);
      return ({ addedAt }) => from <= Date.parse(addedAt) && Date.parse(addedAt) < to;
    }
  }
}

function textTest(
  kind: 'word' | 'phrase' | 'author' | 'org' | 'venue' | 'site' | TextField,
  typed: readonly string[],
): (entry: Read) => boolean {
  const isIn = (text: string): boolean => findPhrase(typed, textWords(text)) !== null;
  switch (kind) {
    case 'author':
      return ({ paper }) => paper.authors.some((name) => allFound(typed, name));
    case 'org':
      return ({ paper: { organization: org } }) =>
        org !== undefined && allFound(typed, `${org.fullname ?? ''} ${org.name}`);
    case 'venue':
      return ({ paper: { venue } }) => venue !== undefined && allFound(typed, venue);
    case 'site': {
      const start = typed.join('');
      return ({ seenOn = [] }) => seenOn.some((name) => words(name).join('').startsWith(start));
    }
    case 'title':
      return ({ paper }) => isIn(paper.title);
    case 'abstract':
      return ({ paper }) => isIn(paper.abstract ?? '');
    case 'note':
      return ({ annotation }) => isIn(annotation?.note ?? '');
    default:
      return ({ texts }) => texts().some((text) => findPhrase(typed, text) !== null);
  }
}

function allFound(typed: readonly string[], name: string): boolean {
  const { words, begun } = textWords(name);
  const all = [...words, ...[...begun.values()].flat().map(({ word }) => word)];
  return typed.every((one) => all.some((word) => finds(one, word)));
}

function tagTest(tag: string | null): (entry: Read) => boolean {
  if (tag === null) return ({ annotation }) => (annotation?.tags.length ?? 0) === 0;
  const wanted = fold(tag);
  return ({ annotation }) =>
    annotation?.tags.some((one) => `${fold(one)}/`.startsWith(`${wanted}/`)) ?? false;
}

function stateTest(what: (Query & { kind: 'is' })['what']): (entry: Read) => boolean {
  switch (what) {
    case 'starred':
      return ({ annotation }) => annotation?.starred ?? false;
    case 'dismissed':
      return ({ dismissed }) => dismissed === true;
    case 'noted':
      return ({ annotation }) => (annotation?.note.trim() ?? '') !== '';
    case 'updated':
      return ({ paper }) => isUpdated(paper);
    case 'withdrawn':
      return ({ paper }) => paper.withdrawn ?? false;
    case 'unread':
      return ({ annotation }) => annotation?.status !== 'read' && annotation?.status !== 'reading';
    default:
      return ({ annotation }) => annotation?.status === what;
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
