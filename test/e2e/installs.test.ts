import { afterAll, beforeAll, expect, test } from 'vitest';
import { findControls } from './harness/controls.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { type Network, SITE, takeNetwork } from './harness/network.ts';
import { openPopup, openPopupTab } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';
import { stopWorker } from './harness/worker.ts';

let asterism: Asterism;
let network: Network;

beforeAll(async () => {
  asterism = await launch();
  network = await takeNetwork(asterism.context);
});
afterAll(() => asterism?.close());

test('the extension loads, and its worker says who it is', async () => {
  const manifest = await asterism.worker().evaluate('chrome.runtime.getManifest()');
  expect(manifest).toMatchObject({ name: 'Asterism', manifest_version: 3 });
});

test('the popup opens over a page, and in a tab, without an error', async () => {
  network.serve({ '/docs': '<!doctype html><title>Docs</title>' });
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/docs`);
  const popup = await openPopup(asterism);
  await until('a heading or a list in the popup', async () =>
    (await popup.evaluate('document.body.innerText.trim().length > 0')) ? true : undefined,
  );
  await popup.close();
  const tab = await openPopupTab(asterism);
  await until('something to read in the popup', async () =>
    (await tab.locator('body').textContent())?.trim() === '' ? undefined : true,
  );
  await Promise.all([tab.close(), page.close()]);
  expect(asterism.problems).toEqual([]);
});

test('a page of the site that is not a listing stays as it is', async () => {
  const html =
    '<html><head><title>Models</title></head><body><article><h3><a href="/papers/2504.12345">A</a></h3></article></body></html>';
  network.serve({ '/models': `<!doctype html>${html}` });
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/models`, { waitUntil: 'load' });
  await page.waitForTimeout(1_000); // longer than the controls on a listing take
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html);
  expect(await findControls(await surfaceOf(page), { role: 'button' })).toEqual([]);
  await page.close();
});

test('a worker that was stopped starts again when it is needed', async () => {
  await stopWorker(asterism);
  const tab = await openPopupTab(asterism);
  await tab.evaluate('chrome.runtime.sendMessage({}).catch(() => undefined)');
  const idOfWorker = async (): Promise<unknown> => asterism.worker().evaluate('chrome.runtime.id');
  await expect.poll(idOfWorker).toBe(asterism.extensionId); // it may answer before it is known to run
  await tab.close();
});

test('nothing is sent anywhere', () => {
  // That something sent would be noticed, and that a worker may send nothing: policy.test.ts
  expect(network.refused).toEqual([]);
});
