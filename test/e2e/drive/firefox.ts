import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../../../scripts/browser/find.ts';
import { type Bidi, call, type Node } from '../firefox/bidi.ts';
import { firefoxBuild } from '../firefox/build.ts';
import { answerForTheWeb } from '../firefox/network.ts';
import * as privileged from '../firefox/privileged.ts';
import { startFirefox as startProcess, UUID } from '../firefox/process.ts';
import { navigate, surfaceIn } from '../firefox/tab.ts';
import { SITE } from '../harness/network.ts';
import type { Browser, StartOptions, Tab } from './browser.ts';

/** "Never remember history", as the settings set it. */
const NEVER = { 'browser.privatebrowsing.autostart': true };

/** What only Firefox does, or only its tests do. */
export interface Firefox extends Browser {
  /** Switches the extension off under the tabs that are open, lets something be done, and switches it on again. */
  whileOff(act: () => Promise<void>): Promise<void>;
}

/** Firefox, driven by WebDriver BiDi. */
export async function startFirefox(options: StartOptions = {}): Promise<Firefox> {
  const executable = findFirefox();
  if (executable === null) throw new Error('No Firefox was found: run "npm run pretest" once.');
  const { extension = firefoxBuild() } = options;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'asterism-firefox-'));
  const files = mkdtempSync(join(tmpdir(), 'asterism-files-'));
  const { bidi, quit, kill } = await startProcess(
    executable,
    profile,
    options.neverRemembers ? NEVER : {},
  );
  const network = await answerForTheWeb(bidi);
  const downloads = join(files, 'downloads');
  mkdirSync(downloads);
  await bidi.send('browser.setDownloadBehavior', {
    downloadBehavior: { type: 'allowed', destinationFolder: downloads },
  });
  let opened: string[] = [];
  const contexts = new WeakMap<Tab, string>();

  async function install(): Promise<void> {
    await bidi.send('webExtension.install', {
      extensionData: { type: 'path', path: extension },
      // Where the browser remembers nothing, all windows are private.
      'moz:allowPrivateBrowsing': Boolean(options.privately || options.neverRemembers),
    });
  }

  async function openAt(address: string, beside = first): Promise<Tab> {
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
      referenceContext: beside, // a tab of the window that it opens in
    });
    return show(context, address);
  }

  async function show(context: string, address: string): Promise<Tab> {
    opened.push(context);
    await navigate(bidi, context, address);
    const tab = tabIn(bidi, context, files);
    contexts.set(tab, context);
    return tab;
  }

  async function clean(): Promise<void> {
    rmSync(files, { recursive: true, force: true });
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
  }

  const first = await firstTab(bidi);
  await install();
  return {
    serve: network.serve,
    refused: network.refused,
    open: (path) => openAt(SITE + path),
    openOwn: (path, beside) =>
      openAt(`moz-extension://${UUID}/${path}`, beside && contexts.get(beside)),
    async openPrivately(path) {
      return show(await privileged.openPrivateWindow(bidi), SITE + path);
    },
    async openPopup() {
      const context = await privileged.openPopup(bidi);
      return {
        ...surfaceIn(bidi, context),
        evaluate: (expression) => call(bidi, context, 'page', `async () => ${expression}`),
        async close() {
          await privileged.closePopup(bidi);
        },
      };
    },
    stopBackground: () => privileged.stopBackground(bidi),
    update: install,
    async whileOff(act) {
      await privileged.switchTo(bidi, 'disable');
      await act();
      await privileged.switchTo(bidi, 'enable');
    },
    kill,
    problems: () => privileged.problemsOf(bidi),
    async closeTabs() {
      // One that a test has closed by itself is gone.
      for (const context of opened) {
        await bidi.send('browsingContext.close', { context }).catch(() => undefined);
      }
      opened = [];
    },
    async close() {
      await quit();
      await clean();
    },
  };
}

/** The tab that Firefox has opened by itself. */
async function firstTab(bidi: Bidi): Promise<string> {
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>(
    'browsingContext.getTree',
    {},
  );
  const [tab] = contexts;
  if (tab === undefined) throw new Error('Firefox has no tab.');
  return tab.context;
}

function tabIn(bidi: Bidi, context: string, files: string): Tab {
  const downloads = join(files, 'downloads');
  const surface = surfaceIn(bidi, context);
  return {
    ...surface,
    evaluate: (expression) => call(bidi, context, 'page', `async () => (${expression})`),
    go: (address) => navigate(bidi, context, address),
    async reload() {
      await bidi.send('browsingContext.reload', { context, wait: 'complete' });
    },
    async toFront() {
      await bidi.send('browsingContext.activate', { context });
    },
    async close() {
      // As a reader closes it: the page hears of it first.
      await bidi.send('browsingContext.close', { context, promptUnload: true });
    },
    async chooseFile(name, content) {
      const path = join(files, name);
      writeFileSync(path, content);
      const { nodes } = await bidi.send<{ nodes: Node[] }>('browsingContext.locateNodes', {
        context,
        locator: { type: 'css', value: 'input[type=file]' },
      });
      const [field] = nodes;
      if (field === undefined) throw new Error('There is no file field.');
      const element = { sharedId: field.sharedId };
      await bidi.send('input.setFiles', { context, element, files: [path] });
    },
    async download(act) {
      const ended = new Promise<string>((resolve) => {
        bidi.onEvent((method, params) => {
          if (method !== 'browsingContext.downloadEnd') return;
          const { filepath } = params as { filepath: string | null }; // as the protocol says
          if (filepath !== null && existsSync(filepath)) resolve(filepath);
        });
      });
      await bidi.send('session.subscribe', { events: ['browsingContext.downloadEnd'] });
      await act();
      const path = await ended;
      return { name: path.slice(downloads.length + 1), text: readFileSync(path, 'utf8') };
    },
  };
}
