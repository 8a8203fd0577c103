import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PaperId } from '../../lib/papers/ids';
import { RemoteFailure, type RemoteFolder } from '../../lib/remote/folder';
import { localFolder } from '../../lib/remote/localFolder';
import { cycle } from '../../lib/sync/cycle';
import { newMachine } from '../../lib/sync/machine';
import { PLAIN } from '../../lib/sync/sealing';
import { MemoryStore } from '../sync/memoryStore';
import { randomOf, toolsOf } from '../unit/sync/tools';

// A folder that the browser keeps for us stands for the one that the reader chooses: both are handles of the same kind.
let handle: FileSystemDirectoryHandle;
let folder: RemoteFolder;
let root: FileSystemDirectoryHandle;

beforeEach(async () => {
  root = await navigator.storage.getDirectory();
  handle = await root.getDirectoryHandle(crypto.randomUUID(), { create: true });
  folder = localFolder(handle);
});
afterEach(async () => {
  await root.removeEntry(handle.name, { recursive: true }).catch(() => undefined); // one test does it
});

test('a file that was created is listed, read and deleted', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251);
  for (const place of ['main', 'parts'] as const) {
    expect([...(await folder.list(place)).keys()]).toEqual([]);
    expect(await folder.read(place, 'a.bin')).toBeNull();
    await folder.create(place, 'a.bin', bytes);
    expect([...(await folder.list(place))]).toEqual([['a.bin', 100_000]]);
    expect(await folder.read(place, 'a.bin')).toEqual(bytes);
    await folder.remove(place, 'a.bin');
    await folder.remove(place, 'a.bin');
    expect([...(await folder.list(place)).keys()]).toEqual([]);
  }
});

test('a write that was cut off leaves nothing of what it wrote', async () => {
  const file = await handle.getFileHandle('a.bin', { create: true });
  const writable = await file.createWritable();
  await writable.write(new Uint8Array(10));
  await writable.abort();
  expect(await folder.list('main')).toEqual(new Map([['a.bin', 0]]));
  await folder.create('main', 'a.bin', new Uint8Array(10));
  expect(await folder.list('main')).toEqual(new Map([['a.bin', 10]]));
});

test('a folder that is gone is told, and never taken for an empty one', async () => {
  await root.removeEntry(handle.name, { recursive: true });
  const asked = [folder.list('main'), folder.create('main', 'a.bin', new Uint8Array(1))];
  for (const one of await Promise.allSettled(asked)) {
    expect(one).toMatchObject({ status: 'rejected', reason: { code: 'noFolder' } });
    expect(one.status === 'rejected' && one.reason).toBeInstanceOf(RemoteFailure);
  }
});

test('two machines come in step over it', async () => {
  const card = { name: `library-${'ab'.repeat(8)}-${'0'.repeat(32)}-3.bin`, text: '{}\n' };
  await folder.create('main', card.name, new TextEncoder().encode(card.text));
  const random = randomOf(1);
  const [a, b] = ['a', 'b'].map(() => {
    const tools = toolsOf(random);
    const store = new MemoryStore(tools);
    store.peer.self = newMachine(tools);
    store.memory = { ...store.memory, card };
    return { store, sync: () => cycle({ store, folder, seal: PLAIN, tools }) };
  });
  if (!a || !b) throw new Error('there are two');
  const id: PaperId = 'arxiv:2504.12345';
  a.store.peer.do(id, { kind: 'patch', patch: { starred: true, note: 'one' } });
  b.store.peer.do(id, { kind: 'patch', patch: { addTags: ['rl'] } });
  for (const machine of [a, b, a]) await machine.sync();
  expect(a.store.peer.library()).toEqual(b.store.peer.library());
  expect(a.store.peer.paper(id).state.bookmark?.annotation).toMatchObject({
    starred: true,
    note: 'one',
    tags: ['rl'],
  });
});
