import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { titlesOnCards } from '../e2e/drive/card.ts';
import { showView } from '../e2e/drive/popup.ts';
import { type Asterism, launch } from '../e2e/harness/launch.ts';
import { SITE, takeNetwork } from '../e2e/harness/network.ts';
import { surfaceOf } from '../e2e/harness/surface.ts';
import { type Actor, follow } from './actor.ts';
import type { Told } from './inPage.ts';
import { type Listed, listingOf } from './listing.ts';
import type { ActorName } from './plan.ts';

/** Where a tab goes for a moment. */
export const AWAY = `${SITE}/elsewhere`;

/** A browser on one profile, with two listings, the popup and the library page open; it can be killed and started again. */
export interface Stage {
  /** The folder of the built extension. */
  extension: string;
  actor(name: ActorName): Actor | undefined;
  /** A page of the extension without scripts, which wakes nobody and outlives the others. */
  keeper(): Page;
  asterism(): Asterism;
  /** Opens an actor's page. */
  open(name: ActorName): Promise<void>;
  /** Takes an actor's page away for a while: nobody is asked to do anything there. */
  take(name: ActorName): Actor | undefined;
  /** Puts it back. */
  put(name: ActorName, actor: Actor): void;
  /** Shows other papers on the listings from now on. */
  list(papers: readonly Listed[]): void;
  /** Brings back the keeper, and gives all actors whose process has died: pages of one origin may share one. */
  recover(): Promise<ActorName[]>;
  stopWorker(): Promise<void>;
  /** Kills the browser (SIGKILL): no actor is there then. */
  kill(): Promise<void>;
  /** Starts it again on the same profile. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A stage on a new profile. `hear` is told of every edit; nobody is there yet. */
export async function openStage(
  extension: string,
  hear: (by: ActorName, told: Told) => void,
): Promise<Stage> {
  const profile = mkdtempSync(join(tmpdir(), 'asterism-faults-'));
  const actors = new Map<ActorName, Actor>();
  let papers: readonly Listed[] = [];
  let asterism: Asterism;
  let keeper: Page;
  let workers: CDPSession;
  const crashed = new Map<ActorName, Page>();

  let isKeeperDown = (): boolean => false;

  async function start(): Promise<void> {
    actors.clear();
    crashed.clear();
    asterism = await launch({ extension, profile, cachesPages: true });
    const network = await takeNetwork(asterism.context);
    const listing = (): string => listingOf(papers);
    network.serve({
      '/papers': listing,
      '/papers/trending': listing,
      '/elsewhere': '<p>Elsewhere',
    });
    await keep(asterism.context.pages()[0] ?? (await asterism.context.newPage()));
  }

  async function keep(page: Page): Promise<void> {
    keeper = page;
    let isDown = false;
    page.once('crash', () => {
      isDown = true;
    });
    isKeeperDown = () => isDown;
    await keeper.goto(`chrome-extension://${asterism.extensionId}/manifest.json`);
    workers = await asterism.context.newCDPSession(keeper);
    await workers.send('ServiceWorker.enable');
  }

  function address(name: ActorName): string {
    if (name === 'cards 1') return `${SITE}/papers`;
    if (name === 'cards 2') return `${SITE}/papers/trending`;
    return `chrome-extension://${asterism.extensionId}/${name}.html`;
  }

  await start();
  return {
    extension,
    actor: (name) => actors.get(name),
    keeper: () => keeper,
    asterism: () => asterism,
    async open(name) {
      const page = await asterism.context.newPage();
      if (name === 'popup') await page.setViewportSize({ width: 400, height: 600 });
      page.once('crash', () => {
        actors.delete(name);
        crashed.set(name, page);
      });
      const actor = await follow(page, (told) => hear(name, told));
      await page.goto(address(name));
      if (name.startsWith('cards')) await titlesOnCards(await surfaceOf(page), papers.length);
      if (name === 'popup') await showView(await surfaceOf(page), 'list');
      actors.set(name, actor);
    },
    take(name) {
      const actor = actors.get(name);
      actors.delete(name);
      return actor;
    },
    put: (name, actor) => void actors.set(name, actor),
    list(next) {
      papers = next;
    },
    async recover() {
      if (isKeeperDown()) {
        const before = keeper;
        await keep(await asterism.context.newPage());
        await before.close();
      }
      const names = [...crashed.keys()];
      for (const page of crashed.values()) await page.close();
      crashed.clear();
      return names;
    },
    stopWorker: async () => {
      await workers.send('ServiceWorker.stopAllWorkers');
    },
    async kill() {
      const { browser, context } = asterism;
      const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
      const main = processInfo.find(({ type }) => type === 'browser');
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
      if (main) process.kill(main.id, 'SIGKILL');
      await gone;
      actors.clear();
    },
    start,
    async close() {
      await asterism.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
