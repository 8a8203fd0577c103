import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Worker } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACT, type MessageName } from '../../lib/messages/contract.ts';
import { findBrowser } from '../../scripts/browser/find.ts';
import { extensionFlags, headlessFlags } from '../../scripts/browser/flags.ts';
import { REQUESTS } from '../unit/requests.ts';
import { wrongRequests } from '../unit/wrongRequests.ts';
import { titlesOnCards, toggleStar } from './drive/card.ts';
import { EXTENSION, ROOT } from './harness/build.ts';
import { evaluateAsContentScript } from './harness/isolated.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

const NAMES = Object.keys(CONTRACT) as MessageName[]; // the contract's own keys
const PATH = '/papers/date/2026-04-21';

/** All that is stored, but what tells of changes and of tabs. */
const DUMP = `(async () => {
  const all = { local: await chrome.storage.local.get() };
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of db.objectStoreNames) {
      const rows = db.transaction(store).objectStore(store);
      const read = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
      all[name + '.' + store] = [await read(rows.getAllKeys()), await read(rows.getAll())];
    }
    db.close();
  }
  return JSON.stringify(all);
})()`;

describe('a content script in wrong hands', () => {
  let asterism: Asterism;
  beforeAll(async () => {
    asterism = await launch();
    const network = await takeNetwork(asterism.context);
    network.serve({ [PATH]: listing(['Kept as It Is', 'Beside It']) });
  });
  afterAll(() => asterism?.close());

  test('is refused every message that is not a card’s or not as the contract says, and changes nothing', async () => {
    const page = await asterism.context.newPage();
    await page.goto(SITE + PATH);
    const cards = await surfaceOf(page);
    const [title = ''] = await titlesOnCards(cards, 2);
    await toggleStar(cards, title);
    const own = await asterism.context.newPage();
    await own.goto(`chrome-extension://${asterism.extensionId}/options.html`);
    const dump = (): Promise<unknown> => own.evaluate(DUMP);
    // The copy of the library and the index are written when nothing has happened for a while.
    let before = await dump();
    await until(
      'the worker to be done',
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        const now = await dump();
        const isStill = now === before;
        before = now;
        return isStill || undefined;
      },
      30_000,
    );
    expect(before).toContain(title);

    const wrong = NAMES.flatMap((name) =>
      CONTRACT[name].from.includes('card')
        ? wrongRequests(name).map(({ what, request }) => [what, name, request, 'unreadable'])
        : [...wrongRequests(name).slice(0, 5), { what: name, request: REQUESTS[name] }].map(
            ({ what, request }) => [what, name, request, 'refused'],
          ),
    ).concat(
      ['library.read', '__proto__', 'constructor', 'toString', ''].map((name) => [
        name,
        name,
        {},
        'unknown',
      ]),
    );
    const told = await evaluateAsContentScript(
      page,
      `Promise.all(JSON.parse(${JSON.stringify(JSON.stringify(wrong))}).map(([what, name, request, code]) =>
        chrome.runtime.sendMessage({ name, request }).then(
          (answer) => answer?.ok === false && answer.code === code ? null : what + ' → ' + JSON.stringify(answer))))
        .then((all) => ({ count: all.length, odd: all.filter((one) => one !== null) }))`,
    );
    expect(told).toEqual({ count: wrong.length, odd: [] });
    expect(wrong.length).toBeGreaterThan(250);
    await expect.poll(() => dump()).toBe(before);
  });

  test('has nothing of the extension but its own messages', async () => {
    const page = await asterism.context.newPage();
    await page.goto(SITE + PATH);
    const had = await evaluateAsContentScript(
      page,
      `Promise.all([
        chrome.storage.local.get().then(() => 'local', () => null),
        chrome.storage.local.clear().then(() => 'clear', () => null),
        chrome.storage.local.set({ x: 1 }).then(() => 'set', () => null),
        chrome.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).then(() => 'level', () => null),
        fetch(chrome.runtime.getURL('manifest.json')).then(() => 'file', () => null),
        indexedDB.databases().then((all) => all.some(({ name }) => name.startsWith('asterism')) ? 'database' : null),
      ].map((one) => one ?? null)).then((all) => [...all, ...['tabs', 'action', 'sidePanel', 'downloads'].filter((api) => chrome[api]), chrome.scripting?.executeScript && 'scripting'])`,
    );
    expect((had as unknown[]).filter(Boolean)).toEqual([]);
  });

  test('none of it made an error of ours', () => {
    expect(asterism.problems.filter((one) => !one.includes('manifest.json'))).toEqual([]);
  });
});

describe('another extension', () => {
  let context: BrowserContext;
  let ours = '';
  let other: Worker;
  const profile = mkdtempSync(join(tmpdir(), 'asterism-other-'));
  beforeAll(async () => {
    context = await chromium.launchPersistentContext(profile, {
      executablePath: findBrowser() ?? '',
      headless: true,
      args: [...extensionFlags(`${EXTENSION},${ROOT}test/e2e/otherExtension`), ...headlessFlags()],
    });
    const [first, second] = await until('both workers', () => {
      const workers = context.serviceWorkers();
      return workers.length === 2 ? workers : undefined;
    });
    const isOther = first?.url().endsWith('/worker.js');
    other = (isOther ? first : second) as Worker; // there are two
    ours = new URL((isOther ? second : first)?.url() ?? '').host;
  });
  afterAll(async () => {
    await context?.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('is not answered and not connected, whatever it says and wherever it says it', async () => {
    const messages = NAMES.map((name) => ({ name, request: REQUESTS[name] }));
    for (const message of messages) {
      const said = await other.evaluate(`say(${JSON.stringify(ours)}, ${JSON.stringify(message)})`);
      expect(said, message.name).toMatchObject({
        refused: expect.stringContaining('Receiving end'),
      });
    }
    expect(await other.evaluate(`connect(${JSON.stringify(ours)})`)).toMatchObject({
      refused: expect.stringContaining('Receiving end'),
    });
    const network = await takeNetwork(context);
    network.serve({ [PATH]: listing(['Another'], {}) });
    const page = await context.newPage();
    await page.goto(SITE + PATH);
    const said = await page.evaluate(
      (detail) =>
        new Promise((resolve) => {
          document.addEventListener('other:said', (event) =>
            resolve((event as CustomEvent).detail),
          );
          document.dispatchEvent(new CustomEvent('other:say', { detail }));
        }),
      { id: ours, message: messages[0] },
    );
    expect(said).toMatchObject({ refused: expect.stringContaining('Receiving end') });
    expect(await page.evaluate('typeof chrome?.runtime?.sendMessage')).toBe('undefined');
  });
});
