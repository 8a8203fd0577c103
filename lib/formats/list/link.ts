import { arxivId, type PaperId } from '../../papers/ids';
import type { Entry } from '../entries';
import { type Fields, fieldsOf, textIn } from '../json/fields';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';

const ADDRESS = ['url', 'href', 'link', 'uri'];
const CREATED = ['createdAt', 'created', 'savedAt', 'addedAt', 'addDate', 'time'];
const STARRED = ['favorite', 'important', 'starred'];

/** A link with what a service keeps of it, as an entry; null if the object is none. */
export function entryOfLink(fields: Fields): Entry | null {
  // Karakeep has the address a level below; what it keeps without one is still listed.
  const content = fieldsOf(fields.get('content'));
  const address = textIn(fields, ...ADDRESS) ?? (content && textIn(content, 'url'));
  if (!address && !content?.has('type')) return null;
  const isPinboard = fields.has('href');
  return {
    id: address ? idOfAddress(address) : null,
    address: address ?? undefined,
    title: textIn(fields, isPinboard ? 'description' : 'title') ?? documentTitle(fields),
    tags: [...tagsOf(fields.get('tags')), ...tagsOf(fields.get('labels'))],
    note: noteOf(fields),
    starred: STARRED.some((name) => fields.get(name) === true),
    status: textIn(fields, 'toread') === 'yes' ? 'to-read' : null,
    createdAt: timeOf(CREATED.map((name) => fields.get(name)).find((value) => value)),
    githubRepo: textIn(fields, 'codeLink'),
  };
}

/** The paper that an address or an id alone names. */
export function idOfAddress(text: string): PaperId | null {
  return paperIn([text]) ?? arxivId(text);
}

/** A list of texts or of objects with names; Pinboard parts them by spaces. */
function tagsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s+/);
  if (!Array.isArray(value)) return [];
  return value.flatMap((tag) => {
    if (typeof tag === 'string') return [tag];
    const fields = fieldsOf(tag);
    return (fields && textIn(fields, 'name', 'tag')) ?? [];
  });
}

/** What the reader wrote; Hypothesis keeps the passage it is about as well. */
function noteOf(fields: Fields): string | undefined {
  const isAnnotation = fields.has('uri') && fields.has('target');
  const note = textIn(fields, ...(isAnnotation ? ['text'] : ['note', 'notes', 'extended']));
  const quotes = isAnnotation ? passagesIn(fields.get('target')) : [];
  const quoted = quotes.map((quote) => quote.trim().replace(/^/gm, '> '));
  return [...quoted, note].filter(Boolean).join('\n\n');
}

function passagesIn(targets: unknown): string[] {
  return partsOf(targets).flatMap((target) =>
    partsOf(target.get('selector')).flatMap((selector) => textIn(selector, 'exact') ?? []),
  );
}

function documentTitle(fields: Fields): string | undefined {
  const title: unknown = fieldsOf(fields.get('document'))?.get('title');
  const [first] = Array.isArray(title) ? title : [title];
  return typeof first === 'string' ? first : undefined;
}

function partsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.flatMap((part) => fieldsOf(part) ?? []) : [];
}
