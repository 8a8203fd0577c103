import { afterAll, beforeAll, expect, test } from 'vitest';
import { READER, type Running, SERVERS } from '../sync/servers/servers.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { permittedBuild } from './harness/permitted.ts';

// The form, a real server, and what the pages say afterwards. The browser's question for the permission cannot be pressed
// by a test, so this build has it.

const server = SERVERS.find((one) => one.isHere());
const build = permittedBuild(['http://127.0.0.1/*']);
let running: Running;
let asterism: Asterism;

beforeAll(async () => {
  if (server === undefined) return;
  running = await server.start();
  asterism = await launch({ extension: build.path });
});
afterAll(async () => {
  await asterism?.close();
  running?.stop();
  build.remove();
});

const open = async (path: string) => {
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/${path}`);
  return page;
};

test.skipIf(server === undefined)(
  'a reader connects by the form, sees it in the library, and leaves with all of it (needs a WebDAV server)',
  async () => {
    const settings = await open('options.html#sync');
    const section = settings.getByRole('region', { name: 'Other machines' });
    await section.getByLabel('Address', { exact: true }).fill(`${running.address}papers`);
    await section.getByLabel('User').fill(READER.user);
    await section.getByLabel('Password', { exact: true }).fill('not this one');
    await section.getByRole('button', { name: 'Connect' }).click();
    await section.getByText('does not accept this user and password').waitFor();

    await section.getByLabel('Password', { exact: true }).fill(READER.password);
    await section.getByRole('button', { name: 'Connect' }).click();
    await section.getByRole('button', { name: 'Put my library there' }).click();
    await section.getByText('No other machine is there yet').waitFor();
    await section.getByRole('row', { name: 'this machine' }).waitFor();

    const library = await open('library.html');
    const line = library.getByRole('link', { name: 'No other machine is there yet' });
    expect(await line.getAttribute('href')).toBe('/options.html#sync');

    await section.getByRole('button', { name: 'Disconnect this machine' }).click();
    await section.getByText('Disconnected. Your library is all here.').waitFor();
    await expect.poll(() => line.count()).toBe(0);
    // Every request is noted as a problem; this server was asked, and nobody else.
    const elsewhere = asterism.problems.filter((problem) => !problem.includes(running.address));
    expect(elsewhere).toEqual([]);
  },
);
