import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import { isBookmark, isRef, type Piece, type Ref, type Root } from './written';

/** Ids after one and up to another; `through` null: up to the last. */
export interface Range {
  after: PaperId | '';
  through: PaperId | null;
}

/** Where chunks are read and written. */
export interface Chunks {
  /** What is in a chunk, undefined where it is damaged. */
  load(key: string): Promise<unknown>;
  store(value: unknown): Promise<Piece>;
  /** Told of each chunk that the new tree does without. */
  dropped(piece: Piece): void;
  /** Told of each chunk that cannot be read. */
  damaged(ref: Ref): void;
}

/** All bookmarks of a tree, a leaf at a time, in the order of ids. Damaged chunks are told and left out. */
export async function* walk(
  root: Root | null,
  chunks: Pick<Chunks, 'load' | 'damaged'>,
): AsyncGenerator<Bookmark[], void, void> {
  if (root !== null) yield* walkBelow(root, root.height, chunks);
}

async function* walkBelow(
  ref: Ref,
  height: number,
  chunks: Pick<Chunks, 'load' | 'damaged'>,
): AsyncGenerator<Bookmark[], void, void> {
  if (height === 0) {
    const rows = await rowsOf(ref, chunks);
    if (rows !== null) yield rows;
    return;
  }
  for (const kid of (await kidsOf(ref, chunks)) ?? []) yield* walkBelow(kid, height - 1, chunks);
}

/** Tells of every chunk of a tree. Leaves are not read for it. */
export async function dropAll(root: Root | null, chunks: Chunks): Promise<void> {
  const drop = async (ref: Ref, height: number): Promise<void> => {
    chunks.dropped(ref);
    if (height === 0) return;
    for (const kid of (await kidsOf(ref, chunks)) ?? []) await drop(kid, height - 1);
  };
  if (root !== null) await drop(root, root.height);
}

type Loading = Pick<Chunks, 'load' | 'damaged'>;

/** The bookmarks of a leaf, null where it is damaged. */
export async function rowsOf(ref: Ref, chunks: Loading): Promise<Bookmark[] | null> {
  return listOf(ref, chunks, isBookmark);
}

/** What an inner chunk lists, null where it is damaged. */
export async function kidsOf(ref: Ref, chunks: Loading): Promise<Ref[] | null> {
  return listOf(ref, chunks, isRef);
}

async function listOf<T>(
  ref: Ref,
  { load, damaged }: Loading,
  fits: (item: unknown) => item is T,
): Promise<T[] | null> {
  const value = await load(ref.key);
  if (Array.isArray(value) && value.every(fits)) return value;
  damaged(ref);
  return null;
}
