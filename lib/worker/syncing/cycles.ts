import type { StopReason, SyncNews } from '../../messages/syncMessages';
import { deepEqual } from '../../papers/deepEqual';
import { RemoteFailure, type RemoteFolder } from '../../remote/folder';
import type { AsterismDatabase } from '../../store/database';
import type { KeptPlace } from '../../store/keptPlace';
import type { Standing } from '../../store/sync/rows';
import { SyncIsOff } from '../../store/sync/stateInTurn';
import type { DatabaseSyncStore } from '../../store/sync/syncStore';
import { findLibrary } from '../../sync/cards';
import { cycle } from '../../sync/cycle';
import type { Tools } from '../../sync/machine';
import { PLAIN, sealWith } from '../../sync/sealing';
import { Holding } from './holding';
import { failed, inStep, mayTry, newsOf, stopped } from './standing';

/** What cycles need of the world. */
export interface CycleNeeds {
  store: DatabaseSyncStore;
  tools: Tools;
  /** Where the folder is; null: sync is off. */
  kept: () => Promise<KeptPlace | null>;
  open: (place: KeptPlace['place']) => Promise<RemoteFolder>;
  tell: (news: SyncNews | null) => Promise<void>;
  /** Runs something while the browser keeps the worker and lets nobody else in. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** The first merge is done: every page looks again. */
  joined: () => void;
  db: AsterismDatabase;
  log: (where: string, error: unknown) => void;
}

/** Runs cycles, one at a time, and says how this machine is with the others. */
export interface Cycles {
  /** A cycle, unless it waits: for the reader, or for some minutes after a failure. `isAsked`: it waits for nothing. */
  run(isAsked?: boolean): Promise<void>;
  /** The same after something has changed that may have been why it failed: not where it failed for another reason. */
  runAfter(why: StopReason): Promise<void>;
  /** The same, with removals of a machine that were held back. */
  runWith(machine: string): Promise<void>;
  /** Something that no cycle may come between. */
  alone: CycleNeeds['alone'];
  isRunning(): boolean;
  /** Tells pages what there is to tell. */
  tell(): Promise<void>;
}

/** See `Cycles`. */
export function createCycles(needs: CycleNeeds): Cycles {
  const { store, tools, log } = needs;
  let told: SyncNews | null | undefined;
  /** Cycles that run, or were asked for and will. */
  let running = 0;
  let turn: Promise<unknown> = Promise.resolve();

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(() => needs.alone(work));
    turn = done.catch(() => undefined); // whoever asked is told
    return done;
  }

  async function tell(): Promise<void> {
    const isOn = await store.isOn();
    const news = isOn ? newsOf(await store.state(), running > 0) : null;
    if (told !== undefined && deepEqual(news, told)) return;
    told = news;
    await needs.tell(news);
  }

  async function run(isAsked = false, allowed: string | null = null): Promise<void> {
    const kept = await needs.kept();
    if (kept === null) return;
    // A database that was lost, or is new: all of it is in the folder.
    if (!(await store.isOn())) await store.begin(kept.machineName);
    const { standing, own } = await store.state();
    if (!isAsked && !mayTry(standing, tools.now())) return;
    await tell();
    try {
      await store.stand(await outcome(kept, allowed));
      if (own.isJoining && !(await store.load()).isJoining) needs.joined();
    } catch (error) {
      // The library was started over under this worker: what it was is in the folder.
      if (error instanceof SyncIsOff) await store.begin(kept.machineName);
      else await store.stand(failed(standing, failureOf(error), tools.now()));
    }
  }

  /** Where a cycle waits, nobody is told that it is on its way: no news would follow that it is not. */
  async function mayRun(): Promise<boolean> {
    return !(await store.isOn()) || mayTry((await store.state()).standing, tools.now());
  }

  /** From the moment in which it is asked for, it is said to be on its way. */
  async function begin(work: () => Promise<void>): Promise<void> {
    running += 1;
    try {
      await alone(work);
    } finally {
      running -= 1;
      if (await store.isOn()) await tell();
    }
  }

  async function isWhy(why: StopReason): Promise<boolean> {
    return (await store.isOn()) && (await store.state()).standing.failure?.why === why;
  }

  function failureOf(error: unknown): Parameters<typeof failed>[1] {
    if (error instanceof RemoteFailure) return error;
    log('syncing', error);
    return LATER;
  }

  async function outcome(kept: KeptPlace, allowed: string | null): Promise<Standing> {
    const folder = await needs.open(kept.place);
    await findCard(folder);
    const seal = kept.key ? await sealWith(kept.key) : PLAIN;
    const holding = new Holding({ db: needs.db, store, allowed });
    const came = await cycle({
      store,
      folder,
      seal,
      tools,
      heldBack: (batches) => holding.heldBack(batches),
      isHeldBack: (machine) => holding.isHeldBack(machine),
    });
    const { standing } = await store.state();
    if (came.kind === 'same') return inStep(tools.now(), standing.held, standing.unread);
    if (came.kind === 'done') return inStep(tools.now(), holding.held, came.unread);
    return stopped(standing, await whyNoLibrary(folder, (await store.load()).memory.card?.name));
  }

  /** After the database was lost the card has to be found again. */
  async function findCard(folder: RemoteFolder): Promise<void> {
    if ((await store.load()).memory.card !== null) return;
    const found = await findLibrary(folder);
    if (found.kind !== 'library') return;
    await store.remember({ card: { name: found.name, text: found.text } });
  }

  return {
    run: async (isAsked) => {
      if (isAsked || (await mayRun())) await begin(() => run(isAsked));
    },
    runAfter: (why) => begin(async () => run(await isWhy(why))),
    runWith: (machine) => begin(() => run(true, machine)),
    alone,
    isRunning: () => running > 0,
    tell,
  };
}

/** A bug, or a database that could not be written: another time may do. */
const LATER = { code: 'later', status: undefined, retryAfter: undefined } as const;

async function whyNoLibrary(folder: RemoteFolder, own: string | undefined): Promise<StopReason> {
  const found = await findLibrary(folder);
  if (found.kind === 'newer') return 'newer';
  if (found.kind !== 'library') return 'noLibrary';
  const isThere = own !== undefined && (await folder.list('main')).has(own);
  return isThere ? 'twoLibraries' : 'otherLibrary';
}
