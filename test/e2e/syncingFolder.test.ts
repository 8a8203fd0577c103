import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Machine, machineAt } from './drive/machine.ts';
import { named } from './drive/names.ts';
import { type Asterism, launch } from './harness/launch.ts';

// A folder on this computer that another program carries; Chromium alone lets one be chosen. The browser's own picker cannot
// be pressed in a test: the page's gives a folder that the browser keeps for us, whose handles are of the same kind. Two
// profiles cannot share one, so the test is the program that carries the files.

interface Profile {
  asterism: Asterism;
  machine: Machine;
  /** A page of ours that runs nothing by itself. */
  page: Page;
}
let laptop: Profile;
let desktop: Profile;

beforeAll(async () => {
  [laptop, desktop] = [await start(), await start()];
});
afterAll(() => Promise.all([laptop, desktop].map((profile) => profile?.asterism.close())));

async function start(): Promise<Profile> {
  const asterism = await launch();
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/manifest.json`);
  return { asterism, page, machine: machineAt(page) };
}

const CHOSEN =
  "(await (await navigator.storage.getDirectory()).getDirectoryHandle('Carried', { create: true }))";

/** What lies in a profile's folder, in base64. */
async function filesOf({ page }: Profile): Promise<Map<string, string>> {
  const all = await page.evaluate<[string, string][]>(`(async () => {
    const all = [];
    for await (const [name, handle] of ${CHOSEN}.entries()) {
      if (handle.kind !== 'file') continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      all.push([name, btoa(String.fromCharCode(...bytes))]);
    }
    return all;
  })()`);
  return new Map(all);
}

/** Lays a file into a profile's folder, as the program that carries it does. */
async function lay({ page }: Profile, name: string, content: string): Promise<void> {
  const file = JSON.stringify({ name, content });
  await page.evaluate(`(async ({ name, content }) => {
    const handle = await ${CHOSEN}.getFileHandle(name, { create: true });
    const writable = await handle.createWritable();
    await writable.write(Uint8Array.from(atob(content), (char) => char.charCodeAt(0)));
    await writable.close();
  })(${file})`);
}

/** Carries everything that is in one folder and not in the other. */
async function carry(from: Profile, to: Profile): Promise<void> {
  const there = await filesOf(to);
  for (const [name, content] of await filesOf(from)) {
    if (there.get(name) !== content) await lay(to, name, content);
  }
}

/** The section of the settings, with a folder chosen. */
async function chooseFolder({ asterism }: Profile) {
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/options.html#sync`);
  await page.evaluate(`window.showDirectoryPicker = async () => ${CHOSEN}`);
  const section = page.getByRole('region', { name: named('syncHeading') });
  await section.getByText(named('syncOnComputer'), { exact: true }).click();
  await section.getByRole('button', { name: named('syncChoose') }).click();
  await section.getByText(named('syncChosen', 'Carried')).waitFor();
  return section;
}

test('a folder is chosen, tried, and holds what another program can carry', async () => {
  await laptop.machine.star(1);
  const section = await chooseFolder(laptop);
  await section.getByRole('button', { name: named('syncConnect') }).click();
  await section.getByRole('button', { name: named('syncPut') }).click();
  await expect.poll(laptop.machine.state).toMatchObject({ kind: 'inStep', machines: 0 });
  const names = [...(await filesOf(laptop)).keys()].map((name) => name.split('-')[0]);
  expect(names.sort()).toEqual(['library', 'log']);
});

test('files that come late, in any order, and with what other programs leave beside them, do no harm', async () => {
  await desktop.machine.star(2);
  const files = await filesOf(laptop);
  const [log = '', card = ''] = [...files.keys()].sort().reverse();
  const content = (name: string) => files.get(name) ?? '';

  // The card is not there yet: nobody knows whose the rest is, and whether it has a passphrase.
  await lay(desktop, log, content(log));
  const section = await chooseFolder(desktop);
  await section.getByRole('button', { name: named('syncConnect') }).click();
  await section.getByText(named('syncCardless')).waitFor();
  expect([...(await filesOf(desktop)).keys()]).toEqual([log]);

  // Now it is; the other file is a placeholder.
  await lay(desktop, card, content(card));
  await lay(desktop, log, content(log).slice(0, 100));
  for (const name of [
    `.${log}.icloud`,
    `${log}.crswap`,
    `.syncthing.${log}.tmp`,
    log.replace('.bin', ' (Ada’s conflicted copy 2026-05-01).bin'),
    log.replace('.bin', '.sync-conflict-20260501-101010-ABCDEFG.bin'),
    'desktop.ini',
  ]) {
    await lay(desktop, name, btoa('not ours'));
  }
  await section.getByRole('button', { name: named('syncConnect') }).click();
  await section.getByRole('button', { name: named('syncMerge') }).click();
  await expect.poll(desktop.machine.state).toMatchObject({ kind: 'inStep' });
  expect(await desktop.machine.isStarred(1)).toBe(false);

  await lay(desktop, log, content(log));
  await desktop.machine.sync();
  await expect.poll(() => desktop.machine.isStarred(1)).toBe(true);
  await carry(desktop, laptop);
  await laptop.machine.sync();
  await expect.poll(() => laptop.machine.isStarred(2)).toBe(true);
  expect(await laptop.machine.state()).toMatchObject({ kind: 'inStep', machines: 1 });
  expect((await filesOf(laptop)).has('desktop.ini')).toBe(true);
});

test('where the browser wants to be asked again, it stops and has a button for it', async () => {
  const { asterism, machine } = desktop;
  const answers = (permission: string) =>
    asterism
      .worker()
      .evaluate(`FileSystemHandle.prototype.queryPermission = async () => '${permission}'`);
  // A folder that the browser keeps for us needs no permission: the worker is told what it would be after a restart.
  await answers('prompt');
  await machine.star(3);
  await machine.sync();
  expect(await machine.state()).toMatchObject({ kind: 'stopped', why: 'permission' });
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/options.html#sync`);
  await page.getByText(named('syncAllowAct', 'Carried')).waitFor();
  await answers('granted');
  await page.getByRole('button', { name: named('syncAllow') }).click();
  await expect.poll(machine.state).toMatchObject({ kind: 'inStep' });
  await carry(desktop, laptop);
  await laptop.machine.sync();
  await expect.poll(() => laptop.machine.isStarred(3)).toBe(true);
});

test('who leaves and deletes takes from the folder what is ours alone', async () => {
  const { asterism, machine } = laptop;
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/options.html#sync`);
  await page.getByRole('button', { name: named('syncDelete') }).click();
  await page.getByRole('button', { name: named('syncDeleteYes') }).click();
  await expect.poll(machine.state).toEqual({ kind: 'off' });
  const left = [...(await filesOf(laptop)).keys()];
  expect(left).toContain('desktop.ini');
  // The other machine's files and the card stay.
  expect(left.filter((name) => name.startsWith('library-'))).toHaveLength(1);
  expect(await machine.isStarred(3)).toBe(true);
  for (const { asterism } of [laptop, desktop]) expect(asterism.problems).toEqual([]);
});
