import { unescapeLatex } from '../../maths/unescape';
import { arxivId, type PaperId } from '../../papers/ids';
import { dateIn, dateOf, finest } from '../dates';
import type { Entry, Found } from '../entries';
import { linesOf } from '../lines';
import { remarksIn } from '../remarks';
import { tagsIn } from '../tagLists';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';
import { type Cut, EntryCutter } from './cut';
import { type BibEntry, readFields } from './fields';
import { namesIn } from './names';

/** Reads a BibTeX or BibLaTeX file entry by entry; a broken entry is named with its line, and the rest is read. */
export async function* findInBibtex(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  const cutter = new EntryCutter();
  // A month's abbreviation is no string of the file's, and stays as it is.
  const strings = new Map<string, string>();
  for await (const lines of linesOf(chunks)) {
    for (const cut of cutter.push(lines)) yield* read(cut, strings);
  }
  for (const cut of cutter.end()) yield* read(cut, strings);
}

function* read(cut: Cut, strings: Map<string, string>): Generator<Found> {
  const { kind, line, text } = cut;
  const type = /^@\s*([a-z]+)/i.exec(text)?.[1]?.toLowerCase();
  if (type === 'comment' || type === 'preamble') return;
  if (kind === 'tooLarge') return yield { kind: 'unreadable', line, reason: { code: 'tooLarge' } };
  const entry = kind === 'entry' ? readFields(text, strings) : null;
  if (entry === 'tooLarge') yield { kind: 'unreadable', line, reason: { code: 'tooLarge' } };
  else if (entry === null) {
    const title = /\btitle\s*=\s*[{"]+([^{}"\n]{1,300})/i.exec(text)?.[1];
    yield { kind: 'unreadable', line, reason: { code: 'notEntry' }, ...(title && { title }) };
  } else if (type === 'string') {
    for (const [name, value] of entry.fields) strings.set(name, value);
  } else yield { kind: 'entry', line, entry: entryOf(entry) };
}

function entryOf({ fields }: BibEntry): Entry {
  const raw = (...names: string[]): string | undefined =>
    names.map((name) => fields.get(name)?.trim()).find((value) => value);
  const plain = (...names: string[]): string | undefined => {
    const value = raw(...names);
    return value === undefined ? undefined : unescapeLatex(value);
  };
  return {
    id: idOf(raw),
    address: addressOf(raw),
    title: plain('title'),
    authors: namesIn(raw('author') ?? ''),
    abstract: plain('abstract')?.replace(/\s+/g, ' '),
    publishedAt: finest(dateIn(plain('date')), dateOf(plain('year'), plain('month'), plain('day'))),
    githubRepo: repositoryOf(plainAddress(raw('code'))),
    tags: TAGS.flatMap((name) => keywordsIn(raw(name))),
    note: remarksIn([...NOTES, ...commentsIn(fields)].map((name) => noteIn(plain(name)))),
    // JabRef and BibDesk say whether a paper was read; "skimmed" and the like have no counterpart.
    status: raw('readstatus') === 'read' || raw('read') === '1' ? 'read' : null,
    createdAt: timeOf(raw('creationdate', 'date-added', 'timestamp')),
  };
}

/** Where programs keep what a reader sorts papers by: Mendeley and JabRef their tags and groups as well. */
const TAGS = ['keywords', 'keyword', 'mendeley-tags', 'mendeley-groups', 'groups'];
const NOTES = ['annote', 'annotation', 'note', 'comment', 'review'];

/** Mendeley writes NULL where there is no note. */
function noteIn(text: string | undefined): string | undefined {
  return text === 'NULL' ? undefined : text;
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

type Raw = (...names: string[]) => string | undefined;

/** The paper's id: from its eprint, where that is arXiv's, or from any field that names it. */
function idOf(raw: Raw): PaperId | null {
  const archive = raw('eprinttype', 'archiveprefix');
  const eprint = raw('arxivid', 'eprint');
  if (eprint !== undefined && (archive === undefined || /^arxiv$/i.test(archive))) {
    const id = arxivId(eprint.replace(/\\_/g, '_')) ?? paperIn([eprint]);
    if (id !== null) return id;
  }
  const fields = ['doi', 'url', 'journal', 'journaltitle', 'howpublished', 'number', 'pdf', 'link'];
  const named = paperIn(
    [...fields, 'ee', 'note', 'publisher', 'archive'].map((name) => plainAddress(raw(name))),
  );
  if (named !== null) return named;
  // DBLP and Semantic Scholar: journal = {CoRR} or {ArXiv}, volume = {abs/1706.03762}
  const inCorr = /^(?:corr|arxiv)$/i.test(raw('journal', 'journaltitle') ?? '');
  return inCorr ? arxivId((raw('volume') ?? '').replace(/^abs\//, '')) : null;
}

function addressOf(raw: Raw): string | undefined {
  const doi = raw('doi');
  return plainAddress(raw('url', 'link')) ?? (doi && `https://doi.org/${plainAddress(doi)}`);
}

/** An address is no LaTeX, but many programs escape it, or wrap it. */
function plainAddress(text: string | undefined): string | undefined {
  return text?.replace(/^\\url\{(.*)\}$/, '$1').replace(/\\([%#&_~$])/g, '$1');
}

function repositoryOf(code: string | undefined): string | undefined {
  return code !== undefined && /^https?:\/\/\S+$/.test(code) ? code : undefined;
}
