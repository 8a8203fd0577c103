import { unescapeLatex } from '../../maths/unescape';
import type { PaperId } from '../../papers/ids';
import { dateIn, dateOf, finest } from '../dates';
import type { Entry, Found } from '../entries';
import { linesOf } from '../lines';
import { withoutMarkup } from '../markup';
import { readerNotesIn, statusInExtra, withoutExtra } from '../readerNotes';
import { tagsIn } from '../tagLists';
import { timeOf } from '../times';
import { type Cut, EntryCutter } from './cut';
import { type BibEntry, ENTRY, readFields } from './fields';
import { Inheritance, type Placed } from './inheritance';
import { groupsIn } from './jabrefGroups';
import { namesIn } from './names';
import { paperIdOf, plainAddress } from './paperId';

/** Reads a BibTeX or BibLaTeX file entry by entry; a broken entry is named with its line, and the rest is read. */
export async function* findInBibtex(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  const cutter = new EntryCutter();
  const known: Known = { strings: new Map(), inheritance: new Inheritance(), ids: new Map() };
  for await (const lines of linesOf(chunks)) {
    for (const cut of cutter.push(lines)) yield* read(cut, known);
  }
  for (const cut of cutter.end()) yield* read(cut, known);
  for (const placed of known.inheritance.end()) yield foundIn(placed, known);
}

/** What a file has said so far. */
interface Known {
  /** A month's abbreviation is not one of the file's strings, and stays as it is. */
  strings: Map<string, string>;
  inheritance: Inheritance;
  /** The papers by the keys of their entries. */
  ids: Map<string, PaperId>;
}

function* read(cut: Cut, known: Known): Generator<Found> {
  const { kind, line, text } = cut;
  const { strings, inheritance } = known;
  const type = ENTRY.exec(text)?.[1]?.toLowerCase();
  if (type === 'comment') return yield* groupedIn(text, line, known);
  if (type === 'preamble') return;
  if (kind === 'tooLarge') return yield { kind: 'unreadable', line, reason: { code: 'tooLarge' } };
  const entry = kind === 'entry' ? readFields(text, strings) : null;
  if (entry === 'tooLarge') yield { kind: 'unreadable', line, reason: { code: 'tooLarge' } };
  else if (entry === null) {
    const title = /\btitle\s*=\s*[{"]+([^{}"\n]{1,300})/i.exec(text)?.[1];
    yield { kind: 'unreadable', line, reason: { code: 'notEntry' }, ...(title && { title }) };
  } else if (type === 'string') {
    for (const [name, value] of entry.fields) strings.set(name, value);
  } else {
    for (const placed of inheritance.take({ line, entry })) {
      // Nothing but what others share.
      if (placed.entry.type !== 'xdata') yield foundIn(placed, known);
    }
  }
}

function foundIn({ line, entry }: Placed, { ids }: Known): Found {
  const found = entryOf(entry);
  if (found.id !== null && entry.key !== '') ids.set(entry.key, found.id);
  return { kind: 'entry', line, entry: found };
}

/** What a comment of JabRef says about entries before it: each once more, with the groups that it is in. */
function* groupedIn(comment: string, line: number, { ids }: Known): Generator<Found> {
  for (const [key, tags] of groupsIn(comment)) {
    const id = ids.get(key);
    if (id !== undefined) yield { kind: 'entry', line, entry: { id, tags } };
  }
}

function entryOf({ key, fields }: BibEntry): Entry {
  const raw = (...names: string[]): string | undefined =>
    names.map((name) => fields.get(name)?.trim()).find((value) => value);
  const plain = (...names: string[]): string | undefined => {
    const value = raw(...names);
    return value === undefined ? undefined : unescapeLatex(value);
  };
  return {
    id: paperIdOf(key, raw),
    address: addressOf(raw),
    title: withoutMarkup(titleOf(plain('title'), plain('subtitle')) ?? ''),
    authors: namesIn(raw('author') ?? ''),
    abstract: withoutMarkup(plain('abstract') ?? '').replace(/\s+/g, ' '),
    publishedAt: finest(dateIn(plain('date')), dateOf(plain('year'), plain('month'), plain('day'))),
    githubRepo: repositoryOf(plainAddress(raw('code'))),
    tags: TAGS.flatMap((name) => keywordsIn(raw(name))),
    note: readerNotesIn([...NOTES, ...commentsIn(fields)].map((name) => noteIn(name, plain(name)))),
    // JabRef and BibDesk say whether a paper was read; "skimmed" and the like have no counterpart.
    status:
      raw('readstatus') === 'read' || raw('read') === '1' ? 'read' : statusInExtra(plain('note')),
    createdAt: timeOf(raw('creationdate', 'date-added', 'timestamp')),
  };
}

/** Where programs keep what a reader sorts papers by: Mendeley and JabRef their tags and groups as well. */
const TAGS = ['keywords', 'keyword', 'mendeley-tags', 'mendeley-groups', 'groups'];
const NOTES = ['annote', 'annotation', 'note', 'comment', 'review'];

/** Mendeley writes NULL where there is no note; Zotero has its "Extra" in `note`. */
function noteIn(name: string, text: string | undefined): string | undefined {
  if (text === 'NULL') return undefined;
  return name === 'note' ? withoutExtra(text) : text;
}

/** JabRef's fields for what each of several people says. */
function commentsIn(fields: ReadonlyMap<string, string>): string[] {
  return [...fields.keys()].filter((name) => name.startsWith('comment-'));
}

/** A keyword in braces is one, commas and all. */
function keywordsIn(text: string | undefined): string[] {
  const whole = text?.replace(/\{[^{}]*\}/g, (group) => group.replaceAll(',', ' '));
  return tagsIn(whole && unescapeLatex(whole));
}

/** BibLaTeX has what follows the colon in a field of its own. */
function titleOf(title: string | undefined, subtitle: string | undefined): string | undefined {
  return title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title;
}

function addressOf(raw: (...names: string[]) => string | undefined): string | undefined {
  const doi = raw('doi');
  return plainAddress(raw('url', 'link')) ?? (doi && `https://doi.org/${plainAddress(doi)}`);
}

function repositoryOf(code: string | undefined): string | undefined {
  return code !== undefined && /^https?:\/\/\S+$/.test(code) ? code : undefined;
}
