import type { Annotation } from '../../papers/annotation';
import { bareId, paperLinks } from '../../papers/ids';
import type { AuthorName } from '../../papers/names';
import type { Paper } from '../../papers/paper';
import { oneLine, plain } from '../plainText';
import { type Reference, referenceOf } from '../reference';
import { citationKey } from './key';
import { escapeLatex, latexOf } from './latex';

/** BibTeX for the classic styles, BibLaTeX for its own: they differ in the type and in how a day is said. */
export type Dialect = 'bibtex' | 'biblatex';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What the reader adds to a reference. */
type FromReader = Pick<Annotation, 'tags' | 'note'>;

/** One paper as an entry; `unique` makes its key one that no other entry has. */
export function bibEntry(
  paper: Paper,
  dialect: Dialect,
  unique: (key: string) => string = (key) => key,
  { tags, note }: FromReader = { tags: [], note: '' },
): string {
  const reference = referenceOf(paper);
  const { arxiv, doi, url, publisher } = reference;
  const [namespace = ''] = paper.id.split(':');
  const isElsewhere = paperLinks(paper.id).home !== undefined;
  const fields: [string, string | null][] = [
    // Braces within keep the capitals: which of them a style may take away is not known.
    ['title', `{${latexOf(oneLine(paper.title))}}`],
    ['author', authorField(reference)],
    ...dateFields(reference, dialect),
    // What is on neither arXiv nor Hugging Face is known again by its id: not every address names a paper.
    // Both pairs: archivePrefix is arXiv's own, eprinttype is what BibLaTeX and Zotero read.
    ['eprint', arxiv ?? (isElsewhere ? escapeLatex(bareId(paper.id)) : null)],
    ['archivePrefix', arxiv && 'arXiv'],
    ['eprinttype', arxiv ? 'arxiv' : isElsewhere ? namespace : null],
    ['publisher', arxiv ? null : publisher],
    ['doi', doi],
    ['url', urlField(url)],
    ['abstract', latexOf(oneLine(paper.abstract ?? ''))],
    ['keywords', escapeLatex(tags.map(oneLine).join(', '))],
    ['annote', escapeLatex(plain(note).trim())],
  ];
  const lines = fields.flatMap(([name, value]) => {
    if (!value) return [];
    // A month's name is BibTeX's own word for it, which each style writes in its way.
    return [`  ${name} = ${name === 'month' ? value : `{${value}}`},\n`];
  });
  const type = dialect === 'biblatex' ? 'online' : 'misc';
  return `@${type}{${unique(citationKey(reference))},\n${lines.join('')}}\n`;
}

function authorField({ authors, hasMoreAuthors }: Reference): string {
  return [...authors.map(bibName), ...(hasMoreAuthors ? ['others'] : [])].join(' and ');
}

/** Braces around a whole name, or a part with a comma or "and", keep programs from splitting it. */
function bibName(name: AuthorName): string {
  if (name.kind === 'literal') return `{${escapeLatex(name.name)}}`;
  const { family, given, suffix } = name;
  const parts = [family, suffix, given].filter((part) => part !== '');
  return parts
    .map((part) => (isSplit(part, part === family) ? `{${escapeLatex(part)}}` : escapeLatex(part)))
    .join(', ');
}

/** In a family name, a small word would be taken for a particle, and what is before it as well. */
function isSplit(part: string, isFamily: boolean): boolean {
  return /,|\band\b/i.test(part) || (isFamily && /\p{Lu}\S* \p{Ll}/u.test(part));
}

function dateFields({ date }: Reference, dialect: Dialect): [string, string | null][] {
  if (date === null) return [];
  const { text, year, month, day } = date;
  if (dialect === 'biblatex') return [['date', text]];
  return [
    ['year', String(year)],
    ['month', MONTHS[(month ?? 0) - 1] ?? null],
    ['day', day === null ? null : String(day)],
  ];
}

/** An address is printed as it is; only what would end the field or begin a comment is encoded. */
function urlField(url: string): string {
  return url.replace(/[{}\\%]/g, (found) => (found === '%' ? '\\%' : encodeURIComponent(found)));
}
