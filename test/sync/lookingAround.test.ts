import { describe, expect, test } from 'vitest';
import { type Elements, writeBase, writeParts } from '../../lib/sync/bases';
import { cycle } from '../../lib/sync/cycle';
import { type Dot, dotOf } from '../../lib/sync/dots';
import type { Batch, Element, SyncRecord } from '../../lib/sync/elements';
import { type Packed, pack } from '../../lib/sync/files';
import { writeLog } from '../../lib/sync/logs';
import { whatIsThere } from '../../lib/sync/lookingAround';
import { writeName } from '../../lib/sync/names';
import { fromHex, PLAIN, type Seal, sealWith } from '../../lib/sync/sealing';
import type { Seen } from '../../lib/sync/seen';
import { logName } from '../../lib/sync/writing';
import { MemoryFolder } from '../fakes/memoryFolder';
import { randomOf, toolsOf } from '../unit/sync/tools';
import { doSomething } from './deeds';
import { MemoryStore } from './memoryStore';
import { Questions } from './questions';
import { World } from './world';

// What the preview counts has to be what a machine finds that joins: here it is asked for both.

const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(16)) as [string, string, string];
const runs = Math.ceil(Number(process.env['SYNC_RUNS'] ?? 300) / 2);
const seed = Number(process.env['SYNC_SEED'] ?? Math.floor(Math.random() * 1e9));
const AT = '2026-01-01T00:00:00.000Z';
const dot = (machine: string, n: number): Dot => dotOf({ machine, n, nonce: `0a0b0c0${n}` });
const seenOf = (...upTo: [string, number][]): Seen =>
  new Map(
    upTo.map(([machine, n]) => [
      machine,
      Array.from({ length: n }, (_, at) => [`0a0b0c0${at + 1}`]),
    ]),
  );
const starred = (by: Dot): Element => ({ register: 'starred', dot: by, value: [true, AT] });
const noted = (by: Dot, note: string): Element => ({
  register: 'note',
  dot: by,
  value: [note, AT],
});
const facts = (by: Dot): Element => ({ register: 'facts', dot: by, value: { title: 'Long' } });

/** A folder that anybody can write to. */
function folderOf(seal: Seal = PLAIN) {
  const folder = new MemoryFolder();
  const put = async (place: 'main' | 'parts', text: string, nameOf: (file: Packed) => string) => {
    const file = await pack(text, seal);
    folder.places[place].set(nameOf(file), file.bytes);
    return nameOf(file);
  };
  const putLog = (batches: Batch[]) =>
    put('main', writeLog(batches, 'A machine'), (file) => logName(batches, file));
  /** A base of which each part has the papers that are given together. */
  const putBase = async (machine: string, seen: Seen, parts: Elements[]) => {
    const names: string[] = [];
    for (const text of parts.flatMap((part) => [...writeParts(part)])) {
      names.push(
        await put('parts', text, ({ hash, bytes }) =>
          writeName({ kind: 'part', hash, size: bytes.length }),
        ),
      );
    }
    const text = writeBase({ seen, parts: names }, { machine, name: 'A machine' });
    const name = await put('main', text, ({ hash, bytes }) =>
      writeName({ kind: 'base', machine, hash, size: bytes.length }),
    );
    return { name, parts: names };
  };
  return { folder, putLog, putBase };
}

function batch(machine: string, n: number, seen: Dot[], records: SyncRecord[]): Batch {
  const before = n === 1 ? '' : `0a0b0c0${n - 1}`;
  return { dot: dot(machine, n), before, at: AT, seen, records };
}

/** All that is said there, as who only looks finds it; and nothing is written, and no paper told twice. */
async function seenBy(folder: MemoryFolder, seal: Seal = PLAIN) {
  const before = folder.copy();
  const told: number[] = [];
  const said = await whatIsThere(
    { folder: folder.view(), seal, tools: toolsOf(randomOf(1)) },
    {
      nothing: [] as [string, readonly Element[]][],
      add: async (all, some) => {
        told.push(some.size);
        return [...all, ...some];
      },
    },
  );
  expect(folder.copy()).toEqual(before);
  expect(new Set(said.map(([id]) => id)).size).toBe(said.length);
  return { said: withoutFacts(new Map(said)), most: Math.max(...told) };
}

/** A machine that takes in what there is, and does not go on from there. */
class Joining extends MemoryStore {
  override endJoining = async (): Promise<void> => undefined;
}

/** All that is said there, as a machine finds it that joins. */
async function foundBy(world: Pick<World, 'folder' | 'seal' | 'open'>) {
  const tools = toolsOf(randomOf(2));
  const store = new Joining(tools);
  await store.begin([]);
  await world.open({ store, offset: 0 });
  await cycle({ store, folder: world.folder.view(), seal: world.seal, tools });
  return withoutFacts(store.peer.state().elements);
}

function withoutFacts(all: Elements): Record<string, readonly Element[]> {
  const papers = [...all].map(([id, elements]) => [
    id,
    elements.filter(({ register }) => register !== 'facts'),
  ]);
  return Object.fromEntries(papers.filter(([, elements]) => elements?.length).sort());
}

async function expectSame(folder: MemoryFolder, seal: Seal = PLAIN) {
  const world = new World(randomOf(3), seal);
  const open = world.open.bind(world);
  const { said, most } = await seenBy(folder, seal);
  world.folder.putBack(folder.copy());
  expect(said).toEqual(await foundBy({ folder: world.folder, seal, open }));
  return { said, most };
}

describe('what is there', () => {
  test('is a base after the logs that it does not have, which change and remove papers and bring others', async () => {
    const { folder, putBase, putLog } = folderOf();
    const one = dot(A, 1);
    await putBase(A, seenOf([A, 1]), [
      new Map([
        ['hf:a', [starred(one), facts(one)]],
        ['hf:b', [starred(one)]],
      ]),
      new Map([['hf:c', [noted(one, 'c')]]]),
    ]);
    await putLog([
      batch(
        A,
        2,
        [one],
        [
          { id: 'hf:b', over: { starred: [one] }, set: {}, gone: 'trash' },
          { id: 'hf:c', over: { note: [one] }, set: { note: ['more', AT], facts: {} } },
        ],
      ),
      batch(
        A,
        3,
        [dot(A, 2)],
        [
          { id: 'hf:c', over: { note: [dot(A, 2)] }, set: { note: ['most', AT] } },
          { id: 'hf:d', over: {}, set: { starred: [true, AT] } },
        ],
      ),
    ]);
    const { said } = await expectSame(folder);
    expect(said).toEqual({
      'hf:a': [starred(one)],
      'hf:c': [noted(dot(A, 3), 'most')],
      'hf:d': [starred(dot(A, 3))],
    });
  });

  test('is what several bases say together, each part in memory once: also what one has removed that another has', async () => {
    const { folder, putBase } = folderOf();
    const [one, two, three] = [dot(A, 1), dot(B, 1), dot(C, 1)];
    const common = (n: number): Elements => new Map([[`hf:common-${n}`, [starred(one)]]]);
    const many = Array.from({ length: 5 }, (_, n) => common(n));
    await putBase(A, seenOf([A, 1], [B, 1]), [...many, new Map([['hf:x', [starred(two)]]])]);
    await putBase(B, seenOf([A, 1], [C, 1]), [
      new Map([['hf:a', [starred(three)]]]),
      ...many.slice(1),
      new Map([['hf:gone', [starred(one)]]]),
    ]);
    await putBase(C, seenOf([C, 1]), [new Map([['hf:a', [starred(three)]]])]);
    const { said, most } = await expectSame(folder);
    expect(Object.keys(said)).toEqual([
      'hf:a',
      ...many.slice(1).flatMap((part) => [...part.keys()]),
      'hf:x',
    ]);
    expect(most).toBe(1);
  });

  test('is as if a base were not there that cannot be had whole, however late that is found', async () => {
    const { folder, putBase, putLog } = folderOf();
    const [one, two] = [dot(A, 1), dot(A, 2)];
    const parts = ['a', 'b', 'c'].map((key): Elements => new Map([[`hf:${key}`, [starred(two)]]]));
    const { parts: names } = await putBase(A, seenOf([A, 2]), parts);
    await putBase(B, seenOf([A, 1]), [new Map([['hf:b', [noted(one, 'old')]]])]);
    await putLog([batch(A, 2, [one], [{ id: 'hf:c', over: {}, set: { starred: [true, AT] } }])]);
    expect(Object.keys((await expectSame(folder)).said)).toEqual(['hf:a', 'hf:b', 'hf:c']);
    // The part that is read last.
    folder.places.parts.delete(names[0] ?? '');
    expect((await expectSame(folder)).said).toEqual({
      'hf:b': [noted(one, 'old')],
      'hf:c': [starred(two)],
    });
  });

  test('is the same in a folder with a passphrase', async () => {
    const seal = await sealWith(fromHex('5a'.repeat(32)));
    const { folder, putBase } = folderOf(seal);
    await putBase(A, seenOf([A, 1]), [new Map([['hf:a', [starred(dot(A, 1))]]])]);
    expect(Object.keys((await expectSame(folder, seal)).said)).toEqual(['hf:a']);
    expect((await seenBy(folder)).said).toEqual({});
  });

  test('is nothing in a folder where nothing is', async () => {
    expect((await seenBy(new MemoryFolder())).said).toEqual({});
  });

  test(`is what a machine finds that joins, whatever has gone wrong there: ${runs} runs from seed ${seed}`, async () => {
    for (let one = seed; one < seed + runs; one++) {
      const world = new World(randomOf(one));
      const [asked, copies] = [new Questions(world), { machines: [], folders: [] }];
      for (let n = 0; n < 3; n++) await world.add();
      for (let n = 20 + world.upTo(50); n > 0; n--) {
        await doSomething(world, asked, copies);
      }
      const { said } = await seenBy(world.folder, world.seal);
      expect(said, `seed ${one}`).toEqual(await foundBy(world));
    }
  });
});
