import type { PaperId } from '../../papers/ids';
import { authorOf, type StatedAuthor } from '../authors';
import { dateIn } from '../dates';
import type { Entry } from '../entries';
import { eprintIn } from '../eprint';
import { type Fields, fieldsOf, textIn } from '../json/fields';
import { textOfHtml, withoutMarkup } from '../markup';
import { readerNotesIn, statusInExtra, withoutExtra } from '../readerNotes';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';

/** An item as Zotero and its plugin Better BibTeX write it as JSON, or as Zotero's programs' interface has it, one level deeper. */
export function zoteroItemIn(value: Fields): Fields | null {
  const data = fieldsOf(value.get('data'));
  return [value, data].find((fields) => typeof fields?.get('itemType') === 'string') ?? null;
}

/** What an item says. A note or a file on its own is listed as not being a paper. */
export function entryOfZotero(item: Fields): Entry {
  const extra = textIn(item, 'extra');
  const doi = textIn(item, 'DOI');
  return {
    id: idOf(item),
    address: textIn(item, 'url') ?? (doi && `https://doi.org/${doi}`),
    title: withoutMarkup(textIn(item, 'title', 'shortTitle') ?? ''),
    authors: namesIn(item.get('creators')),
    source: 'bibliography',
    abstract: withoutMarkup(textIn(item, 'abstractNote') ?? ''),
    publishedAt: dateIn(item.get('date')),
    tags: listed(item.get('tags'), 'tag'),
    note: readerNotesIn([
      ...listed(item.get('notes'), 'note').map(textOfHtml),
      withoutExtra(extra),
    ]),
    status: statusInExtra(extra),
    createdAt: timeOf(item.get('dateAdded')),
  };
}

const NAMING = ['url', 'DOI', 'archiveID', 'number', 'archiveLocation', 'reportNumber', 'extra'];
const SAYS_ARXIV = ['archive', 'repository', 'publicationTitle', 'libraryCatalog', 'publisher'];
const BARE = ['archiveID', 'archiveLocation', 'number', 'reportNumber', 'volume', 'pages'];

function idOf(item: Fields): PaperId | null {
  const named = paperIn(NAMING.map((name) => item.get(name)));
  if (named !== null) return named;
  const isArxiv = SAYS_ARXIV.some((name) => /\barxiv\b/i.test(textIn(item, name) ?? ''));
  const bare = isArxiv ? BARE.map((name) => eprintIn(textIn(item, name))) : [];
  return bare.find((id) => id !== null) ?? paperIn(SAYS_ARXIV.map((name) => item.get(name)));
}

/** Its authors, or whoever made it where it has none: a program has programmers. */
function namesIn(value: unknown): StatedAuthor[] {
  const creators = Array.isArray(value) ? value.flatMap((creator) => fieldsOf(creator) ?? []) : [];
  const kindOf = (creator: Fields): string => textIn(creator, 'creatorType') ?? 'author';
  const kinds = new Set(creators.map(kindOf));
  const kind = kinds.has('author') ? 'author' : [...kinds][0];
  return creators.filter((creator) => kindOf(creator) === kind).map(authorIn);
}

/** A name in one field has no parts. */
function authorIn(creator: Fields): StatedAuthor {
  const whole = textIn(creator, 'name');
  if (whole !== undefined) return { name: whole, family: whole };
  return authorOf({
    family: textIn(creator, 'lastName')?.trim() ?? '',
    given: textIn(creator, 'firstName')?.trim(),
  });
}

/** A list of texts, or of objects that have each text under a name. */
function listed(value: unknown, name: string): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    const fields = fieldsOf(one);
    return typeof one === 'string' ? one : ((fields && textIn(fields, name)) ?? []);
  });
}
