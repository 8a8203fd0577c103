import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { AnnotationPatch } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import { patched } from '../../lib/papers/trash';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { AsterismDatabase } from '../../lib/store/database';
import { STRAIGHT_SLICE } from '../../lib/store/sync/straight';
import { DatabaseSyncStore } from '../../lib/store/sync/syncStore';
import type { Elements } from '../../lib/sync/bases';
import type { PaperHere } from '../../lib/sync/elements';
import { captureAll, newMachine, unknownPaper } from '../../lib/sync/machine';
import { randomOf, toolsOf } from '../unit/sync/tools';

// A whole state of another machine, as it comes into the product's own store.

const PAPERS = 650;
const tools = toolsOf(randomOf(3));
const now = () => new Date(tools.now());
const idOf = (n: number): PaperId => `hf:paper-${String(n).padStart(4, '0')}`;

/** A paper that another machine has starred, with a note. */
function starred(n: number): PaperHere {
  const paper = unknownPaper(idOf(n));
  const state = patched(paper.state, { starred: true, note: `there ${n}` }, tools.now());
  return { ...paper, state, facts: { id: idOf(n), title: `Paper ${n}`, authors: ['Ada'] } };
}

const all = Array.from({ length: PAPERS }, (_, n) => starred(n));
const { self, papers } = captureAll(newMachine(tools), all, tools);
const elementsOf = (from: number, to: number): Elements =>
  new Map(papers.slice(from, to).map(({ id, replica }) => [id, replica.elements]));
/** The last papers, and all before. */
const PARTS = [
  { from: idOf(300), elements: elementsOf(300, PAPERS) },
  { from: '', elements: elementsOf(0, 300) },
] as const;

let databases = 0;
let db: AsterismDatabase;
let store: DatabaseSyncStore;
/** Called before each write, with the table's name. */
let writing: (table: string) => void;

beforeEach(async () => {
  db = new AsterismDatabase(`taking ${++databases}`);
  writing = () => undefined;
  db.use({
    stack: 'dbcore',
    name: 'watched',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const mutate: typeof table.mutate = (request) => {
          writing(name);
          return table.mutate(request);
        };
        return { ...table, mutate };
      },
    }),
  });
  startAgain();
  await store.begin('Laptop');
});

/** The worker has stopped, and another one goes on. */
function startAgain(): void {
  writing = () => undefined;
  store = new DatabaseSyncStore(db, tools);
}

const say = (n: number, patch: AnnotationPatch) =>
  patchAnnotation(
    db,
    { id: idOf(n), patch, paper: { id: idOf(n), title: 'Mine', authors: [] } },
    now,
  );
const hasBoth = (note: string) => note.includes('there 1') && note.includes('here\n');
const noteOf = async (n: number) => (await db.bookmarks.get(idOf(n)))?.annotation.note;

async function take(parts: readonly (typeof PARTS)[number][] = PARTS): Promise<void> {
  const here = await store.beginState('base', self.seen);
  for (const part of parts.slice(here)) await store.takeParts({ ...part, count: 1 });
}

/** What this machine says after it has taken everything in. */
async function said(): Promise<string[]> {
  await store.endJoining();
  await store.settle();
  await store.capture();
  return (await store.load()).self.outbox.flatMap(({ records }) => records.map(({ id }) => id));
}

test('a new machine has each part in its library as soon as it has come', async () => {
  await take(PARTS.slice(0, 1));
  expect(await db.bookmarks.count()).toBe(PAPERS - 300);
  expect(await noteOf(300)).toBe('there 300');
  await take();
  await store.joinState();
  expect(await db.bookmarks.count()).toBe(PAPERS);
  expect((await db.papers.get(idOf(0)))?.paper.title).toBe('Paper 0');
  expect((await store.load()).isJoining).toBe(false);
  expect(await said()).toEqual([]);
});

test('all that came into a new library can be taken back at once', async () => {
  await take();
  await store.joinState();
  const { joiningStep = 0 } = (await store.state()).own;
  const parts = await db.steps.where('[step+part]').between([joiningStep], [joiningStep, []]);
  const ids = (await parts.toArray()).flatMap(({ changes }) => changes.map(({ id }) => id));
  expect(ids.sort()).toEqual(all.map(({ id }) => id));
});

test('a new machine that stops goes on with the part that it was at, and is not told twice', async () => {
  let writes = 0;
  writing = (table) => {
    if (table === 'bookmarks' && ++writes === 2) throw new Error('stopped');
  };
  await expect(take()).rejects.toThrow('stopped');
  startAgain();
  expect(await store.beginState('base', self.seen)).toBe(1);
  await take();
  await store.joinState();
  expect(await db.bookmarks.count()).toBe(PAPERS);
  expect(await said()).toEqual([]);
});

test('parts that come together are counted when the last of their papers is written', async () => {
  const both = { from: '', elements: elementsOf(0, PAPERS), count: PARTS.length };
  await store.beginState('base', self.seen);
  let writes = 0;
  writing = (table) => {
    if (table === 'bookmarks' && ++writes === 2) throw new Error('stopped');
  };
  await expect(store.takeParts(both)).rejects.toThrow('stopped');
  expect(await db.bookmarks.count()).toBe(STRAIGHT_SLICE);
  startAgain();
  expect(await store.beginState('base', self.seen)).toBe(0);
  await store.takeParts(both);
  expect(await store.beginState('base', self.seen)).toBe(PARTS.length);
  await store.joinState();
  expect(await db.bookmarks.count()).toBe(PAPERS);
  expect(await said()).toEqual([]);
});

test('what the reader says before and after a paper has come is kept, and said', async () => {
  await take(PARTS.slice(0, 1));
  await say(1, { starred: true, note: 'here' }); // comes with the next part
  await say(400, { note: 'another' }); // is here
  await say(900, { starred: true }); // is only here
  await take();
  await store.joinState();
  expect(await said()).toEqual([idOf(1), idOf(400), idOf(900)]);
  expect(await noteOf(1)).toSatisfy(hasBoth);
  expect(await noteOf(400)).toBe('another');
  expect(await noteOf(2)).toBe('there 2');
});

/** A machine with a library that has joined already. */
async function joinedAlready(): Promise<void> {
  await say(1, { starred: true, note: 'here' });
  await store.endJoining();
  await store.capture();
}

test('of a state that does not come whole nothing is in a library that was here before', async () => {
  await joinedAlready();
  await take(PARTS.slice(0, 1));
  expect(await db.bookmarks.count()).toBe(1);
  await store.beginState('another', self.seen);
  expect(await db.syncState.where('key').startsWith('coming').count()).toBe(0);
});

test('a whole state is written without the folder, and never in one transaction', async () => {
  await joinedAlready();
  await take();
  let written = 0;
  writing = (table) => {
    if (table !== 'bookmarks') return;
    written += 1;
    if (written === 2) throw new Error('stopped');
  };
  await expect(store.joinState()).rejects.toThrow('stopped');
  expect(await db.bookmarks.count()).toBeLessThanOrEqual(201);
  startAgain();
  // The next thing that a worker does, offline too.
  await store.capture();
  expect(await db.bookmarks.count()).toBe(PAPERS);
  expect(await noteOf(1)).toSatisfy(hasBoth);
  expect((await store.state()).taking).toBeNull();
});

test('what is said while a whole state is written is captured once all of it is', async () => {
  await joinedAlready();
  await take();
  const before = (await store.load()).self.outbox.length;
  let isSaid = false;
  writing = (table) => {
    if (table !== 'bookmarks' || isSaid) return;
    isSaid = true;
    setTimeout(() => void say(449, { note: 'another' }));
    setTimeout(() => void say(2, { addTags: ['mine'] }));
  };
  await store.joinState();
  await expect.poll(() => noteOf(449)).toBe('another');
  await store.capture();
  const { outbox, seen } = (await store.load()).self;
  const records = outbox.slice(before).flatMap((batch) => batch.records);
  expect(new Set(records.map(({ id }) => id))).toEqual(new Set([idOf(449), idOf(2)]));
  // Nothing is named over that the machine does not count as seen.
  for (const { over } of records) {
    for (const dot of Object.values(over).flat()) {
      const [machine = '', n] = dot.split('.');
      expect(seen.get(machine)?.length ?? 0).toBeGreaterThanOrEqual(Number(n));
    }
  }
  expect(await noteOf(449)).toBe('another');
  expect((await db.bookmarks.get(idOf(2)))?.annotation).toMatchObject({
    note: 'there 2',
    tags: ['mine'],
  });
});
