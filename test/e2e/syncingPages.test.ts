import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RemoteFolder } from '../../lib/remote/folder.ts';
import { makeWebDavFolder, webDavFolder } from '../../lib/remote/webdav.ts';
import { type AnotherMachine, anotherMachine } from '../sync/anotherMachine.ts';
import { READER, type Running, SERVERS } from '../sync/servers/servers.ts';
import { idOf, type Machine, machineAt } from './drive/machine.ts';
import { named } from './drive/names.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { permittedBuild } from './harness/permitted.ts';

// The pages, the real worker and a real server, as a reader meets them; the other machine is one in memory. The browser's
// question for the permission cannot be pressed by a test, so this build has it.

const server = SERVERS.find((one) => one.isHere());
const build = permittedBuild(['http://127.0.0.1/*']);
let running: Running;
let asterism: Asterism;
let section: Locator;
let machine: Machine;
let folder: RemoteFolder;
let other: AnotherMachine;

beforeAll(async () => {
  if (server === undefined) return;
  running = await server.start();
  asterism = await launch({ extension: build.path });
  const settings = await open('options.html#sync');
  section = settings.getByRole('region', { name: named('syncHeading') });
  machine = machineAt(await open('manifest.json'));
});
afterAll(async () => {
  await asterism?.close();
  running?.stop();
  build.remove();
});

/** With one other: who comes back is not another machine than before. */
const IN_STEP = /^In step with 1 machine/;
const open = async (path: string) => {
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/${path}`);
  return page;
};
const press = (name: string) => section.getByRole('button', { name, exact: true }).click();
const says = (text: string | RegExp) => section.getByText(text).first().waitFor();
async function fillIn(name: string, password = READER.password, passphrase = ''): Promise<void> {
  await section.getByLabel(named('syncAddress'), { exact: true }).fill(running.address + name);
  await section.getByLabel(named('syncUser'), { exact: true }).fill(READER.user);
  await section.getByLabel(named('syncPassword'), { exact: true }).fill(password);
  await section.getByLabel(named('syncPassphrase'), { exact: true }).fill(passphrase);
  await press(named('syncConnect'));
}
/** What the other machine does to papers, and sends. */
async function otherSays(from: number, to: number, kind: 'star' | 'remove'): Promise<void> {
  for (let n = from; n < to; n++) {
    const star = { kind: 'patch', patch: { starred: true } } as const;
    other.peer.do(idOf(n), kind === 'star' ? star : { kind });
  }
  await other.sync();
}
async function emptyFolder(): Promise<void> {
  for (const name of (await folder.list('main')).keys()) {
    if (name.endsWith('.bin')) await folder.remove('main', name);
  }
}

// skipped where there is none (needs apache2-bin, nginx or rclone)
describe.skipIf(server === undefined)('the settings over a server (needs a WebDAV server)', () => {
  test('a reader connects by the form, sees it in the library, and leaves with all of it', async () => {
    await fillIn('papers', 'not this one');
    await says('does not accept this user and password');
    await fillIn('papers');
    await press(named('syncPut'));
    await says('No other machine is there yet');
    await section.getByRole('row', { name: named('syncThis') }).waitFor();

    const library = await open('library.html');
    const line = library.getByRole('link', { name: 'No other machine is there yet' });
    expect(await line.getAttribute('href')).toBe('/options.html#sync');
    await press(named('syncDisconnect'));
    await says(named('syncDisconnected'));
    await expect.poll(() => line.count()).toBe(0);
  });

  test('a library with a passphrase opens with that alone; the first merge can be taken back', async () => {
    const where = { address: `${running.address}sealed/`, ...READER };
    await makeWebDavFolder(where, fetch);
    folder = webDavFolder(where, fetch);
    other = await anotherMachine(folder, 'correct horse');
    other.peer.do(idOf(0), { kind: 'patch', patch: { note: 'Said there' } });
    await otherSays(0, 60, 'star');
    await machine.star(100);
    await machine.star(0);
    await machine.ask('annotation.patch', { id: idOf(0), patch: { note: 'Said here' } });

    await fillIn('sealed');
    const passphrase = section.getByLabel(named('syncSealed'));
    await passphrase.fill('wrong horse');
    await press(named('syncContinue'));
    await says(named('syncWrongPassphrase'));
    await passphrase.fill('correct horse');
    await press(named('syncContinue'));
    const figures = section.locator('.first-merge dd');
    await expect.poll(() => figures.allTextContents()).toEqual(['60', '2', '61', '1']);
    await press(named('syncMerge'));
    await says(IN_STEP);
    expect(await machine.isStarred(1)).toBe(true);

    await press(named('syncUndo'));
    await says(named('syncUndone'));
    expect([await machine.isStarred(1), await machine.isStarred(100)]).toEqual([false, true]);
    const { annotations } = await machine.ask('annotations.get', { ids: [idOf(0)] });
    expect(annotations[idOf(0)]?.note).toBe('Said here');
  });

  test('very many removals wait: the papers are kept everywhere, or go here too', async () => {
    await fillIn('sealed', READER.password, 'correct horse');
    await press(named('syncMerge'));
    await says(IN_STEP);
    await other.sync();

    await otherSays(1, 31, 'remove');
    await press(named('syncNow'));
    await says('removed 30 of 61 papers');
    expect(await machine.isStarred(1)).toBe(true);
    await press(named('syncHeldKeep'));
    await says(IN_STEP);
    await machine.sync();
    await other.sync();
    expect(other.peer.paper(idOf(1)).state.bookmark).not.toBeNull();
    expect(await machine.isStarred(1)).toBe(true);

    await otherSays(31, 59, 'remove');
    await press(named('syncNow'));
    await says('removed 28 of 61 papers');
    await press(named('syncHeldApply'));
    await expect.poll(() => machine.isStarred(31)).toBe(false);
    await says(IN_STEP);
  });

  test('an emptied folder gets this library again; another library is asked about, and merged', async () => {
    await emptyFolder();
    await press(named('syncNow'));
    await says(named('syncNoLibraryAct'));
    await press(named('syncPutAgain'));
    await says(IN_STEP);
    expect((await folder.list('main')).has(other.card)).toBe(true);

    await emptyFolder();
    other = await anotherMachine(folder, 'another horse');
    await otherSays(200, 201, 'star');
    await press(named('syncNow'));
    await says(named('syncOtherLibraryAct'));
    await press(named('syncMergeOther'));
    await section.getByLabel(named('syncSealed')).fill('another horse');
    await press(named('syncContinue'));
    await says(named('syncPreview'));
    await press(named('syncMerge'));
    await expect.poll(() => machine.isStarred(200)).toBe(true);
    await says(IN_STEP);
    await other.sync();
    expect(other.peer.paper(idOf(100)).state.bookmark).not.toBeNull();
  });

  test('who leaves and deletes takes what this machine wrote, and nothing else', async () => {
    const before = [...(await folder.list('main')).keys()];
    await press(named('syncDelete'));
    await press(named('syncDeleteYes'));
    await says('still lie');
    const left = [...(await folder.list('main')).keys()];
    expect(left.length).toBeLessThan(before.length);
    expect(left).toContain(other.card);
    expect(left.filter((name) => name.includes(other.peer.self.machine))).not.toEqual([]);
    expect(await machine.isStarred(200)).toBe(true);
    await other.sync();
    expect(other.peer.paper(idOf(100)).state.bookmark).not.toBeNull();
  });

  test('in all of this nobody else was asked for anything', () => {
    // Every request is noted as a problem.
    const elsewhere = asterism.problems.filter((problem) => !problem.includes(running.address));
    expect(elsewhere).toEqual([]);
  });
});
