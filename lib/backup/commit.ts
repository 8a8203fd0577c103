import { dropAll } from './chunks';
import { kept } from './generations';
import { writeHead } from './headAndJournal';
import { pack, unpack } from './packing';
import { type CopyStorage, chunkKey, foldOf, leftKey, read } from './storage';
import type { Generation, Head, Piece } from './written';

/** Characters that are written at once. */
const BATCH = 256_000;

/** Chunks of one fold on their way into the storage. Nothing counts before `commit`. */
export interface Fold {
  load(key: string): Promise<unknown>;
  store(value: unknown): Promise<Piece>;
  dropped(piece: Piece): void;
  damaged(): void;
  /** Whether a chunk could not be read. */
  isDamaged(): boolean;
  /** Whether the copy will be another one. */
  hasChanged(): boolean;
  /**
   * Makes this the copy, in one write; then removes what nothing needs any more. `next` has the new state, with the
   * generations that there are to be, of which those are kept that are due.
   */
  commit(
    next: Omit<Head, 'turn' | 'bytes' | 'doomed'>,
    gone: readonly string[],
    also?: Record<string, unknown>,
  ): Promise<Head>;
}

/** Begins a fold on top of a head. `rest` gives others their turn. */
export function beginFold(storage: CopyStorage, head: Head, rest: () => Promise<void>): Fold {
  const number = head.fold + 1;
  const freed: Piece[] = [];
  let place = 0;
  let added = 0;
  let isDamaged = false;
  let waiting: Record<string, string> = {};
  let size = 0;

  return {
    load: async (key) => {
      await rest();
      return unpack(await read(storage, key));
    },
    store: async (value) => {
      const packed = await pack(value);
      const key = chunkKey(number, place++);
      waiting[key] = packed;
      size += packed.length;
      added += packed.length;
      // In the order of their places: what a dead worker leaves is found by counting.
      if (size > BATCH) {
        await storage.set(waiting);
        waiting = {};
        size = 0;
        await rest();
      }
      return { key, own: packed.length };
    },
    dropped: (piece) => freed.push(piece),
    damaged: () => {
      isDamaged = true;
    },
    isDamaged: () => isDamaged,
    hasChanged: () => place > 0 || freed.length > 0,
    commit: async (next, gone, also = {}) => {
      const { generations, left, free, emptied } = await thinned(storage, next, freed);
      const doomed = [...head.doomed, ...free.map(({ key }) => key), ...emptied, ...gone];
      const bytes = head.bytes + added - free.reduce((sum, { own }) => sum + own, 0);
      const became: Head = { ...next, generations, turn: head.turn + 1, bytes, doomed };
      await writeHead(storage, became, { ...waiting, ...left, ...also });
      if (doomed.length > 0) await storage.remove(doomed);
      return { ...became, doomed: [] };
    },
  };
}

interface Thinned {
  generations: Generation[];
  /** Lists of what only a generation and those before it use. */
  left: Record<string, string>;
  /** What nothing uses any more. */
  free: Piece[];
  /** Lists of generations that are gone. */
  emptied: string[];
}

/**
 * Which generations stay, and what of the dropped chunks they need. A chunk is in every state from the fold that wrote
 * it to the one that dropped it; so it stays with the last generation in between, or goes. When that one goes, so does
 * the chunk, or it stays with the one before: no tree is ever walked to find out.
 */
async function thinned(
  storage: CopyStorage,
  next: Pick<Head, 'generations' | 'day'>,
  freed: readonly Piece[],
): Promise<Thinned> {
  const generations = kept(next.generations, next.day);
  const gone = next.generations.filter((one) => !generations.includes(one));
  const lists = new Map<number, Piece[]>();
  const listOf = async (fold: number): Promise<Piece[]> => {
    const known = lists.get(fold) ?? toPieces(await unpack(await read(storage, leftKey(fold))));
    lists.set(fold, known);
    return known;
  };
  const free: Piece[] = [];
  const leave = async (piece: Piece, before: number): Promise<void> => {
    const last = generations.findLast(({ fold }) => fold <= before);
    if (last === undefined || foldOf(piece.key) > last.fold) free.push(piece);
    else (await listOf(last.fold)).push(piece);
  };
  for (const { fold } of gone) {
    for (const piece of await listOf(fold)) await leave(piece, fold);
    lists.delete(fold);
  }
  for (const piece of freed) await leave(piece, Number.POSITIVE_INFINITY);
  const left: Record<string, string> = {};
  for (const [fold, list] of lists) left[leftKey(fold)] = await pack(list);
  return { generations, left, free, emptied: gone.map(({ fold }) => leftKey(fold)) };
}

function toPieces(value: unknown): Piece[] {
  return Array.isArray(value) ? value : []; // written above, under a checksum
}

/** Drops every chunk of the present state: another one begins. */
export async function dropState(head: Head, fold: Fold): Promise<void> {
  await dropAll(head.root, fold);
  if (head.shelves !== null) fold.dropped(head.shelves);
}
