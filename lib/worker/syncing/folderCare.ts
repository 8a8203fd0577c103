import type { SyncMachine, SyncPlace } from '../../messages/syncMessages';
import { RemoteFailure, type RemoteFolder } from '../../remote/folder';
import { keptPlace } from '../../store/keptPlace';
import { isOwnFile, isOwnId } from '../../store/sync/former';
import type { DatabaseSyncStore } from '../../store/sync/syncStore';
import { type FileName, readList, readName } from '../../sync/names';
import { openPlace, type Reach } from './places';

/**
 * Deletes what this machine wrote, and all of it where nobody else has written anything. Gives how many files are left;
 * what the folder does not let us delete stays.
 */
export async function deleteOwnFiles(
  open: () => Promise<RemoteFolder>,
  store: DatabaseSyncStore,
): Promise<number> {
  const state = await store.state();
  let left = 0;
  try {
    const folder = await open();
    const files = readList(await folder.list('main'));
    const isOthers = (file: FileName): boolean => 'machine' in file && !isOwnFile(state, file);
    const isShared = [...files.values()].some(isOthers);
    const own = [...files].filter(
      ([, file]) => !isOthers(file) && ('machine' in file || !isShared),
    );
    left = files.size;
    // The card last: without it nobody could say whose the rest is.
    own.sort(([, a], [, b]) => Number(a.kind === 'library') - Number(b.kind === 'library'));
    for (const [name] of own) {
      await folder.remove('main', name);
      left -= 1;
    }
    if (isShared) return left;
    for (const name of readList(await folder.list('parts')).keys())
      await folder.remove('parts', name);
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
  }
  return left;
}

/**
 * Deletes what this machine wrote under a key that does not count any more, and its card. Nobody else could read it; all
 * that it says is in the library here, and is said again.
 */
export async function deleteSealed(folder: RemoteFolder, store: DatabaseSyncStore): Promise<void> {
  const state = await store.state();
  for (const [name, file] of readList(await folder.list('main'))) {
    const isOwn = 'machine' in file ? isOwnFile(state, file) : name === state.memory.card?.name;
    if (isOwn) await folder.remove('main', name);
  }
}

/**
 * The machines that have written into the folder. After a cycle that left nothing to do, it is known what lies there; else
 * the folder is asked, and where it cannot be reached now, nobody knows their files.
 */
export async function machinesIn(reach: Reach, store: DatabaseSyncStore): Promise<SyncMachine[]> {
  const kept = await keptPlace();
  if (kept === null || !(await store.isOn())) return [];
  const state = await store.state();
  const { self, machines, own, standing, memory } = state;
  const known = standing.failure === null ? memory.calm : null;
  const files =
    known?.flatMap((name) => readName(name) ?? []) ?? (await filesIn(kept.place, reach));
  const ids = new Set([self.machine, ...self.seen.keys(), ...machines.keys()]);
  return [...ids].flatMap((id): SyncMachine[] => {
    const machine = machines.get(id);
    const isThis = id === self.machine;
    if (machine?.isForgotten || (!isThis && isOwnId(state, id))) return [];
    const theirs = files?.filter((file) =>
      isThis ? isOwnFile(state, file) : 'machine' in file && file.machine === id,
    );
    return [
      {
        id,
        name: isThis ? own.name : (machine?.name ?? ''),
        lastSeen: isThis ? standing.at : machine?.at || null,
        isThis,
        files: theirs?.length ?? null,
        bytes: theirs?.reduce((all, { size }) => all + size, 0) ?? null,
      },
    ];
  });
}

async function filesIn(place: SyncPlace, reach: Reach): Promise<FileName[] | null> {
  try {
    const folder = await openPlace(place, reach);
    return [...readList(await folder.list('main')).values()];
  } catch (error) {
    if (error instanceof RemoteFailure) return null;
    throw error;
  }
}
