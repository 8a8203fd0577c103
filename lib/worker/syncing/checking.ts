import type { CheckAnswer, CheckStep, PlaceContent, SyncPlace } from '../../messages/syncMessages';
import { RemoteFailure, type RemoteFolder } from '../../remote/folder';
import { movedTo } from '../../remote/redirects';
import type { Ask } from '../../remote/webdav';
import { findLibrary } from '../../sync/cards';
import { readList } from '../../sync/names';
import { makeFolder, openPlace, type Reach } from './places';

/** The longest that is waited for what a check has left to go, in milliseconds. */
const CLEANING = 10_000;

/** How a check is followed, and given up. */
export interface Watching {
  /** Told the steps that are done, from none to all of them. */
  told?: (done: readonly CheckStep[]) => Promise<void>;
  /** Aborts: the step at hand fails as if nobody had answered. */
  signal?: AbortSignal;
}

/** The step at hand is done, and the one after it begins. */
type Next = (following: CheckStep | null) => Promise<void>;

/** Tries a place step by step; what it creates it removes. The first step that fails ends it. */
export async function checkPlace(
  place: SyncPlace,
  reach: Reach,
  { told, signal }: Watching = {},
): Promise<CheckAnswer> {
  const done: CheckStep[] = [];
  let step: CheckStep = 'reach';
  const next: Next = async (following) => {
    done.push(step);
    step = following ?? step;
    await told?.([...done]);
    if (signal?.aborted) throw new RemoteFailure('offline');
  };
  const reachUntil = { ...reach, ask: endedBy(reach.ask, signal) };
  try {
    await told?.([]);
    const folder = await openPlace(place, reachUntil);
    await listed(folder, place, reachUntil, next);
    const name = `check-${crypto.randomUUID()}.bin`;
    try {
      await tried(folder, name, next);
    } catch (error) {
      await removeLeft(place, reach, name);
      throw error;
    }
    return { done, failed: null, there: await contentOf(folder) };
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    const { code: why, status = null } = error;
    const isMoved = why === 'untrusted' && place.kind === 'webdav';
    const moved = isMoved ? await movedTo(place, reachUntil.ask) : null;
    return { done, failed: { step, why, status }, there: null, ...(moved && { movedTo: moved }) };
  }
}

/** Reaches the folder, logs in, lists it, and makes it where it is not there. */
async function listed(
  folder: RemoteFolder,
  place: SyncPlace,
  reach: Reach,
  next: Next,
): Promise<void> {
  const failure = await failureOf(() => folder.list('main'));
  if (failure?.code === 'offline' || failure?.code === 'permission') throw failure;
  await next('logIn');
  if (failure?.code === 'refused') throw failure;
  await next('list');
  if (failure !== null && failure.code !== 'noFolder') throw failure;
  await next('makeFolder');
  if (failure !== null) {
    await makeFolder(place, reach);
    await folder.list('main');
  }
  await next('create');
}

/** Creates a file, finds it, reads it, removes it, and looks whether it is gone. */
async function tried(folder: RemoteFolder, name: string, next: Next): Promise<void> {
  const bytes = crypto.getRandomValues(new Uint8Array(64));
  await folder.create('main', name, bytes);
  await next('findWithSize');
  const list = await folder.list('main');
  const isWhole = list.has(name) && (list.get(name) ?? bytes.length) === bytes.length;
  if (!isWhole) throw new RemoteFailure('notWebDav');
  await next('readBack');
  const back = await folder.read('main', name);
  if (back?.join() !== bytes.join()) throw new RemoteFailure('notWebDav');
  await next('remove');
  await folder.remove('main', name);
  await next('missingIsMissing');
  if ((await folder.read('main', name)) !== null) throw new RemoteFailure('notWebDav');
  await next(null);
}

/** Removes what a check has left that failed or was given up; what the place does not let us remove stays. */
async function removeLeft(place: SyncPlace, reach: Reach, name: string): Promise<void> {
  const ask = endedBy(reach.ask, AbortSignal.timeout(CLEANING));
  await failureOf(async () => {
    const folder = await openPlace(place, { ...reach, ask });
    await folder.remove('main', name);
  });
}

/** The same requests, which also end with a signal. */
function endedBy(ask: Ask, signal: AbortSignal | undefined): Ask {
  if (signal === undefined) return ask;
  return (address, init) => {
    const signals = init.signal ? [init.signal, signal] : [signal];
    return ask(address, { ...init, signal: AbortSignal.any(signals) });
  };
}

async function failureOf(does: () => Promise<unknown>): Promise<RemoteFailure | null> {
  try {
    await does();
    return null;
  } catch (error) {
    if (error instanceof RemoteFailure) return error;
    throw error;
  }
}

async function contentOf(folder: RemoteFolder): Promise<PlaceContent> {
  const found = await findLibrary(folder);
  if (found.kind === 'none') return { kind: 'empty' };
  if (found.kind !== 'library') return { kind: found.kind };
  const { library: id, key } = found.card;
  const files = [...readList(await folder.list('main')).values()];
  const machines = new Set(files.flatMap((file) => ('machine' in file ? file.machine : [])));
  return { kind: 'library', id, isSealed: key !== undefined, machines: machines.size };
}
