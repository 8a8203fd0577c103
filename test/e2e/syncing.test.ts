import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, MessageName, Request } from '../../lib/messages/contract.ts';
import type { Result } from '../../lib/messages/result.ts';
import type { PaperId } from '../../lib/papers/ids.ts';
import { type DavProxy, type Mischief, startProxy } from '../sync/servers/proxy.ts';
import { READER, type Running, SERVERS } from '../sync/servers/servers.ts';
import { type CountingProxy, countingProxy } from './harness/countingProxy.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { permittedBuild } from './harness/permitted.ts';

// Two profiles of the built extension over a real server. The browser's question for the permission cannot be pressed by a
// test, so this build has it.

const server = SERVERS.find((one) => one.isHere());
const build = permittedBuild(['http://127.0.0.1/*']);
let running: Running;
let proxy: DavProxy;
let others: CountingProxy;
const profiles: { asterism: Asterism; page: Page }[] = [];

beforeAll(async () => {
  if (server === undefined) return;
  running = await server.start();
  proxy = await startProxy(running.address);
  others = await countingProxy({ exceptLoopback: true });
  for (const _ of ['A', 'B']) {
    const asterism = await launch({ extension: build.path, flags: others.flags });
    const page = await asterism.context.newPage();
    await page.goto(`chrome-extension://${asterism.extensionId}/popup.html`);
    profiles.push({ asterism, page });
  }
});
afterAll(async () => {
  await Promise.all(profiles.map(({ asterism }) => asterism.close()));
  await proxy?.stop();
  others?.close();
  running?.stop();
  build.remove();
});

/** What the worker of a profile answers. */
async function ask<N extends MessageName>(at: number, name: N, request: Request<N>) {
  const sending = `chrome.runtime.sendMessage(${JSON.stringify({ name, request })})`;
  const reply: unknown = await profiles[at]?.page.evaluate(sending);
  const result = reply as Result<Answer<N>>; // the contract's
  if (!result.ok) throw new Error(`${name}: ${result.code} ${result.detail}`);
  return result.value;
}
const place = () => ({ kind: 'webdav' as const, address: `${proxy.address}papers/`, ...READER });
/** What the reader would be shown. */
const libraryThere = async (at: number) => {
  const { there } = await ask(at, 'sync.check', { place: place() });
  return there?.kind === 'library' ? there.id : null;
};
const state = async (at: number) => (await ask(at, 'sync.status', {})).state;
const idOf = (n: number): PaperId => `arxiv:2504.${String(n).padStart(5, '0')}`;
const star = (at: number, n: number) =>
  ask(at, 'annotation.patch', {
    id: idOf(n),
    patch: { starred: true },
    paper: { id: idOf(n), title: `Paper ${n}`, authors: ['Ada'] },
  });
const isStarred = async (at: number, n: number) =>
  (await ask(at, 'annotations.get', { ids: [idOf(n)] })).annotations[idOf(n)]?.starred ?? false;

/** A cycle that was asked for, and what was asked of the server meanwhile. */
async function sync(at: number): Promise<string[]> {
  proxy.taken();
  await ask(at, 'sync.now', {});
  await expect.poll(() => state(at), { timeout: 10_000 }).not.toMatchObject({ kind: 'syncing' });
  return proxy.taken().map((one) => one.slice(0, 8));
}

// skipped where there is none (needs apache2-bin, nginx or rclone)
describe.skipIf(server === undefined)(
  'two profiles over a server (needs apache2-bin, nginx or rclone)',
  () => {
    test('before sync is on, nothing is asked of anybody', async () => {
      await star(0, 1);
      await star(1, 2);
      expect(await state(0)).toEqual({ kind: 'off' });
      expect(proxy.taken()).toEqual([]);
    });

    test('a place is checked step by step, and the step that fails is named', async () => {
      const wrong = await ask(0, 'sync.check', { place: { ...place(), password: 'other' } });
      expect(wrong.failed).toMatchObject({ step: 'logIn', why: 'refused' });
      const checked = await ask(0, 'sync.check', { place: place() });
      expect(checked.failed).toBeNull();
      expect(checked.done).toHaveLength(9);
      expect(checked.there).toEqual({ kind: 'empty' });
    });

    test('two machines that had a library each have both, and each star comes over', async () => {
      const connect = { place: place(), machineName: 'Laptop', library: null };
      expect(await ask(0, 'sync.connect', connect)).toEqual({ kind: 'started' });
      await expect.poll(() => state(0)).toMatchObject({ kind: 'inStep', machines: 0 });
      const { there } = await ask(1, 'sync.check', { place: place() });
      expect(there).toMatchObject({ kind: 'library', machines: 1 });
      const library = await libraryThere(1);
      const preview = { kind: 'preview', there: 1, here: 1, together: 2, notesJoined: 0 };
      expect(await ask(1, 'sync.preview', { place: place(), library })).toEqual(preview);
      await ask(1, 'sync.connect', { place: place(), machineName: 'Desktop', library });
      await expect.poll(() => isStarred(1, 1)).toBe(true);
      await expect.poll(() => state(1)).toMatchObject({ kind: 'inStep', machines: 1 });
      await sync(0);
      await expect.poll(() => isStarred(0, 2)).toBe(true);
    });

    test('nothing new is one request; a star is two here and two there', async () => {
      await sync(0);
      await sync(1);
      await sync(0);
      expect(await sync(0)).toEqual(['PROPFIND']);
      await sync(1);
      expect(await sync(1)).toEqual(['PROPFIND']);
      await star(0, 3);
      expect(await sync(0)).toEqual(['PROPFIND', 'PUT log-']);
      expect(await sync(1)).toEqual(['PROPFIND', 'GET log-']);
      expect(await isStarred(1, 3)).toBe(true);
    });

    test.each<[Mischief, object]>([
      [
        { kind: 'say', status: 401 },
        { kind: 'stopped', why: 'refused', status: 401 },
      ],
      [
        { kind: 'say', status: 423 },
        { kind: 'waiting', why: 'later', status: 423 },
      ],
      [
        { kind: 'say', status: 429, headers: { 'Retry-After': '600' } },
        { kind: 'waiting', why: 'later', status: 429 },
      ],
      [
        { kind: 'say', status: 500 },
        { kind: 'waiting', why: 'later', status: 500 },
      ],
      [
        { kind: 'say', status: 507 },
        { kind: 'waiting', why: 'full', status: 507 },
      ],
      [
        { kind: 'say', status: 200, body: '<html>Log in</html>' },
        { kind: 'waiting', why: 'notWebDav' },
      ],
    ])(
      'what stands between says %o, the status says so, and it passes',
      async (mischief, status) => {
        proxy.mischief = () => mischief;
        await sync(0);
        expect(await state(0)).toMatchObject(status);
        proxy.mischief = () => null;
        await sync(0);
        expect(await state(0)).toMatchObject({ kind: 'inStep' });
      },
    );

    test('a thousand papers at once are fewer than ten requests', async () => {
      const at = '2026-05-01T00:00:00.000Z';
      const said = { status: null, statusAt: null, tags: [], tagsAt: null, note: '', noteAt: null };
      const bookmarks = Array.from({ length: 1_000 }, (_, n) => ({
        paper: { id: idOf(10_000 + n), title: `Paper ${n}`, authors: ['Ada'] },
        annotation: { starred: true, starredAt: at, ...said, createdAt: at },
      }));
      await ask(0, 'import.stage', { import: 'many', part: 0, bookmarks });
      await ask(0, 'import.apply', { import: 'many' });
      expect((await sync(0)).length).toBeLessThan(10);
      expect((await sync(1)).length).toBeLessThan(10);
      expect(await isStarred(1, 10_999)).toBe(true);
    });

    test('very many removals of another machine wait, and the papers may be kept', async () => {
      const ids = Array.from({ length: 200 }, (_, n) => idOf(10_000 + n));
      await ask(0, 'bookmarks.removeMany', { job: 'away', ids });
      await sync(0);
      await sync(1);
      expect(await state(1)).toMatchObject({ kind: 'held', machine: 'Laptop', removals: 200 });
      expect(await isStarred(1, 10_000)).toBe(true);
      await ask(1, 'sync.answerHeld', { apply: false });
      expect(await isStarred(1, 10_000)).toBe(true);
      await sync(1);
      await sync(0);
      expect(await isStarred(0, 10_000)).toBe(true);
    });

    test('whoever leaves keeps the library and asks nobody any more', async () => {
      const { machines } = await ask(1, 'sync.machines', {});
      expect(machines.map(({ name, isThis }) => [name, isThis]).sort()).toEqual([
        ['Desktop', true],
        ['Laptop', false],
      ]);
      const { came } = await ask(1, 'sync.came', {});
      expect(came).toHaveLength(200);
      expect(came[0]).toMatchObject({ machine: 'Laptop', conflict: { kind: 'back' } });
      const { left } = await ask(1, 'sync.disconnect', { andDelete: true });
      expect(left).toBeGreaterThan(0);
      expect(await state(1)).toEqual({ kind: 'off' });
      expect(await isStarred(1, 1)).toBe(true);
      proxy.taken();
      await star(1, 4);
      await ask(1, 'sync.now', {});
      expect(proxy.taken()).toEqual([]);
    });

    test('the first merge can be taken back, and nothing is taken from the others', async () => {
      await ask(1, 'bookmark.remove', { id: idOf(1) });
      const library = await libraryThere(1);
      await ask(1, 'sync.connect', { place: place(), machineName: 'Desktop', library });
      await expect.poll(() => isStarred(1, 1), { timeout: 20_000 }).toBe(true);
      await expect.poll(() => state(1), { timeout: 20_000 }).toMatchObject({ kind: 'inStep' });
      expect((await ask(1, 'sync.status', {})).canUndoJoining).toBe(true);
      expect(await ask(1, 'sync.undoJoining', {})).toEqual({ undone: true });
      expect(await isStarred(1, 1)).toBe(false);
      expect(await isStarred(1, 4)).toBe(true);
      expect(await state(1)).toEqual({ kind: 'off' });
      await sync(0);
      expect(await isStarred(0, 1)).toBe(true);
    });

    test('in all of this no other host was asked for anything', () => {
      expect(others.requests()).toEqual([]);
    });
  },
);
