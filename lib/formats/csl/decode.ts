import { STATUSES } from '../../papers/annotation';
import type { PaperId } from '../../papers/ids';
import { isPaperId } from '../../papers/ids';
import { authorOf, type StatedAuthor } from '../authors';
import { dateIn, dateOf } from '../dates';
import type { Entry } from '../entries';
import { eprintIn } from '../eprint';
import { type Fields, fieldsOf, listIn, textIn } from '../json/fields';
import { withoutMarkup } from '../markup';
import { readerNotesIn, statusInExtra, withoutExtra } from '../readerNotes';
import { tagsIn } from '../tagLists';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';

/** Whether an object is a CSL item: `type` and `id` are what the schema requires, and Zotero writes more. */
export function isItem(fields: Fields): boolean {
  const hasMore = ['id', 'title', 'author', 'issued', 'DOI', 'URL'].some((name) =>
    fields.has(name),
  );
  return /^[a-z][\w-]*$/i.test(String(fields.get('type') ?? '')) && hasMore;
}

/** What a CSL item says, with what our own export has put into its `custom`. */
export function entryOfItem(item: Fields): Entry {
  const custom = fieldsOf(item.get('custom')) ?? new Map();
  const status = STATUSES.find((one) => one === custom.get('status'));
  const note = textIn(item, 'note');
  const isOurs = custom.has('addedAt');
  const keyword = textIn(item, 'keyword');
  const tags = listIn(custom, 'tags');
  return {
    id: idOf(item),
    address: textIn(item, 'URL') ?? doiAddress(textIn(item, 'DOI')),
    title: withoutMarkup(textOf(item, 'title') ?? ''),
    // CSL has no way to say that there are others.
    authors: [...namesIn(item.get('author')), custom.get('moreAuthors') === true ? 'et al.' : ''],
    source: 'bibliography',
    abstract: withoutMarkup(textIn(item, 'abstract') ?? ''),
    publishedAt: issuedIn(item.get('issued')),
    tags: tags.length > 0 ? tags : [...tagsIn(keyword), ...listIn(item, 'keyword')],
    // Our own export has nothing there but what the reader wrote.
    note: readerNotesIn([isOurs ? note : withoutExtra(note), textIn(item, 'annote')]),
    starred: custom.get('starred') === true,
    starredAt: timeOf(custom.get('starredAt')),
    status: status ?? statusInExtra(note),
    statusAt: timeOf(custom.get('statusAt')),
    tagsAt: timeOf(custom.get('tagsAt')),
    noteAt: timeOf(custom.get('noteAt')),
    createdAt: timeOf(custom.get('createdAt')) ?? timeOf(custom.get('addedAt')),
  };
}

/** Where Zotero and others keep the bare id. */
const BARE = ['number', 'archive_location', 'volume', 'page', 'issue'];

function idOf(item: Fields): PaperId | null {
  const own = item.get('id');
  if (isPaperId(own)) return own;
  const stated = paperIn(
    ['number', 'archive_location', 'DOI', 'URL', 'id'].map((name) => item.get(name)),
  );
  if (stated !== null) return stated;
  // Zotero keeps the bare id in a field of an item that says it is arXiv's.
  const isArxiv = ['archive', 'publisher', 'container-title', 'source'].some((name) =>
    /\b(?:arxiv|corr)\b/i.test(textOf(item, name) ?? ''),
  );
  const bare = isArxiv ? BARE.map((name) => eprintIn(textIn(item, name))) : [];
  const named = ['container-title', 'publisher', 'note'].map((name) => textOf(item, name));
  return bare.find((id) => id !== null) ?? paperIn(named);
}

function doiAddress(doi: string | undefined): string | undefined {
  return doi && `https://doi.org/${doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')}`;
}

/** Crossref has titles in lists. */
function textOf(item: Fields, name: string): string | undefined {
  return textIn(item, name) ?? listIn(item, name).find((text) => text.trim() !== '');
}

/** Particles are part of the family name; what has no parts is an organization, or a name that nobody has split. */
function namesIn(value: unknown): (string | StatedAuthor)[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((author): (string | StatedAuthor)[] => {
    if (typeof author === 'string') return [author];
    const name = fieldsOf(author);
    if (name === null) return [];
    const part = (...names: string[]): string | undefined => textIn(name, ...names)?.trim();
    const whole = part('literal', 'name');
    if (whole !== undefined) return [{ name: whole, family: whole }];
    const particles = [part('dropping-particle'), part('non-dropping-particle')];
    const family = [...particles, part('family')].filter(Boolean).join(' ');
    return [authorOf({ family, given: part('given'), suffix: part('suffix') })];
  });
}

/** A date in parts, or as text where a program knew no better: `raw`, `literal`, or no object at all. */
function issuedIn(value: unknown): string | undefined {
  const date = fieldsOf(value);
  if (date === null) return dateIn(value);
  const parts: unknown = date.get('date-parts');
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  const inParts = Array.isArray(first) ? dateOf(first[0], first[1], first[2]) : undefined;
  return inParts ?? dateIn(textIn(date, 'raw', 'literal')) ?? dateOf(date.get('year'));
}
