import { expect, test } from 'vitest';
import type { PaperId } from '../../lib/papers/ids';
import { writeBase, writeParts } from '../../lib/sync/bases';
import { newCard, putLibrary } from '../../lib/sync/cards';
import { cycle } from '../../lib/sync/cycle';
import { pack } from '../../lib/sync/files';
import { newMachine } from '../../lib/sync/machine';
import { writeName } from '../../lib/sync/names';
import { PLAIN } from '../../lib/sync/sealing';
import { MemoryFolder } from '../fakes/memoryFolder';
import { randomOf, toolsOf } from '../unit/sync/tools';
import { MemoryStore } from './memoryStore';

const DAY = 86_400_000;
const ID: PaperId = 'arxiv:2504.12345';

/** A folder that has a machine's whole state and no log any more, and a machine that comes to it. */
async function folderWithBase() {
  const random = randomOf(11);
  const folder = new MemoryFolder();
  const card = await putLibrary(folder.view(), newCard(toolsOf(random)));
  if (card.kind !== 'library') throw new Error('it was put there');
  let time = Date.parse('2026-03-01T00:00:00.000Z');
  const machine = async (isCarried: boolean) => {
    const now = (): string => {
      time += 1_000;
      return new Date(time).toISOString();
    };
    const tools = { ...toolsOf(random), now };
    const store = new MemoryStore(tools);
    store.peer.self = newMachine(tools);
    await store.remember({ card: { name: card.name, text: card.text } });
    const view = { ...folder.view(), ...(isCarried && { isCarried: true as const }) };
    return { store, sync: () => cycle({ store, folder: view, seal: PLAIN, tools }) };
  };
  const first = await machine(false);
  await first.store.do(ID, { kind: 'patch', patch: { note: 'said long ago' } });
  await first.sync();
  const { self } = first.store.peer;
  const { elements } = first.store.peer.state();
  const parts: string[] = [];
  for (const text of writeParts(elements)) {
    const { hash, bytes } = await pack(text, PLAIN);
    parts.push(writeName({ kind: 'part', hash, size: bytes.length }));
    await folder.view().create('parts', parts.at(-1) ?? '', bytes);
  }
  const base = writeBase({ seen: self.seen, parts }, { machine: self.machine, name: 'First' });
  const { hash, bytes } = await pack(base, PLAIN);
  const name = writeName({ kind: 'base', machine: self.machine, hash, size: bytes.length });
  folder.places.main.clear();
  await putLibrary(folder.view(), card.card);
  await folder.view().create('main', name, bytes);
  const late = new Map(folder.places.parts);
  folder.places.parts.clear();
  const wait = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { folder, name, late, machine, wait, library: first.store.peer.library() };
}

test('a state whose parts are still on their way stays, however long they take', async () => {
  const { folder, name, late, machine, wait, library } = await folderWithBase();
  const { store, sync } = await machine(true);
  for (const passed of [0, 11 * 60_000, DAY, 6 * DAY]) {
    wait(passed);
    await sync();
    expect(folder.places.main.has(name)).toBe(true);
  }
  for (const [part, bytes] of late) folder.places.parts.set(part, bytes);
  await sync();
  expect(store.peer.library()).toEqual(library);
});

test('on a server, where parts come before what names them, it goes, and is written again', async () => {
  const { folder, name, machine, wait } = await folderWithBase();
  const { sync } = await machine(false);
  await sync();
  expect(folder.places.main.has(name)).toBe(true);
  wait(11 * 60_000);
  await sync();
  expect(folder.places.main.has(name)).toBe(false);
});
