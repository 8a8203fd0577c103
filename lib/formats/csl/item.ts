import { plainText } from '../../maths/spans';
import { type Bookmark, listedAt } from '../../papers/bookmark';
import type { AuthorName } from '../../papers/names';
import type { Paper } from '../../papers/paper';
import { plain } from '../plainText';
import { referenceOf } from '../reference';

/** A name as CSL-JSON has it. */
export type CslName = { family: string; given: string; suffix?: string } | { literal: string };

/** What a citation processor needs of a paper, by https://docs.citationstyles.org; more is not in the schema. */
export interface CslItem {
  id: string;
  type: 'article';
  title: string;
  author?: CslName[];
  issued?: { 'date-parts': [number[]] };
  abstract?: string;
  DOI?: string;
  URL: string;
  number?: string;
  publisher?: string;
  keyword?: string;
  note?: string;
  custom?: Record<string, unknown>;
}

/** The facts of a paper as a CSL item. */
export function cslItem(paper: Paper): CslItem {
  const { title, authors, date, arxiv, doi, url, publisher } = referenceOf(paper);
  return {
    id: arxiv === null ? paper.id : `arXiv:${arxiv}`,
    type: 'article',
    title,
    ...(authors.length > 0 && { author: authors.map(cslName) }),
    ...(date && { issued: { 'date-parts': [date.text.split('-').map(Number)] } }),
    ...(paper.abstract && { abstract: plain(plainText(paper.abstract)) }),
    ...(doi && { DOI: doi }),
    URL: url,
    ...(arxiv && { number: `arXiv:${arxiv}` }),
    ...(publisher && { publisher }), // not `archive` as well: APA prints both
  };
}

/** A bookmark as a CSL item: tags, note, and what CSL has no field for in `custom`. */
export function cslRecord(bookmark: Bookmark): CslItem {
  const { paper, annotation } = bookmark;
  const { starred, status, tags, note } = annotation;
  return {
    ...cslItem(paper),
    ...(tags.length > 0 && { keyword: tags.join(', ') }),
    ...(note !== '' && { note: plain(note) }),
    custom: {
      starred,
      ...(status && { status }),
      ...(paper.moreAuthors && { moreAuthors: true }),
      addedAt: listedAt(bookmark),
    },
  };
}

function cslName(name: AuthorName): CslName {
  if (name.kind === 'literal') return { literal: name.name };
  const { family, given, suffix } = name;
  return suffix === '' ? { family, given } : { family, given, suffix };
}
