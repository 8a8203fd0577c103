import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnnotationPatch } from '../../lib/papers/annotation.ts';
import type { PaperId } from '../../lib/papers/ids.ts';
import { findFirefox } from '../../scripts/browser/find.ts';
import { type DavProxy, type Mischief, startProxy } from '../sync/servers/proxy.ts';
import { READER, type Running, SERVERS } from '../sync/servers/servers.ts';
import { randomOf } from '../unit/sync/tools.ts';
import type { Tab } from './drive/browser.ts';
import { startChromium } from './drive/chromium.ts';
import { expectSaid, pressButton } from './drive/files.ts';
import { type Firefox, startFirefox } from './drive/firefox.ts';
import { starred } from './drive/library.ts';
import { expectListed, expectPapers, putIntoLibrary } from './drive/libraryPage.ts';
import { type DrivenMachine, fillIn, idOf, type Machine, machineIn } from './drive/machine.ts';
import { named } from './drive/names.ts';
import { clickControl, findControl, findControls } from './harness/controls.ts';
import { permittedBuild } from './harness/permitted.ts';

// Two profiles of Chromium and one of Firefox over a real server, with a proxy between. Nobody can press Chromium's question
// for the permission in a test, so its build has it; Firefox's is pressed.

/** Browsers compress differently, and keep the key of a sealed folder each in its own way. */
const PASSPHRASE = 'correct horse';

const server = SERVERS.find((one) => one.isHere());
const isPossible = server !== undefined && findFirefox() !== null;
const build = permittedBuild(['http://127.0.0.1/*']);
let running: Running;
let proxy: DavProxy;
let firefox: Firefox;
let settings: Tab;
let machines: [DrivenMachine, DrivenMachine, DrivenMachine];

beforeAll(async () => {
  if (!isPossible) return;
  running = await server.start();
  proxy = await startProxy(running.address);
  firefox = await startFirefox({ withoutLoopback: true });
  const chromium = { extension: build.path, withoutLoopback: true };
  machines = [
    await machineIn(await startChromium(chromium)),
    await machineIn(await startChromium(chromium)),
    await machineIn(firefox),
  ];
  await firefox.askReader();
});
afterAll(async () => {
  await Promise.all((machines ?? []).map(({ browser }) => browser.close()));
  await proxy?.stop();
  running?.stop();
  build.remove();
});

const place = () => ({ kind: 'webdav' as const, address: `${proxy.address}papers/`, ...READER });
const say = (machine: Machine, id: PaperId, patch: AnnotationPatch) =>
  machine.ask('annotation.patch', { id, patch });
/** Some of the papers of a library. */
const papers = (part: number) =>
  Array.from({ length: 300 }, (_, n) => starred(part * 300 + n, `Paper ${part * 300 + n}`));
/** What a cycle of a machine asked of the server. */
const requestsOf = async (machine: Machine) => {
  proxy.taken();
  await machine.sync();
  return proxy.taken().map((one) => one.slice(0, 8));
};
/** How often Firefox wakes the event page, in minutes. */
const alarms = () =>
  machines[2].page.evaluate<number[]>(
    'chrome.alarms.getAll().then((all) => all.map(({ periodInMinutes }) => periodInMinutes))',
  );
const asked = () => proxy.taken().map((one) => one.slice(0, 8));
const connect = async (machine: Machine, machineName: string) => {
  const { there } = await machine.ask('sync.check', { place: place() });
  const library = there?.kind === 'library' ? there.id : null;
  const connect = { place: place(), machineName, passphrase: PASSPHRASE, library };
  await machine.ask('sync.connect', connect);
  await expect.poll(machine.state).toMatchObject({ kind: 'inStep' });
};

const name = 'two profiles of Chromium and one of Firefox over a server';
// skipped where one of them is not installed
describe.skipIf(!isPossible)(
  isPossible ? name : `${name} (needs firefox-esr, and apache2-bin, nginx or rclone)`,
  () => {
    test('in Firefox the form has servers alone, and asks nobody before the reader allows it', async () => {
      await machines[2].star(1);
      settings = await firefox.openOwn('options.html#sync');
      await fillIn(settings, named('syncAddress'), `${proxy.address}papers`);
      await fillIn(settings, named('syncUser'), READER.user);
      await fillIn(settings, named('syncPassword'), READER.password);
      await fillIn(settings, named('syncPassphrase'), PASSPHRASE);
      const onComputer = { role: 'radio', name: named('syncOnComputer') };
      expect(await findControls(settings, onComputer)).toEqual([]);

      await pressButton(settings, named('syncConnect'));
      const question = await firefox.answerQuestion('refuse');
      expect(question).toContain('127.0.0.1');
      expect(question).toContain('bookmarks, website content, authentication information');
      await expectSaid(settings, named('syncNotPermitted', new URL(proxy.address).host));
      expect(asked()).toEqual([]);
    });

    test('a first merge whose event page is stopped in the middle goes on from where it was', async () => {
      const [laptop, desktop, phone] = machines;
      await putIntoLibrary(laptop.page, papers(0));
      await connect(laptop, 'Laptop');
      await desktop.star(2);
      await connect(desktop, 'Desktop');
      for (const part of [1, 2]) {
        await putIntoLibrary(laptop.page, papers(part));
        await laptop.sync();
      }
      await pressButton(settings, named('syncConnect'));
      await firefox.answerQuestion('allow');
      const merge = await findControl(settings, { role: 'button', name: named('syncMerge') });

      proxy.taken();
      const last = Promise.withResolvers<void>();
      let logs = 0;
      proxy.mischief = (method, file) => {
        if (method !== 'GET' || !file.startsWith('log-') || ++logs < 4) return null;
        last.resolve();
        return { kind: 'delay', milliseconds: 60_000 };
      };
      await clickControl(settings, merge);
      await last.promise;
      expect(await alarms()).toEqual([0.5]);
      await firefox.stopBackground();
      proxy.mischief = () => null;
      const before = proxy.taken().filter((one) => one.startsWith('GET log-'));
      expect(before).toHaveLength(4);

      // Whatever wakes it: nobody asks about other machines.
      await expect.poll(() => phone.isStarred(2)).toBe(true);
      const library = await firefox.openOwn('library.html');
      await expectPapers(library, 902);
      await expect.poll(phone.state).toMatchObject({ kind: 'inStep', machines: 2 });
      const after = proxy.taken().filter((one) => one.startsWith('GET log-'));
      expect(after).toEqual(before.slice(-1));
      await expect.poll(alarms).toEqual([15]);
      await library.close();
    });

    test('a star of any browser shows in each other, and nothing new is one request', async () => {
      const [laptop, desktop, phone] = machines;
      const library = await firefox.openOwn('library.html');
      await laptop.star(3, 'Starred in Chromium');
      for (const machine of [laptop, desktop, phone]) await machine.sync();
      await expectListed(library, ['Starred in Chromium']);
      await phone.star(4, 'Starred in Firefox');
      expect(await requestsOf(phone)).toEqual(['PROPFIND', 'PUT log-']);
      expect(await requestsOf(desktop)).toEqual(['PROPFIND', 'GET log-']);
      expect(await desktop.isStarred(3)).toBe(true);
      expect(await desktop.isStarred(4)).toBe(true);
      await library.close();
      await phone.sync();
      expect(await requestsOf(phone)).toEqual(['PROPFIND']); // though the settings are open
      await settings.close();
    });

    test('after whatever the network did, all three have the same export, byte for byte', async () => {
      for (const n of [5, 6, 7]) await machines[0].star(n);
      for (const machine of machines) await machine.sync();
      const random = randomOf(7);
      const mischief: readonly (Mischief | null)[] = [
        ...([{ kind: 'cutRequest' }, { kind: 'loseAnswer' }, { kind: 'cutAnswer' }] as const),
        ...[423, 500, 503].map((status) => ({ kind: 'say', status }) as const),
        ...Array.from({ length: 6 }, () => null),
      ];
      proxy.mischief = () => mischief[Math.floor(random() * mischief.length)] ?? null;
      for (const round of [0, 1, 2]) {
        for (const [at, machine] of machines.entries()) {
          const note = `Round ${round}, said by ${at}`;
          await say(machine, idOf(5), { note, status: at === round ? 'read' : 'to-read' });
          await say(machine, idOf(5 + at), {
            starred: at !== round,
            addTags: [`${round}`, `by ${at}`],
          });
          if (at === round)
            await machine.ask('bookmark.remove', { id: starred(round, '').paper.id });
        }
        await Promise.all(machines.map((machine) => machine.sync()));
      }
      proxy.mischief = () => null;
      for (let round = 0; round < 3; round++) for (const machine of machines) await machine.sync();
      const exports = await Promise.all(machines.map((machine) => machine.exported()));
      expect(exports[0]).toContain('Round 2, said by 2');
      expect(exports[1]).toBe(exports[0]);
      expect(exports[2]).toBe(exports[0]);
    });

    test('Firefox stops when the reader takes the consent back, and gets all of it back on leaving', async () => {
      const [, , phone] = machines;
      const consent = JSON.stringify({ data_collection: ['bookmarksInfo'] });
      await phone.page.evaluate(`chrome.permissions.remove(${consent})`);
      await expect.poll(phone.state).toMatchObject({ kind: 'stopped', why: 'permission' });
      proxy.taken();
      await phone.sync();
      expect(proxy.taken()).toEqual([]);

      await phone.ask('sync.disconnect', { andDelete: false });
      const left = await phone.page.evaluate<{ origins: string[]; data_collection: string[] }>(
        'chrome.permissions.getAll()',
      );
      expect(left.origins.filter((origin) => origin.includes('127.0.0.1'))).toEqual([]);
      expect(left.data_collection).toEqual([]);
      await phone.star(20);
      await phone.sync();
      expect(proxy.taken()).toEqual([]);
    });

    test('in all of this no browser asked anybody else for anything', async () => {
      expect(machines.flatMap(({ browser }) => browser.refused)).toEqual([]);
      expect(await firefox.problems()).toEqual([]);
    });
  },
);
