import { webcrypto } from 'node:crypto';
import type { RemoteFolder } from '../../lib/remote/folder';
import { newCard, putLibrary } from '../../lib/sync/cards';
import { cycle, type Outcome } from '../../lib/sync/cycle';
import type { Tools } from '../../lib/sync/machine';
import { fromHex, hex, keptKey, lockKey, PLAIN, sealWith } from '../../lib/sync/sealing';
import type { Peer } from '../unit/sync/peer';
import { MemoryStore } from './memoryStore';

/** A machine in memory that has put its library into a real folder. */
export interface AnotherMachine {
  peer: Peer;
  /** The name of its card. */
  card: string;
  sync(): Promise<Outcome>;
}

/** A machine with a library of its own in a folder that has none; with a passphrase a sealed one. */
export async function anotherMachine(
  folder: RemoteFolder,
  passphrase?: string,
): Promise<AnotherMachine> {
  const tools: Tools = {
    now: () => new Date().toISOString(),
    random: (bytes) => hex(webcrypto.getRandomValues(new Uint8Array(bytes))),
  };
  const key = fromHex(tools.random(32));
  const locked = passphrase && (await lockKey(key, passphrase, fromHex(tools.random(16))));
  const put = await putLibrary(folder, locked ? newCard(tools, locked) : newCard(tools));
  if (put.kind !== 'library') throw new Error('it was put there');
  const seal = locked ? await sealWith(await keptKey(key)) : PLAIN;
  const store = new MemoryStore(tools);
  await store.remember({ card: { name: put.name, text: put.text } });
  return {
    peer: store.peer,
    card: put.name,
    sync: () => cycle({ store, folder, seal, tools }),
  };
}
