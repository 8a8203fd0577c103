import { describe, expect, test } from 'vitest';
import { findLibrary, newCard, putLibrary } from '../../../lib/sync/cards';
import { pack } from '../../../lib/sync/files';
import { writeName } from '../../../lib/sync/names';
import { fromHex, lockKey, PLAIN, unlockKey } from '../../../lib/sync/sealing';
import { MemoryFolder } from '../../fakes/memoryFolder';
import { randomOf, toolsOf } from './tools';

const tools = toolsOf(randomOf(3));

async function put(server: MemoryFolder, library: string, text: string) {
  const { hash, bytes } = await pack(text, PLAIN);
  const name = writeName({ kind: 'library', library, hash, size: bytes.length });
  await server.view().create('main', name, bytes);
  return name;
}

describe('the library of a folder', () => {
  test('is not there where there is none, whatever else is there', async () => {
    const server = new MemoryFolder();
    const folder = server.view();
    expect(await findLibrary(folder)).toEqual({ kind: 'none' });
    await folder.create('main', 'holiday.jpg', new Uint8Array(3));
    await put(server, 'ab'.repeat(8), 'not a card');
    expect(await findLibrary(folder)).toEqual({ kind: 'none' });
  });

  test('is the one that was put there, with its key', async () => {
    const folder = new MemoryFolder().view();
    const [key, salt] = [fromHex('5a'.repeat(32)), fromHex('0f'.repeat(16))];
    const card = newCard(tools, await lockKey(key, 'passphrase', salt, 1_000));
    const found = await putLibrary(folder, card);
    expect(found).toMatchObject({ kind: 'library', card });
    expect(await findLibrary(folder)).toEqual(found);
    expect(card.key && (await unlockKey(card.key, 'passphrase'))).toEqual(key);
  });

  test('is one for all, also where two machines put one there at once', async () => {
    const server = new MemoryFolder();
    const [a, b] = [{ library: 'b'.repeat(16) }, { library: 'a'.repeat(16) }];
    await putLibrary(server.view(), a);
    expect(await putLibrary(server.view(), b)).toMatchObject({ card: b });
    expect(await putLibrary(server.view(), a)).toMatchObject({ card: b });
  });

  test('is left alone where only a newer version may write to it', async () => {
    const server = new MemoryFolder();
    const id = 'ab'.repeat(8);
    await put(server, id, `{"asterism":"library","v":2,"id":"${id}","more":1}\n`);
    expect(await findLibrary(server.view())).toEqual({ kind: 'newer' });
  });
});
