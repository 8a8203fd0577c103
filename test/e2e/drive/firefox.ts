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
import { until } from '../harness/until.ts';
import type { Browser, StartOptions, Tab } from './browser.ts';

/** "Never remember history", as the settings set it. */
const NEVER = { 'browser.privatebrowsing.autostart': true };

/** What only Firefox does, or only its tests do. */
export interface Firefox extends Browser {
  /** Switches the extension off under the tabs that are open, lets something be done, and switches it on again. */
  whileOff(act: () => Promise<void>): Promise<void>;
  /** Opens one of our own pages in a tab of a container. */
  openInContainer(path: string): Promise<Tab>;
  /** Takes from the extension what it may read, as the reader can in the browser's settings. */
  withdrawHosts(): Promise<void>;
  /** Lets the browser ask its own questions from now on; before, the answer to all of them was yes. */
  askReader(): Promise<void>;
  /** Waits for the browser's own question for a permission, presses an answer, and gives what was asked. */
  answerQuestion(answer: 'allow' | 'refuse'): Promise<string>;
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
  const network = await answerForTheWeb(bidi, options.withoutLoopback);
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

  const openOwn = (path: string, beside?: Tab): Promise<Tab> =>
    openAt(`moz-extension://${UUID}/${path}`, beside && contexts.get(beside));

  // The tab that Firefox has opened by itself.
  const [{ context: first } = { context: '' }] = await tabs(bidi);
  await install();
  return {
    serve: network.serve,
    refused: network.refused,
    open: (path) => openAt(SITE + path),
    openOwn,
    openBare: () => openOwn('manifest.json'),
    async opened(path, other) {
      const address = `moz-extension://${UUID}/${path}`;
      const isIt = ({ url, context }: { url: string; context: string }): boolean =>
        url.split(/[?#]/)[0] === address && context !== (other && contexts.get(other));
      const context = await until(
        `a tab with ${path}`,
        async () => (await tabs(bidi)).find(isIt)?.context,
      );
      opened.push(context);
      return tabIn(bidi, context, files);
    },
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
    async openInContainer(path) {
      const { userContext } = await bidi.send<{ userContext: string }>(
        'browser.createUserContext',
        {},
      );
      const { context } = await bidi.send<{ context: string }>('browsingContext.create', {
        type: 'tab',
        userContext,
      });
      return show(context, `moz-extension://${UUID}/${path}`);
    },
    async withdrawHosts() {
      await privileged.withdrawHosts(bidi);
    },
    async askReader() {
      await privileged.askReader(bidi);
    },
    answerQuestion: (answer) => privileged.answerQuestion(bidi, answer),
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

/** All tabs. */
async function tabs(bidi: Bidi): Promise<{ context: string; url: string }[]> {
  const tree = await bidi.send<{ contexts: { context: string; url: string }[] }>(
    'browsingContext.getTree',
    {},
  );
  return tree.contexts;
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
    async resize(width, height) {
      await bidi.send('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    async moveMouse(x, y) {
      const actions = [{ type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', x, y }] }];
      await bidi.send('input.performActions', { context, actions });
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
      const field = await until('a file field', async () => {
        const { nodes } = await bidi.send<{ nodes: Node[] }>('browsingContext.locateNodes', {
          context,
          locator: { type: 'css', value: 'input[type=file]' },
        });
        return nodes[0];
      });
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
