import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Samples, timesFigure, timesSmallest } from '../figures.ts';
import { makeFloor, PAGES, type PageName } from '../floor.ts';
import type { Measure } from '../measure.ts';
import type { Stage } from '../stage.ts';
import { quiet, rowsPainted, watchedTab } from '../watched.ts';
import { runWorker, stopRunningWorker } from '../workers.ts';

const NAMES = ['popup', 'library'] as const;
const nameOf = (page: PageName, kind: string): string => `open the ${page}: first rows, ${kind}`;

/** From the start of the navigation to the frame that shows rows; beside a page that shows them from a constant. */
export const opening: Measure = {
  name: 'open',
  figures: NAMES.flatMap((page) => [
    { name: nameOf(page, 'floor'), unit: 'ms' as const },
    {
      name: nameOf(page, 'worker running'),
      unit: 'ms' as const,
      goals: [timesFigure(1.5, nameOf(page, 'floor'), 'floor'), timesSmallest(1.2)],
    },
    {
      name: nameOf(page, 'worker stopped'),
      unit: 'ms' as const,
      goals: [timesFigure(2, nameOf(page, 'floor'), 'floor'), timesSmallest(1.2)],
    },
  ]),
  async once(stage, run) {
    const samples: Samples = {};
    for (const name of NAMES) {
      if (!existsSync(join(stage.extension, PAGES[name].path))) continue;
      await runWorker(stage);
      const floor = await floorOf(stage, name);
      const turns = [
        () => openOnce(stage, name, floor),
        () => openOnce(stage, name, PAGES[name].path),
      ];
      // By turns, so that neither always comes after the other.
      const first = run % 2;
      const [a, b] = [await turns[first]?.(), await turns[1 - first]?.()];
      const [floorTook, took] = first === 0 ? [a, b] : [b, a];
      await stopRunningWorker(stage);
      const stopped = await openOnce(stage, name, PAGES[name].path);
      samples[nameOf(name, 'floor')] = present(floorTook);
      samples[nameOf(name, 'worker running')] = present(took);
      samples[nameOf(name, 'worker stopped')] = [stopped];
    }
    return samples;
  },
};

const floors = new WeakMap<Stage, Map<PageName, string>>();

/** The floor of a page: made once, from what the page shows; which also warms the page up. */
async function floorOf(stage: Stage, name: PageName): Promise<string> {
  const known = floors.get(stage) ?? new Map<PageName, string>();
  floors.set(stage, known);
  let floor = known.get(name);
  if (floor === undefined) {
    const { path, width, height } = PAGES[name];
    const page = await watchedTab(stage, width, height);
    await page.goto(stage.address(path));
    await rowsPainted(page);
    floor = await makeFloor(stage, name, page);
    known.set(name, floor);
    await page.close();
    await openOnce(stage, name, floor);
    await openOnce(stage, name, path);
  }
  return floor;
}

async function openOnce(stage: Stage, name: PageName, path: string): Promise<number> {
  const { width, height } = PAGES[name];
  const page = await watchedTab(stage, width, height);
  await page.goto(stage.address(path));
  const took = await rowsPainted(page);
  await quiet(page);
  await page.close();
  return took;
}

function present(value: number | undefined): number[] {
  return value === undefined ? [] : [value];
}
