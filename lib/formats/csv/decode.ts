import { STATUSES, type Status } from '../../papers/annotation';
import { arxivId, isPaperId, type PaperId } from '../../papers/ids';
import { authorsIn, inReadingOrder } from '../authors';
import type { Entry, Found } from '../entries';
import { isNoTag, saidByFolder } from '../folders';
import { type Line, linesOf } from '../lines';
import { textOfHtml } from '../markup';
import { remarksIn } from '../remarks';
import { foreignTagsIn, tagsIn } from '../tagLists';
import { paperIn } from '../text/mentions';
import { dayIn, timeOf } from '../times';
import { type Column, columnOf, delimiterOf } from './columns';
import { TableCutter, type TableRow } from './cut';

type Cell = (column: Column) => string | undefined;

/** Reads a table whose first line names its columns, in any order: our own, Raindrop's, Zotero's and the like. */
export async function* findInTable(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  let cutter: TableCutter | null = null;
  let columns: readonly (Column | null)[] | null = null;
  const read = function* (rows: Iterable<TableRow>): Generator<Found> {
    for (const { line, cells } of rows) {
      if (cells === null) yield { kind: 'unreadable', line, reason: { code: 'notEntry' } };
      else if (columns === null) columns = cells.map(columnOf);
      else yield { kind: 'entry', line, entry: entryOf(cellsBy(columns, cells)) };
    }
  };
  for await (const lines of linesOf(chunks)) {
    cutter ??= cutterFor(lines);
    if (cutter !== null) yield* read(cutter.push(lines));
  }
  if (cutter !== null) yield* read(cutter.end());
}

function cutterFor(lines: readonly Line[]): TableCutter | null {
  const [first] = lines;
  return first === undefined ? null : new TableCutter(delimiterOf(first.text) ?? ',');
}

function cellsBy(columns: readonly (Column | null)[], cells: readonly string[]): Cell {
  return (column) => {
    const values = cells.filter((_, index) => columns[index] === column);
    return values.map(unguarded).find((value) => value.trim() !== '');
  };
}

/** Without the quote that keeps a spreadsheet from taking a text for a formula. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');
}

const YES = /^(?:true|yes|y|1|x|★)$/i;

function entryOf(cell: Cell): Entry {
  const folder = cell('folder') ?? '';
  const made = saidByFolder(folder);
  const isOurs = isPaperId(cell('id')?.trim());
  const tags = isOurs ? tagsIn(cell('tags')) : foreignTagsIn(cell('tags'));
  const note = isOurs
    ? cell('note')
    : cell('note')
        ?.split(/(?<=>); (?=<)/)
        .map(textOfHtml)
        .join('\n\n');
  return {
    id: idOf(cell),
    address: cell('address') ?? cell('doi'),
    title: cell('title'),
    authors: namesIn(cell('authors')),
    abstract: cell('abstract'),
    publishedAt: dayIn(cell('publishedAt')),
    githubRepo: cell('githubRepo'),
    starred: YES.test(cell('starred')?.trim() ?? '') || made.starred,
    starredAt: timeOf(cell('starredAt')),
    status: statusIn(cell) ?? made.status,
    statusAt: timeOf(cell('statusAt')),
    tags: isNoTag(folder) ? tags : [...tags, folder],
    tagsAt: timeOf(cell('tagsAt')),
    note: remarksIn([note]),
    noteAt: timeOf(cell('noteAt')),
    createdAt: timeOf(cell('createdAt')),
  };
}

/** As we say it, or as Pocket does: "unread" or "archive". */
function statusIn(cell: Cell): Status | null {
  const said = cell('status')?.trim().toLowerCase();
  if (said === 'archive') return 'read';
  if (said === 'unread' || YES.test(cell('unread')?.trim() ?? '')) return 'to-read';
  return STATUSES.find((one) => one === said) ?? null;
}

function idOf(cell: Cell): PaperId | null {
  const own = cell('id')?.trim();
  if (own !== undefined && isPaperId(own)) return own;
  const named = paperIn([cell('address'), cell('doi'), own, cell('extra')]);
  // A column of that name may as well count rows: only what is an arXiv id is taken for one.
  return named ?? arxivId(own ?? '');
}

/** Names parted by semicolons, by "and", or by commas where each has a space within. */
function namesIn(text: string | undefined): string[] {
  if (text === undefined) return [];
  // What has semicolons needs no "and": it is part of a name.
  if (text.includes(';')) return text.split(';').map(inReadingOrder).filter(Boolean);
  const byComma = text.split(',').map((name) => name.trim());
  return byComma.length > 1 && byComma.every((name) => name.includes(' '))
    ? byComma
    : authorsIn(text);
}
