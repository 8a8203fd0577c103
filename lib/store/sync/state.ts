import { partsOf } from '../../sync/dots';
import type { Batch } from '../../sync/elements';
import type { Self } from '../../sync/machine';
import { NOTHING_SEEN, type Seen } from '../../sync/seen';
import { type FolderMemory, NO_MEMORY } from '../../sync/store';
import type { AsterismDatabase } from '../database';
import { endCapturing } from './captured';
import { withFormer } from './former';
import {
  type KnownMachine,
  NOTHING_TRIED,
  type Own,
  type Standing,
  type SyncFacts,
  type Taking,
} from './rows';

/** All that a machine knows of itself and of the folder. */
export interface SyncState {
  own: Own;
  self: Self;
  memory: FolderMemory;
  unsettled: readonly string[];
  machines: ReadonlyMap<string, KnownMachine>;
  standing: Standing;
  /** A whole state that is on its way in. */
  taking: Taking | null;
  /** What this machine wrote under ids that it had before. */
  former: Seen;
}

/** What is stored; null where sync is off. Inside a transaction over `syncState` and `outbox`. */
export async function readState(db: AsterismDatabase): Promise<SyncState | null> {
  const [own, seen, memory, unsettled, machines, standing, taking, former, rows] =
    await Promise.all([
      fact(db, 'own'),
      fact(db, 'seen'),
      fact(db, 'memory'),
      fact(db, 'unsettled'),
      fact(db, 'machines'),
      fact(db, 'standing'),
      fact(db, 'taking'),
      fact(db, 'former'),
      db.outbox.toArray(),
    ]);
  if (own === undefined) return null;
  return {
    own,
    self: {
      machine: own.machine,
      seen: seen ?? new Map(),
      outbox: rows.map(({ batch }) => batch),
    },
    memory: { ...NO_MEMORY, ...memory },
    unsettled: unsettled ?? [],
    machines: machines ?? new Map(),
    standing: standing ?? NOTHING_TRIED,
    taking: taking ?? null,
    former: former ?? NOTHING_SEEN,
  };
}

/** Whether what was read before is still what is stored: the database may have been emptied under this worker. */
export async function isStill(db: AsterismDatabase, { own }: SyncState): Promise<boolean> {
  return (await fact(db, 'own'))?.machine === own.machine;
}

/** Stores what became another. In the same transaction. */
export async function writeState(
  db: AsterismDatabase,
  before: SyncState | null,
  after: SyncState,
): Promise<void> {
  await Promise.all([
    after.own !== before?.own && put(db, 'own', after.own),
    after.self.seen !== before?.self.seen && put(db, 'seen', after.self.seen),
    after.memory !== before?.memory && put(db, 'memory', after.memory),
    after.unsettled !== before?.unsettled && put(db, 'unsettled', after.unsettled),
    after.taking !== (before?.taking ?? null) && put(db, 'taking', after.taking),
    after.standing !== before?.standing && put(db, 'standing', after.standing),
    after.machines !== before?.machines && put(db, 'machines', after.machines),
    writeOutbox(db, before?.self.outbox ?? [], after.self.outbox),
  ]);
}

async function writeOutbox(
  db: AsterismDatabase,
  before: readonly Batch[],
  after: readonly Batch[],
): Promise<void> {
  if (before === after) return;
  const [was, is] = [new Set(before), new Set(after)];
  const gone = before.filter((batch) => !is.has(batch)).map(numberOf);
  const fresh = after.filter((batch) => !was.has(batch));
  if (gone.length > 0) await db.outbox.bulkDelete(gone);
  await db.outbox.bulkPut(fresh.map((batch) => ({ n: numberOf(batch), batch })));
}

function numberOf({ dot }: Batch): number {
  return partsOf(dot).n;
}

async function fact<K extends keyof SyncFacts>(
  db: AsterismDatabase,
  key: K,
): Promise<SyncFacts[K] | undefined> {
  const row = await db.syncState.get(key);
  return row?.value as SyncFacts[K] | undefined; // `put` alone writes it
}

async function put<K extends keyof SyncFacts>(
  db: AsterismDatabase,
  key: K,
  value: SyncFacts[K],
): Promise<void> {
  await db.syncState.put({ key, value });
}

/** The whole state that is on its way in. */
export function takingIn({ taking }: SyncState): Taking {
  if (taking === null) throw new Error('no state is on its way');
  return taking;
}

/**
 * Forgets all of it, but for the ids that this machine had, and those that the reader took off the list: it may come back
 * to the folder that knows them.
 */
export async function clearSync(
  db: AsterismDatabase,
): Promise<Pick<SyncState, 'former' | 'machines'>> {
  const { replica, outbox, syncState, synced } = db;
  const before = await readState(db);
  const former = before
    ? withFormer(before.former, before.self, before.memory.bases.keys())
    : ((await fact(db, 'former')) ?? NOTHING_SEEN);
  const machines = forgotten(before?.machines ?? (await fact(db, 'machines')) ?? new Map());
  await Promise.all([replica.clear(), outbox.clear(), syncState.clear(), synced.clear()]);
  if (former.size > 0) await put(db, 'former', former);
  if (machines.size > 0) await put(db, 'machines', machines);
  await endCapturing(db);
  return { former, machines };
}

/** Machines that the reader took off the list, by their ids alone. */
function forgotten(machines: SyncState['machines']): SyncState['machines'] {
  const gone = [...machines].filter(([, { isForgotten }]) => isForgotten);
  return new Map(gone.map(([id]) => [id, { name: '', at: '', isForgotten: true }]));
}
