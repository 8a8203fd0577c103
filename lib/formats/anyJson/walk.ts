import { arxivId, type PaperId } from '../../papers/ids';
import { entryOfItem, isItem } from '../csl/decode';
import type { Entry } from '../entries';
import { isNoTag } from '../folders';
import { type Fields, fieldsOf, textIn } from '../json/fields';
import { entryOfLink } from '../list/link';
import { entriesInText } from '../text/decode';
import { linkTitle } from '../titles';

/** Members in which folders and collections keep what is in them. */
const INSIDE = ['children', 'links', 'bookmarks', 'items', 'cards'];

/** Most levels that are looked into. */
const DEEPEST = 100;

/**
 * The links and papers within a JSON value of no program that is known: objects that have an address or an id, with the
 * names of the folders that they are in; and texts that name papers, as in any other text.
 */
export function* entriesWithin(value: unknown, at: string): Generator<Entry, void, void> {
  yield* walk(value, { at, folders: [], key: '', depth: 0 });
}

interface Place {
  at: string;
  folders: readonly string[];
  /** The name of the member that the value is. */
  key: string;
  depth: number;
}

function* walk(value: unknown, place: Place): Generator<Entry, void, void> {
  if (place.depth > DEEPEST) return;
  const depth = place.depth + 1;
  if (typeof value === 'string') {
    yield* entriesInText(value, place.at);
  } else if (Array.isArray(value)) {
    for (const inner of value) yield* walk(inner, { ...place, key: '', depth });
  } else {
    const fields = fieldsOf(value);
    if (fields === null) return;
    const entry = entryOf(fields, place);
    if (entry !== null) yield entry;
    const folders = foldersOf(fields, place.folders);
    for (const [key, inner] of fields) {
      const named = fieldsOf(inner) === null ? arxivId(key) : null;
      if (named !== null && !namesPaper(inner, place.at)) yield titledEntry(named, inner);
      // What a paper is made of is no more than the paper.
      if (entry !== null && entry.id !== null && !INSIDE.includes(key)) continue;
      if (entry !== null && inner === entry.address) continue;
      yield* walk(inner, { ...place, folders, key, depth });
    }
  }
}

/** Whether a value is a text that says itself which paper it is about. */
function namesPaper(value: unknown, at: string): boolean {
  return typeof value === 'string' && !entriesInText(value, at).next().done;
}

/** A value under an id that is not an object: a title, or something else. */
function titledEntry(id: PaperId, value: unknown): Entry {
  return { id, title: typeof value === 'string' ? linkTitle(value) : undefined };
}

function entryOf(fields: Fields, { key, folders }: Place): Entry | null {
  const named = arxivId(key);
  const entry = itemOrLink(named === null || fields.has('id') ? fields : withId(fields, named));
  if (entry === null)
    return named === null ? null : { id: named, title: textIn(fields, 'title', 'name') };
  const path = folders.join('/');
  return {
    ...entry,
    id: entry.id ?? named,
    tags: path === '' ? entry.tags : [...(entry.tags ?? []), path],
  };
}

/** An object that is known by its paper's id, with that in it. */
function withId(fields: Fields, id: PaperId): Fields {
  return new Map([...fields, ['id', id]]);
}

/** An object with a type may be a CSL item; where it names no paper as one, it may be another program's link. */
function itemOrLink(fields: Fields): Entry | null {
  const item = isCslItem(fields) ? entryOfItem(fields) : null;
  if (item !== null && item.id !== null) return item;
  const link = entryOfLink(fields);
  if (link !== null && link.id !== null) return link;
  const other = item ?? link;
  return other?.title || other?.address ? other : null;
}

/** Whether an object is a CSL item, and no link of a service that has types as well. */
export function isCslItem(fields: Fields): boolean {
  const isLink = ['url', 'href', 'link', 'uri'].some((name) => fields.has(name));
  return isItem(fields) && !(isLink && !['URL', 'DOI', 'issued'].some((name) => fields.has(name)));
}

/** The folders that what is in an object is in. Firefox marks its own by a name for programs. */
function foldersOf(fields: Fields, folders: readonly string[]): readonly string[] {
  if (!INSIDE.some((name) => Array.isArray(fields.get(name))) || fields.has('root')) return folders;
  const name = textIn(fields, 'name', 'title') ?? '';
  return isNoTag(name) ? folders : [...folders, name.trim().replaceAll('/', ' ')];
}
