import { describe, expect, test } from 'vitest';
import {
  type Card,
  cardOf,
  type FoundCard,
  findLibrary,
  newCard,
  putLibrary,
} from '../../../lib/sync/cards';
import { pack } from '../../../lib/sync/files';
import { readList, writeName } from '../../../lib/sync/names';
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

  test('cannot be told where files came without their card', async () => {
    const server = new MemoryFolder();
    const folder = server.view();
    const { hash, bytes } = await pack('{}', PLAIN);
    const file = { machine: 'ab'.repeat(8), hash, size: bytes.length } as const;
    await folder.create('main', writeName({ kind: 'base', ...file }), bytes);
    expect(await findLibrary(folder)).toEqual({ kind: 'cardless' });
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

describe('of two libraries that were put there at once', () => {
  const locked = async () => {
    const [key, salt] = [fromHex('5a'.repeat(32)), fromHex('0f'.repeat(16))];
    return lockKey(key, 'passphrase', salt, 1_000);
  };
  /** A folder that got a card, and another that came late; what a machine with the one or the other goes by. */
  async function late(first: Card, second: Card) {
    const server = new MemoryFolder();
    const own = await putLibrary(server.view(), first);
    server.places.main.clear();
    const other = await putLibrary(server.view(), second);
    await putLibrary(server.view(), first);
    if (own.kind !== 'library' || other.kind !== 'library') throw new Error('both were put there');
    const folder = server.view();
    const goesBy = async (card: FoundCard) => {
      const files = readList(await folder.list('main'));
      return (await cardOf({ folder, files }, card))?.name;
    };
    return { own, other, goesBy, server };
  }

  test('both machines go on by the lower, where neither is sealed', async () => {
    const { own, other, goesBy } = await late(
      { library: 'b'.repeat(16) },
      { library: 'a'.repeat(16) },
    );
    expect(await goesBy(own)).toBe(other.name);
    expect(await goesBy(other)).toBe(other.name);
  });

  test('the machine with the higher stops, where one is sealed: it can read nothing of the other', async () => {
    const [high, low] = ['b', 'a'].map((id) => id.repeat(16));
    for (const [first, second] of [
      [{ library: high, key: await locked() }, { library: low }],
      [{ library: high }, { library: low, key: await locked() }],
    ] as [Card, Card][]) {
      const { own, other, goesBy } = await late(first, second);
      expect(await goesBy(own)).toBeUndefined();
      expect(await goesBy(other)).toBe(other.name);
    }
  });

  test('one that nobody can read does not count', async () => {
    const { own, goesBy, server } = await late(
      { library: 'b'.repeat(16) },
      { library: 'c'.repeat(16) },
    );
    await put(server, 'a'.repeat(16), 'not a card');
    expect(await goesBy(own)).toBe(own.name);
  });
});
