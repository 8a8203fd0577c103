import { baseIfOwed } from './basing';
import { cardOf } from './cards';
import { care, isDue } from './care';
import { readList } from './names';
import { readNews } from './reading';
import type { Means, Round } from './round';
import { hasStranger, isRead, sendOutbox } from './writing';

/** What a cycle came to. `noLibrary`: the folder has no card, or another library's counts; nothing else was read or written. */
export type Outcome =
  | { kind: 'same' }
  | { kind: 'noLibrary' }
  /** `unread`: files that say nothing here, damaged ones or such as wait for others. */
  | { kind: 'done'; came: number; sent: number; unread?: number };

/**
 * Brings this machine and the folder in step: what was done here is captured and sent, what others wrote is applied.
 * One at a time. It may end at any moment, by a failure or with the worker: the next one goes on.
 */
export async function cycle(means: Means): Promise<Outcome> {
  const { store, folder, tools } = means;
  await store.capture();
  const files = readList(await folder.list('main'));
  const { self, memory } = await store.load();
  const names = [...files.keys()].sort();
  const isQuiet = self.outbox.length === 0 && !memory.owesBase && !isDue(memory, tools.now());
  if (isQuiet && isSame(memory.calm, names)) return { kind: 'same' };
  const card = await cardOf({ folder, files }, memory.card);
  if (card === null) return { kind: 'noLibrary' };
  if (card !== memory.card) await store.remember({ card });
  const round: Round = { ...means, files, hasUnread: false };
  // What is written from here on is looked for again, also if this machine stops before the end.
  if (memory.calm !== null) await store.remember({ calm: null });
  const came = await readNews(round);
  const { isJoining } = await store.load();
  if (!round.hasUnread) await (isJoining ? store.endJoining() : store.settle());
  if (!round.hasUnread && hasStranger(round, (await store.load()).self)) await store.leaveId();
  await baseIfOwed(round);
  const sent = await sendOutbox(round);
  const isBusy = await care(round);
  const isCalm = !isBusy && !round.hasUnread;
  await store.remember({ calm: isCalm ? [...round.files.keys()].sort() : null });
  const unread = await countUnread(round);
  return { kind: 'done', came, sent, ...(unread > 0 && { unread }) };
}

/** Logs that have something which was not seen here, and bases that could not be read. */
async function countUnread({ store, files }: Round): Promise<number> {
  const { self, memory } = await store.load();
  const unread = [...files].filter(([name, file]) =>
    file.kind === 'log' ? !isRead(self, file) : file.kind === 'base' && !memory.bases.has(name),
  );
  return unread.length;
}

function isSame(a: readonly string[] | null, b: readonly string[]): boolean {
  return a !== null && a.length === b.length && a.every((name, at) => name === b[at]);
}
