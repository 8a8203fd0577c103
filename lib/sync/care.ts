import type { Base } from './bases';
import { baseIfDue, wholeBases } from './basing';
import { lookAtDamaged } from './fetching';
import { joinLogs } from './joining';
import { readList } from './names';
import { isPast, memoryOf, type Round, removeFile, sinceOf } from './round';
import type { FolderMemory } from './store';
import { removable, unnamedParts } from './tidying';

const DAY = 86_400_000;

/** Sees to it that the folder has everything, in not too many files. Whether there is something left to do. */
export async function care(round: Round): Promise<boolean> {
  await lookAtDamaged(round);
  await lookAtParts(round);
  const { self, isJoining } = await round.store.load();
  if (isJoining || self.outbox.length > 0) return true;
  const isWaiting = await baseIfDue(round);
  await joinLogs(round);
  await tidy(round);
  const { damaged } = await memoryOf(round);
  return isWaiting || damaged.size > 0;
}

/** Whether the parts should be looked at. */
export function isDue({ bases, partsAt }: FolderMemory, now: string): boolean {
  return bases.size > 0 && (partsAt === null || partsAt > now || isPast(partsAt, DAY, now));
}

/** Once a day: which bases lack a part, and which parts nobody names. */
async function lookAtParts(round: Round): Promise<void> {
  const memory = await memoryOf(round);
  const { bases, unnamed } = memory;
  const now = round.tools.now();
  if (!isDue(memory, now)) return;
  const parts = readList(await round.folder.list('parts'));
  const isBroken = ({ parts: names }: Base): boolean => names.some((name) => !parts.has(name));
  const broken = [...bases].flatMap(([name, base]) => (isBroken(base) ? name : []));
  const still = unnamedParts(parts.keys(), bases.values()).map((name): [string, string] => [
    name,
    sinceOf(unnamed.get(name), now),
  ]);
  await round.store.remember({ partsAt: now, broken, unnamed: new Map(still) });
}

/** Removes what is not needed any more, and only that. */
async function tidy(round: Round): Promise<void> {
  const { self } = await round.store.load();
  const memory = await memoryOf(round);
  const now = round.tools.now();
  const bases = wholeBases(memory);
  for (const name of removable.files(round.files, bases, self.machine, memory, now)) {
    await removeFile(round, 'main', name);
  }
  const old = removable.parts(memory, now);
  if (old.length === 0) return;
  // Only where every base that is there now was read, and names none of them.
  const listed = readList(await round.folder.list('main'));
  const there = [...listed].flatMap(([name, { kind }]) => (kind === 'base' ? name : []));
  if (!there.every((name) => memory.bases.has(name))) return;
  for (const name of old) await removeFile(round, 'parts', name);
  await round.store.remember({ unnamed: new Map() });
}
