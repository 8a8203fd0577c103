import { type Fact, isUntitled, type Paper, type Source, type Sources } from './paper';

/** Where a fact may be stated, the least reliable first. */
export const SOURCES: readonly Source[] = ['link', 'bibliography', 'page'];

// A record, so that a new fact cannot be forgotten.
const IS_FACT: Record<Fact, true> = {
  title: true,
  authors: true,
  authorCount: true,
  abstract: true,
  organization: true,
  publishedAt: true,
  upvotes: true,
  comments: true,
  githubRepo: true,
  githubStars: true,
  projectPage: true,
  venue: true,
  keywords: true,
  version: true,
  versionRead: true,
  withdrawn: true,
};

/** Every fact that a paper may have. */
export const FACTS = Object.keys(IS_FACT) as readonly Fact[]; // the keys of the record above

/** Where one of a paper's facts was stated; null where the paper does not have it. A placeholder is not a title. */
export function sourceOf(paper: Paper, fact: Fact): Source | null {
  const value = paper[fact];
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  if (fact === 'title' && isUntitled(paper)) return null;
  return paper.sources?.[fact] ?? 'page';
}

/** How much a fact of a paper counts: more for a better source, least where it is not there. */
export function rankOf(paper: Paper, fact: Fact): number {
  const source = sourceOf(paper, fact);
  return source === null ? -1 : SOURCES.indexOf(source);
}

/** A paper all of whose facts are from one source. */
export function statedBy(source: Source, paper: Paper): Paper {
  return withSources(paper, () => source);
}

/** A paper with a source for those of its facts that it has, and for no others. */
export function withOwnSources(paper: Paper): Paper {
  return paper.sources === undefined ? paper : withSources(paper, (fact) => sourceOf(paper, fact));
}

/** A paper whose facts are from where `sourceOf` says. What a page states is not noted: it is the rule. */
export function withSources(
  { sources: _, ...paper }: Paper,
  sourceOfFact: (fact: Fact) => Source | null,
): Paper {
  const sources: Sources = {};
  let hasAny = false;
  for (const fact of FACTS) {
    const source = sourceOf(paper, fact) && sourceOfFact(fact);
    if (source === null || source === 'page') continue;
    sources[fact] = source;
    hasAny = true;
  }
  return hasAny ? { ...paper, sources } : paper;
}
