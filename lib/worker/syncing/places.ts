import type { SyncPlace, SyncStatus } from '../../messages/syncMessages';
import { RemoteFailure, type RemoteFolder } from '../../remote/folder';
import { localFolder } from '../../remote/localFolder';
import type { Permission } from '../../remote/permission';
import { type Ask, makeWebDavFolder, webDavFolder } from '../../remote/webdav';
import { giveBack } from '../../sites/givingBack';
import type { keptPicked } from '../../store/keptPlace';

/** What reaches a place. */
export interface Reach {
  ask: Ask;
  /** What the browser has to permit for an address. */
  permissionFor: (address: string) => Permission;
  permissions: Record<'contains' | 'remove', (permission: Permission) => Promise<boolean>>;
  /** The folder that the reader has picked. */
  picked: typeof keptPicked;
}

/** The folder at a place. Fails where the browser does not let us. */
export async function openPlace(place: SyncPlace, reach: Reach): Promise<RemoteFolder> {
  if (place.kind === 'webdav') {
    const isPermitted = await reach.permissions.contains(reach.permissionFor(place.address));
    if (!isPermitted) throw new RemoteFailure('permission');
    return webDavFolder(place, reach.ask);
  }
  const folder = await reach.picked();
  if (folder === null) throw new RemoteFailure('noFolder');
  const permission = await permissionOf(folder);
  if (permission !== 'granted') throw new RemoteFailure('permission');
  return localFolder(folder);
}

/** `queryPermission` is Chromium's, as is picking a folder; TypeScript does not know it. */
async function permissionOf(
  folder: FileSystemDirectoryHandle & {
    queryPermission?: (how: { mode: 'readwrite' }) => Promise<PermissionState>;
  },
): Promise<PermissionState> {
  return (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'denied';
}

/** Makes the folder of a place where it is not there. One that was picked is there. */
export async function makeFolder(place: SyncPlace, { ask }: Reach): Promise<void> {
  if (place.kind === 'webdav') await makeWebDavFolder(place, ask);
}

/** Gives back what the browser permitted for a place. */
export async function leavePlace(place: SyncPlace, reach: Reach): Promise<void> {
  if (place.kind !== 'webdav') return;
  await giveBack(reach.permissionFor(place.address), reach.permissions);
}

/** A place as a page may know it. */
export async function shownPlace(
  place: SyncPlace,
  { picked }: Reach,
): Promise<SyncStatus['place']> {
  if (place.kind === 'webdav') return { kind: 'webdav', origin: new URL(place.address).origin };
  return { kind: 'folder', name: (await picked())?.name ?? '' };
}
