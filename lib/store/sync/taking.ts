import type { Elements } from '../../sync/bases';
import type { PaperHere } from '../../sync/elements';
import { type Losses, lossesTo } from '../../sync/losses';
import { type Applied, joined, type Tools } from '../../sync/machine';
import { readName } from '../../sync/names';
import { beforeState, takeSome } from '../../sync/receiving';
import type { Seen } from '../../sync/seen';
import { shelfKey } from '../../sync/shelfThings';
import type { NextParts } from '../../sync/store';
import type { AsterismDatabase } from '../database';
import { uncaptured } from './captured';
import { SLICE } from './capturing';
import { papersHere, writeSaid } from './papersHere';
import { idsThatDiffer, replicasBetween, replicasOf, saidOf } from './replica';
import type { Coming, SyncStateRow, Taking } from './rows';
import { type SyncState, takingIn } from './state';
import { beginStraight } from './straight';

// A whole state of another machine comes a part at a time, so that it is never in memory as a whole, nor written in one
// transaction. What differs from what is here is put aside first: a folder that fails leaves the library as it was. Once
// all of it has come it is written without the folder, some papers in each transaction. Until the last nothing is captured
// but of papers whose turn it is: what was said about one that is written already would name batches that count as seen only
// then. All of this is called inside a transaction over all that sync writes.

/** A whole state begins to come; what is left of another that did not come whole is dropped. */
export async function beginTaking(
  db: AsterismDatabase,
  before: SyncState,
  { base, seen }: { base: string; seen: Seen },
  tools: Tools,
): Promise<SyncState> {
  if (before.taking?.base === base) return before;
  const state = await dropTaking(db, before);
  const unsent = state.self.outbox.flatMap(({ records }) => records.map(({ id }) => id));
  const papers = await papersHere(db, unsent);
  const side = { self: state.self, papers, changed: new Set<string>(), isJoining: false };
  const renamed = beforeState(side, seen, tools);
  if (renamed) await writeSaid(db, papers, renamed.papers);
  const straight = await beginStraight(db, state);
  const taking: Taking = { base, seen, parts: 0, below: null, straight, isWhole: false };
  return { ...state, self: renamed?.self ?? state.self, taking };
}

/** A whole state that has not come whole is of no use when something else has come. */
export async function dropTaking(db: AsterismDatabase, state: SyncState): Promise<SyncState> {
  if (state.taking === null) return state;
  await coming(db).delete();
  // Elements of batches that were not seen: the papers stay, and meet what comes as if they had been here before.
  if (state.taking.straight) await db.replica.clear();
  return { ...state, taking: null };
}

/** Puts aside what the next parts say that is not here, or not there any more. */
export async function putAside(
  db: AsterismDatabase,
  state: SyncState,
  parts: NextParts,
): Promise<SyncState> {
  const taking = takingIn(state);
  const { from, elements } = parts;
  const own = await replicasBetween(db.replica, from, taking.below);
  const ids = [...idsThatDiffer(own, elements)].sort();
  const rows: SyncStateRow[] = [];
  for (let at = 0; at < ids.length; at += SLICE) {
    const some = ids.slice(at, at + SLICE).map((id) => ({ id, elements: elements.get(id) ?? [] }));
    rows.push({ key: keyOf(taking.parts, at), value: { papers: some } satisfies Coming });
  }
  await db.syncState.bulkPut(rows);
  return withNextParts(state, parts);
}

/** Some parts more have come. */
export function withNextParts(state: SyncState, { from, count }: NextParts): SyncState {
  const taking = takingIn(state);
  return { ...state, taking: { ...taking, parts: taking.parts + count, below: from } };
}

/** The next papers that were put aside, as they are here and after what is said about them; null: all are written. */
export async function takeAside(
  db: AsterismDatabase,
  { self, own, taking, machines }: SyncState,
  tools: Tools,
): Promise<{
  papers: Map<string, PaperHere>;
  done: Applied;
  isCaptured: boolean;
  by: string;
} | null> {
  const row = await coming(db).first();
  if (row === undefined || taking === null) return null;
  const elements = elementsIn(row);
  const papers = await papersHere(db, elements.keys());
  const { ids } = await uncaptured(db, Number.POSITIVE_INFINITY);
  // No list says what commands did to the shelf.
  const shelf = [...papers.keys()].filter((id) => shelfKey(id) !== null);
  const side = { self, papers, changed: new Set([...ids, ...shelf]), isJoining: own.isJoining };
  const done = takeSome(side, { seen: taking.seen, elements }, tools);
  await db.syncState.delete(row.key);
  const file = readName(taking.base);
  const writer = file?.kind === 'base' ? machines.get(file.machine) : undefined;
  return { papers, done, isCaptured: ids.length === 0, by: writer?.name ?? '' };
}

/** All of it is written. */
export function endTaking(state: SyncState): SyncState {
  return { ...state, self: joined(state.self, takingIn(state).seen), taking: null };
}

/** What is taken away by what was put aside. */
export async function lossesByTaking(db: AsterismDatabase, state: SyncState): Promise<Losses> {
  const { seen } = takingIn(state);
  const [removed, emptied] = [new Set<string>(), new Set<string>()];
  for (const row of await coming(db).toArray()) {
    const elements = elementsIn(row);
    const own = await replicasOf(db.replica, elements.keys());
    const here = new Map([...elements.keys()].map((id) => [id, saidOf(own, id).elements]));
    const losses = lossesTo(here, { seen, elements });
    for (const id of losses.removed) removed.add(id);
    for (const id of losses.emptied) emptied.add(id);
  }
  return { removed, emptied };
}

function coming(db: AsterismDatabase) {
  return db.syncState.where('key').startsWith('coming ');
}

/** In the order in which they came. */
function keyOf(part: number, at: number): SyncStateRow['key'] {
  return `coming ${String(part).padStart(6, '0')} ${String(at).padStart(9, '0')}`;
}

function elementsIn({ value }: SyncStateRow): Elements {
  const { papers } = value as Coming; // `putAside` alone writes it
  return new Map(papers.map(({ id, elements }) => [id, elements]));
}
