import { doiOf, namespaceName, type PaperId, paperLinks } from '../papers/ids';
import { type AuthorName, splitName } from '../papers/names';
import { hasUnnamedAuthors, type Paper, statedFamily } from '../papers/paper';
import { oneLine, plainLine } from './plainText';

/** A date of publication, as fine as it is known. */
export interface ReferenceDate {
  /** `2017-06-12`, `2017-06` or `2017`. */
  text: string;
  year: number;
  /** 1 to 12. */
  month: number | null;
  day: number | null;
}

/** A paper as lists of references describe it. What is unknown is null, never guessed. */
export interface Reference {
  /** In plain text. */
  title: string;
  authors: AuthorName[];
  /** Whether the paper has more authors than are known by name. */
  hasMoreAuthors: boolean;
  date: ReferenceDate | null;
  /** Bare arXiv id; null for a paper that is not arXiv's. */
  arxiv: string | null;
  /** Without an address; null where the paper's id says none. */
  doi: string | null;
  url: string;
  pdf: string | null;
  /** Null where the id does not say: a DOI may be anybody's. */
  publisher: string | null;
}

/** What a reference says about a paper. */
export function referenceOf(paper: Paper): Reference {
  const arxiv = bareArxivId(paper.id);
  const { page, abs, pdf } = paperLinks(paper.id);
  const authors = paper.authors.filter((name) => oneLine(name) !== ''); // blanks are nobody's name
  return {
    title: plainLine(paper.title),
    authors: authors.map((name) => splitName(oneLine(name), statedFamily(paper, name))),
    hasMoreAuthors: hasUnnamedAuthors(paper) && authors.length > 0,
    date: dateOf(paper.publishedAt),
    arxiv,
    doi: doiOf(paper.id),
    url: abs ?? page,
    pdf: pdf ?? null,
    publisher: publisherOf(paper.id),
  };
}

/** Directories list what others publish, and a DOI may be anybody's. */
function publisherOf(id: PaperId): string | null {
  return /^(?:doi|dblp|scholar):/.test(id) ? null : namespaceName(id);
}

/** `2401.12345`, or null for a paper without an arXiv id. */
export function bareArxivId(id: PaperId): string | null {
  return id.startsWith('arxiv:') ? id.slice('arxiv:'.length) : null;
}

function dateOf(text: string | undefined): ReferenceDate | null {
  if (text === undefined) return null;
  const [year = 0, month = null, day = null] = text.split('-').map(Number);
  return { text, year, month, day };
}
