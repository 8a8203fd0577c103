import type { Place } from '../remote/folder';
import { unpack } from './files';
import { MOST_BYTES, readName } from './names';
import { isPast, memoryOf, PATIENCE, type Round, removeFile, sinceOf } from './round';
import type { Bytes } from './sealing';

/** Reads a file's content; null where it is not there now or is not what its name says. */
export async function fetchText(round: Round, place: Place, name: string): Promise<string | null> {
  return textIn(round, place, name, await fetchFile(round, place, name));
}

/** Reads a file as it lies there; null where it is not there now. Nothing is noted about it. */
export async function fetchFile(round: Round, place: Place, name: string): Promise<Bytes | null> {
  const file = readName(name);
  const isOurs = file !== null && file.size <= MOST_BYTES;
  return isOurs ? round.folder.read(place, name) : null;
}

/** The content of a file that was read; null where it was not there or is not what its name says. */
export async function textIn(
  round: Round,
  place: Place,
  name: string,
  bytes: Bytes | null,
): Promise<string | null> {
  const file = readName(name);
  const text = file && bytes && (await unpack(bytes, file, round.seal));
  if (text === null) round.hasUnread = true;
  await noteDamage(round, place, name, bytes !== null && text === null);
  return text;
}

/** Whoever finds a file damaged twice removes it: then it is missing, and machines that know its content write it again. */
export async function noteDamage(
  round: Round,
  place: Place,
  name: string,
  isDamaged: boolean,
): Promise<void> {
  const { damaged } = await memoryOf(round);
  if (!isDamaged && !damaged.has(name)) return;
  const now = round.tools.now();
  const first = sinceOf(damaged.get(name), now);
  const next = new Map(damaged);
  if (isDamaged && isPast(first, PATIENCE, now)) await removeFile(round, place, name);
  if (!isDamaged || isPast(first, PATIENCE, now)) next.delete(name);
  else next.set(name, first);
  await round.store.remember({ damaged: next });
}

/** Looks again at files that were damaged, also at those that nobody here has to read any more. */
export async function lookAtDamaged(round: Round): Promise<void> {
  const { damaged, bases } = await memoryOf(round);
  const parts = new Set([...bases.values()].flatMap((base) => base.parts));
  const isThere = (name: string): boolean => round.files.has(name) || parts.has(name);
  const there = new Map([...damaged].filter(([name]) => isThere(name)));
  if (there.size < damaged.size) await round.store.remember({ damaged: there });
  const now = round.tools.now();
  for (const [name, since] of there) {
    if (isPast(since, PATIENCE, now) || since > now) {
      await fetchText(round, parts.has(name) ? 'parts' : 'main', name);
    }
  }
}
