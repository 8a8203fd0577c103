import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { attach } from '../../e2e/harness/session.ts';
import { atMost, type Figure, most, type Samples } from '../figures.ts';
import { PAGES, type PageName } from '../floor.ts';
import type { Measure } from '../measure.ts';
import type { Stage } from '../stage.ts';
import { quiet, rowsPainted, watchedTab } from '../watched.ts';

const LIMITS = { popup: 20, library: 60 } as const;
const NAMES = ['popup', 'library'] as const;
const MOMENTS = ['opened', 'after a search'] as const;
const heap = (page: PageName, moment: string): string =>
  `memory of the ${page}, ${moment}: JS heap`;
const buffers = (page: PageName): string =>
  `memory of the ${page}, after a search: its array buffers`;
const searcher = (page: PageName): string =>
  `memory of the ${page}, after a search: its search worker, heap and buffers`;
const OWN_WORKER = 'memory of the extension’s worker: heap and buffers';

/** The heaps that a page keeps busy, after a forced collection. */
export const memory: Measure = {
  name: 'memory',
  most: 3,
  figures: [
    ...NAMES.flatMap((page): Figure[] => [
      ...MOMENTS.map((moment) => ({
        name: heap(page, moment),
        unit: 'MB' as const,
        goals: [atMost(LIMITS[page], 'MB', most)],
      })),
      { name: buffers(page), unit: 'MB' },
      { name: searcher(page), unit: 'MB' },
    ]),
    { name: OWN_WORKER, unit: 'MB' },
  ],
  async once(stage) {
    const samples: Samples = {};
    for (const name of NAMES) {
      const { path, width, height } = PAGES[name];
      if (!existsSync(join(stage.extension, path))) continue;
      const page = await watchedTab(stage, width, height);
      await page.goto(stage.address(path));
      await rowsPainted(page);
      await quiet(page, 1_000);
      samples[heap(name, 'opened')] = [(await usageOf(page)).heap];
      await page.locator('.search-box input').focus();
      await page.keyboard.type('model');
      await quiet(page, 1_500);
      const { heap: used, buffers: held } = await usageOf(page);
      samples[heap(name, 'after a search')] = [used];
      samples[buffers(name)] = [held];
      samples[searcher(name)] = await usageOfTarget(stage, 'worker');
      await page.close();
    }
    samples[OWN_WORKER] = await usageOfTarget(stage, 'service_worker');
    return samples;
  },
};

interface Usage {
  /** Megabytes. */
  heap: number;
  buffers: number;
}

async function usageOf(page: Page): Promise<Usage> {
  const session = await page.context().newCDPSession(page);
  const used = await measured(session.send.bind(session) as CDPSession['send']); // bind forgets that it is generic
  await session.detach();
  return used;
}

async function measured(send: CDPSession['send']): Promise<Usage> {
  await send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await send('Runtime.getHeapUsage');
  return { heap: usedSize / 1e6, buffers: backingStorageSize / 1e6 };
}

/** What the extension's targets of a type use, heap and buffers; empty where there are none. */
async function usageOfTarget({ asterism }: Stage, type: string): Promise<number[]> {
  const { browser, extensionId } = asterism;
  const { targetInfos } = await browser.send('Target.getTargets', {
    filter: [{ type }],
  });
  const ours = targetInfos.filter(({ url }) => url.includes(extensionId));
  const used: number[] = [];
  for (const { targetId } of ours) {
    const session = await attach(browser, targetId);
    const { heap: own, buffers: held } = await measured(session.send);
    used.push(own + held);
  }
  return used.length === 0 ? [] : [used.reduce((sum, one) => sum + one, 0)];
}
