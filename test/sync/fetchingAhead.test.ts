import { expect, test } from 'vitest';
import { RemoteFailure, type RemoteFolder } from '../../lib/remote/folder';
import { fetchedAhead } from '../../lib/sync/fetchingAhead';
import { pack } from '../../lib/sync/files';
import { writeName } from '../../lib/sync/names';
import type { Round } from '../../lib/sync/round';
import { PLAIN } from '../../lib/sync/sealing';
import { randomOf, toolsOf } from '../unit/sync/tools';
import { MemoryStore } from './memoryStore';

const tools = toolsOf(randomOf(5));
const TEXTS = Array.from({ length: 12 }, (_, n) => `{"part":${n + 10}}\n`);

/** A folder with some parts; which of them were asked for, and which one fails. */
async function folderWith({ failing }: { failing?: number } = {}) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const text of TEXTS) {
    const { hash, bytes } = await pack(text, PLAIN);
    files.set(writeName({ kind: 'part', hash, size: bytes.length }), bytes);
  }
  const names = [...files.keys()];
  const asked: string[] = [];
  const folder: RemoteFolder = {
    list: async () => new Map(),
    read: async (_, name) => {
      asked.push(name);
      if (failing !== undefined && name === names[failing]) throw new RemoteFailure('offline');
      return files.get(name) ?? null;
    },
    create: async () => undefined,
    remove: async () => undefined,
  };
  const store = new MemoryStore(tools);
  const round: Round = { store, folder, seal: PLAIN, tools, files: new Map(), hasUnread: false };
  return { round, names, asked, bytes: files.get(names[0] ?? '')?.length ?? 0 };
}

test('what is in a folder is fetched while the first of it is being written', async () => {
  const { round, names, asked } = await folderWith();
  const texts = fetchedAhead(round, names);
  expect((await texts.next()).value).toBe(TEXTS[0]);
  await expect.poll(() => asked).toEqual(names);
  expect(await Array.fromAsync(texts)).toEqual(TEXTS.slice(1));
});

test('no more waits for its turn than fits, and all of it comes in its order', async () => {
  const { round, names, asked, bytes } = await folderWith();
  const came: (string | null)[] = [];
  for await (const text of fetchedAhead(round, names, 3 * bytes)) {
    came.push(text);
    // What has come, the one that is unpacked next, and what fits.
    expect(asked.length).toBeLessThanOrEqual(came.length + 1 + 3);
  }
  expect(came).toEqual(TEXTS);
});

test('a file that is larger than all that may wait is fetched alone', async () => {
  const { round, names } = await folderWith();
  expect(await Array.fromAsync(fetchedAhead(round, names, 1))).toEqual(TEXTS);
});

test('after a failure nothing more is asked for, and what came before it is not lost', async () => {
  const { round, names, asked } = await folderWith({ failing: 5 });
  const came: (string | null)[] = [];
  await expect(async () => {
    for await (const text of fetchedAhead(round, names)) came.push(text);
  }).rejects.toThrow('offline');
  expect(came).toEqual(TEXTS.slice(0, 5));
  expect(asked.length).toBeLessThan(names.length);
});

test('whoever stops reading asks for nothing more', async () => {
  const { round, names, asked, bytes } = await folderWith();
  for await (const _ of fetchedAhead(round, names, 2 * bytes)) break;
  // The first, the one that was unpacked next, and what fits.
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done));
  expect(asked.length).toBeLessThanOrEqual(1 + 1 + 2);
});
