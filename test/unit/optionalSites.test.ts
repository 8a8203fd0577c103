import { expect, test } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeSetting } from '../../lib/settings/stored';
import { textScripts } from '../../lib/worker/language';
import { createOptionalSites, type Permitting } from '../../lib/worker/optionalSites';

/** A browser that permits some origins and keeps what is registered; every answer takes a turn. */
function browserWith(permitted: Set<string>) {
  const registered = new Map<string, Browser.scripting.RegisteredContentScript>();
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const world = {
    permissions: {
      contains: async ({ origins = [] }: Browser.permissions.Permissions) => {
        await turn();
        return origins.every((origin) => permitted.has(origin));
      },
    },
    scripting: {
      getRegisteredContentScripts: async () => {
        await turn();
        return [...registered.values()];
      },
      registerContentScripts: async (scripts: Browser.scripting.RegisteredContentScript[]) => {
        await turn();
        for (const script of scripts) {
          if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          registered.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({
        ids = [],
      }: Browser.scripting.ContentScriptFilter = {}) => {
        await turn();
        for (const id of ids) {
          if (!registered.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
        }
      },
    },
  } as unknown as Permitting; // what is used of it
  return { world, registered };
}

const OPENREVIEW = 'https://openreview.net/*';
const BIORXIV = ['https://www.biorxiv.org/*', 'https://www.medrxiv.org/*'];
const SITES = [
  { id: 'openreview', matches: [OPENREVIEW] },
  { id: 'biorxiv', matches: BIORXIV },
];

test('nothing is registered before the reader permits a site', async () => {
  const { world, registered } = browserWith(new Set());
  await createOptionalSites(world, SITES)();
  expect([...registered.keys()]).toEqual([]);
});

test('a site that is permitted has its script and the early one, in sessions to come too', async () => {
  const { world, registered } = browserWith(new Set([OPENREVIEW]));
  await createOptionalSites(world, SITES)();
  expect([...registered.values()]).toEqual([
    {
      id: 'openreview-typing',
      matches: [OPENREVIEW],
      js: ['typing.js'],
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
    {
      id: 'openreview',
      matches: [OPENREVIEW],
      js: ['content-scripts/openreview.js'],
      css: ['content-scripts/openreview.css'],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
});

test('what the browser or the reader takes back is registered no longer', async () => {
  const permitted = new Set([OPENREVIEW, ...BIORXIV]);
  const { world, registered } = browserWith(permitted);
  const register = createOptionalSites(world, SITES);
  await register();
  expect(registered.size).toBe(4);
  permitted.delete('https://www.medrxiv.org/*'); // one host of two: the site is off
  await register();
  expect([...registered.keys()]).toEqual(['openreview-typing', 'openreview']);
});

test('an update, with which the browser forgets, brings all of it back; asked twice at once, once', async () => {
  const { world, registered } = browserWith(new Set([OPENREVIEW]));
  const register = createOptionalSites(world, SITES);
  await Promise.all([register(), register(), register()]);
  registered.clear();
  await Promise.all([register(), register()]);
  expect(registered.size).toBe(2);
});

test('a failure is told, and the next call is not held up', async () => {
  const { world, registered } = browserWith(new Set([OPENREVIEW]));
  const { contains } = world.permissions;
  let isBroken = true;
  world.permissions.contains = ((asked: Browser.permissions.Permissions) =>
    isBroken ? Promise.reject(new Error('broken')) : contains(asked)) as typeof contains;
  const register = createOptionalSites(world, SITES);
  await expect(register()).rejects.toThrow('broken');
  isBroken = false;
  await register();
  expect(registered.size).toBe(2);
});

test('the texts of a chosen language come before the scripts of every site, and go with the choice', async () => {
  fakeBrowser.reset();
  const { world, registered } = browserWith(new Set());
  const register = createOptionalSites(world, SITES, () => textScripts([OPENREVIEW, ...BIORXIV]));
  await register();
  expect(registered.size).toBe(0);
  await writeSetting('workerLanguage', 'de');
  await register();
  expect([...registered.values()]).toEqual([
    {
      id: 'texts-de',
      matches: [OPENREVIEW, ...BIORXIV],
      js: ['texts/de.js'],
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
  await writeSetting('workerLanguage', 'en');
  await register();
  expect([...registered.keys()]).toEqual(['texts-en']);
  await writeSetting('workerLanguage', 'browser');
  await register();
  expect(registered.size).toBe(0);
});
