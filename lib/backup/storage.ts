/** What a copy is kept in: `browser.storage.local`, or a map in tests. One `set` is written as a whole or not at all. */
export interface CopyStorage {
  get(keys: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** All keys; not in every browser. */
  getKeys?(): Promise<string[]>;
}

/** The state of the copy, under one name and the other: a broken one leaves the other. */
export const HEADS = ['backup.head.0', 'backup.head.1'] as const;

/** Where a restore that is on offer is written down, in plain, for pages. */
export const OFFER = 'backup.offer';

/** The key of a chunk: the fold that wrote it, and its place among what that fold wrote. Never written twice. */
export function chunkKey(fold: number, place: number): string {
  return `backup.chunk.${fold}.${place}`;
}

/** The fold that wrote a chunk. */
export function foldOf(key: string): number {
  return Number(key.split('.')[2]);
}

/** The key of one record of the journal. */
export function journalKey(record: number): string {
  return `backup.journal.${record}`;
}

/** The number in the key of a record of the journal; null in another key. */
export function journalNumber(key: string): number | null {
  const [, number] = /^backup\.journal\.(\d+)$/.exec(key) ?? [];
  return number === undefined ? null : Number(number);
}

/** The key of the list of chunks that nothing newer than a generation uses. */
export function leftKey(generation: number): string {
  return `backup.left.${generation}`;
}

/** Reads one value. */
export async function read(storage: Pick<CopyStorage, 'get'>, key: string): Promise<unknown> {
  return (await storage.get(key))[key];
}
