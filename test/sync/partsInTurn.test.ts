import { expect, test } from 'vitest';
import type { RemoteFolder } from '../../lib/remote/folder';
import { type Elements, writeParts } from '../../lib/sync/bases';
import { dotOf } from '../../lib/sync/dots';
import type { Element } from '../../lib/sync/elements';
import { pack } from '../../lib/sync/files';
import { writeName } from '../../lib/sync/names';
import { oneByOne, partsInTurn } from '../../lib/sync/partsInTurn';
import type { Round } from '../../lib/sync/round';
import { PLAIN } from '../../lib/sync/sealing';
import type { Seen } from '../../lib/sync/seen';
import { randomOf, toolsOf } from '../unit/sync/tools';
import { MemoryStore } from './memoryStore';

const tools = toolsOf(randomOf(9));
const machine = '0000000000000001';
const dot = dotOf({ machine, n: 1, nonce: '00000001' });
const seen: Seen = new Map([[machine, [['00000001']]]]);

const idOf = (n: number): string => `arxiv:2401.${String(n).padStart(5, '0')}`;

/** Elements of so many papers from one on, each of them long. */
function some(from: number, count: number): Elements {
  const note = 'x'.repeat(2_000);
  const said = (): Element[] => [{ register: 'note', dot, value: [note, null] }];
  return new Map(Array.from({ length: count }, (_, n) => [idOf(from + n), said()]));
}

/** A folder with parts of their own for some elements. */
async function folderOf(...texts: string[]) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const text of texts) {
    const { hash, bytes } = await pack(text, PLAIN);
    files.set(writeName({ kind: 'part', hash, size: bytes.length }), bytes);
  }
  const folder: RemoteFolder = {
    list: async () => new Map(),
    read: async (_, name) => files.get(name) ?? null,
    create: async () => undefined,
    remove: async () => undefined,
  };
  const store = new MemoryStore(tools);
  const round: Round = { store, folder, seal: PLAIN, tools, files: new Map(), hasUnread: false };
  return { round, files, parts: [...files.keys()] };
}

test('small parts come some at a time, the greatest ids first, and all of them', async () => {
  const texts = [...writeParts(some(0, 2_000))];
  const { round, parts } = await folderOf(...texts);
  const came = await Array.fromAsync(partsInTurn(round, { seen, parts }, 0));
  const ids = came.map((one) =>
    typeof one === 'string' ? [one] : [...one.elements.keys()].sort(),
  );
  expect(ids.reverse().flat()).toEqual([...some(0, 2_000).keys()]);
  expect(came.length).toBeLessThan(texts.length);
  const counts = came.map((one) => (typeof one === 'string' ? 0 : one.count));
  expect(counts.reduce((all, count) => all + count)).toBe(texts.length);
  expect(came.at(-1)).toMatchObject({ from: '' });
});

test('a part that cannot be had ends them, after what came before it', async () => {
  const texts = [...writeParts(some(0, 2_000))];
  const { round, files, parts } = await folderOf(...texts);
  files.delete(parts[0] ?? '');
  const came = await Array.fromAsync(partsInTurn(round, { seen, parts }, 0));
  expect(came.at(-1)).toBe('late');
  expect(came.length).toBeGreaterThan(1);
});

test.each<[string, (texts: string[]) => string[], Seen]>([
  ['parts in another order', (texts) => texts.reverse(), seen],
  ['what was said in a batch that its writer had not seen', (texts) => texts, new Map()],
  ['something that is not a part', ([first = '', ...others]) => ['{}', ...others, first], seen],
])('%s ends them', async (_, change, known) => {
  const { round, parts } = await folderOf(...change([...writeParts(some(0, 1_000))]));
  const came = await Array.fromAsync(partsInTurn(round, { seen: known, parts }, 0));
  expect(came.at(-1)).toBe('wrong');
});

test('the next is made when who has the one before waits for something, and no more than that', async () => {
  const made: number[] = [];
  let isEnded = false;
  async function* numbers() {
    try {
      for (let n = 1; n <= 5; n++) {
        made.push(n);
        yield n;
      }
    } finally {
      isEnded = true;
    }
  }
  const stopped = oneByOne(numbers(), async (n, meanwhile) => {
    expect(made.at(-1)).toBe(n);
    for (let times = 0; times < 2; times++) meanwhile();
    await new Promise((waited) => setTimeout(waited));
    expect(made.at(-1)).toBe(Math.min(n + 1, 5));
    if (n === 3) throw new Error('stopped');
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(isEnded).toBe(true);
});

test('all come to who never waits, too', async () => {
  const came: number[] = [];
  async function* numbers() {
    for (let n = 1; n <= 3; n++) yield n;
  }
  await oneByOne(numbers(), async (n) => void came.push(n));
  expect(came).toEqual([1, 2, 3]);
});

test('what fails is told when it is its turn', async () => {
  async function* failing() {
    yield 1;
    throw new Error('cut');
  }
  const came: number[] = [];
  const reading = oneByOne(failing(), async (n, meanwhile) => {
    meanwhile();
    await new Promise((waited) => setTimeout(waited));
    came.push(n);
  });
  await expect(reading).rejects.toThrow('cut');
  expect(came).toEqual([1]);
});
