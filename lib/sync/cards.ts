import * as z from 'zod/mini';
import type { RemoteFolder } from '../remote/folder';
import { pack, unpack } from './files';
import { readLines, VERSION, writeLines } from './lines';
import type { Tools } from './machine';
import { type CardName, type FileName, readList, readName, writeName } from './names';
import { type LockedKey, MOST_ROUNDS, PLAIN } from './sealing';

/** Whose folder it is, and with which key what is in it is sealed. A card itself is never sealed. */
export interface Card {
  /** Hexadecimal. */
  library: string;
  /** Absent: nothing is sealed. */
  key?: LockedKey | undefined;
}

/** A card in the folder. */
export interface FoundCard {
  name: string;
  text: string;
  card: Card;
}

/**
 * What a folder is. `newer`: of a version that this one must not write to. `cardless`: files of machines are there, and
 * nothing says whose they are and whether they are sealed.
 */
export type Found =
  | { kind: 'none' }
  | { kind: 'cardless' }
  | { kind: 'newer' }
  | ({ kind: 'library' } & FoundCard);

/** Cards that are looked at: two machines may each put one there, and whoever puts more there is not a machine of ours. */
const MOST_CARDS = 20;

const hexadecimal = z.string().check(z.regex(/^(?:[0-9a-f]{2})+$/));
const line = z.object({
  asterism: z.literal('library'),
  v: z.int().check(z.positive()),
  id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  key: z.optional(
    z.object({ salt: hexadecimal, rounds: z.int().check(z.positive()), wrapped: hexadecimal }),
  ),
});

/**
 * The library that is in a folder. Where two machines put one there at the same time, it is the one with the lower id,
 * for both of them.
 */
export async function findLibrary(folder: RemoteFolder): Promise<Found> {
  const files = readList(await folder.list('main'));
  for (const name of cardsIn(files)) {
    const found = await readCard(folder, name);
    if (found !== null) return found;
  }
  const isAny = [...files.values()].some(({ kind }) => kind !== 'library');
  return { kind: isAny ? 'cardless' : 'none' };
}

/** Names of cards, the one that counts first. */
function cardsIn(files: ReadonlyMap<string, FileName>): string[] {
  return [...files]
    .flatMap(([name, { kind }]) => (kind === 'library' ? name : []))
    .sort()
    .slice(0, MOST_CARDS);
}

/**
 * The card that a machine has to go by which has gone by its own so far; null where that is not there, or another library
 * counts. Of two that were put there at the same time, neither sealed, both go on by the one that counts.
 */
export async function cardOf(
  { folder, files }: { folder: RemoteFolder; files: ReadonlyMap<string, FileName> },
  own: Pick<FoundCard, 'name' | 'text'> | null,
): Promise<Pick<FoundCard, 'name' | 'text'> | null> {
  if (own === null || !files.has(own.name)) return null;
  const before = cardsIn(files).filter((name) => name < own.name);
  for (const name of before) {
    const found = await readCard(folder, name);
    if (found === null) continue; // not here yet, or no card at all
    const isSealed = found.kind !== 'library' || (found.card.key ?? readCardText(own.text)?.key);
    return isSealed ? null : { name, text: found.text };
  }
  return own;
}

async function readCard(folder: RemoteFolder, name: string): Promise<Found | null> {
  const [file, bytes] = [readName(name), await folder.read('main', name)];
  const text = file && bytes && (await unpack(bytes, file, PLAIN));
  const read = line.safeParse(text === null ? null : readLines(text)[0]);
  if (text === null || !read.success) return null;
  // More rounds than a machine could bear are nothing that this version has written.
  const isNewer = read.data.v > VERSION || (read.data.key?.rounds ?? 0) > MOST_ROUNDS;
  if (isNewer) return { kind: 'newer' };
  const card = readCardText(text);
  return card && { kind: 'library', name, text, card };
}

/** What the text of a card says; null where this version cannot read it. */
export function readCardText(text: string): Card | null {
  const read = line.safeParse(readLines(text)[0]);
  if (!read.success || read.data.v > VERSION) return null;
  const { id: library, key } = read.data;
  return key ? { library, key } : { library };
}

/**
 * Puts a library into a folder that has none: a new one, or the one that was there before.
 * @returns the library that the folder has then: another machine may have been there first
 */
export async function putLibrary(folder: RemoteFolder, card: Card): Promise<Found> {
  const { library, key } = card;
  const text = writeLines([{ asterism: 'library', v: VERSION, id: library, ...(key && { key }) }]);
  const { hash, bytes } = await pack(text, PLAIN);
  const file: CardName = { kind: 'library', library, hash, size: bytes.length };
  await folder.create('main', writeName(file), bytes);
  return findLibrary(folder);
}

/** A card for a library that is new. */
export function newCard({ random }: Pick<Tools, 'random'>, key?: LockedKey): Card {
  return key ? { library: random(8), key } : { library: random(8) };
}
