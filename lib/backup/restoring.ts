import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import type { Shelves } from '../papers/shelves';
import { type Root, walk } from './chunks';
import { changesIn, type Head, type JournalRecord, readHead, readJournal } from './head';
import { unpack } from './packing';
import { type CopyStorage, read } from './storage';

type Reading = Pick<CopyStorage, 'get'>;

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
  shelves: Shelves;
  /** Papers that are in damaged chunks. */
  unreadable: number;
}

/** What can be restored, without reading it. */
export async function overview(storage: Reading): Promise<Overview | null> {
  const head = await readHead(storage);
  if (head === null) return null;
  const { records } = await readJournal(storage, head.journal);
  const past = head.generations.map(({ fold, at, root }) => ({
    name: fold,
    at,
    papers: root?.papers ?? 0,
    bytes: root?.bytes ?? 0,
  }));
  const present: KeptState = {
    name: 'present',
    at: records.at(-1)?.at ?? head.at,
    papers: records.at(-1)?.papers ?? head.root?.papers ?? 0,
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
    const { records } = await readJournal(storage, head.journal);
    const restored = await restoreFrom(storage, head, records, name, onPapers);
    // While it was read the worker may have folded, and have removed what the state before needed.
    const after = restored !== null && restored.unreadable > 0 ? await readHead(storage) : head;
    if (after?.turn === head.turn) return restored;
  }
}

async function restoreFrom(
  storage: Reading,
  head: Head,
  records: readonly JournalRecord[],
  name: KeptState['name'],
  onPapers: (done: number) => void,
): Promise<Restored | null> {
  const isPresent = name === 'present';
  const state = isPresent ? head : head.generations.find(({ fold }) => fold === name);
  if (state === undefined) return null;
  const { bookmarks, unreadable } = await bookmarksIn(storage, state.root, onPapers);
  if (isPresent) {
    for (const [id, bookmark] of changesIn(records)) {
      if (bookmark === null) bookmarks.delete(id);
      else bookmarks.set(id, bookmark);
    }
  }
  const noted = isPresent
    ? records.findLast((one) => one.shelves !== undefined)?.shelves
    : undefined;
  const shelves = noted ?? (await shelvesIn(storage, state.shelves?.key));
  const sorted = [...bookmarks.values()].sort((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
  return { bookmarks: sorted, shelves, unreadable };
}

async function bookmarksIn(
  storage: Reading,
  root: Root | null,
  onPapers: (done: number) => void,
): Promise<{ bookmarks: Map<PaperId, Bookmark>; unreadable: number }> {
  const bookmarks = new Map<PaperId, Bookmark>();
  let unreadable = 0;
  const load = async (key: string): Promise<unknown> => unpack(await read(storage, key));
  const damaged = ({ papers }: { papers: number }): void => {
    unreadable += papers;
  };
  for await (const rows of walk(root, { load, damaged })) {
    for (const row of rows) bookmarks.set(row.paper.id, row);
    onPapers(bookmarks.size);
  }
  return { bookmarks, unreadable };
}

/** Saved searches and colours, as far as they can be read. */
export async function shelvesIn(storage: Reading, key: string | undefined): Promise<Shelves> {
  const value = key === undefined ? undefined : await unpack(await read(storage, key));
  const isThere = typeof value === 'object' && value !== null && 'searches' in value;
  return isThere ? (value as Shelves) : { searches: [], colours: [] }; // written under a checksum
}
