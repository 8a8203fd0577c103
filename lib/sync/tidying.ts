import type { Base } from './bases';
import { dotOf } from './dots';
import type { FileName, LogName } from './names';
import { isPast } from './round';
import { hasSeen, isWithin, type Seen } from './seen';
import type { FolderMemory } from './store';

const DAY = 86_400_000;

/** How long logs are left beside a base: others read them more cheaply. */
const BESIDE_BASE = DAY;
/** After so long anybody may remove what a base has: whoever wrote it may not come back. */
const ANYBODY = 30 * DAY;
/** After so long a part goes that no base names. */
const UNNAMED = 7 * DAY;

/** What may go. */
export const removable = { isInBase, files, parts };

/** Whether one of some bases has all of a log. */
function isInBase({ machine, to, nonce }: LogName, bases: Iterable<{ seen: Seen }>): boolean {
  const last = dotOf({ machine, n: to, nonce });
  return [...bases].some(({ seen }) => hasSeen(seen, last));
}

/**
 * Logs and bases of this machine that a base has which was there for a day; of any machine, if it was there for thirty.
 * @param bases those that are whole
 */
function files(
  there: ReadonlyMap<string, FileName>,
  bases: ReadonlyMap<string, Base>,
  machine: string,
  { bases: known }: FolderMemory,
  now: string,
): string[] {
  const olderThan = (age: number): Map<string, Base> =>
    new Map([...bases].filter(([name]) => isPast(known.get(name)?.since ?? now, age, now)));
  const [forOwn, forAll] = [olderThan(BESIDE_BASE), olderThan(ANYBODY)];
  return [...there].flatMap(([name, file]) => {
    if (file.kind !== 'log' && file.kind !== 'base') return [];
    const having = file.machine === machine ? forOwn : forAll;
    const isDone =
      file.kind === 'log'
        ? isInBase(file, having.values())
        : isIncluded(name, known.get(name), having);
    return isDone ? name : [];
  });
}

/** Whether another base has all of a base; of two that have the same one stays. */
function isIncluded(
  name: string,
  base: Base | undefined,
  others: ReadonlyMap<string, Base>,
): boolean {
  if (base === undefined) return false;
  return [...others].some(
    ([other, { seen }]) =>
      other !== name && isWithin(base.seen, seen) && (other < name || !isWithin(seen, base.seen)),
  );
}

/** Parts that no base has named for a week. */
function parts({ unnamed }: FolderMemory, now: string): string[] {
  return [...unnamed].flatMap(([name, since]) => (isPast(since, UNNAMED, now) ? name : []));
}

/** Those of some parts that no base names. */
export function unnamedParts(names: Iterable<string>, bases: Iterable<Base>): string[] {
  const named = new Set([...bases].flatMap((base) => base.parts));
  return [...names].filter((name) => !named.has(name));
}
