import type { CheckAnswer, CheckStep, PlaceContent, SyncPlace } from '../../messages/syncMessages';
import { RemoteFailure, type RemoteFolder } from '../../remote/folder';
import { findLibrary } from '../../sync/cards';
import { readList } from '../../sync/names';
import { makeFolder, openPlace, type Reach } from './places';

/** Tries a place step by step; what it creates it removes. The first step that fails ends it. */
export async function checkPlace(place: SyncPlace, reach: Reach): Promise<CheckAnswer> {
  const done: CheckStep[] = [];
  let step: CheckStep = 'reach';
  const next = (following: CheckStep): void => {
    done.push(step);
    step = following;
  };
  try {
    const folder = await openPlace(place, reach);
    await listed(folder, place, reach, next);
    const name = `check-${crypto.randomUUID()}.bin`;
    const bytes = crypto.getRandomValues(new Uint8Array(64));
    await folder.create('main', name, bytes);
    next('findWithSize');
    const list = await folder.list('main');
    const isWhole = list.has(name) && (list.get(name) ?? bytes.length) === bytes.length;
    if (!isWhole) throw new RemoteFailure('notWebDav');
    next('readBack');
    const back = await folder.read('main', name);
    if (back?.join() !== bytes.join()) throw new RemoteFailure('notWebDav');
    next('remove');
    await folder.remove('main', name);
    next('missingIsMissing');
    if ((await folder.read('main', name)) !== null) throw new RemoteFailure('notWebDav');
    done.push(step);
    return { done, failed: null, there: await contentOf(folder) };
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    const { code: why, status = null } = error;
    return { done, failed: { step, why, status }, there: null };
  }
}

/** Reaches the folder, logs in, lists it, and makes it where it is not there. */
async function listed(
  folder: RemoteFolder,
  place: SyncPlace,
  reach: Reach,
  next: (step: CheckStep) => void,
): Promise<void> {
  const list = async (): Promise<void> => {
    await folder.list('main');
  };
  const failure = await failureOf(list);
  if (failure?.code === 'offline' || failure?.code === 'permission') throw failure;
  next('logIn');
  if (failure?.code === 'refused') throw failure;
  next('list');
  if (failure !== null && failure.code !== 'noFolder') throw failure;
  next('makeFolder');
  if (failure !== null) {
    await makeFolder(place, reach);
    await list();
  }
  next('create');
}

async function failureOf(does: () => Promise<void>): Promise<RemoteFailure | null> {
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
