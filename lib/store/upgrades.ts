import type { Transaction } from 'dexie';
import type { Annotation } from '../papers/annotation';
import { keptIn } from '../papers/bookmark';
import { deepEqual } from '../papers/deepEqual';
import type { PaperId } from '../papers/ids';
import { refreshPaper } from '../papers/merging';
import type { Paper } from '../papers/paper';
import { noteRows, type TouchedPapers } from './changeTracking';
import { settled } from './connection';
import { type CountRow, countsOf } from './counts';
import { type HistoryRow, nothingKnown, toRow } from './rows';

// What brings the rows of an earlier version up. All of it runs in the one transaction that changes the version: it is
// done whole or not at all. A damaged row must not keep the others from coming up.

/** Rows in memory at once. */
const BATCH = 500;

/** A row as some version, or some accident, left it. */
type OldRow = Record<string, unknown> & { id: PaperId };

/** To version 2: the search index knows no paper yet. */
export async function touchAll(upgrade: Transaction): Promise<void> {
  for (const name of ['papers', 'bookmarks']) {
    const ids = await upgrade.table<unknown, PaperId>(name).toCollection().primaryKeys();
    await upgrade.table<Omit<TouchedPapers, 'seq'>>('touched').bulkAdd(noteRows(ids));
  }
}

/** To version 4: bookmarks and their tags are counted. */
export async function countBookmarks(upgrade: Transaction): Promise<void> {
  const counts = new Map<string, number>();
  await upgrade.table<OldRow>('bookmarks').each(({ annotation }) => {
    if (!isAnnotation(annotation)) return;
    for (const [key, by] of countsOf([{ before: null, after: { annotation } }])) {
      counts.set(key, (counts.get(key) ?? 0) + by);
    }
  });
  const rows = [...counts].map(([key, count]) => ({ key, count }));
  await upgrade.table<CountRow>('counts').bulkPut(rows);
}

/**
 * To version 5: bookmarks, trash and history lose the facts, which are then in `papers` alone. Past Dexie, which would
 * note every row as changed: the search index and the copy have nothing to learn but where facts differed.
 */
export async function splitRows({ idbtrans }: Transaction): Promise<void> {
  const table = (name: string): IDBObjectStore => idbtrans.objectStore(name);
  const learned: PaperId[] = [];
  let rest: IDBKeyRange | null = null;
  for (;;) {
    const read = (name: string): Promise<OldRow[]> => settled(table(name).getAll(rest, BATCH));
    const batches = [await read('papers'), await read('trash'), await read('bookmarks')] as const;
    const end = endOf(batches);
    const [seen, trash, bookmarks] = batches.map((rows) => upTo(end, rows));
    learned.push(...splitBatch(table, seen ?? [], trash ?? [], bookmarks ?? []));
    if (end === null) break;
    rest = IDBKeyRange.lowerBound(end, true);
  }
  for (const name of ['touched', 'uncopied']) {
    for (const row of noteRows(learned)) table(name).add(row);
  }
}

/** Up to which id all tables were read; null: to their ends. */
function endOf(batches: readonly (readonly OldRow[])[]): PaperId | null {
  const ends = batches.flatMap((rows) => (rows.length < BATCH ? [] : (rows.at(-1)?.id ?? [])));
  return ends.sort()[0] ?? null;
}

function upTo(end: PaperId | null, rows: readonly OldRow[]): readonly OldRow[] {
  return end === null ? rows : rows.filter(({ id }) => id <= end);
}

/** Rewrites all rows of some papers. Gives the papers whose facts were not the same everywhere. */
function splitBatch(
  table: (name: string) => IDBObjectStore,
  seen: readonly OldRow[],
  trash: readonly OldRow[],
  bookmarks: readonly OldRow[],
): PaperId[] {
  const facts = new Map<PaperId, Paper>();
  const learned = new Set<PaperId>();
  for (const row of seen) {
    const sighting = sightingOf(row);
    if (sighting === null) continue; // the history may lose it
    table('history').put(sighting);
    facts.set(row.id, mended(row));
  }
  for (const row of [...trash, ...bookmarks]) {
    const known = facts.get(row.id);
    const own = mended(row);
    const isSame = known === undefined || deepEqual(known, own);
    // What the reader sees in the library stays; what only the history knows comes to it.
    facts.set(row.id, isSame ? own : refreshPaper(known, own));
    if (!isSame) learned.add(row.id);
  }
  for (const { id } of seen) if (!facts.has(id)) table('papers').delete(id);
  for (const [id, paper] of facts) table('papers').put({ id, paper });
  for (const row of trash) {
    if (isAnnotation(row['annotation'])) {
      const { id, annotation, trashedAt } = row;
      table('trash').put({ ...keptIn({ ...row, annotation }), id, trashedAt });
    }
  }
  for (const row of bookmarks) {
    const { id, annotation } = row;
    if (isAnnotation(annotation)) table('bookmarks').put(toRow(id, { ...row, annotation }));
  }
  return [...learned];
}

/** Until version 5 there was one site, and its host was not written down. */
function sightingOf(row: OldRow): HistoryRow | null {
  const [firstSeenAt, firstSeenOn, lastSeenAt, lastSeenOn] = SIGHTING.map((key) => row[key]);
  if (![firstSeenAt, firstSeenOn, lastSeenAt, lastSeenOn].every(isText)) return null;
  const address = (path: unknown): string => `https://huggingface.co${path}`;
  return {
    id: row.id,
    firstSeenAt: String(firstSeenAt),
    firstSeenOn: address(firstSeenOn),
    lastSeenAt: String(lastSeenAt),
    lastSeenOn: address(lastSeenOn),
  };
}

const SIGHTING = ['firstSeenAt', 'firstSeenOn', 'lastSeenAt', 'lastSeenOn'] as const;

/** The facts in a row, so that nothing trips over what they lack. */
function mended({ id, paper }: OldRow): Paper {
  const facts = Object.entries(isObject(paper) ? paper : {}).filter(([, fact]) => fact !== null);
  const { title, authors, ...rest } = Object.fromEntries(facts);
  const none = nothingKnown(id);
  return {
    ...rest,
    id,
    title: isText(title) ? title : none.title,
    authors: Array.isArray(authors) ? authors : none.authors,
  };
}

function isAnnotation(value: unknown): value is Annotation {
  return isObject(value) && Array.isArray(value['tags']);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
