import { dotOf } from '../../sync/dots';
import { type FileName, readName } from '../../sync/names';
import { hasSeen, isWithin, type Seen } from '../../sync/seen';

// Each time a machine is connected it gets a new id. Those that it had before do not count as others.

interface Known {
  self: { machine: string; seen: Seen };
  former: Seen;
}

/** Ids that are remembered, the newest: what is under older ones has long been tidied away. */
const MOST = 50;

/**
 * Ids that a machine had, each with all of its batches, after it has left one more; not those under which nothing is in
 * the folder.
 * @param bases names of the bases that it knows
 */
export function withFormer(
  former: Seen,
  { machine, seen }: { machine: string; seen: Seen },
  bases: Iterable<string>,
): Seen {
  const batches = seen.get(machine) ?? [];
  const hasBase = [...bases].map(readName).some((file) => isBy(file, machine));
  if (batches.length === 0 && !hasBase) return former;
  return new Map([...former, [machine, batches] as const].slice(-MOST));
}

function isBy(file: FileName | null, machine: string): boolean {
  return file !== null && 'machine' in file && file.machine === machine;
}

/** Whether an id is this machine's, or was: not where somebody has written under it since, as a copy of the profile does. */
export function isOwnId({ self, former }: Known, id: string): boolean {
  if (id === self.machine) return true;
  if (!former.has(id)) return false;
  return isWithin(new Map([[id, self.seen.get(id) ?? []]]), former);
}

/** Whether this machine wrote a file: what nobody has read yet under an id that it had is somebody else's. */
export function isOwnFile(known: Known, file: FileName): boolean {
  if (!('machine' in file) || !isOwnId(known, file.machine)) return false;
  if (file.kind !== 'log' || file.machine === known.self.machine) return true;
  return hasSeen(known.former, dotOf({ ...file, n: file.to }));
}
