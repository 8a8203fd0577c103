import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import { NO_SEARCHES_OR_COLOURS, type SearchesAndColours } from '../papers/searchesAndColours';
import { walk } from './chunks';
import { changesIn, type Journal, readHead, readJournal } from './headAndJournal';
import { unpack } from './packing';
import { salvagedRows } from './salvage';
import { type CopyStorage, read } from './storage';
import { type Generation, type Head, isSearchesAndColours, type Ref } from './written';

type Reading = Pick<CopyStorage, 'get' | 'getKeys'>;

/** One state of the library that can be restored. */
export interface KeptState {
  /** Its name: the fold of a generation, or the present copy. */
  name: number | 'present';
  /** When the last change in it was made. */
  at: string;
  papers: number;
  /** Characters of all its chunks; generations share most of them. */
  bytes: number;
}

/** What is in the copy; null: there is none yet. */
export interface Overview {
  /** The newest first. */
  states: KeptState[];
  /** Characters of all of it. */
  bytes: number;
}

/** What a state has. */
export interface Restored {
  bookmarks: Bookmark[];
  searchesAndColours: SearchesAndColours;
  /** Papers that are in damaged chunks. */
  unreadable: number;
  /** Whether its saved searches and colours are damaged. */
  lacksSearches: boolean;
  /** Whether some of the last changes are damaged. */
  lacksChanges: boolean;
}

/** What can be restored, without reading it. */
export async function overview(storage: Reading): Promise<Overview | null> {
  const head = await readHead(storage);
  if (head === null) return null;
  const last = (await readJournal(storage, head.journal)).records.at(-1)?.record;
  const past = head.generations.map(({ fold, at, root }) => ({
    name: fold,
    at,
    papers: root?.papers ?? 0,
    bytes: root?.bytes ?? 0,
  }));
  const present: KeptState = {
    name: 'present',
    at: last?.at ?? head.at,
    papers: last?.papers ?? head.root?.papers ?? 0,
    bytes: head.root?.bytes ?? 0,
  };
  return { states: [present, ...past.reverse()], bytes: head.bytes };
}

/** Reads one state; null where it is not there (any more). */
export async function restore(
  storage: Reading,
  name: KeptState['name'],
  onPapers: (done: number) => void = () => {},
): Promise<Restored | null> {
  for (;;) {
    const head = await readHead(storage);
    if (head === null) return null;
    const journal = await readJournal(storage, head.journal);
    const restored = await restoreFrom(storage, head, journal, name, onPapers);
    // While it was read the worker may have folded, and have removed what the state before needed.
    const after = restored !== null && lacks(restored) ? await readHead(storage) : head;
    if (after?.turn === head.turn) return restored;
  }
}

async function restoreFrom(
  storage: Reading,
  head: Head,
  journal: Journal,
  name: KeptState['name'],
  onPapers: (done: number) => void,
): Promise<Restored | null> {
  const isPresent = name === 'present';
  const state = isPresent ? head : head.generations.find(({ fold }) => fold === name);
  if (state === undefined) return null;
  const { bookmarks, unreadable } = await bookmarksIn(storage, state, onPapers);
  const records = journal.records.map(({ record }) => record);
  if (isPresent) {
    for (const [id, bookmark] of changesIn(records)) {
      if (bookmark === null) bookmarks.delete(id);
      else bookmarks.set(id, bookmark);
    }
  }
  const noted = isPresent
    ? records.findLast((one) => one.shelves !== undefined)?.shelves
    : undefined;
  const searchesAndColours = noted ?? (await readSearchesAndColours(storage, state.shelves?.key));
  const sorted = [...bookmarks.values()].sort((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
  return {
    bookmarks: sorted,
    searchesAndColours: searchesAndColours ?? NO_SEARCHES_OR_COLOURS,
    unreadable,
    lacksSearches: searchesAndColours === null,
    lacksChanges: isPresent && journal.isDamaged,
  };
}

/** Whether something of a state is damaged. */
export function lacks({ unreadable, lacksSearches, lacksChanges }: Restored): boolean {
  return unreadable > 0 || lacksSearches || lacksChanges;
}

async function bookmarksIn(
  storage: Reading,
  { root, fold }: Pick<Generation, 'root' | 'fold'>,
  onPapers: (done: number) => void,
): Promise<{ bookmarks: Map<PaperId, Bookmark>; unreadable: number }> {
  const bookmarks = new Map<PaperId, Bookmark>();
  const leaves: Bookmark[][] = [];
  let unreadable = 0;
  const load = async (key: string): Promise<unknown> => unpack(await read(storage, key));
  let isWayLost = false;
  const damaged = ({ papers, own, bytes }: Ref): void => {
    unreadable += papers;
    isWayLost ||= bytes > own; // it lists others, which may be whole
  };
  for await (const rows of walk(root, { load, damaged })) {
    leaves.push(rows);
    for (const row of rows) bookmarks.set(row.paper.id, row);
    onPapers(bookmarks.size);
  }
  if (root === null || !isWayLost) return { bookmarks, unreadable };
  const salvaged = await salvagedRows(storage, fold, leaves);
  return { bookmarks: salvaged, unreadable: Math.max(0, root.papers - salvaged.size) };
}

/** Saved searches and colours, as far as they can be read. */
export async function searchesAndColoursIn(
  storage: Reading,
  key: string | undefined,
): Promise<SearchesAndColours> {
  return (await readSearchesAndColours(storage, key)) ?? NO_SEARCHES_OR_COLOURS;
}

/** Null where they are damaged. */
async function readSearchesAndColours(
  storage: Reading,
  key: string | undefined,
): Promise<SearchesAndColours | null> {
  if (key === undefined) return NO_SEARCHES_OR_COLOURS;
  const value = await unpack(await read(storage, key));
  return isSearchesAndColours(value) ? value : null;
}
