import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaperId } from '../../../lib/papers/ids';
import { RemoteFailure } from '../../../lib/remote/folder';
import { makeWebDavFolder, webDavFolder } from '../../../lib/remote/webdav';
import { putLibrary } from '../../../lib/sync/cards';
import { cycle, type Outcome } from '../../../lib/sync/cycle';
import { newMachine } from '../../../lib/sync/machine';
import { PLAIN } from '../../../lib/sync/sealing';
import { randomOf, toolsOf } from '../../unit/sync/tools';
import { MemoryStore } from '../memoryStore';
import { type DavProxy, type Mischief, startProxy } from './proxy';
import { READER, type Running, SERVERS } from './servers';

const ID: PaperId = 'arxiv:2504.12345';
const missing = SERVERS.filter((server) => !server.isHere());

test.skipIf(missing.length > 0)(
  `all servers are installed (needs ${missing.map(({ needs }) => needs).join(', ') || 'nothing'})`,
  () => expect(missing).toEqual([]),
);

describe.each(SERVERS.filter((server) => server.isHere()))('over $name', (server) => {
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

  /** A folder of its own for each test. */
  async function freshFolder() {
    proxy.mischief = () => null;
    const where = { address: `${proxy.address}${++folders}/`, ...READER };
    await makeWebDavFolder(where, fetch);
    await makeWebDavFolder(where, fetch);
    proxy.taken();
    return { where, folder: webDavFolder(where, fetch) };
  }

  test('a file that was created is listed, read and deleted, and is whole or not there', async () => {
    const { folder } = await freshFolder();
    const bytes = Uint8Array.from({ length: 500_000 }, (_, at) => at % 251);
    for (const place of ['main', 'parts'] as const) {
      expect([...(await folder.list(place)).keys()].filter((name) => name !== 'parts')).toEqual([]);
      await folder.create(place, 'a-1.bin', bytes);
      expect((await folder.list(place)).get('a-1.bin')).toBe(500_000);
      expect(await folder.read(place, 'a-1.bin')).toEqual(bytes);
      expect(await folder.read(place, 'b-1.bin')).toBeNull();
      await folder.remove(place, 'a-1.bin');
      await folder.remove(place, 'a-1.bin');
      expect((await folder.list(place)).has('a-1.bin')).toBe(false);
    }
  });

  test.each<[string, (address: string) => object, string]>([
    ['another password', (address) => ({ address, ...READER, password: 'other' }), 'refused'],
    [
      'a folder that is not there',
      (address) => ({ address: `${address}none/`, ...READER }),
      'noFolder',
    ],
    ['nobody', () => ({ address: 'http://127.0.0.1:9/', ...READER }), 'offline'],
  ])('%s is told', async (_, other, code) => {
    const { where } = await freshFolder();
    const folder = webDavFolder({ ...where, ...other(where.address) }, fetch);
    await expect(folder.list('main')).rejects.toMatchObject({ code });
    await expect(folder.create('main', 'a.bin', new Uint8Array(9))).rejects.toBeInstanceOf(
      RemoteFailure,
    );
  });

  test.each<[Mischief, string]>([
    [{ kind: 'say', status: 401 }, 'refused'],
    [{ kind: 'say', status: 423 }, 'later'],
    [{ kind: 'say', status: 429, headers: { 'Retry-After': '30' } }, 'later'],
    [{ kind: 'say', status: 500 }, 'later'],
    [{ kind: 'say', status: 302, headers: { Location: 'http://127.0.0.1:9/' } }, 'untrusted'],
    [{ kind: 'loseAnswer' }, 'offline'],
    [{ kind: 'cutAnswer' }, 'offline'],
    [{ kind: 'say', status: 200, body: '<html>Log in</html>' }, 'notWebDav'],
  ])('what stands between may say %o', async (mischief, code) => {
    const { folder } = await freshFolder();
    proxy.mischief = () => mischief;
    await expect(folder.list('main')).rejects.toMatchObject({ code });
    proxy.mischief = () => null;
    expect(await folder.list('main')).toBeInstanceOf(Map);
  });

  test('a slow answer is waited for', async () => {
    const { folder } = await freshFolder();
    proxy.mischief = () => ({ kind: 'delay', milliseconds: 300 });
    expect((await folder.list('main')).has('a.bin')).toBe(false);
  });

  test('nothing new is one request; a star is two here and two there', async () => {
    const { where } = await freshFolder();
    const [a, b] = await machines(where.address, 2);
    if (!a || !b) throw new Error('there are two');
    await settle([a, b]);
    proxy.taken();
    expect(await a.sync()).toEqual({ kind: 'same' });
    expect(proxy.taken()).toEqual(['PROPFIND']);
    a.store.peer.do(ID, { kind: 'patch', patch: { starred: true } });
    expect(await a.sync()).toMatchObject({ kind: 'done', sent: 1 });
    expect(proxy.taken().map((one) => one.slice(0, 8))).toEqual(['PROPFIND', 'PUT log-']);
    expect(await b.sync()).toMatchObject({ kind: 'done', came: 1 });
    expect(proxy.taken().map((one) => one.slice(0, 8))).toEqual(['PROPFIND', 'GET log-']);
    expect(b.store.peer.library()).toEqual(a.store.peer.library());
    expect([await a.sync(), await b.sync()]).toEqual([{ kind: 'same' }, { kind: 'same' }]);
    expect(proxy.taken()).toEqual(['PROPFIND', 'PROPFIND']);
  });

  test('three machines end with one library, whatever the line did to them', async () => {
    const random = randomOf(7);
    const { where } = await freshFolder();
    const all = await machines(where.address, 3);
    const chosen: Mischief[] = [
      { kind: 'cutRequest' },
      { kind: 'loseAnswer' },
      { kind: 'cutAnswer' },
      ...[423, 429, 500, 507].map((status): Mischief => ({ kind: 'say', status })),
      { kind: 'say', status: 200, body: '<html>Log in</html>' },
    ];
    proxy.mischief = () =>
      random() < 0.3 ? (chosen[Math.floor(random() * chosen.length)] ?? null) : null;
    for (let round = 0; round < 12; round++) {
      for (const [at, machine] of all.entries()) {
        const note = `${machine.store.peer.paper(ID).state.bookmark?.annotation.note ?? ''} w${at}.${round}.`;
        machine.store.peer.do(ID, { kind: 'patch', patch: { note } });
        await machine.sync().catch((error: unknown) => {
          if (!(error instanceof RemoteFailure)) throw error;
        });
      }
    }
    proxy.mischief = () => null;
    await settle(all);
    const [first] = all;
    for (const { store } of all) expect(store.peer.library()).toEqual(first?.store.peer.library());
    const note = first?.store.peer.paper(ID).state.bookmark?.annotation.note ?? '';
    for (const at of all.keys()) expect(note).toContain(`w${at}.11.`);
  });
});

interface Machine {
  store: MemoryStore;
  sync(): Promise<Outcome>;
}

/** Machines that have opened one library, an hour ago by their own clocks at each cycle. */
async function machines(address: string, count: number): Promise<Machine[]> {
  const random = randomOf(count);
  const folder = webDavFolder({ address, ...READER }, fetch);
  const found = await putLibrary(folder, { library: 'ab'.repeat(8) });
  if (found.kind !== 'library') throw new Error('it was put there');
  const { name, text } = found;
  return Array.from({ length: count }, () => {
    const tools = toolsOf(random);
    const store = new MemoryStore(tools);
    store.peer.self = newMachine(tools);
    store.memory = { ...store.memory, card: { name, text } };
    return { store, sync: () => cycle({ store, folder, seal: PLAIN, tools }) };
  });
}

/** All sync, with eleven minutes between, until nobody has anything to do. */
async function settle(all: readonly Machine[]): Promise<void> {
  for (let round = 0; round < 10; round++) {
    const outcomes = [];
    for (const machine of all) {
      outcomes.push(await machine.sync());
      for (let seconds = 0; seconds < 660; seconds++) machine.store.peer.tools.now();
    }
    if (outcomes.every(({ kind }) => kind === 'same')) return;
  }
  throw new Error('they never come to rest');
}
