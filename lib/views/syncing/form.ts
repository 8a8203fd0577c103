import type { SyncPlace } from '../../messages/syncMessages';
import { type FolderAddress, readAddress, withoutAdditions } from './address';
import type { Wishes } from './connecting';
import { isOfLocalNetwork } from './localNetwork';

/** What the form has. */
export interface FormValues {
  kind: SyncPlace['kind'];
  address: string;
  isAsTyped: boolean;
  allowsOpen: boolean;
  user: string;
  password: string;
  passphrase: string;
  machineName: string;
}

/** A form in which nothing is filled in, or what is known of a place that is to be corrected; never its password. */
export function emptyForm(place: SyncPlace | null, machineName: string): FormValues {
  const server = place?.kind === 'webdav' ? place : { address: '', user: '' };
  return {
    kind: place?.kind ?? 'webdav',
    address: server.address,
    isAsTyped: place !== null,
    allowsOpen: false,
    user: server.user,
    password: '',
    passphrase: '',
    machineName,
  };
}

/** What the address of a form means; null: it is not an address. */
export function folderOf({ address, user, isAsTyped }: FormValues): FolderAddress | null {
  const folder = readAddress(address, user);
  return folder && (isAsTyped ? withoutAdditions(folder) : folder);
}

/** Whether what is sent there could be read on the way. */
export function isExposed(folder: FolderAddress | null): boolean {
  return folder?.isOpen === true && !isOfLocalNetwork(new URL(folder.address).hostname);
}

/** What a form asks for; null where something lacks. `chosen`: the name of a folder on this computer. */
export function wishesOf(values: FormValues, chosen: string | null): Wishes | null {
  const { kind, user, password, passphrase } = values;
  const machineName = values.machineName.trim();
  if (machineName === '') return null;
  if (kind === 'folder') {
    return chosen === null ? null : { place: { kind }, host: chosen, passphrase, machineName };
  }
  const folder = folderOf(values);
  if (folder === null || (isExposed(folder) && !values.allowsOpen)) return null;
  const place = { kind, address: folder.address, user: user.trim(), password } as const;
  return { place, host: folder.host, passphrase, machineName };
}
