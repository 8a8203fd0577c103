import { describe, expect, test } from 'vitest';
import { isCovered } from '../../../lib/sync/coverage';
import type { FileName } from '../../../lib/sync/names';
import type { Seen } from '../../../lib/sync/seen';
import { World } from '../../sync/world';
import { randomOf } from './tools';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function worldOf(machines: number): Promise<World> {
  const world = new World(randomOf(machines));
  for (let n = 0; n < machines; n++) await world.add();
  for (const machine of world.machines) await world.sync(machine);
  return world;
}

function star(world: World, at: number, n: number): void {
  world.machines[at]?.store.peer.do(`hf:paper-${n}`, { kind: 'patch', patch: { starred: true } });
}

async function syncAll(world: World, wait = 11 * MINUTE): Promise<void> {
  world.time += wait;
  for (const machine of world.machines) await world.sync(machine);
}

function names(world: World, kind: string): string[] {
  return [...world.folder.places.main.keys()].filter((name) => name.startsWith(kind));
}

describe('a folder', () => {
  test('has few files, however often a machine writes', async () => {
    const world = await worldOf(1);
    for (let n = 0; n < 200; n++) {
      star(world, 0, n);
      await syncAll(world, MINUTE);
      expect(world.folder.places.main.size).toBeLessThan(60);
    }
    const before = world.machines[0]?.store.peer.library();
    const late = await world.add();
    await world.sync(late);
    expect(late.store.peer.library()).toEqual(before);
  });

  test('gets a base where logs are many, and the logs go a day later, each by who wrote it', async () => {
    const world = await worldOf(2);
    for (let n = 0; n < 600; n++) {
      // Long notes: no eight of these are joined.
      const note = Array.from({ length: 1_500 }, () => world.random().toString(36)).join(' ');
      const id = `hf:paper-${n % 50}` as const;
      world.machines[0]?.store.peer.do(id, { kind: 'patch', patch: { note } });
      if (n % 100 === 0) star(world, 1, n);
      if (n % 10 === 0) await syncAll(world);
      if (names(world, 'base').length > 0) break;
    }
    expect(names(world, 'base').length).toBeGreaterThan(0);
    const logs = names(world, 'log').length;
    await syncAll(world);
    expect(names(world, 'log').length).toBeGreaterThanOrEqual(logs - 1);
    await syncAll(world, DAY);
    star(world, 0, 999);
    star(world, 1, 998);
    await syncAll(world);
    await syncAll(world);
    expect(names(world, 'log').length).toBeLessThan(logs);
    const late = await world.add();
    await world.sync(late);
    expect(late.store.peer.library()).toEqual(world.machines[0]?.store.peer.library());
    expect(world.wrong).toEqual([]);
  });

  test('that was emptied removes nothing anywhere, and is filled again by any machine', async () => {
    const world = await worldOf(2);
    for (let n = 0; n < 10; n++) star(world, n % 2, n);
    await syncAll(world);
    await syncAll(world);
    const before = world.machines[0]?.store.peer.library();
    expect(before).toHaveLength(10);
    world.folder.putBack({ main: new Map(), parts: new Map() });
    const [a, b] = world.machines;
    if (!a || !b) throw new Error('there are two');
    expect(await world.sync(a)).toEqual({ kind: 'noLibrary' });
    expect(world.folder.places.main.size).toBe(0);
    await world.open(b);
    await world.sync(b);
    world.time += 11 * MINUTE;
    await world.sync(b);
    const late = await world.add();
    await world.sync(late);
    for (const { store } of world.machines) expect(store.peer.library()).toEqual(before);
  });

  test('that lost a file is noticed, also by a machine that stopped right after it was sent', async () => {
    const world = await worldOf(2);
    await syncAll(world);
    const [a] = world.machines;
    if (!a) throw new Error('there are two');
    for (
      let steps = 1;
      a.store.peer.self.seen.size === 0 || a.store.peer.self.outbox.length > 0;
      steps++
    ) {
      if (steps === 1) star(world, 0, 1);
      await world.sync(a, { steps });
    }
    for (const name of names(world, 'log')) world.folder.places.main.delete(name);
    for (let round = 0; round < 4; round++) await syncAll(world);
    expect(world.machines[1]?.store.peer.library()).toHaveLength(1);
  });

  test('of which a machine has nothing new is asked once', async () => {
    const world = await worldOf(2);
    star(world, 0, 1);
    await syncAll(world);
    await syncAll(world);
    world.folder.requests = 0;
    await syncAll(world);
    expect(world.folder.requests).toBe(2);
  });

  test('takes 1,000 stars in a minute in less than ten requests', async () => {
    const world = await worldOf(1);
    world.folder.requests = 0;
    const [machine] = world.machines;
    for (let n = 0; n < 1_000; n++) {
      star(world, 0, n);
      // Every 0.7 s what was done is captured, every ten seconds it is sent.
      if (n % 12 === 0) machine?.store.peer.capture();
    }
    await syncAll(world, 0);
    expect(machine?.store.peer.self.outbox).toEqual([]);
    expect(world.folder.requests).toBeLessThan(10);
  });
});

describe('whether a folder has what was seen', () => {
  const [a, b] = ['0a'.repeat(8), '0b'.repeat(8)];
  const seen: Seen = new Map([[a, [['01'], ['02'], ['03']]]]);
  const log = (from: number, to: number, nonce: string, machine = a): FileName => ({
    ...{ kind: 'log', machine, from, to, nonce, hash: '', size: 1 },
  });

  test.each<[string, FileName[], Seen[], boolean]>([
    ['in one log', [log(1, 3, '03')], [], true],
    ['in two', [log(1, 2, '02'), log(3, 3, '03')], [], true],
    ['but for the first', [log(2, 3, '03')], [], false],
    ['but for the last', [log(1, 2, '02')], [], false],
    ['of another machine', [log(1, 3, '03', b)], [], false],
    ['of a copy of the machine', [log(1, 3, 'ff')], [], false],
    ['in a base', [], [seen], true],
    ['in a base and a log', [log(3, 3, '03')], [new Map([[a, [['01'], ['02']]]])], true],
  ])('is known: %s', (_, files, bases, is) => {
    expect(
      isCovered(
        seen,
        files,
        bases.map((one) => ({ seen: one })),
      ),
    ).toBe(is);
  });
});
