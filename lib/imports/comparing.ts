import { isEmpty } from '../papers/annotation';
import { type Bookmark, type Incoming, keptIn } from '../papers/bookmark';
import { deepEqual } from '../papers/deepEqual';
import type { PaperId } from '../papers/ids';
import { fits } from '../papers/limits';
import { mergeIncoming } from '../papers/merging';
import { isUntitled } from '../papers/paper';
import {
  type ComparedSearchesAndColours,
  compareSearchesAndColours,
  type SearchesAndColours,
} from '../papers/searchesAndColours';
import type { LibraryReader } from '../store/reader';
import type { Pace } from '../yielding';
import { type AnyDifference, differences } from './differences';

/** What an import would do with each of the incoming bookmarks. */
export interface Comparison {
  /** Not in the library. */
  added: Incoming[];
  /** In the library, and something changes. */
  merged: Incoming[];
  /** In the library, and nothing changes. */
  unchanged: Incoming[];
}

/** The same, and what does not come in: it is too large together with what the library has of the paper. */
export interface Compared extends Comparison {
  tooLarge: Incoming[];
}

/** What comparing and previewing read of the library. */
export type ComparedLibrary = Pick<
  LibraryReader,
  'bookmarks' | 'papers' | 'trashed' | 'searches' | 'tagColours'
> &
  Partial<Pick<LibraryReader, 'dismissed'>>;

const BATCH = 500;

/** Compares incoming bookmarks, each paper once, with the library. Stops early if the signal aborts. */
export async function compare(
  incoming: readonly Incoming[],
  reader: Pick<LibraryReader, 'bookmarks'>,
  onCompared: (done: number) => void,
  pace: Pace,
  signal: AbortSignal,
): Promise<Compared> {
  const found: Compared = { added: [], merged: [], unchanged: [], tooLarge: [] };
  for (let at = 0; at < incoming.length && !signal.aborted; at += BATCH) {
    const batch = incoming.slice(at, at + BATCH);
    const known = await knownOf(batch, reader);
    for (const bookmark of batch) {
      const before = known.get(bookmark.paper.id);
      const after = mergeIncoming(before ?? null, bookmark);
      if (deepEqual(after, before) || isEmpty(after.annotation)) found.unchanged.push(bookmark);
      else if (!fits(after)) found.tooLarge.push(bookmark);
      else found[before === undefined ? 'added' : 'merged'].push(bookmark);
      await pace();
    }
    onCompared(at + batch.length);
  }
  return found;
}

/** What an import would change of some papers, as the library is now; a paper that is no longer there is left out. */
export async function differencesOf(
  incoming: readonly Incoming[],
  reader: Pick<LibraryReader, 'bookmarks'>,
): Promise<Map<PaperId, AnyDifference[]>> {
  const known = await knownOf(incoming, reader);
  return new Map(
    incoming.flatMap((bookmark) => {
      const before = known.get(bookmark.paper.id);
      return before === undefined ? [] : [[bookmark.paper.id, differences(before, bookmark)]];
    }),
  );
}

/** Titles of those papers of which the file says the id alone, as the history has them. */
export async function titlesOf(
  incoming: readonly Incoming[],
  reader: Pick<LibraryReader, 'papers'>,
): Promise<Map<PaperId, string>> {
  const ids = incoming
    .map(({ paper }) => paper)
    .filter(isUntitled)
    .map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const found = await reader.papers(ids);
  return new Map(found.map(({ id, title }) => [id, title]));
}

/** What becomes of those new papers that lie in the trash: it gives back what it has of them. */
export async function broughtBack(
  incoming: readonly Incoming[],
  reader: Pick<LibraryReader, 'trashed'>,
): Promise<Map<PaperId, Bookmark>> {
  const rows = await reader.trashed(incoming.map(({ paper }) => paper.id));
  const trash = new Map(rows.map((row) => [row.paper.id, { paper: row.paper, ...keptIn(row) }]));
  return new Map(
    incoming.flatMap((bookmark) => {
      const { id } = bookmark.paper;
      const before = trash.get(id);
      return before === undefined ? [] : [[id, mergeIncoming(before, bookmark)]];
    }),
  );
}

/** What would become of saved searches and colours. */
export async function compareWithOwnSearches(
  coming: SearchesAndColours,
  reader: Pick<ComparedLibrary, 'searches' | 'tagColours' | 'dismissed'>,
): Promise<ComparedSearchesAndColours> {
  const [searches, colours, dismissed = []] = await Promise.all([
    reader.searches(),
    reader.tagColours(),
    reader.dismissed?.(),
  ]);
  return compareSearchesAndColours(coming, { searches, colours, dismissed });
}

async function knownOf(
  incoming: readonly Incoming[],
  reader: Pick<LibraryReader, 'bookmarks'>,
): Promise<Map<PaperId, Bookmark>> {
  const rows = await reader.bookmarks(incoming.map(({ paper }) => paper.id));
  return new Map(rows.map((row) => [row.paper.id, row]));
}
