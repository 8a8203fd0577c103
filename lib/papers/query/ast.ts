import type { Status } from '../annotation';

/** What a search asks for. Texts are as typed; comparing folds them (`fold`). `matches` says what each part means. */
export type Query =
  | { kind: 'all' }
  | { kind: 'and' | 'or'; parts: Query[] }
  | { kind: 'not'; part: Query }
  /**
   * A word: some word of title, authors, organization, abstract, keywords, tags, note or id begins with it.
   * What is one word to a typist but several to a reader ("chain-of-thought", "2504.12345") is a phrase.
   */
  | { kind: 'word'; text: string }
  /** Words in this order, next to each other, in one of those texts; the last may go on. */
  | { kind: 'phrase'; text: string }
  /** The tag itself or one nested below it ("ml" finds "ml/rl"); null: no tag at all. */
  | { kind: 'tag'; tag: string | null }
  /**
   * `unread`: neither read nor being read, so "to read" and no status. `updated`: a page has shown a newer version than
   * the one that was starred or read. `withdrawn`: a page says that the paper was.
   */
  | {
      kind: 'is';
      what: 'starred' | 'noted' | 'unread' | 'updated' | 'withdrawn' | 'dismissed' | Status;
    }
  /** Words, each of which begins some word of one author's name. */
  | { kind: 'author'; text: string }
  /** Words, each of which begins some word of the organization's name or slug. */
  | { kind: 'org'; text: string }
  /** Words, each of which begins some word of where it was published or accepted. */
  | { kind: 'venue'; text: string }
  /** A word, or words next to each other, in this text alone; the last may go on. */
  | { kind: TextField; text: string }
  /** Year of publication, both ends included; an open end is `YEARS.first` or `YEARS.last`. */
  | { kind: 'year'; from: number; to: number }
  /** Published within these days, both included, `YYYY-MM-DD`, null is open; all days that a month or a year may be. */
  | { kind: 'published'; from: string | null; to: string | null }
  /** Added to the library (in the history: first seen) from one time to before another; ISO 8601, null is open. */
  | { kind: 'added'; from: string | null; to: string | null }
  /** The site it was met on, by the beginning of its name ("hug", "arxiv"). */
  | { kind: 'site'; text: string };

/** Texts of a paper in which one can look by themselves. */
export type TextField = 'title' | 'abstract' | 'note';

/** The years that stand for "any earlier" and "any later". */
export const YEARS = { first: 0, last: 9999 } as const;

/** Several queries as one: nested ones of the same kind become one, and of none is left null. */
export function join(kind: 'and' | 'or', queries: readonly Query[]): Query | null {
  const parts = queries.flatMap((query) => (query.kind === kind ? query.parts : [query]));
  const [first, second] = parts;
  if (first === undefined) return null;
  return second === undefined ? first : { kind, parts };
}

/** The opposite of a query; twice is none. */
export function not(query: Query): Query {
  return query.kind === 'not' ? query.part : { kind: 'not', part: query };
}
