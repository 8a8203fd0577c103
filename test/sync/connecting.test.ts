import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Refusal, SyncMessages, SyncPlace } from '../../lib/messages/syncMessages';
import type { PaperId } from '../../lib/papers/ids';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { AsterismDatabase } from '../../lib/store/database';
import { forgetPlace, keptPlace } from '../../lib/store/keptPlace';
import { DatabaseSyncStore } from '../../lib/store/sync/syncStore';
import { type Card, findLibrary, putLibrary } from '../../lib/sync/cards';
import { fromHex, lockKey } from '../../lib/sync/sealing';
import { createCycles } from '../../lib/worker/syncing/cycles';
import { openPlace, type Reach } from '../../lib/worker/syncing/places';
import { syncHandlers } from '../../lib/worker/syncing/syncHandlers';
import { davOver } from '../fakes/memoryDav';
import { MemoryFolder } from '../fakes/memoryFolder';
import { randomOf, toolsOf } from '../unit/sync/tools';

// Between what the reader is shown and "Connect", a server may put something else there.

const ADDRESS = 'https://nas.example/dav/';
const PLACE: SyncPlace = { kind: 'webdav', address: ADDRESS, user: 'ada', password: 'secret' };
const ID: PaperId = 'hf:a-paper';
const [LOW, MID, HIGH] = ['1', '8', 'f'].map((digit) => digit.repeat(16)) as [
  string,
  string,
  string,
];
const CHANGED: Refusal = { kind: 'changed' };
const UNSEALED: Refusal = { kind: 'unsealed' };
const STARTED = { kind: 'started' };
let databases = 0;

afterEach(forgetPlace);

/** A machine with a note in its library, whose pages ask its worker about a folder in memory. */
async function machine(folder = new MemoryFolder()) {
  const db = new AsterismDatabase(`connecting ${++databases}`);
  const tools = toolsOf(randomOf(databases));
  const paper = { id: ID, title: 'A paper', authors: [] };
  await patchAnnotation(db, { id: ID, patch: { note: 'a secret' }, paper }, () => new Date());
  const store = new DatabaseSyncStore(db, tools);
  const dav = davOver(folder, ADDRESS);
  /** What somebody does at the server right before a request. */
  let before: (method: string, path: string) => Promise<void> = async () => undefined;
  const reach: Reach = {
    ask: async (url, init) => {
      await before(init.method ?? '', url.slice(ADDRESS.length));
      return dav(url, init);
    },
    permissionFor: () => ({ origins: [] }),
    permissions: { contains: async () => true, remove: async () => true },
    picked: async () => null,
  };
  const log = (_: string, error: unknown): never => {
    throw error;
  };
  const cycles = createCycles({
    ...{ db, store, tools, log, kept: keptPlace, joined: () => undefined },
    open: (place) => openPlace(place, reach),
    tell: async () => undefined,
    alone: (work) => work(),
  });
  const syncing = {
    ...{ store, cycles, reach, tools },
    settled: async () => undefined,
    opened: async () => undefined,
  };
  const undo = async () => ({ ok: true, value: null }) as const;
  const handlers = syncHandlers({ db, syncing, undo, log });
  /** Asks as a page does; after what it begins. */
  async function ask<N extends keyof SyncMessages>(
    name: N,
    request: SyncMessages[N]['request'],
  ): Promise<SyncMessages[N]['answer']> {
    const handler = handlers[name] as (said: typeof request) => Promise<unknown>;
    const answer = (await handler(request)) as { ok: true; value: SyncMessages[N]['answer'] };
    await cycles.alone(async () => undefined);
    return answer.value;
  }
  return {
    ...{ store, folder, ask },
    connect: (request: Partial<SyncMessages['sync.connect']['request']>) =>
      ask('sync.connect', { place: PLACE, machineName: 'Laptop', ...request }),
    meddle: (does: typeof before) => {
      before = does;
    },
    putCard: (library: string, passphrase?: string) => put(folder, library, passphrase),
    takeCards: () => takeCards(folder),
    isOn: () => store.isOn(),
    files: () => [...folder.places.main.keys()],
    /** Whether somebody who has the folder can read what is in it. */
    isLegible: () =>
      [...folder.places.main.values(), ...folder.places.parts.values()].some((bytes) =>
        new TextDecoder('latin1').decode(bytes).includes('a secret'),
      ),
  };
}

async function put(folder: MemoryFolder, library: string, passphrase?: string): Promise<void> {
  const [key, salt] = [fromHex('5a'.repeat(32)), fromHex('0f'.repeat(16))];
  // Fewer rounds than the product's: this is not about how hard a passphrase is to guess.
  const locked = passphrase === undefined ? null : await lockKey(key, passphrase, salt, 1_000);
  const card: Card = locked ? { library, key: locked } : { library };
  await putLibrary(folder.view(), card);
}

function takeCards(folder: MemoryFolder): void {
  const { main } = folder.places;
  for (const name of main.keys()) if (name.startsWith('library-')) main.delete(name);
}

const idThere = async (folder: MemoryFolder): Promise<string> => {
  const found = await findLibrary(folder.view());
  if (found.kind !== 'library') throw new Error('it is there');
  return found.card.library;
};

describe('what was shown is joined', () => {
  test('an empty folder, with a passphrase or without one', async () => {
    const plain = await machine();
    expect(await plain.connect({ library: null })).toEqual(STARTED);
    expect([await plain.isOn(), plain.isLegible()]).toEqual([true, true]);
    await forgetPlace();
    const sealed = await machine();
    expect(await sealed.connect({ library: null, passphrase: 'long' })).toEqual(STARTED);
    expect([await sealed.isOn(), sealed.isLegible()]).toEqual([true, false]);
  });

  test('a library with its passphrase, and one without', async () => {
    for (const passphrase of ['long', undefined]) {
      const { putCard, ask, connect, isOn } = await machine();
      await putCard(MID, passphrase);
      const said = passphrase === undefined ? {} : { passphrase };
      const preview = { place: PLACE, library: MID, ...said };
      expect(await ask('sync.preview', preview)).toMatchObject({ kind: 'preview', here: 1 });
      expect(await connect({ library: MID, ...said })).toEqual(STARTED);
      expect(await isOn()).toBe(true);
      await forgetPlace();
    }
  });
});

describe('what was not shown is not', () => {
  const nothing = async ({ isOn, isLegible, folder }: Awaited<ReturnType<typeof machine>>) => {
    expect(await isOn()).toBe(false);
    expect(await keptPlace()).toBeNull();
    expect(isLegible()).toBe(false);
    expect(folder.places.main.size).toBeLessThan(2); // the card alone, where there is one
  };

  test.each<[string, string | null, string | undefined, string | null, string | undefined]>([
    ['another library', MID, undefined, LOW, undefined],
    ['another library with the same passphrase', MID, 'long', LOW, 'long'],
    ['the same with its passphrase taken off', MID, 'long', MID, undefined],
    ['one without a passphrase where none was', null, 'long', LOW, undefined],
    ['one with the same passphrase where none was', null, 'long', LOW, 'long'],
    ['one where none was', null, undefined, LOW, undefined],
    ['none where one was', MID, 'long', null, undefined],
  ])('%s', async (_, shown, passphrase, library, sealedWith) => {
    const one = await machine();
    if (library !== null) await one.putCard(library, sealedWith);
    const request = { library: shown, ...(passphrase !== undefined && { passphrase }) };
    expect(await one.ask('sync.preview', { place: PLACE, ...request })).toEqual(CHANGED);
    expect(await one.connect(request)).toEqual(CHANGED);
    await nothing(one);
    // Looked at again it is shown as it is, and can be joined.
    const again = sealedWith === undefined ? {} : { passphrase: sealedWith };
    expect(await one.connect({ library, ...again })).toEqual(STARTED);
  });

  test.each([undefined, 'other'])(
    'one that comes while ours is put there, and counts (its passphrase: %s)',
    async (theirs) => {
      const one = await machine();
      one.meddle(async (method, path) => {
        if (method === 'PUT' && path.startsWith('library-'))
          await one.putCard('0'.repeat(16), theirs);
      });
      expect(await one.connect({ library: null, passphrase: 'long' })).toEqual(CHANGED);
      await nothing(one);
      expect(await idThere(one.folder)).toBe('0'.repeat(16));
    },
  );

  test('one that comes at the same time and does not count changes nothing', async () => {
    const one = await machine();
    one.meddle(async (method, path) => {
      if (method === 'PUT' && path.startsWith('library-')) await one.putCard('f'.repeat(16));
    });
    expect(await one.connect({ library: null, passphrase: 'long' })).toEqual(STARTED);
    expect(one.isLegible()).toBe(false);
  });
});

describe('a machine that is connected', () => {
  async function connected(passphrase?: string) {
    const one = await machine();
    const said = passphrase === undefined ? {} : { passphrase };
    await one.connect({ library: null, ...said });
    return one;
  }

  test.each([undefined, 'long'])(
    'corrects its password and says nothing else (its passphrase: %s)',
    async (passphrase) => {
      const { connect, isLegible, store } = await connected(passphrase);
      const id = (await store.load()).self.machine;
      const place = { ...PLACE, password: 'new' };
      expect(await connect({ place })).toEqual(STARTED);
      expect((await keptPlace())?.place).toEqual(place);
      expect((await store.load()).self.machine).toBe(id);
      expect(isLegible()).toBe(passphrase === undefined);
    },
  );

  test.each<[string, string | null, string | undefined]>([
    ['another library', LOW, undefined],
    ['another library with the same passphrase', LOW, 'long'],
    ['an empty folder', null, undefined],
  ])('does not correct itself into %s', async (_, library, sealedWith) => {
    const { connect, folder, takeCards, putCard, store, isLegible } = await connected('long');
    const id = (await store.load()).self.machine;
    takeCards();
    folder.places.main.clear();
    if (library !== null) await putCard(library, sealedWith);
    const before = folder.copy();
    expect(await connect({})).toEqual(CHANGED);
    expect(folder.copy()).toEqual(before);
    expect((await store.load()).self.machine).toBe(id);
    expect(isLegible()).toBe(false);
  });

  test('whose library has a passphrase never goes on without one', async () => {
    const { connect, ask, folder, putCard, takeCards, isLegible } = await connected('long');
    takeCards();
    await putCard(LOW);
    expect(await ask('sync.preview', { place: PLACE, library: LOW })).toEqual(UNSEALED);
    expect(await connect({ library: LOW })).toEqual(UNSEALED);
    expect(await connect({ library: LOW, passphrase: 'long' })).toEqual(CHANGED);
    folder.places.main.clear();
    expect(await connect({ library: null })).toEqual(UNSEALED);
    expect(isLegible()).toBe(false);
  });

  test('merges with another library that has a passphrase by saying it', async () => {
    const { connect, putCard, takeCards, store, isLegible } = await connected('long');
    takeCards();
    await putCard(HIGH, 'other');
    expect(await connect({ library: HIGH })).toEqual({ kind: 'wrongPassphrase' });
    expect(await connect({ library: HIGH, passphrase: 'other' })).toEqual({ kind: 'started' });
    expect((await store.load()).memory.card?.name).toContain(HIGH);
    expect(isLegible()).toBe(false);
  });

  test('puts its library there again, and does not go over to one that counts meanwhile', async () => {
    const { ask, folder, meddle, putCard, store, isLegible } = await connected('long');
    const own = (await store.load()).memory.card?.name;
    folder.places.main.clear();
    meddle(async (method, path) => {
      if (method === 'PUT' && path.startsWith('library-')) await putCard('0'.repeat(16), 'other');
    });
    expect(await ask('sync.putThere', {})).toEqual({ told: true });
    expect((await store.load()).memory.card?.name).toBe(own);
    expect((await store.state()).standing.failure?.why).toBe('twoLibraries');
    expect(isLegible()).toBe(false);
  });
});
