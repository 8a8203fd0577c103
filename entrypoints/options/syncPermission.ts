import { browser } from 'wxt/browser';
import type { Folder } from '../../lib/backup/dated';
import type { SyncPlace } from '../../lib/messages/syncMessages';
import { giveBackOrigins } from '../../lib/sites/givingBack';

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

/** What the browser is asked to permit. Without a port: Firefox's patterns know none, Chromium's cover all of them. */
function originsOf(place: SyncPlace): string[] {
  if (place.kind === 'folder') return [];
  const { protocol, hostname } = new URL(place.address);
  return [`${protocol}//${hostname}/*`];
}

/** Asks the browser for a server, or for a folder of this computer; at once, in the click. */
export async function permitPlace(
  place: SyncPlace,
  folder: FileSystemDirectoryHandle | null,
): Promise<boolean> {
  if (place.kind === 'webdav') return browser.permissions.request(wanted(place));
  const asking: Folder | null = folder;
  return (await asking?.requestPermission?.({ mode: 'readwrite' })) === 'granted';
}

/** Firefox also asks whether data may leave: for what its manifest names, in the same question. */
function wanted(place: SyncPlace): { origins: string[] } {
  const { browser_specific_settings: settings } = browser.runtime.getManifest();
  const data: unknown = settings?.gecko?.data_collection_permissions?.optional;
  return { origins: originsOf(place), ...(Array.isArray(data) && { data_collection: data }) };
}

/** Gives back what was permitted for a place, but for what another one or a site needs, too. */
export async function giveBackPlace(place: SyncPlace, other?: SyncPlace): Promise<void> {
  const needed = other ? originsOf(other) : [];
  const origins = originsOf(place).filter((origin) => !needed.includes(origin));
  await giveBackOrigins(origins, browser.permissions);
}
