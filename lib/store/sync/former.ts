import { dotOf } from '../../sync/dots';
import type { FileName } from '../../sync/names';
import { hasSeen, isWithin, type Seen } from '../../sync/seen';

// Each time a machine is connected it gets a new id. Those that it had before do not count as others.

interface Known {
  self: { machine: string; seen: Seen };
  former: Seen;
}

/** Ids that a machine had, each with all of its batches, after it has left one more. */
export function withFormer(former: Seen, { machine, seen }: { machine: string; seen: Seen }): Seen {
  return new Map(former).set(machine, seen.get(machine) ?? []);
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
