import { plainText } from '../maths/spans';
import type { Annotation } from '../papers/annotation';
import { listedAt } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { Entry } from '../papers/query/matches';

/** When and where a paper was met: what a search needs of its row of the history. */
export interface Meeting {
  firstSeenAt: string;
  lastSeenAt: string;
  /** Names of the sites. */
  sites: readonly string[];
}

/** What a search looks through: a paper of the library, of the history, or of both. */
export interface SearchDocument {
  id: PaperId;
  paper: Paper;
  /** Null: no bookmark. */
  annotation: Annotation | null;
  /** Null: not (any more) in the history. */
  seen: Meeting | null;
  /** It is not for the reader. */
  dismissed?: true | undefined;
}

/** Where a search looks: the library, or everything a listing has shown, starred or not. */
export type Scope = 'bookmarks' | 'history';

/** Whether a scope has a document. */
export function isIn(scope: Scope, { annotation, seen, dismissed }: SearchDocument): boolean {
  return scope === 'bookmarks' ? annotation !== null : seen !== null || dismissed === true;
}

/** A document as the query language looks at it (`matches`). */
export function entryOf(document: SearchDocument, scope: Scope): Entry {
  const { paper, annotation, seen, dismissed } = document;
  const listed = annotation === null ? '' : listedAt({ annotation });
  return {
    ...textsIn({ paper, annotation }),
    addedAt: scope === 'bookmarks' ? listed : (seen?.firstSeenAt ?? ''),
    seenOn: seen?.sites,
    dismissed,
  };
}

/** Characters of a note that are searched: a hundred pages. What is behind them is kept, and no search finds it. */
const SEARCHED = 200_000;

/** What a search reads: titles, abstracts and notes without their TeX. */
export function textsIn({ paper, annotation }: Pick<SearchDocument, 'paper' | 'annotation'>) {
  const { title, abstract } = paper;
  const said = annotation && { ...annotation, note: plainText(annotation.note.slice(0, SEARCHED)) };
  return {
    paper: {
      ...paper,
      title: plainText(title),
      ...(abstract === undefined ? {} : { abstract: plainText(abstract) }),
    },
    annotation: said ?? undefined,
  };
}
