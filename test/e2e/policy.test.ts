import type { Page, Worker } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toggleStar } from './drive/card.ts';
import { exportedText, openOptions } from './drive/options.ts';
import { type CountingProxy, countingProxy } from './harness/countingProxy.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { listing } from './harness/listing.ts';
import { SITE, takeNetwork } from './harness/network.ts';
import { openPopupTab } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

/** What reaches the network, beside and beyond what the tests' own harness answers for. */
let proxy: CountingProxy;
let asterism: Asterism;
const requests = (): string[] => proxy.requests();

beforeAll(async () => {
  proxy = await countingProxy();
  asterism = await launch({ flags: proxy.flags });
});
afterAll(async () => {
  await asterism?.close();
  proxy?.close();
});

async function openLibrary(path = ''): Promise<Page> {
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/library.html${path}`);
  return page;
}

async function searchWorker(page: Page): Promise<Worker> {
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('policy');
  return until('the worker that searches', () => page.workers()[0]);
}

test('the proxy that counts does count: a page that is not ours reaches it', async () => {
  const page = await asterism.context.newPage();
  await page.goto('http://counted.example/', { timeout: 10_000 }).catch(() => undefined);
  expect(requests()).toContain('GET http://counted.example/');
  await page.close();
  proxy.forget();
});

/** Tries all that the policy refuses, where a page's or a worker's own script could; what was allowed comes back. */
async function attempts(): Promise<string[]> {
  const own = globalThis as typeof globalThis & { document?: Document; harmed?: boolean };
  const tries: Record<string, () => unknown> = {
    // biome-ignore lint/security/noGlobalEval: whether it is refused is the question
    eval: () => globalThis.eval('1'),
    Function: () => new Function('return 1')(),
    'text for a timer': async () => {
      setTimeout('globalThis.harmed = true' as unknown as () => void); // what TypeScript rightly forbids
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (own.harmed !== true) throw new Error('refused');
    },
    fetch: () => fetch('http://sent.example/', { mode: 'no-cors' }),
    'fetch of this machine': () => fetch('http://127.0.0.1:9/', { mode: 'no-cors' }),
    'a web socket': () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket('ws://sent.example/');
        socket.onopen = resolve;
        socket.onerror = reject;
      }),
  };
  const { document } = own;
  if (document !== undefined) {
    const load = (name: string, set: Record<string, string>) => () =>
      new Promise((resolve, reject) => {
        const element = document.createElement(name);
        element.onload = resolve;
        element.onerror = reject;
        for (const [key, value] of Object.entries(set)) element.setAttribute(key, value);
        document.body.append(element);
      });
    Object.assign(tries, {
      'a script': load('script', { src: 'http://sent.example/x.js' }),
      'a script of text': load('script', { src: 'data:text/javascript,1' }),
      'a picture': load('img', { src: 'http://sent.example/x.png' }),
      'a style': load('link', { rel: 'stylesheet', href: 'http://sent.example/x.css' }),
      'a beacon': () => {
        if (!navigator.sendBeacon('http://sent.example/')) throw new Error('refused');
      },
      'a handler in an attribute': () => {
        const element = document.createElement('i');
        element.setAttribute('onclick', 'globalThis.clicked = true');
        element.click();
        if (!('clicked' in globalThis)) throw new Error('refused');
      },
    });
  }
  const allowed: string[] = [];
  // In a task of its own: what DevTools evaluates may do more than a script of the page.
  await new Promise((resolve) => setTimeout(resolve));
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      const late = new Promise((resolve) => setTimeout(resolve, 2_000, 'late'));
      if ((await Promise.race([attempt(), late])) !== 'late') allowed.push(name);
    } catch {
      // refused, as it should be
    }
  }
  return allowed;
}

/** A beacon is taken, and then refused without a word: what counts is that it reaches nobody. */
const SILENT = ['a beacon'];

test.each([['popup'], ['library'], ['options'], ['welcome']])(
  'script that had come into the %s page could load nothing, send nothing and make no code from text',
  async (name) => {
    const page = await asterism.context.newPage();
    await page.goto(`chrome-extension://${asterism.extensionId}/${name}.html`);
    const allowed = await page.evaluate(attempts);
    expect(allowed.filter((what) => !SILENT.includes(what))).toEqual([]);
    expect(requests()).toEqual([]);
    await page.close();
  },
);

test('script in the worker could ask a server, as sync does, and nothing else', async () => {
  const allowed = await asterism.worker().evaluate(attempts);
  expect(allowed.filter((what) => !what.startsWith('fetch'))).toEqual([]);
  proxy.forget();
});

test('nor could script in the worker that searches', async () => {
  const library = await openLibrary();
  const worker = await searchWorker(library);
  expect(await worker.evaluate(attempts)).toEqual([]);
  expect(requests()).toEqual([]);
  await library.close();
});

test('another page cannot frame ours', async () => {
  const network = await takeNetwork(asterism.context);
  const frame = `<iframe src="chrome-extension://${asterism.extensionId}/library.html"></iframe>`;
  network.serve({ '/': frame });
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/`);
  expect(await page.frames()[1]?.locator('#app').count()).toBe(0);
});

test('a day with the extension reaches no host, and tries nothing that the policy refuses', async () => {
  asterism.problems.length = 0; // what was tried above
  const network = await takeNetwork(asterism.context);
  network.serve({ '/papers/date/2026-05-01': listing(['A paper on policy', 'Another']) });
  const page = await asterism.context.newPage();
  await page.goto(`${SITE}/papers/date/2026-05-01`);
  await toggleStar(await surfaceOf(page), 'A paper on policy');
  const popup = await openPopupTab(asterism);
  await popup.getByText('A paper on policy').first().waitFor();
  const library = await openLibrary();
  await searchWorker(library);
  await library.getByText('A paper on policy').first().waitFor();
  const options = await openOptions(asterism);
  expect(await exportedText(options)).toContain('A paper on policy');
  expect(network.refused).toEqual([]);
  expect(requests()).toEqual([]);
  expect(asterism.problems).toEqual([]);
  await asterism.context.unrouteAll();
  await Promise.all([page, popup, library, options].map((tab) => tab.close()));
});
