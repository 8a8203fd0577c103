import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, type Goal, most, p95 } from '../figures.ts';
import { untilIndexed } from '../indexed.ts';
import { idOf } from '../library.ts';
import type { Measure } from '../measure.ts';
import { whileWatching } from '../responsive.ts';
import { quiet, rowsPainted, watchedTab } from '../watched.ts';
import { ask } from '../workers.ts';
import { rewriteBare } from './bare.ts';

const MANY = 10_000;
const TOOK = 'tag 10,000 papers, or all there are';
const BARE = 'tag 10,000 papers: bare IndexedDB reading the same rows and putting them back';
const TOLD = `${TOOK}: times its progress was told`;
const TASK = `${TOOK}: longest task of an open library page (0: none over 50 ms)`;
const GAP = `${TOOK}: longest time between two frames there`;

const isTold: Goal = {
  text: '≥ 1',
  isMet: ({ of, largest }) => (of(largest).length === 0 ? null : Math.min(...of(largest)) >= 1),
};

/** One tag for ten thousand papers, asked by a library page that shows them. */
export const bulk: Measure = {
  name: 'bulk',
  most: 3,
  figures: [
    { name: BARE, unit: 'ms' },
    { name: TOOK, unit: 'ms', goals: [atMost(2_000, 'ms', p95)] },
    { name: TOLD, unit: '', goals: [isTold] },
    { name: TASK, unit: 'ms', goals: [atMost(50, 'ms', most)] },
    { name: GAP, unit: 'ms' },
  ],
  async once(stage, run) {
    const isThere = existsSync(join(stage.extension, 'library.html'));
    const page = await watchedTab(stage);
    await page.goto(stage.address(isThere ? 'library.html' : 'popup.html'));
    await rowsPainted(page);
    await quiet(page, 1_500);
    const ids = Array.from({ length: Math.min(MANY, stage.size) }, (_, n) => idOf(n));
    const { value, responsive } = await whileWatching(page, async () => {
      await page.evaluate(() => {
        const { storage } = Reflect.get(globalThis, 'chrome');
        Object.assign(globalThis, { progress: 0 });
        storage.session.onChanged.addListener((changes: Record<string, { newValue?: unknown }>) => {
          const told = Object.entries(changes).filter(
            ([key, { newValue }]) => key.startsWith('progress.') && newValue !== undefined,
          );
          Object.assign(globalThis, {
            progress: Reflect.get(globalThis, 'progress') + told.length,
          });
        });
      });
      const start = performance.now();
      const patch = { addTags: [`bench ${run}`] };
      await ask(page, 'annotations.patchMany', { job: `bench ${run}`, ids, patch });
      const took = performance.now() - start;
      await quiet(page, 700); // what changed is shown
      const told = await page.evaluate(() => Number(Reflect.get(globalThis, 'progress')));
      return { took, told };
    });
    await untilIndexed(page);
    const bare = await page.evaluate(rewriteBare, ids.length);
    await page.close();
    return {
      [BARE]: [bare],
      [TOOK]: [value.took],
      [TOLD]: [value.told],
      [TASK]: [responsive.longestTask],
      [GAP]: [responsive.longestGap],
    };
  },
};
