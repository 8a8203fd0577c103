import { browser } from 'wxt/browser';
import type { Folder } from '../../lib/backup/dated';
import type { SyncPlace } from '../../lib/messages/syncMessages';
import { type Permission, permissionFor } from '../../lib/remote/permission';
import { giveBack } from '../../lib/sites/givingBack';

/** Where there are folders to choose (Chromium); not among the types. */
interface Picking {
  showDirectoryPicker?: (options: { mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

/** Lets a folder of this computer be chosen; null: the reader chose none. Absent where the browser cannot. */
export const pickFolder: (() => Promise<FileSystemDirectoryHandle | null>) | undefined =
  'showDirectoryPicker' in window ? pick : undefined;

async function pick(): Promise<FileSystemDirectoryHandle | null> {
  const { showDirectoryPicker } = window as Picking;
  return (await showDirectoryPicker?.({ mode: 'readwrite' }).catch(ignoreCancelled)) ?? null;
}

/** Who closes the picker has chosen nothing. */
function ignoreCancelled(error: unknown): null {
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  throw error;
}

/** What the browser has to permit for a place; null: nothing, it is a folder of this computer. */
function permissionOf(place: SyncPlace): Permission | null {
  return place.kind === 'folder'
    ? null
    : permissionFor(place.address, browser.runtime.getManifest());
}

/** Asks the browser for a server, or for a folder of this computer; at once, in the click. */
export async function permitPlace(
  place: SyncPlace,
  folder: FileSystemDirectoryHandle | null,
): Promise<boolean> {
  const permission = permissionOf(place);
  // An error says that a policy of the computer forbids it.
  if (permission !== null) return browser.permissions.request(permission).catch(() => false);
  const asking: Folder | null = folder;
  return (await asking?.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}

/** Gives back what was permitted for a place, but for what other places or a site need, too. */
export async function giveBackPlace(
  place: SyncPlace,
  ...others: readonly (SyncPlace | null)[]
): Promise<void> {
  const permission = permissionOf(place);
  if (permission === null) return;
  const needed = others.flatMap((other) => (other && permissionOf(other)?.origins) ?? []);
  const origins = permission.origins.filter((origin) => !needed.includes(origin));
  const given = needed.length === 0 ? permission : { origins };
  await giveBack(given, browser.permissions);
}
