import { dotOf } from './dots';
import type { FileName, LogName } from './names';
import { hasSeen, type Seen, unionSeen } from './seen';

/**
 * Whether a folder has everything that a machine has seen, in bases or in logs.
 * @param seen without what is not sent yet
 */
export function isCovered(
  seen: Seen,
  files: Iterable<FileName>,
  bases: Iterable<{ seen: Seen }>,
): boolean {
  const inBases = [...bases].reduce<Seen>((all, base) => unionSeen(all, base.seen), new Map());
  const logs = Map.groupBy(
    [...files].filter((file) => file.kind === 'log'),
    ({ machine }) => machine,
  );
  return [...seen].every(([machine, numbers]) => {
    const inLogs = numbersIn(numbers, logs.get(machine) ?? []);
    return numbers.every(
      (nonces, at) =>
        inLogs.has(at + 1) ||
        nonces.every((nonce) => hasSeen(inBases, dotOf({ machine, n: at + 1, nonce }))),
    );
  });
}

/** Numbers whose batches logs have. Where two copies of a machine wrote, a name does not say whose batches are in it. */
function numbersIn(numbers: readonly (readonly string[])[], logs: readonly LogName[]): Set<number> {
  const there = new Set<number>();
  for (const { from, to, nonce } of logs) {
    if (!numbers[to - 1]?.includes(nonce)) continue;
    for (let n = from; n <= to; n++) if (numbers[n - 1]?.length === 1) there.add(n);
  }
  return there;
}
