import { type Annotation, isEmpty } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import { PAPER_LIMITS, type Paper, placeholderTitle, type Source } from '../papers/paper';
import { statedBy } from '../papers/sources';
import { unionTags } from '../papers/tags';
import { authorFacts, type StatedAuthor } from './authors';
import type { Decoded } from './decoded';
import { readRow } from './json/row';
import type { Refusal, RowProblem } from './problems';
import { fittingTags } from './tagLists';
import { titleIn } from './titles';

/** What a file states about a paper in the reader's words, each part by itself. */
type Stated = { [F in Exclude<keyof Annotation, 'createdAt'>]?: Annotation[F] | undefined };

/** What another program's file says about one thing it keeps, as far as it could be read. Times that it does not say are null. */
export interface Entry extends Stated {
  /** Null where it names no paper. */
  id: PaperId | null;
  /** Where it points to. */
  address?: string | undefined;
  title?: string | undefined;
  authors?: (string | StatedAuthor)[] | undefined;
  abstract?: string | undefined;
  publishedAt?: string | undefined;
  githubRepo?: string | undefined;
  /** Where that is from, if not from what the file's format is from as a rule. */
  source?: Source | undefined;
  createdAt?: string | null | undefined;
}

/** What a decoder of another program's format finds; lines count from 1. */
export type Found =
  | { kind: 'entry'; line: number; entry: Entry }
  | { kind: 'unreadable'; line: number; reason: RowProblem; title?: string }
  | { kind: 'broken'; code: 'cutOff' | 'broken'; line: number }
  | { kind: 'refused'; problem: Refusal };

/**
 * Numbers what was found and makes bookmarks of it, with facts from this source. What is not a paper is listed with its title
 * and address.
 */
export async function* decodeEntries(
  found: AsyncIterable<Found>,
  at: string,
  source: Source,
): AsyncGenerator<Decoded, void, void> {
  let row = 0;
  for await (const item of found) {
    if (item.kind === 'refused') yield item;
    else if (item.kind === 'broken') {
      const { code, line } = item;
      const problem = code === 'cutOff' ? { code, after: row } : { code, after: row, line };
      yield { kind: 'broken', problem };
    } else if (item.kind === 'unreadable') yield { ...item, row: ++row };
    else yield decodeEntry(item.entry, ++row, item.line, at, source);
  }
}

function decodeEntry(entry: Entry, row: number, line: number, at: string, source: Source): Decoded {
  const { id, address } = entry;
  const title = titleIn(entry.title);
  if (id === null) {
    const name = { ...(title && { title }), ...(address && { address: address.slice(0, 2_000) }) };
    return { kind: 'unreadable', row, line, ...name, reason: { code: 'noPaper' } };
  }
  const read = readRow(recordOf(entry, id, title), at);
  if (!read.ok) return { kind: 'unreadable', row, line, id, title, reason: read.reason };
  const { leftOut } = read;
  const { paper: facts } = read.bookmark;
  const paper = statedBy(sourceFor(entry, facts, source), facts);
  const bookmark = { ...read.bookmark, paper };
  if (!isEmpty(bookmark.annotation)) return { kind: 'bookmark', row, line, bookmark, leftOut };
  // Decision 15: what is only named is to be read.
  const annotation = { ...bookmark.annotation, status: 'to-read' as const };
  return {
    kind: 'bookmark',
    row,
    line,
    bookmark: { ...bookmark, annotation, isImplied: true },
    leftOut,
  };
}

/** Whoever names a paper's authors describes the paper, also in a list of links. */
function sourceFor(entry: Entry, { authors }: Paper, source: Source): Source {
  return entry.source ?? (authors.length > 0 && source === 'link' ? 'bibliography' : source);
}

/** The entry as one of our own records; what another program allows and we do not is cut. */
function recordOf(entry: Entry, id: PaperId, title: string): Record<string, unknown> {
  const tags = (entry.tags ?? []).flatMap(fittingTags);
  const { address: _, source: __, ...said } = entry;
  return {
    ...said,
    id,
    title: title || placeholderTitle(id),
    ...authorFacts(entry.authors ?? []),
    abstract: entry.abstract?.trim().slice(0, PAPER_LIMITS.abstract) || undefined,
    tags: unionTags(
      tags.filter((tag) => tag !== ''),
      [],
    ),
    note: entry.note?.trim() ?? '',
  };
}
