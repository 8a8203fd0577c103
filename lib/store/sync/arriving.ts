import type { PaperId } from '../../papers/ids';
import type { Batch, PaperHere } from '../../sync/elements';
import { type Applied, sayAgain, type Tools } from '../../sync/machine';
import { idsToReceive, leaveId, receive, settle } from '../../sync/receiving';
import type { AsterismDatabase } from '../database';
import { cameBack, cameWith, namesIn, withWriter, writeCameList } from './came';
import { lastNoted, noteCaptured } from './captured';
import { captureRest } from './capturing';
import { papersHere, turnsBetween, writeCame, writeSaid } from './papersHere';
import { captureThings, writeShelf } from './shelf';
import type { SyncState } from './state';
import { dropTaking } from './taking';

// Called inside a transaction over all that sync writes.

/** What became of the state, and which papers have changed; null: neither a paper nor anything on the shelf. */
export interface Arrival {
  state: SyncState;
  ids: PaperId[] | null;
}

/** Takes in a batch: what commands did is captured before it, so that it claims to know nothing that it did not. */
export async function takeBatch(
  db: AsterismDatabase,
  before: SyncState,
  batch: Batch,
  tools: Tools,
): Promise<Arrival> {
  const { isJoining } = before.own;
  // What was put aside of a whole state did not know of this.
  const dropped = await dropTaking(db, before);
  const state = { ...dropped, machines: withWriter(before.machines, batch) };
  const rest = isJoining ? state.self : await captureRest(db, state.self, tools);
  const ids = new Set(idsToReceive({ self: rest }, batch));
  const self = isJoining ? rest : await captureThings(db, rest, ids, tools);
  const papers = await papersHere(db, ids);
  const done = receive({ self, papers, changed: new Set<string>(), isJoining }, batch, tools);
  const by = batch.by ?? '';
  return writeArrived(db, state, { papers, done, by, isCaptured: true }, tools);
}

/** Papers that were left unsettled, after all has come that there is. */
export async function settleRest(
  db: AsterismDatabase,
  state: SyncState,
  tools: Tools,
): Promise<Arrival> {
  const before = await captureRest(db, state.self, tools);
  const papers = await papersHere(db, state.unsettled);
  const done = settle({ self: before, papers }, state.unsettled, tools);
  const ids = await write(db, state, { papers, done, isCaptured: true }, tools);
  await writeCameList(db, cameBack(papers.values(), tools.now(), namesIn(state)));
  return { state: { ...state, self: done.self, unsettled: [] }, ids };
}

/** A machine under a new id: somebody else writes under the one it has. */
export async function leaveOwnId(
  db: AsterismDatabase,
  state: SyncState,
  tools: Tools,
): Promise<SyncState> {
  const unsent = state.self.outbox.flatMap(({ records }) => records.map(({ id }) => id));
  const papers = await papersHere(db, unsent);
  const side = { self: state.self, papers, changed: new Set<string>(), isJoining: false };
  const done = leaveId(side, tools);
  await writeSaid(db, papers, done.papers);
  return { ...state, self: done.self };
}

/** Papers for which all that their rows say is said again. */
export async function sayPapersAgain(
  db: AsterismDatabase,
  state: SyncState,
  ids: readonly PaperId[],
  tools: Tools,
): Promise<SyncState> {
  const self = await captureRest(db, state.self, tools);
  const papers = await papersHere(db, ids);
  const done = sayAgain(self, [...papers.values()], tools);
  await writeSaid(db, papers, done.papers);
  return { ...state, self: done.self };
}

/** Papers before and after something came. */
interface Arrived {
  papers: ReadonlyMap<string, PaperHere>;
  done: Pick<Applied, 'self' | 'papers'> & Partial<Pick<Applied, 'unsettled'>>;
  /** Whether all is captured that was noted before. */
  isCaptured: boolean;
  /** What the machine is called whose words came; absent: what came before is settled. */
  by?: string | undefined;
}

/** Stores papers after something came. Those of a machine that is joining wait until they meet it. */
export async function writeArrived(
  db: AsterismDatabase,
  state: SyncState,
  arrived: Arrived,
  tools: Tools,
): Promise<Arrival> {
  const { self, unsettled = [] } = arrived.done;
  if (state.own.isJoining) {
    await writeSaid(db, arrived.papers, arrived.done.papers);
    const { met: _, ...own } = state.own; // what was met has to meet this, too
    return { state: { ...state, own, self }, ids: null };
  }
  const ids = await write(db, state, arrived, tools);
  const all = [...new Set([...state.unsettled, ...unsettled])];
  return { state: { ...state, self, unsettled: all }, ids };
}

/** It is not said again: what is noted while it is written is captured. */
async function write(
  db: AsterismDatabase,
  state: SyncState,
  { papers, done, by, isCaptured }: Arrived,
  { now }: Tools,
): Promise<PaperId[] | null> {
  await writeSaid(db, papers, done.papers);
  const turns = turnsBetween(papers, done.papers);
  const at = now();
  await writeCame(db, turns, at, by);
  if (by !== undefined) {
    await writeCameList(db, cameWith(by, turns, papers, done.papers, at, namesIn(state)));
  }
  const shelf = await writeShelf(db, papers, done.papers);
  const isOnShelf = Object.values(shelf).some((all) => all.length > 0);
  if (isCaptured) await noteCaptured(db, await lastNoted(db));
  return turns.length > 0 || isOnShelf ? turns.map(({ id }) => id) : null;
}
