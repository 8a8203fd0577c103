import { STATUSES, type Status } from '../../papers/annotation';
import { arxivId, isPaperId, type PaperId } from '../../papers/ids';
import { authorsIn, inReadingOrder } from '../authors';
import { dateIn, finest } from '../dates';
import type { Entry, Found } from '../entries';
import { isNoTag, saidByFolder } from '../folders';
import { type Line, linesOf } from '../lines';
import { textOfHtml } from '../markup';
import { remarksIn } from '../remarks';
import { foreignTagsIn, tagsIn } from '../tagLists';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';
import { type Column, columnOf, delimiterOf } from './columns';
import { TableCutter, type TableRow } from './cut';

/** The first cell of a kind that says something. */
type Cell = (column: Column) => string | undefined;

/** All of them: a table may have several columns of a kind. */
type Cells = (column: Column) => string[];

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

function cellsBy(columns: readonly (Column | null)[], cells: readonly string[]): Cells {
  return (column) =>
    cells
      .filter((_, index) => columns[index] === column)
      .map(unguarded)
      .filter((value) => value.trim() !== '');
}

/** Without the quote that keeps a spreadsheet from taking a text for a formula. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');
}

const YES = /^(?:true|yes|y|1|x|★)$/i;

function entryOf(all: Cells): Entry {
  const cell: Cell = (column) => all(column)[0];
  const folder = cell('folder') ?? '';
  const made = saidByFolder(folder);
  const isOurs = isPaperId(cell('id')?.trim());
  const tags = all('tags').flatMap(isOurs ? tagsIn : foreignTagsIn);
  return {
    id: idOf(all),
    address: cell('address') ?? cell('doi'),
    title: cell('title'),
    authors: namesIn(cell('authors')),
    abstract: cell('abstract'),
    publishedAt: finest(...all('publishedAt').map(dateIn)),
    githubRepo: cell('githubRepo'),
    starred: YES.test(cell('starred')?.trim() ?? '') || made.starred,
    starredAt: timeOf(cell('starredAt')),
    status: statusIn(cell) ?? made.status,
    statusAt: timeOf(cell('statusAt')),
    tags: isNoTag(folder) ? tags : [...tags, folder],
    tagsAt: timeOf(cell('tagsAt')),
    note: remarksIn(isOurs ? all('note') : [...all('note').map(foreignNote), ...all('highlights')]),
    noteAt: timeOf(cell('noteAt')),
    createdAt: timeOf(cell('createdAt')),
  };
}

/** Zotero parts several notes in HTML by semicolons. */
function foreignNote(note: string): string {
  return note
    .split(/(?<=>); (?=<)/)
    .map(textOfHtml)
    .join('\n\n');
}

/** As we say it, or as Pocket does: "unread" or "archive". */
function statusIn(cell: Cell): Status | null {
  const said = cell('status')?.trim().toLowerCase().replace(/\s+/g, '-');
  const status = STATUSES.find((one) => one === said);
  if (status !== undefined) return status;
  if (said === 'archive' || YES.test(cell('read')?.trim() ?? '')) return 'read';
  return said === 'unread' || YES.test(cell('unread')?.trim() ?? '') ? 'to-read' : null;
}

function idOf(all: Cells): PaperId | null {
  const own = all('id').map((id) => id.trim());
  const named = paperIn([...all('address'), ...all('doi'), ...own, ...all('extra')]);
  // A column of that name may as well count rows: only what is an arXiv id is taken for one.
  return own.find(isPaperId) ?? named ?? own.map(arxivId).find((id) => id !== null) ?? null;
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
