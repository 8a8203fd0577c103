import { plainText } from '../../maths/spans';
import { updatedAt } from '../../papers/annotation';
import { type Bookmark, listedAt } from '../../papers/bookmark';
import { paperLinks } from '../../papers/ids';
import { authorTexts } from '../authors';
import { plain } from '../plainText';
import { referenceOf } from '../reference';
import type { Writer } from '../writer';

/** The first six are the ones that Raindrop imports, in its order. */
export const CSV_COLUMNS = [
  'url',
  'folder',
  'title',
  'note',
  'tags',
  'created',
  'id',
  'authors',
  'published',
  'starred',
  'status',
  'updated',
  'doi',
  'pdf',
  'code',
  'abstract',
] as const;
type Column = (typeof CSV_COLUMNS)[number];

/** A spreadsheet takes a cell that begins so for a formula; one that has the guard already gets another. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Begins a CSV file by RFC 4180, with the byte order mark that makes Excel read UTF-8. */
export function beginCsv(): Writer {
  return {
    head: () => `\ufeff${row(CSV_COLUMNS)}`,
    records: (batch) =>
      batch
        .map(cells)
        .map((values) => row(CSV_COLUMNS.map((column) => values[column])))
        .join(''),
    tail: () => '',
  };
}

function cells(bookmark: Bookmark): Record<Column, string> {
  const { paper, annotation } = bookmark;
  const { title, doi, pdf } = referenceOf(paper);
  return {
    url: paperLinks(paper.id).page,
    folder: '',
    title,
    note: plain(annotation.note),
    tags: annotation.tags.join(', '),
    created: listedAt(bookmark),
    id: paper.id,
    authors: authorTexts(paper).join('; '),
    published: paper.publishedAt ?? '',
    starred: String(annotation.starred),
    status: annotation.status ?? '',
    updated: updatedAt(annotation),
    doi: doi ?? '',
    pdf: pdf ?? '',
    code: paper.githubRepo ?? '',
    abstract: plainText(paper.abstract ?? ''),
  };
}

function row(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** A cell that would be a formula begins with an apostrophe, which spreadsheets take for "this is text". */
function cell(value: string): string {
  const text = plain(value);
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}
