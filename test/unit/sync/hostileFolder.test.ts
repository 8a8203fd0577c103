import { describe, expect, test } from 'vitest';
import { type Base, type Elements, writeBase, writeParts } from '../../../lib/sync/bases';
import { findLibrary } from '../../../lib/sync/cards';
import type { Dot } from '../../../lib/sync/dots';
import type { Batch, Element, SyncRecord } from '../../../lib/sync/elements';
import { type Packed, pack } from '../../../lib/sync/files';
import { writeLines } from '../../../lib/sync/lines';
import { readLog, writeLog } from '../../../lib/sync/logs';
import { writeName } from '../../../lib/sync/names';
import { MOST_ROUNDS, PLAIN } from '../../../lib/sync/sealing';
import { shown } from '../../../lib/sync/showing';
import { logName } from '../../../lib/sync/writing';
import { MemoryFolder } from '../../fakes/memoryFolder';
import { World } from '../../sync/world';
import { randomOf } from './tools';

// Whoever can write to the folder can write anything, under right names. A file costs itself at most.

const THEIRS = 'ee'.repeat(8);
const OTHER = 'dd'.repeat(8);
const X = 'hf:a-paper';
const AT = '2026-01-01T00:00:00.000Z';

function dot(n: number, machine = THEIRS): Dot {
  return `${machine}.${n}.0a0b0c0${n}`;
}

function batch(
  n: number,
  records: SyncRecord[],
  { machine = THEIRS, seen = [] as Dot[] } = {},
): Batch {
  const before = n === 1 ? '' : `0a0b0c0${n - 1}`;
  return { dot: dot(n, machine), before, at: AT, seen, records };
}

function saying(set: SyncRecord['set'], over: SyncRecord['over'] = {}): SyncRecord {
  return { id: X, over, set };
}

const STARRED = { starred: [true, AT] };

/** Two machines that have one library with a note in it, and a folder that anybody can write to. */
async function attacked() {
  const world = new World(randomOf(3));
  const machines = [await world.add(), await world.add()];
  const [first] = machines;
  await first?.store.do(X, { kind: 'patch', patch: { note: 'mine' } });
  const sync = async () => {
    for (const one of [...machines, ...machines, ...machines]) {
      await world.sync(one);
      world.time += 11 * 60_000;
    }
  };
  await sync();
  const ids = machines.map(({ store }) => store.peer.self.machine);
  const { main, parts } = world.folder.places;
  const put = async (place: typeof main, text: string, nameOf: (file: Packed) => string) => {
    const file = await pack(text, PLAIN);
    place.set(nameOf(file), file.bytes);
    return nameOf(file);
  };
  const putLog = (batches: Batch[], named = batches) =>
    put(main, writeLog(batches, 'Theirs'), (file) => logName(named, file));
  const putBase = async (elements: Elements, seen: Base['seen']) => {
    const names: string[] = [];
    for (const text of writeParts(elements)) {
      const nameOf = ({ hash, bytes }: Packed) =>
        writeName({ kind: 'part', hash, size: bytes.length });
      names.push(await put(parts, text, nameOf));
    }
    const text = writeBase({ seen, parts: names }, { machine: THEIRS, name: 'Theirs' });
    return put(main, text, ({ hash, bytes }) =>
      writeName({ kind: 'base', machine: THEIRS, hash, size: bytes.length }),
    );
  };
  const libraries = () => machines.map(({ store }) => store.peer.library());
  const before = libraries();
  /** Nothing here is another one, and all goes on. */
  const expectUnharmed = async () => {
    await sync();
    expect(libraries()).toEqual(before);
    expect(machines.map(({ store }) => store.peer.self.machine)).toEqual(ids);
    await first?.store.do('hf:b-paper', { kind: 'patch', patch: { starred: true } });
    await sync();
    expect(libraries()[1]).toHaveLength(2);
    expect(libraries()[1]).toEqual(libraries()[0]);
  };
  return { main, ids, put, putLog, putBase, sync, libraries, expectUnharmed };
}

describe('a log of somebody else', () => {
  test('that takes away what nobody has said yet waits: else machines would differ by the order in which they read', async () => {
    const { putLog, expectUnharmed, ids } = await attacked();
    await putLog([batch(1, [saying(STARRED, { note: [`${ids[0]}.7.0a0b0c0d`] })])]);
    await expectUnharmed();
  });

  test('that has seen the future waits', async () => {
    const { putLog, expectUnharmed, ids } = await attacked();
    await putLog([batch(1, [saying(STARRED)], { seen: [`${ids[0]}.999999999.0a0b0c0d`] })]);
    await expectUnharmed();
  });

  test('whose batches have seen one another waits', async () => {
    const { putLog, expectUnharmed } = await attacked();
    await putLog([batch(1, [saying(STARRED)], { seen: [dot(1, OTHER)] })]);
    await putLog([batch(1, [saying(STARRED)], { machine: OTHER, seen: [dot(1)] })]);
    await expectUnharmed();
  });

  test('that begins in the midst of nowhere waits', async () => {
    const { main, putLog, expectUnharmed } = await attacked();
    await putLog([batch(7, [saying(STARRED)])]);
    const huge = { kind: 'log' as const, machine: THEIRS, from: 1, to: 999_999_999 };
    const name = writeName({ ...huge, nonce: '0a0b0c0d', hash: '0'.repeat(32), size: 3 });
    main.set(name, new Uint8Array(3));
    await expectUnharmed();
  });

  test('whose name tells other batches than are in it says nothing', async () => {
    const { putLog, expectUnharmed } = await attacked();
    await putLog([batch(1, [saying(STARRED)])], [batch(1, [], { machine: OTHER })]);
    await putLog([batch(1, []), batch(2, [saying(STARRED)])], [batch(1, [])]);
    await expectUnharmed();
  });

  test.each([
    ['a number beyond all', { n: 2 ** 53 }],
    ['a number that is none', { n: '1' }],
    ['a negative place', { seen: [-1] }],
    ['a place that is not there', { seen: [2 ** 53] }],
  ])('with %s is not read', (_, wrong) => {
    const [head, line = ''] = writeLog([batch(1, [])], 'Theirs').split('\n');
    const changed = { ...(JSON.parse(line) as object), ...wrong };
    expect(readLog(`${head}\n${JSON.stringify(changed)}\n`)?.length ?? 0).toBeLessThan(2);
  });

  test('under the id of a machine makes it take a new one, and nothing else', async () => {
    const { putLog, sync, libraries, ids } = await attacked();
    await putLog([batch(1, [saying(STARRED)], { machine: ids[0] ?? '' })]);
    await sync();
    expect(libraries()[0]).toEqual(libraries()[1]);
    expect(libraries()[0]).toMatchObject([{ annotation: { note: 'mine', starred: true } }]);
  });
});

describe('a base of somebody else', () => {
  test('with things of which it does not know who said them is not taken', async () => {
    const { putBase, expectUnharmed } = await attacked();
    const one: Element = { register: 'starred', dot: dot(2), value: [true, AT] };
    await putBase(new Map([[X, [one]]]), new Map([[THEIRS, [['0a0b0c01']]]]));
    await expectUnharmed();
  });

  test('with a part that is not one is not taken, and goes', async () => {
    const { main, put, expectUnharmed } = await attacked();
    const part = `part-${'0'.repeat(32)}-999999999.bin`;
    const base = { seen: new Map([[THEIRS, [['0a0b0c01']]]]), parts: [part] };
    const name = await put(
      main,
      writeBase(base, { machine: THEIRS, name: '' }),
      ({ hash, bytes }) => writeName({ kind: 'base', machine: THEIRS, hash, size: bytes.length }),
    );
    await expectUnharmed();
    expect(main.has(name)).toBe(false);
  });
});

describe('a file that would fill the memory', () => {
  test('is not asked for, whatever its name and its list say', async () => {
    const { main, expectUnharmed } = await attacked();
    const size = 999_999_999;
    const file = { machine: THEIRS, hash: '0'.repeat(32), size };
    const log = { ...file, kind: 'log' as const, from: 1, to: 1, nonce: '0a0b0c0d' };
    const bytes = new Uint8Array(8);
    Object.defineProperty(bytes, 'length', { value: size });
    bytes.slice = () => {
      throw new Error('it was read');
    };
    for (const name of [writeName(log), writeName({ ...file, kind: 'base' })])
      main.set(name, bytes);
    await expectUnharmed();
  });

  test.each(['note', 'tag:rl', 'starred', 'created', 'extra', 'facts', 'newer'])(
    'of 100,000 values for one %s shows a hundred of them, the same in any order',
    (register) => {
      const values: Record<string, (n: number) => unknown> = {
        note: (n) => [`note ${n}`, AT],
        'tag:rl': () => ['rl', AT],
        created: () => AT,
        extra: (n) => ({ [`field${n}`]: n }),
        facts: (n) => ({ id: X, title: `Title ${n}`, authors: [] }),
      };
      const make = values[register] ?? (() => [true, AT]);
      const all = Array.from({ length: 100_000 }, (_, n): Element => {
        const nonce = n.toString(16).padStart(8, '0');
        return { register, dot: `${THEIRS}.1.${nonce}`, value: make(n) };
      });
      const { kept } = shown(X, all);
      expect(kept).toEqual(shown(X, all.toReversed()).kept);
      expect(kept.annotation.note.match(/note/g)?.length ?? 0).toBeLessThanOrEqual(100);
      expect(Object.keys(kept.extra ?? {}).length).toBeLessThanOrEqual(100);
    },
  );
});

describe('a machine’s name', () => {
  test.each([
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['Laptop\u202eexe.cod', 'Laptop exe.cod'],
    ['\u2067\u0000A\nB\u2028C\u0007', 'A B C'],
    ['x'.repeat(5_000), 'x'.repeat(100)],
    [`${'x'.repeat(99)}\ud83d\udcbb`, 'x'.repeat(99)],
    ['Emma’s 💻 נייד', 'Emma’s 💻 נייד'],
  ])('%j is shown as text that stays in its place', (name, clean) => {
    expect(readLog(writeLog([batch(1, [])], name))?.[0]?.by).toBe(clean);
  });

  test('of nothing that can be shown is none', () => {
    expect(readLog(writeLog([batch(1, [])], ' \u202e\n'))?.[0]).not.toHaveProperty('by');
  });
});

describe('a card', () => {
  const id = 'ab'.repeat(8);
  const put = async (folder: MemoryFolder, library: string, card: object) => {
    const { hash, bytes } = await pack(writeLines([card]), PLAIN);
    const name = writeName({ kind: 'library', library, hash, size: bytes.length });
    await folder.view().create('main', name, bytes);
  };

  test('that asks for more rounds than a machine can bear is left alone, and no passphrase is tried', async () => {
    const folder = new MemoryFolder();
    const key = { salt: '00'.repeat(16), rounds: MOST_ROUNDS + 1, wrapped: '00'.repeat(48) };
    await put(folder, id, { asterism: 'library', v: 1, id, key });
    expect(await findLibrary(folder.view())).toEqual({ kind: 'newer' });
  });

  test('among thousands that are none costs few requests', async () => {
    const folder = new MemoryFolder();
    for (let n = 0; n < 500; n++) {
      await put(folder, n.toString(16).padStart(16, '0'), { asterism: 'library', n });
    }
    const { requests } = folder;
    await findLibrary(folder.view());
    expect(folder.requests - requests).toBeLessThan(30);
  });
});
