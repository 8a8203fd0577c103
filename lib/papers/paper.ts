import { bareId, namespaceName, type PaperId } from './ids';

/** An organization as Hugging Face states it: `name` is the slug in its address, `fullname` what people read. */
export interface Organization {
  name: string;
  fullname?: string | undefined;
}

/** What states a fact: a site's own page, a bibliography such as BibTeX, or no more than the text of a link. */
export type Source = 'page' | 'bibliography' | 'link';

/** What a paper's facts are from, where that is not a page. */
export type Sources = Partial<Record<Fact, Source>>;

/** What is stated about a paper, each by itself. */
export type Fact = Exclude<keyof Paper, 'id' | 'sources' | 'moreAuthors' | 'familyNames'>;

/** Facts about a paper. What is not known is absent, never guessed. Checked by `paperSchema`. */
export interface Paper {
  id: PaperId;
  title: string;
  abstract?: string | undefined;
  /** Names in the paper's order; empty when only their number is known. */
  authors: string[];
  authorCount?: number | undefined;
  /** Whether there are more authors than those named, and nobody said how many ("and others"). */
  moreAuthors?: boolean | undefined;
  /**
   * Family names that a file stated, by the author's name, where `splitName` would find another. One that is all of the
   * name says that it has no parts, as an organization's.
   */
  familyNames?: Record<string, string> | undefined;
  organization?: Organization | undefined;
  /** When it was published, as finely as it is known: `2017-06-12`, `2017-06` or `2017` (`publication.ts`). */
  publishedAt?: string | undefined;
  upvotes?: number | undefined;
  comments?: number | undefined;
  githubRepo?: string | undefined;
  githubStars?: number | undefined;
  projectPage?: string | undefined;
  /** Where it was published or accepted, as a page says it: a journal's reference, a conference. */
  venue?: string | undefined;
  keywords?: string[] | undefined;
  /** The newest version that a page has shown or named. */
  version?: number | undefined;
  /** The version that the reader starred, began or read last; of a page's facts: the one that the page shows. */
  versionRead?: number | undefined;
  /** Whether its authors, or the site, have withdrawn it. */
  withdrawn?: boolean | undefined;
  /** Of those facts that no page has stated, where they are from (`sourceOf`). */
  sources?: Sources | undefined;
}

/** Longest values kept, in characters or items; what a page says beyond them is cut by its reader. */
export const PAPER_LIMITS = {
  title: 2_000,
  abstract: 20_000,
  authors: 10_000,
  name: 300,
  keywords: 100,
  version: 999,
  url: 2_000,
} as const;

/** The title of a paper of which only the id is known. Whatever combines papers takes any other title before it. */
export function placeholderTitle(id: PaperId): string {
  return `${namespaceName(id)} ${bareId(id)}`;
}

/** Whether a paper has no title but the placeholder. */
export function isUntitled({ id, title }: Paper): boolean {
  return title === placeholderTitle(id);
}

/** How many authors a paper has, as far as known. */
export function authorTotal(paper: Paper): number {
  return Math.max(paper.authorCount ?? 0, paper.authors.length);
}

/** Whether a paper has authors other than those named. */
export function hasUnnamedAuthors(paper: Paper): boolean {
  const { authors, moreAuthors = false } = paper;
  return authors.length > 0 && (moreAuthors || authorTotal(paper) > authors.length);
}

/** The family name that a file stated of an author; undefined where none had to. */
export function statedFamily({ familyNames }: Paper, author: string): string | undefined {
  // Not every name is safe to look up in an object: somebody may be called "constructor".
  return familyNames && Object.hasOwn(familyNames, author) ? familyNames[author] : undefined;
}
