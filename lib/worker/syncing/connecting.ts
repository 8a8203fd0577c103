import type { Refusal, Rhythm, SyncPlace } from '../../messages/syncMessages';
import { RemoteFailure, type RemoteFolder } from '../../remote/folder';
import { keepPlace } from '../../store/keptPlace';
import type { DatabaseSyncStore } from '../../store/sync/syncStore';
import {
  type Card,
  type Found,
  type FoundCard,
  findLibrary,
  newCard,
  putLibrary,
  readCardText,
} from '../../sync/cards';
import type { Tools } from '../../sync/machine';
import { readList } from '../../sync/names';
import { type Bytes, fromHex, keptKey, lockKey, unlockKey } from '../../sync/sealing';
import { deleteSealed } from './folderCare';
import { makeFolder, openPlace, type Reach } from './places';

/** A place that can be joined: its folder, its card, and the key of a sealed one. */
export interface Opened {
  folder: RemoteFolder;
  card: FoundCard;
  key: CryptoKey | null;
}

interface Needs {
  reach: Reach;
  tools: Tools;
  /** Whether that is what the reader was shown, and so what is to be joined. */
  isMeant: (found: Found) => boolean;
  /** The library that this machine belongs to, and its key: whoever only corrects a password need not say the passphrase again. */
  own?: Own | undefined;
}

interface Own {
  card: string | undefined;
  key: CryptoKey | null;
}

/** Whether what is found is the library that a reader was shown, by its id; null: none was there. */
export function isShown(library: string | null): Needs['isMeant'] {
  return (found) => (found.kind === 'library' ? found.card.library : null) === library;
}

/** The library at a place, opened; null where there is none. */
export async function openLibrary(
  place: SyncPlace,
  passphrase: string | undefined,
  { reach, isMeant, own }: Omit<Needs, 'tools'>,
): Promise<Opened | Refusal | null> {
  return refusing(async () => {
    const folder = await openPlace(place, reach);
    const found = await findLibrary(folder);
    if (!isMeant(found)) return CHANGED;
    return unlocked(folder, found, passphrase, own);
  });
}

/** The library at a place, which gets a new one where it has none: with a passphrase a sealed one. */
export async function openOrPutLibrary(
  place: SyncPlace,
  passphrase: string | undefined,
  { reach, tools, isMeant, own }: Needs,
): Promise<Opened | Refusal> {
  const opened = await refusing(async () => {
    const folder = await openPlace(place, reach);
    const found = await findLibrary(folder);
    if (!isMeant(found)) return CHANGED;
    if (found.kind !== 'none') return unlocked(folder, found, passphrase, own);
    if (losesSeal(own) && passphrase === undefined) return UNSEALED;
    return put(folder, await cardFor(passphrase, tools), passphrase);
  });
  // Put and not found: the server took a file that it does not list.
  return opened ?? { kind: 'failed', why: 'later', status: null };
}

const [CHANGED, UNSEALED] = [{ kind: 'changed' }, { kind: 'unsealed' }] as const;

/** Puts a new library into a folder; not where somebody else's counts, which nobody was shown. */
async function put(
  folder: RemoteFolder,
  card: Card,
  passphrase: string | undefined,
): Promise<Opened | Refusal | null> {
  const found = await putLibrary(folder, card);
  const isOurs = found.kind !== 'library' || found.card.library === card.library;
  if (isOurs) return unlocked(folder, found, passphrase);
  for (const [name, file] of readList(await folder.list('main'))) {
    const isOurCard = file.kind === 'library' && file.library === card.library;
    if (isOurCard) await folder.remove('main', name);
  }
  return CHANGED;
}

async function cardFor(passphrase: string | undefined, tools: Tools): Promise<Card> {
  if (passphrase === undefined) return newCard(tools);
  const [key, salt] = [fromHex(tools.random(32)), fromHex(tools.random(16))];
  return newCard(tools, await lockKey(key, passphrase, salt));
}

async function unlocked(
  folder: RemoteFolder,
  found: Found,
  passphrase: string | undefined,
  own?: Own,
): Promise<Opened | Refusal | null> {
  if (found.kind === 'none') return null;
  if (found.kind !== 'library') return found;
  const isOwn = passphrase === undefined && found.name === own?.card;
  if (isOwn) return { folder, card: found, key: own.key };
  const { key: locked } = found.card;
  if (locked === undefined) {
    // Whoever says a passphrase was shown a library that has one.
    if (passphrase !== undefined) return CHANGED;
    return losesSeal(own) ? UNSEALED : { folder, card: found, key: null };
  }
  const key: Bytes | null = passphrase === undefined ? null : await unlockKey(locked, passphrase);
  if (key === null) return { kind: 'wrongPassphrase' };
  return { folder, card: found, key: await keptKey(key) };
}

/** Whether a machine has a passphrase so far: it does without only once it was disconnected. */
function losesSeal(own: Own | undefined): boolean {
  return own !== undefined && own.key !== null;
}

/** What a folder refuses is an answer; every other error is a bug. */
export async function refusing<T>(does: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await does();
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    return { kind: 'failed', why: error.code, status: error.status ?? null };
  }
}

/** Whether what came back is a refusal. */
export function isRefusal(answer: Opened | Refusal | null): answer is Refusal {
  return answer !== null && 'kind' in answer;
}

/**
 * Turns sync on with a library that was opened. Where it is on with the same library already, only the place is another
 * one, or the password. Fails as a folder does.
 */
export async function join(
  store: DatabaseSyncStore,
  opened: Opened,
  kept: { place: SyncPlace; machineName: string; minutes: Rhythm },
): Promise<void> {
  const { key } = opened;
  const { name, text } = opened.card;
  const own = (await store.isOn()) ? (await store.load()).memory.card : null;
  const isSame = own?.name === name;
  const wasSealed = own !== null && readCardText(own.text)?.key !== undefined;
  if (!isSame && wasSealed) await deleteSealed(opened.folder, store);
  // The place first: a machine that stops here joins again when it starts.
  if (!isSame) await store.end();
  await keepPlace({ ...kept, key });
  if (!isSame) await store.begin(kept.machineName);
  await store.remember({ card: { name, text }, calm: null });
}

/** Puts the library that this machine belongs to into its folder again. Null: it is there now. */
export async function putAgain(
  store: DatabaseSyncStore,
  place: SyncPlace,
  reach: Reach,
): Promise<Refusal | null> {
  const { card } = (await store.load()).memory;
  const own = card && readCardText(card.text);
  const done = await refusing(async () => {
    if (own === null) throw new RemoteFailure('noFolder');
    await makeFolder(place, reach);
    return putLibrary(await openPlace(place, reach), own);
  });
  // Put and not found: the server took a file that it does not list.
  if (done.kind === 'none' || done.kind === 'cardless')
    return { kind: 'failed', why: 'later', status: null };
  if (done.kind !== 'library') return done;
  // Where another one counts, the next cycle says so.
  const isOwn = done.card.library === own?.library;
  await store.remember({
    ...(isOwn && { card: { name: done.name, text: done.text } }),
    calm: null,
  });
  return null;
}
