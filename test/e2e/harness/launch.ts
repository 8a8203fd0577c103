import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Worker } from 'playwright';
import { findBrowser } from '../../../scripts/browser/find.ts';
import { extensionFlags, headlessFlags, launchFlags } from '../../../scripts/browser/flags.ts';
import { EXTENSION } from './build.ts';
import { collectProblems, collectWorkerProblems, type Problems } from './problems.ts';
import { attach, browserSession } from './session.ts';
import { until } from './until.ts';

/** A running browser with the extension in it. */
export interface Asterism {
  context: BrowserContext;
  extensionId: string;
  /** A DevTools session with the browser. */
  browser: CDPSession;
  /** The extension's worker, to evaluate code in; asking for it does not start it. */
  worker(): Worker;
  /** What went wrong in any page or in the worker since the start. */
  problems: Problems;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The built extension; the tests' own build where nothing is said. */
  extension?: string;
  /** A folder for the profile, to start again with what was stored; else a new one that is removed at the end. */
  profile?: string;
  headless?: boolean;
  viewport?: { width: number; height: number } | null;
  /** Whether pages that are left are kept for coming back, as readers' browsers do and Playwright's usually do not. */
  cachesPages?: boolean;
  /** More flags for the browser. */
  flags?: string[];
  /** Whether the page that opens after the installation stays; else the browser is as readers have it later. */
  welcomes?: boolean;
  /** What the reader has set in the browser, as Chromium's file of preferences says it; for a new profile. */
  preferences?: object;
}

/** Starts Chromium with the extension and waits for its worker. */
export async function launch(options: LaunchOptions = {}): Promise<Asterism> {
  const {
    extension = EXTENSION,
    headless = true,
    viewport = { width: 1280, height: 900 },
    flags = [],
  } = options;
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${extension}: "npm run build" says why.`);
  }
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Error('No Chromium was found: run "npm run pretest" once.');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'asterism-'));
  const isNew = !existsSync(join(profile, 'Default'));
  setPreferences(profile, options.preferences);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    viewport,
    ...(options.cachesPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
    args: [...extensionFlags(extension), ...(headless ? headlessFlags() : launchFlags()), ...flags],
  });
  const problems = collectProblems(context);
  const extensionId = new URL((await workerOf(context)).url()).host;
  const browser = await browserSession(context);
  await watchWorker(browser, extensionId, problems);
  if (isNew && !options.welcomes && existsSync(join(extension, 'welcome.html'))) {
    await closeWelcome(context);
  }
  return {
    context,
    extensionId,
    browser,
    problems,
    worker: () => runningWorker(context),
    close: async () => {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function closeWelcome(context: BrowserContext): Promise<void> {
  const page = await until('the page that opens after the installation', () =>
    context.pages().find((one) => one.url().endsWith('/welcome.html')),
  );
  await page.close();
}

/** Without developer mode Chromium does not bring an unpacked extension back that was reloaded. */
function setPreferences(profile: string, more: object = {}): void {
  const folder = join(profile, 'Default');
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } }, ...more };
  writeFileSync(join(folder, 'Preferences'), JSON.stringify(preferences));
}

async function workerOf(context: BrowserContext): Promise<Worker> {
  return until(
    'the worker of the extension (branded Chrome ignores --load-extension; $BROWSER_PATH should be a Chromium)',
    () => context.serviceWorkers().find(isOurs),
    20_000,
  );
}

function runningWorker(context: BrowserContext): Worker {
  const worker = context.serviceWorkers().find(isOurs);
  if (worker === undefined) throw new Error('The worker of the extension is not running.');
  return worker;
}

function isOurs(worker: Worker): boolean {
  return worker.url().startsWith('chrome-extension://');
}

async function watchWorker(
  browser: CDPSession,
  extensionId: string,
  problems: Problems,
): Promise<void> {
  const target = await until('the target of the worker', async () => {
    const { targetInfos } = await browser.send('Target.getTargets');
    return targetInfos.find((t) => t.type === 'service_worker' && t.url.includes(extensionId));
  });
  await collectWorkerProblems(await attach(browser, target.targetId), problems);
}
