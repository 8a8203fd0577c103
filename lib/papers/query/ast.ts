import type { Status } from '../annotation';

/** What a search asks for. Texts are as typed; comparing folds them (`fold`). */
export type Query =
  | { kind: 'all' }
  | { kind: 'and' | 'or'; parts: Query[] }
  | { kind: 'not'; part: Query }
  /** A word: some word of title, authors, organization, abstract, keywords, tags or note begins with it. */
  | { kind: 'word'; text: string }
  /** Words in this order, next to each other, in one of those texts; the last may go on. */
  | { kind: 'phrase'; text: string }
  /** The tag itself or one nested below it ("ml" finds "ml/rl"); null: no tag at all. */
  | { kind: 'tag'; tag: string | null }
  | { kind: 'is'; what: 'starred' | 'noted' | 'unread' | Status }
  /** Words, each of which begins some word of one author's name. */
  | { kind: 'author'; text: string }
  /** Words, each of which begins some word of the organization's name or slug. */
  | { kind: 'org'; text: string }
  /** Year of publication, both ends included. */
  | { kind: 'year'; from: number; to: number }
  /** Added to the library (in the history: first seen) from one time to before another; ISO 8601, null is open. */
  | { kind: 'added'; from: string | null; to: string | null }
  /** The site it was met on, by the beginning of its name ("hug", "arxiv"). */
  | { kind: 'site'; text: string };
