import type { Status } from '../../papers/annotation';
import { arxivId, isPaperId, type PaperId } from '../../papers/ids';
import { dateIn, finest } from '../dates';
import type { Entry } from '../entries';
import { isNoTag, saidByFolder } from '../folders';
import { textOfEntities, textOfHtml } from '../markup';
import { namesBySemicolon, namesIn } from '../nameLists';
import { readerNotesIn } from '../readerNotes';
import { statusOf } from '../statuses';
import { foreignTagsIn, tagsIn } from '../tagLists';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';
import type { Column } from './columns';

/** What the first row says about those that follow. */
export interface Headings {
  columns: readonly (Column | null)[];
  /** Whether lists in cells are parted by semicolons alone. */
  isZotero: boolean;
}

/** The first cell of a kind that says something. */
type Cell = (column: Column) => string | undefined;

/** All of them: a table may have several columns of a kind. */
type Cells = (column: Column) => string[];

const YES = /^(?:true|yes|y|1|x|★|✓|✔|✅|☑|是)$/i;

/** What a row says. */
export function entryOf({ columns, isZotero }: Headings, row: readonly string[]): Entry {
  const all = cellsBy(columns, row);
  const cell: Cell = (column) => all(column)[0];
  // Instapaper's name for what Pocket calls so.
  const folder = (cell('folder') ?? '').replace(/^archive$/i, 'Read Archive');
  const made = saidByFolder(folder);
  const isOurs = isPaperId(cell('id')?.trim());
  const readAt = timeOf(cell('readAt'));
  const status = statusIn(cell) ?? (readAt === null ? made.status : 'read');
  return {
    id: idOf(all),
    address: cell('address') ?? cell('doi'),
    title: isOurs ? cell('title') : textOfEntities(cell('title') ?? ''),
    authors:
      isOurs || isZotero
        ? namesBySemicolon(all('authors').join(';'))
        : namesIn(all('authors').join(', ')),
    abstract: cell('abstract'),
    publishedAt: finest(...all('publishedAt').map(dateIn)),
    githubRepo: cell('githubRepo'),
    starred: YES.test(cell('starred')?.trim() ?? '') || made.starred,
    starredAt: timeOf(cell('starredAt')),
    status,
    statusAt: timeOf(cell('statusAt')) ?? (status === 'read' ? readAt : null),
    tags: [...tagsOf(all, { isOurs, isZotero }), ...(isNoTag(folder) ? [] : [folder])],
    tagsAt: timeOf(cell('tagsAt')),
    note: readerNotesIn(
      isOurs ? all('note') : [...all('note').map(foreignNote), ...all('highlights')],
    ),
    noteAt: timeOf(cell('noteAt')),
    createdAt: timeOf(cell('createdAt')),
  };
}

function cellsBy(columns: readonly (Column | null)[], cells: readonly string[]): Cells {
  return (column) =>
    cells
      .flatMap((cell, index) => {
        const link = columns[index] === 'title' ? linkIn(cell) : null;
        if (link !== null && (column === 'title' || column === 'address')) return link[column];
        return columns[index] === column ? unguarded(cell) : [];
      })
      .filter((value) => value.trim() !== '');
}

/** Without the quote that keeps a spreadsheet from taking a text for a formula. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');
}

const COMPUTED = /^\s*=hyperlink\("([^"]*)"[,;]\s*"(.*)"\)\s*$/i;
const MARKDOWN = /^\s*\[(?<title>.*)\]\(<?(?<address>https?:[^\s()]*?)>?\)\s*$/i;

/** A title that is a link, as a spreadsheet computes it or in Markdown. */
function linkIn(cell: string): { title: string; address: string } | null {
  const [, address, title] = COMPUTED.exec(cell) ?? [];
  if (address !== undefined && title !== undefined) return { title, address };
  const { title: shown, address: target } = MARKDOWN.exec(cell)?.groups ?? {};
  return shown === undefined || target === undefined ? null : { title: shown, address: target };
}

/** Programs that keep shelves have the status among them. */
function tagsOf(
  all: Cells,
  { isOurs, isZotero }: { isOurs: boolean; isZotero: boolean },
): string[] {
  const [status] = all('status');
  const parted = isOurs ? tagsIn : isZotero ? (text: string) => text.split(';') : foreignTagsIn;
  return all('tags')
    .flatMap((text) => parted(text))
    .filter((tag) => tag.trim() !== status?.trim());
}

/** Zotero parts several notes in HTML by semicolons. */
function foreignNote(note: string): string {
  return note
    .split(/(?<=>); (?=<)/)
    .map(textOfHtml)
    .join('\n\n');
}

function statusIn(cell: Cell): Status | null {
  const said = statusOf(cell('status'));
  if (said !== null) return said;
  if (YES.test(cell('read')?.trim() ?? '')) return 'read';
  return YES.test(cell('unread')?.trim() ?? '') ? 'to-read' : null;
}

function idOf(all: Cells): PaperId | null {
  const own = all('id').map((id) => id.trim());
  const named = paperIn([
    ...all('address'),
    ...all('doi'),
    ...own,
    ...all('extra'),
    ...all('venue'),
  ]);
  // A column of that name may as well count rows: only what is an arXiv id is taken for one.
  const id = own.find(isPaperId) ?? named ?? own.map(arxivId).find((id) => id !== null);
  return id ?? null;
}
