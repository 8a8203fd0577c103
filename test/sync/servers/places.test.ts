import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SyncPlace } from '../../../lib/messages/syncMessages';
import type { PaperId } from '../../../lib/papers/ids';
import { permissionFor } from '../../../lib/remote/permission';
import { patchAnnotation } from '../../../lib/store/commands/patchAnnotation';
import { AsterismDatabase } from '../../../lib/store/database';
import { DatabaseSyncStore } from '../../../lib/store/sync/syncStore';
import { cycle } from '../../../lib/sync/cycle';
import { whatIsThere } from '../../../lib/sync/lookingAround';
import { sealWith } from '../../../lib/sync/sealing';
import { checkPlace } from '../../../lib/worker/syncing/checking';
import {
  isRefusal,
  type Opened,
  openLibrary,
  openOrPutLibrary,
} from '../../../lib/worker/syncing/connecting';
import type { Reach } from '../../../lib/worker/syncing/places';
import { nothingThere, withThere } from '../../../lib/worker/syncing/previewing';
import { randomOf, toolsOf } from '../../unit/sync/tools';
import { type DavProxy, startProxy } from './proxy';
import { READER, type Running, SERVERS } from './servers';

const ID: PaperId = 'arxiv:2504.12345';
const tools = toolsOf(randomOf(5));
const now = () => new Date(tools.now());
let isPermitted = true;
const reach: Reach = {
  ask: fetch,
  permissionFor: (address) => permissionFor(address, { manifest_version: 3 }),
  permissions: { contains: async () => isPermitted, remove: async () => true },
  picked: async () => null,
};

// Skipped where a server is not installed (needs apache2-bin, nginx or rclone): servers.test.ts says which.
describe.each(SERVERS.filter((server) => server.isHere()))('a place on $name', (server) => {
  let running: Running;
  let proxy: DavProxy;
  let folders = 0;

  beforeAll(async () => {
    running = await server.start();
    proxy = await startProxy(running.address);
  });
  afterAll(async () => {
    await proxy?.stop();
    running?.stop();
  });
  const fresh = (): SyncPlace & { kind: 'webdav' } => {
    isPermitted = true;
    return { kind: 'webdav', address: `${proxy.address}place-${++folders}/`, ...READER };
  };

  test('that can be used passes every step, and nothing is left there', async () => {
    const place = fresh();
    const checked = await checkPlace(place, reach);
    expect(checked).toMatchObject({ failed: null, there: { kind: 'empty' } });
    expect(checked.done).toHaveLength(9);
    expect((await checkPlace(place, reach)).there).toEqual({ kind: 'empty' });
  });

  test.each([
    ['another password', { password: 'other' }, 'logIn', 'refused'],
    ['an address where nobody is', { address: 'http://127.0.0.1:9/a/' }, 'reach', 'offline'],
    [
      'a folder in a folder that is not there',
      { address: 'none/papers/' },
      'makeFolder',
      'noFolder',
    ],
  ])('with %s says which step failed', async (_, other, step, why) => {
    const place = { ...fresh(), ...other };
    const address = new URL(place.address, proxy.address).href;
    const checked = await checkPlace({ ...place, address }, reach);
    // rclone makes the folders that lie between.
    if (server.name === 'rclone' && step === 'makeFolder') return;
    expect(checked.failed).toMatchObject({ step, why });
    expect(checked.there).toBeNull();
  });

  test('that the browser does not let us reach is asked nothing', async () => {
    const place = fresh();
    isPermitted = false;
    proxy.taken();
    expect((await checkPlace(place, reach)).failed).toMatchObject({ why: 'permission' });
    expect(proxy.taken()).toEqual([]);
  });

  test('with a passphrase opens with it alone, and shows nothing of what is in it', async () => {
    const place = fresh();
    await checkPlace(place, reach);
    const isMeant = () => true;
    const put = await openOrPutLibrary(place, 'a long one', { reach, tools, isMeant });
    const { folder, card, key } = opened(put);
    if (key === null) throw new Error('it is sealed');
    const db = new AsterismDatabase(`place ${server.name}`);
    const store = new DatabaseSyncStore(db, tools);
    const paper = { id: ID, title: 'A title', authors: [] };
    await patchAnnotation(db, { id: ID, patch: { note: 'a secret' }, paper }, now);
    await store.begin('Laptop');
    await store.remember({ card: { name: card.name, text: card.text } });
    await cycle({ store, folder, seal: await sealWith(key), tools });
    for (const name of (await folder.list('main')).keys()) {
      const bytes = await folder.read('main', name);
      const text = new TextDecoder('latin1').decode(bytes ?? new Uint8Array());
      expect(text.includes('secret') || text.includes(ID), name).toBe(false);
    }
    const wrong = { kind: 'wrongPassphrase' };
    expect(await openLibrary(place, 'another', { reach, isMeant })).toEqual(wrong);
    expect(await openLibrary(place, undefined, { reach, isMeant })).toEqual(wrong);
    expect((await checkPlace(place, reach)).there).toMatchObject({ isSealed: true, machines: 1 });
    const again = opened(await openOrPutLibrary(place, 'a long one', { reach, tools, isMeant }));
    expect(again.card.name).toBe(card.name);
    // Whoever belongs to it already has the key.
    const own = { card: card.name, key };
    expect(
      opened(await openOrPutLibrary(place, undefined, { reach, tools, isMeant, own })).key,
    ).toBe(key);
    const others = { card: 'another', key };
    expect(
      await openOrPutLibrary(place, undefined, { reach, tools, isMeant, own: others }),
    ).toEqual({
      kind: 'wrongPassphrase',
    });
    const seal = await sealWith(again.key ?? key);
    const before = [...(await folder.list('main')).keys()].sort();
    const preview = async () =>
      whatIsThere(
        { folder: again.folder, seal, tools },
        { nothing: await nothingThere(db), add: (sum, some) => withThere(db, sum, some) },
      );
    const first = await preview();
    expect([...(await folder.list('main')).keys()].sort()).toEqual(before);
    const counts = { kind: 'preview', there: 1, here: 1, together: 1, notesJoined: 0 };
    expect(first).toEqual(counts);
    await patchAnnotation(db, { id: ID, patch: { note: 'mine' } }, now);
    expect(await preview()).toEqual({ ...counts, notesJoined: 1 });
  });
});

function opened(answer: Awaited<ReturnType<typeof openLibrary>>): Opened {
  if (answer === null || isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}
