import { namesInBase, readBase } from './bases';
import { fetchText, noteDamage } from './fetching';
import { type NotWhole, oneByOne, partsInTurn } from './partsInTurn';
import { LogReader } from './readingLogs';
import { memoryOf, type Round, sinceOf } from './round';
import { isWithin, NOTHING_SEEN, type Seen, unionSeen } from './seen';
import type { FolderMemory, KnownBase } from './store';

/** Reads and applies what others have written since. Returns how many batches and bases came. */
export async function readNews(round: Round): Promise<number> {
  await readManifests(round);
  const { self } = await round.store.load();
  // A new machine takes a whole state before the steps that led to it.
  let came = self.seen.size === 0 ? await takeBases(round) : 0;
  const reader = new LogReader(round);
  for (;;) {
    const batches = await reader.readOn();
    const bases = await takeBases(round);
    came += batches + bases;
    if (batches + bases === 0) return came;
  }
}

/** Reads manifests that are new, and forgets those that are not there any more. */
export async function readManifests(round: Round): Promise<void> {
  const { bases, broken } = await memoryOf(round);
  const there = new Map<string, KnownBase>();
  const now = round.tools.now();
  for (const [name, { kind }] of [...round.files]) {
    if (kind !== 'base') continue;
    const known = bases.get(name);
    const text = known ? null : await fetchText(round, 'main', name);
    const read = text === null ? null : readBase(text);
    const base = known ?? (text !== null && read ? { ...read, names: namesInBase(text) } : null);
    if (base) there.set(name, { ...base, since: sinceOf(known?.since, now) });
  }
  if (there.size + bases.size === 0) return;
  await round.store.remember({
    bases: there,
    broken: broken.filter((name) => there.has(name)),
  });
}

/** Takes in bases that have something which was not seen here. */
async function takeBases(round: Round): Promise<number> {
  let taken = 0;
  const { bases } = await memoryOf(round);
  for (const [name, base] of largestFirst(bases)) {
    const { self } = await round.store.load();
    if (isWithin(base.seen, self.seen)) continue;
    const became = await takeParts(round, name, base);
    // Without one of its parts it is as damaged as its file can be, and nobody else may look at it today. Where another
    // program carries the files, the part may be on its way, for days.
    const isDamaged = became === 'wrong' || (became === 'late' && !round.folder.isCarried);
    await noteDamage(round, 'main', name, isDamaged);
    if (became !== 'taken') continue;
    if (await round.isHeldBack?.(writerOf(round, name))) {
      round.hasUnread = true;
      continue;
    }
    await round.store.joinState();
    taken++;
  }
  return taken;
}

/** Takes the parts of a base, or says why it cannot be had whole. */
async function takeParts(round: Round, name: string, base: KnownBase): Promise<'taken' | NotWhole> {
  const { store } = round;
  const begun = await store.beginState(name, base.seen);
  let became: 'taken' | NotWhole = 'taken';
  // The next are read while the disk is waited for with those before.
  await oneByOne(partsInTurn(round, base, begun), async (parts, meanwhile) => {
    if (typeof parts === 'string') became = parts;
    else await store.takeParts(parts, meanwhile);
  });
  if (base.parts.length === 0) await store.takeParts({ from: '', elements: new Map(), count: 0 });
  return became;
}

function writerOf({ files }: Round, name: string): string {
  const file = files.get(name);
  return file?.kind === 'base' ? file.machine : '';
}

function largestFirst(bases: FolderMemory['bases']): [string, KnownBase][] {
  const sizeOf = (seen: Seen): number =>
    [...seen.values()].reduce((all, numbers) => all + numbers.length, 0);
  return [...bases].sort(([, a], [, b]) => sizeOf(b.seen) - sizeOf(a.seen));
}

/** The bases that a machine takes which has seen nothing, in this order, if each of them can be had whole. */
export function basesToTake(bases: FolderMemory['bases']): [string, KnownBase][] {
  let seen = NOTHING_SEEN;
  return largestFirst(bases).filter(([, base]) => {
    const isNew = !isWithin(base.seen, seen);
    seen = unionSeen(seen, base.seen);
    return isNew;
  });
}
