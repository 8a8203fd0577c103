import type { Status } from '../../papers/annotation';
import { arxivId, type PaperId } from '../../papers/ids';
import { dateIn, dateOf, finest } from '../dates';
import type { Entry } from '../entries';
import { isNoTag, saidByFolder } from '../folders';
import { type Fields, fieldsOf, listIn, textIn } from '../json/fields';
import { textOfEntities } from '../markup';
import { readerNotesIn } from '../readerNotes';
import { statusOf } from '../statuses';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';
import { linkTitle } from '../titles';
import { authorsIn, noteIn, tagsIn } from './entryFields';

// What services and programs call the fields of a link or a paper.
const ADDRESS =
  'url href link uri given_url resolved_url source_url sourceUrl original_url originalUrl paper_url paperUrl arxiv_url pdf_url pdfUrl pdf abs entry_id'.split(
    ' ',
  );
const ID = [
  'arxiv_id',
  'arxivId',
  'arxivID',
  'arxivid',
  'arxiv',
  'eprint',
  'paper_id',
  'paperId',
  'id',
];
const TITLE = ['title', 'name', 'given_title', 'resolved_title', 'paper_title', 'documentTitle'];
const CREATED =
  'createdAt created savedAt addedAt addDate time date_added dateAdded created_at saved_at added_at time_added timestamp'.split(
    ' ',
  );
const STARRED =
  'favorite favourite favourited favorited important starred is_starred isStarred isFavorite is_favorite'.split(
    ' ',
  );
const READ = ['archived', 'is_archived', 'isArchived', 'read', 'is_read', 'isRead'];
const UNREAD = ['toread', 'unread', 'readlater', 'is_unread'];
const STATUS = ['status', 'state', 'location', 'readingStatus', 'reading_status'];
const PUBLISHED =
  'published publishedAt published_date publication_date publicationDate issued year'.split(' ');

/** A link or a paper with what a service keeps of it, as an entry; null if the object is none. */
export function entryOfLink(fields: Fields): Entry | null {
  // Karakeep has the address a level below; what it keeps without one is still listed.
  const content = fieldsOf(fields.get('content'));
  // A text that somebody kept may name a paper.
  const kept = content && textIn(content, 'type') === 'text' ? textIn(content, 'text') : undefined;
  const addresses = [
    ...ADDRESS.flatMap((name) => [textIn(fields, name), ...listIn(fields, name)]),
    content ? textIn(content, 'url') : undefined,
  ].filter((address) => address !== undefined);
  const id = idOfLink(fields, addresses) ?? paperIn([kept]);
  if (id === null && addresses.length === 0 && !content?.has('type')) return null;
  const isPinboard = fields.has('href');
  const written =
    textIn(fields, ...(isPinboard ? ['description'] : TITLE)) ??
    titleInList(fields.get('title')) ??
    titleInList(fieldsOf(fields.get('document'))?.get('title'));
  const title = written && textOfEntities(written);
  const folder = folderOf(fields);
  const made = saidByFolder(folder);
  return {
    id,
    address: addresses[0],
    title: id === null ? title : linkTitle(title),
    authors: authorsIn(fields),
    abstract: textIn(fields, 'abstract'),
    publishedAt: finest(
      ...PUBLISHED.map((name) => dateInParts(fields.get(name)) ?? dateIn(fields.get(name))),
    ),
    tags: [...tagsIn(fields), ...(isNoTag(folder) ? [] : [folder])],
    note: readerNotesIn([noteIn(fields), kept]),
    starred: STARRED.some((name) => isTrue(fields.get(name))) || made.starred,
    status: statusIn(fields) ?? made.status,
    createdAt: timeOf(CREATED.map((name) => fields.get(name)).find((value) => value)),
    githubRepo: addressIn(fields, 'codeLink', 'code_url', 'githubRepo', 'github'),
  };
}

/** The paper that an address or an id alone names. */
export function idOfAddress(text: string): PaperId | null {
  return paperIn([text]) ?? arxivId(text);
}

function idOfLink(fields: Fields, addresses: readonly string[]): PaperId | null {
  const named = paperIn(addresses);
  if (named !== null) return named;
  // A number has lost the noughts at its end.
  const ids = [
    ...ID.map((name) => fields.get(name)),
    fieldsOf(fields.get('externalIds'))?.get('ArXiv'),
  ];
  for (const id of ids) {
    const found = typeof id === 'string' ? idOfAddress(id) : null;
    if (found !== null) return found;
  }
  return (
    addresses.map(arxivId).find((id) => id !== null) ??
    paperIn(['doi', 'DOI'].map((name) => fields.get(name)))
  );
}

function statusIn(fields: Fields): Status | null {
  const said = STATUS.map((name) => statusOf(textIn(fields, name))).find((status) => status);
  if (said) return said;
  // Pocket's programs' interface says so by a number.
  const isArchived = fields.has('item_id') && textIn(fields, 'status') === '1';
  if (isArchived || READ.some((name) => isTrue(fields.get(name)))) return 'read';
  return UNREAD.some((name) => isTrue(fields.get(name))) ? 'to-read' : null;
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'yes' || value === 'true';
}

function folderOf(fields: Fields): string {
  const collection = fieldsOf(fields.get('collection'));
  return (
    textIn(fields, 'folder', 'collection') ??
    (collection && textIn(collection, 'name', 'title')) ??
    ''
  );
}

function addressIn(fields: Fields, ...names: string[]): string | undefined {
  const address = textIn(fields, ...names);
  return address !== undefined && /^https?:\/\/\S+$/.test(address) ? address : undefined;
}

/** The first of several titles, which Crossref and Hypothesis have in a list. */
function titleInList(titles: unknown): string | undefined {
  const [first]: unknown[] = Array.isArray(titles) ? titles : [titles];
  return typeof first === 'string' ? first : undefined;
}

/** A date in parts, as Paperpile ("year", "month") and CSL have it. */
function dateInParts(value: unknown): string | undefined {
  const fields = fieldsOf(value);
  if (fields === null) return undefined;
  const parts: unknown = fields.get('date-parts');
  const [first]: unknown[] = Array.isArray(parts) ? parts : [];
  if (Array.isArray(first)) return dateOf(first[0], first[1], first[2]);
  return dateOf(fields.get('year'), fields.get('month'), fields.get('day'));
}
